"""Printers that are none: they listen on a real socket, and accept, refuse, hang or cut off as they are told."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field

from PIL import Image
from PIL import ImageChops

from kiosk.badges.brother import PINS

PRINTED, ERROR = 0x01, 0x02
HEAD = 400 + 4 + 2 + 4 + 3
"""Bytes of a Brother's first question: forget, twice the mode, begin anew, how are you."""
SET_UP, LINE = 30, 3 + PINS // 8
"""Bytes of its job before the lines, which tell how many lines there are, and of each line."""


def brother_status(kind: int = 0, byte: int = 8, bits: int = 0) -> bytes:
    """32 bytes as in the reference: print head mark, size, the error in `byte`, the kind of status."""
    status = bytearray(32)
    status[0:3] = b"\x80\x20B"
    status[byte] = bits
    status[18] = kind
    return bytes(status)


def zpl_status(paper_out: int = 0, paused: int = 0, waiting: int = 0, head_up: int = 0) -> bytes:
    """The three lines of ~HS."""
    lines = (
        f"030,{paper_out},{paused},1245,{waiting:03d},0,0,0,000,0,0,0",
        f"000,0,{head_up},0,0,2,4,0,00000000,1,000",
        "1234,0",
    )
    return b"".join(b"\x02" + line.encode() + b"\x03\r\n" for line in lines)


@dataclass
class FakePrinter:
    """Answers each connection as `mood` says, and keeps all it was sent.

    "well": prints and says so. "silent": takes everything and never speaks, as many do over the network. "hang": takes
    a little and then nothing. "cut": closes the line in the middle. "empty": says that its paper is out.
    "stuck": speaks, takes everything, and never says that it printed.
    """

    kind: str
    mood: str = "well"
    jobs: list[bytes] = field(default_factory=list)
    port: int = 0
    _over: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._meet, args=(connection,), daemon=True).start()

    def _meet(self, connection: socket.socket) -> None:
        with connection:
            try:
                if self.mood == "hang":
                    self._over.wait(30)
                elif self.kind == "brother":
                    self._brother(connection)
                else:
                    self._zpl(connection)
            except OSError:
                pass

    def _brother(self, connection: socket.socket) -> None:
        heard = b""
        while len(heard) < HEAD and (more := connection.recv(HEAD - len(heard))):
            heard += more
        if self.mood == "empty":
            connection.sendall(brother_status(ERROR, 8, 0x01))
        elif self.mood != "silent":
            connection.sendall(brother_status())
        job = self._taken(connection)
        if job and self.mood == "well":
            connection.sendall(brother_status(0x06) + brother_status(PRINTED))
        if job and self.mood == "stuck":
            self._over.wait(30)

    def _zpl(self, connection: socket.socket) -> None:
        heard = b""
        while more := connection.recv(4096):
            heard += more
            if self.mood == "cut" and len(heard) > 4096:
                return
            while said := re.match(rb"~HS|\^XA.*?\^XZ", heard, re.DOTALL):  # one may come with the next at its heels
                heard = heard[said.end() :]
                if said[0] != b"~HS":
                    self.jobs.append(said[0])
                elif self.mood != "silent":
                    waiting = 1 if self.mood == "stuck" and self.jobs else 0
                    connection.sendall(zpl_status(paper_out=int(self.mood == "empty"), waiting=waiting))

    def _taken(self, connection: socket.socket) -> bytes:
        job = b""
        while more := connection.recv(4096):
            job += more
            if self.mood == "cut" and len(job) > 4096:
                return b""
            if len(job) > SET_UP + LINE * int.from_bytes(job[7:11], "little"):
                self.jobs.append(job)
                return job
        return b""


@contextmanager
def fake_printer(kind: str, mood: str = "well") -> Iterator[FakePrinter]:
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        printer = FakePrinter(kind, mood, port=listening.getsockname()[1])
        threading.Thread(target=printer.serve, args=(listening,), daemon=True).start()
        yield printer
        printer._over.set()
        listening.shutdown(socket.SHUT_RDWR)


def brother_picture(job: bytes) -> Image.Image:
    """What a Brother would print: the raster lines of a job as a picture, seen from the front of the label."""
    lines = re.findall(rb"g\x00\x5a(.{90})", job, re.DOTALL)
    bits = Image.frombytes("1", (PINS, len(lines)), b"".join(lines))
    return ImageChops.invert(bits.convert("L")).transpose(Image.Transpose.FLIP_LEFT_RIGHT)


def zpl_picture(job: bytes) -> Image.Image:
    """What a Zebra would print: the graphic field of a label as a picture."""
    found = re.search(rb"\^GFA,(\d+),(\d+),(\d+),([0-9A-F]+)\^FS", job)
    assert found, job[:80]
    total, row = int(found[1]), int(found[3])
    bits = bytes.fromhex(found[4].decode())
    assert len(bits) == total == int(found[2])
    return ImageChops.invert(Image.frombytes("1", (row * 8, total // row), bits).convert("L"))
