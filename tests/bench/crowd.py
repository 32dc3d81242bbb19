"""Many sockets in one process, light enough that a thousand of them do not distort what is measured.

Websocket from the start (RFC 6455), Engine.IO 4 and Socket.IO 5 inside. Nothing is decoded on the way: a message is
looked at as bytes, and the time is taken when its last byte is in.
"""

import asyncio
import json
import struct
import time
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any
from typing import cast

AT_ONCE = 32
"""Sockets being opened at the same time."""
PATIENCE_S = 60.0
_SCREEN = b'42["screen"'


@dataclass(frozen=True, slots=True)
class Page:
    """Who opens a socket: the cookies it sends and the `auth` of its first packet."""

    cookies: dict[str, str]
    auth: dict[str, str]


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and when its last byte had come (`time.perf_counter`)."""

    at: float
    message: bytes

    @property
    def news(self) -> dict[str, Any]:
        """What was emitted."""
        return cast(dict[str, Any], json.loads(self.message[2:])[1])


class _Socket(asyncio.Protocol):
    __slots__ = ("_buffer", "_crowd", "_page", "_port", "_transport", "_upgraded", "heard", "joined")

    def __init__(self, port: int, page: Page, crowd: "Crowd") -> None:
        self._port = port
        self._page = page
        self._crowd = crowd
        self._buffer = bytearray()
        self._upgraded = False
        self.heard: Heard | None = None
        self.joined: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        cookies = "; ".join(f"{name}={value}" for name, value in self._page.cookies.items())
        self._transport.write(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n"
            f"Origin: http://127.0.0.1:{self._port}\r\nCookie: {cookies}\r\nAccept-Language: en\r\n"
            f"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {b64encode(bytes(16)).decode()}\r\n\r\n".encode()
        )

    def data_received(self, taken: bytes) -> None:
        buffer = self._buffer
        buffer += taken
        if not self._upgraded:
            head, end, rest = buffer.partition(b"\r\n\r\n")
            if not end:
                return
            if not head.startswith(b"HTTP/1.1 101 "):
                return self._fail(f"no socket: {head[:200]!r} {rest[:200]!r}")
            self._upgraded = True
            del buffer[: len(head) + 4]
        while (whole := _first_frame(buffer)) is not None:
            start, end_of_frame = whole
            opcode, message = buffer[0] & 15, bytes(buffer[start:end_of_frame])
            del buffer[:end_of_frame]
            if opcode == 1:
                self._take(message)

    def connection_lost(self, error: Exception | None) -> None:
        self._fail(f"a socket was closed: {error}")

    def close(self) -> None:
        self._transport.abort()

    def _take(self, message: bytes) -> None:
        if message.startswith(_SCREEN):
            if self.heard is None and self._crowd.listening_for in message:
                self.heard = Heard(time.perf_counter(), message)
                self._crowd.one_heard()
        elif message == b"2":
            self._say("3")
        elif message.startswith(b"0"):
            self._say("40" + json.dumps(self._page.auth))
        elif message.startswith(b"40") and not self.joined.done():
            self.joined.set_result(None)
        elif message.startswith(b"44"):
            self._fail(f"refused: {message!r}")

    def _say(self, text: str) -> None:
        """One client frame, masked with zeros; what a page says is short."""
        payload = text.encode()
        assert len(payload) < 126
        self._transport.write(bytes([0x81, 0x80 | len(payload)]) + bytes(4) + payload)

    def _fail(self, why: str) -> None:
        if not self.joined.done():
            self.joined.set_exception(ConnectionError(why))


def _first_frame(buffer: bytearray) -> tuple[int, int] | None:
    """Where the payload of the first frame begins and ends, once it is whole."""
    if len(buffer) < 2:
        return None
    size, start = buffer[1], 2
    if size == 126:
        start = 4
    elif size == 127:
        start = 10
    if len(buffer) < start:
        return None
    if start > 2:
        (size,) = struct.unpack_from("!H" if start == 4 else "!Q", buffer, 2)
    return (start, start + size) if len(buffer) >= start + size else None


class Crowd:
    """Open sockets that listen for one thing at a time."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._sockets: list[_Socket] = []
        self.missing = 0
        """Sockets that have not heard what is listened for."""
        self._all = asyncio.Event()
        self.listening_for = b""

    async def open(self, pages: Iterable[Page]) -> None:
        """Open a socket for each page and wait until it is let in. The first `screen` of each is listened for."""
        left = iter(pages)
        while some := list(islice(left, AT_ONCE)):
            new = [_Socket(self._port, page, self) for page in some]
            self._sockets += new
            self.missing += len(new)
            self._all.clear()
            await asyncio.gather(*map(self._let_in, new))

    async def _let_in(self, socket: _Socket) -> None:
        await asyncio.get_running_loop().create_connection(lambda: socket, "127.0.0.1", self._port)
        async with asyncio.timeout(PATIENCE_S):
            await socket.joined

    async def listen_for(self, part: bytes) -> None:
        """From now on each socket waits for the first `screen` message that has `part` in it."""
        self.listening_for = part
        for socket in self._sockets:
            socket.heard = None
        self.missing = len(self._sockets)
        self._all.clear()

    def one_heard(self) -> None:
        self.missing -= 1
        if not self.missing:
            self._all.set()

    async def wait(self) -> None:
        """Until all have heard what is listened for. AssertionError when one hears nothing for a minute."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._all.wait()
        except TimeoutError:
            raise AssertionError(f"{self.missing} of {len(self._sockets)} sockets heard nothing") from None

    async def all_heard(self) -> list[Heard]:
        """What each socket heard, in the order they were opened."""
        await self.wait()
        return [socket.heard for socket in self._sockets if socket.heard is not None]

    def close(self) -> None:
        for socket in self._sockets:
            socket.close()
