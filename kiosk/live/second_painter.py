"""Has regions painted by a process of its own, so that a second core paints while this one serves."""

import os
import pickle
import sys
from collections import deque
from collections.abc import Sequence
from typing import Self
from typing import cast

import gevent
from gevent.event import AsyncResult
from gevent.lock import BoundedSemaphore
from gevent.subprocess import PIPE
from gevent.subprocess import Popen

from kiosk.domain.surroundings import Surroundings
from kiosk.evening import Evening
from kiosk.live.regions import Painted
from kiosk.live.rooms import Room


class PainterGoneError(Exception):
    """Its process has ended; what it was asked for was not painted."""


class SecondPainter:
    """Runs `kiosk.paint` as long as the block lasts. Both ends are ours, so what goes between them is pickled."""

    def __init__(self, evening: Evening) -> None:
        self._evening = evening
        self._asking = BoundedSemaphore()
        self._asked: deque[AsyncResult] = deque()
        self._gone = False

    def __enter__(self) -> Self:
        """Begin the process and wait until it is ready, a few seconds."""
        self._process = Popen(
            [sys.executable, "-P", "-m", "kiosk.paint", str(self._evening.folder), str(self._evening.port)],
            stdin=PIPE,
            stdout=PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self._hearing = gevent.spawn(self._hear)
        self._ask(self._evening.settings)
        return self

    def __exit__(self, *_raised: object) -> None:
        self._process.kill()

    def paint(self, rooms: Sequence[Room], around: Surroundings) -> list[Painted]:
        """As `Regions.paint`, from a snapshot no older than this. Raises what that raises, or `PainterGoneError`."""
        return cast(list[Painted], self._ask((self._evening.settings, rooms, around)))

    def wait(self) -> None:
        """Until its process has ended."""
        self._hearing.join()

    def _ask(self, what: object) -> object:
        """Several may ask: while one's answer is put to use, the next one's is made."""
        answer = AsyncResult()
        words = pickle.dumps(what)  # at once: what is asked about may change while it is being sent
        with self._asking:
            self._asked.append(answer)
            try:
                self._process.stdin.write(words)
                self._process.stdin.flush()
            except OSError:
                raise PainterGoneError from None
        if self._gone:
            raise PainterGoneError
        return answer.get()

    def _hear(self) -> None:
        """Pass the answers on, which come in the order they were asked for."""
        try:
            while True:
                said = pickle.load(self._process.stdout)
                answer = self._asked.popleft()
                if isinstance(said, Exception):
                    answer.set_exception(said)
                else:
                    answer.set(said)
        except (OSError, EOFError, pickle.UnpicklingError):
            pass  # it has ended, perhaps in the middle of an answer
        finally:
            self._gone = True
            for answer in self._asked:
                answer.set_exception(PainterGoneError())
