"""A crowd in a process of its own: what thousands of sockets take in does not hold up who measures something else.

Both processes read the same clock (`time.perf_counter` is the system's monotonic one), so times can be compared.
"""

import asyncio
from collections.abc import Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any
from typing import cast

from tests.bench.crowd import Crowd
from tests.bench.crowd import Heard
from tests.bench.crowd import Page

_processes = get_context("spawn")


class CrowdApart:
    """Asked as a `Crowd` is; what it raises is raised here."""

    def __init__(self, port: int) -> None:
        self._pipe, theirs = _processes.Pipe()
        self._process = _processes.Process(target=_serve, args=(port, theirs), daemon=True)
        self._process.start()
        theirs.close()

    async def open(self, pages: Iterable[Page]) -> None:
        await self._ask("open", list(pages))

    async def listen_for(self, part: bytes) -> None:
        await self._ask("listen_for", part)

    async def wait(self) -> None:
        await self._ask("wait")

    async def all_heard(self) -> list[Heard]:
        return cast(list[Heard], await self._ask("all_heard"))

    def close(self) -> None:
        self._pipe.close()
        self._process.join()

    async def _ask(self, what: str, *arguments: object) -> object:
        def exchange() -> object:
            self._pipe.send((what, arguments))
            try:
                return self._pipe.recv()
            except EOFError:  # of which click would say no more than that it was aborted
                self._process.join()
                raise ChildProcessError(f"the crowd's process ended with {self._process.exitcode}") from None

        answer = await asyncio.to_thread(exchange)
        if isinstance(answer, BaseException):
            raise answer
        return answer


def _serve(port: int, pipe: "Connection[Any, Any]") -> None:
    asyncio.run(_obey(Crowd(port), pipe))


async def _obey(crowd: Crowd, pipe: "Connection[Any, Any]") -> None:
    """Do what is asked through the pipe until it is closed."""
    while True:
        try:
            what, arguments = await asyncio.to_thread(pipe.recv)
        except EOFError:
            return crowd.close()
        try:
            answer = await getattr(crowd, what)(*arguments)
        except Exception as error:  # noqa: BLE001 - raised again where it was asked
            answer = error
        pipe.send(answer)
