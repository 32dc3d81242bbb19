"""A client of nothing but a socket: a test sees each byte the server sends, and sends what no library would."""

import json
import os
import socket
import struct
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from typing import Self

from tests.serving import PATIENCE_S

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10

_GUESTS = map("guest{}".format, count())


def http(port: int, request: str, body: bytes = b"") -> tuple[int, bytes]:
    """Send one request, headers as they are; the status and the body of the answer."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE_S) as client:
        with suppress(BrokenPipeError, ConnectionResetError):
            client.sendall(request.replace("\n", "\r\n").encode() + b"\r\n" + body)
            client.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    head, _, rest = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), rest


def get(port: int, path: str, *, who: str | None = "ana", host: str = "127.0.0.1", more: str = "") -> tuple[int, bytes]:
    return http(port, f"GET {path} HTTP/1.0\nHost: {host}\n" + (f"Cookie: who={who}\n" if who else "") + more)


def open_polling(port: int, who: str | None = None) -> str:
    """Open a socket by polling, in a session of its own or `who`'s; its sid."""
    status, body = get(port, "/socket.io/?EIO=4&transport=polling", who=who or next(_GUESTS))
    assert status == 200, body
    return json.loads(body[body.index(b"{") : body.rindex(b"}") + 1])["sid"]


def post(port: int, sid: str, body: bytes, *, who: str = "ana", length: int | None = None) -> tuple[int, bytes]:
    size = len(body) if length is None else length
    path = f"/socket.io/?EIO=4&transport=polling&sid={sid}"
    return http(port, f"POST {path} HTTP/1.0\nHost: 127.0.0.1\nCookie: who={who}\nContent-Length: {size}\n", body)


def frame(payload: bytes | str, opcode: int = TEXT, *, final: bool = True, compressed: bool = False) -> bytes:
    """One client frame (RFC 6455, 5.2), masked with zeros."""
    payload = payload.encode() if isinstance(payload, str) else payload
    size = len(payload)
    if size < 126:
        length = bytes([0x80 | size])
    elif size < 65536:
        length = struct.pack("!BH", 0x80 | 126, size)
    else:
        length = struct.pack("!BQ", 0x80 | 127, size)
    return bytes([final << 7 | compressed << 6 | opcode]) + length + bytes(4) + payload


class RawWebSocket:
    """A websocket opened straight or as the upgrade of a polling socket `sid`, in a session of its own or `who`'s."""

    def __init__(self, port: int, who: str | None = None, sid: str | None = None, more: str = "") -> None:
        self.client = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        path = "/socket.io/?EIO=4&transport=websocket" + (f"&sid={sid}" if sid else "")
        cookie = f"who={next(_GUESTS) if who is None else who}"
        self.client.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nConnection: Upgrade\r\n"
            f"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {b64encode(os.urandom(16)).decode()}\r\n{more}\r\n".encode()
        )
        self.head = b""
        while not self.head.endswith(b"\r\n\r\n"):
            self.head += self.client.recv(1)
        if not self.head.startswith(b"HTTP/1.1 101 "):
            self.client.close()
            raise ConnectionRefusedError(self.head)

    def send(self, *frames: bytes) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            self.client.sendall(b"".join(frames))

    def join(self) -> None:
        """Connect as Socket.IO does; events come after this."""
        self.send(frame("40"))
        for opcode, payload in self.frames():
            if opcode == TEXT and payload.startswith(b"40"):
                return
        raise AssertionError("not connected")

    def frames(self) -> Iterator[tuple[int, bytes]]:
        """Whole frames until the server closes the connection; AssertionError at a byte that cannot begin one."""
        while head := self._exactly(2):
            opcode, size = head[0] & 15, head[1]
            assert head[0] & 0xF0 == 0x80, f"torn frame: {head!r}"
            assert opcode in (TEXT, BINARY, CLOSE, PING, PONG), f"torn frame: {head!r}"
            assert size < 128, f"torn frame: {head!r}"
            if size > 125:
                more = self._exactly(2 if size == 126 else 8)
                if more is None:
                    return
                size = int.from_bytes(more)
            payload = self._exactly(size)
            if payload is None:
                return
            yield opcode, payload

    def closed_with(self) -> int | None:
        """The code the server closes with; None when it closes without one."""
        for opcode, payload in self.frames():
            if opcode == CLOSE:
                return int.from_bytes(payload[:2])
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def _exactly(self, size: int) -> bytes | None:
        got = bytearray()
        while len(got) < size:
            try:
                piece = self.client.recv(min(size - len(got), 1 << 20))
            except ConnectionResetError:
                return None
            if not piece:
                return None
            got += piece
        return bytes(got)
