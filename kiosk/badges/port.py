"""The line to a printer: a TCP connection or a device file, with an end to every waiting."""

import errno
import os
import select
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from kiosk.domain.print_job import Trouble

RAW_PORT = 9100
CONNECT_S = 4.0
FINISH_S = 2.0
SEND_BUFFER = 16_384
"""Small, so that what a printer has not taken is known soon, and not kept on its behalf."""


class PrinterError(Exception):
    """Nothing was printed, or nobody knows: `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.sentence)
        self.trouble = trouble


class Port(Protocol):
    def send(self, content: bytes) -> None:
        """All of it, or `PrinterError`: CUT_OFF, or SLOW where the printer takes nothing for too long."""

    def hear(self, most: int, seconds: float) -> bytes:
        """What the printer says next, at most so much, or nothing if it stays silent or cannot answer."""

    def finish(self) -> None:
        """Say that this was all, and see that the printer took it; for one that says nothing itself."""

    patience_s: float


@contextmanager
def open_port(address: str, patience_s: float) -> Iterator[Port]:
    """The line to `address`: a device (/dev/usb/lp0), or a host with or without a port. Closed at the end."""
    if address.startswith("/"):
        device = _Device(address, patience_s)
        try:
            yield device
        finally:
            device.close()
        return
    host, _, number = address.partition(":")
    try:
        connection = socket.create_connection((host, int(number or RAW_PORT)), CONNECT_S)
    except (OSError, ValueError):
        raise PrinterError(Trouble.UNREACHABLE) from None
    with connection:
        yield _Connection(connection, patience_s)


class _Connection:
    def __init__(self, connection: socket.socket, patience_s: float) -> None:
        self.patience_s = patience_s
        self._connection = connection
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)

    def send(self, content: bytes) -> None:
        self._connection.settimeout(self.patience_s)
        try:
            for start in range(0, len(content), SEND_BUFFER):
                self._connection.sendall(content[start : start + SEND_BUFFER])
        except TimeoutError:
            raise PrinterError(Trouble.SLOW) from None
        except OSError:
            raise PrinterError(Trouble.CUT_OFF) from None

    def hear(self, most: int, seconds: float) -> bytes:
        self._connection.settimeout(max(0.01, seconds))
        try:
            heard = self._connection.recv(most)
        except TimeoutError:
            return b""
        except OSError:
            raise PrinterError(Trouble.CUT_OFF) from None
        if not heard:
            raise PrinterError(Trouble.CUT_OFF)
        return heard

    def finish(self) -> None:
        self._connection.settimeout(FINISH_S)
        try:
            self._connection.shutdown(socket.SHUT_WR)
            while self._connection.recv(1024):
                pass
        except TimeoutError:
            pass  # it keeps the line open; everything was taken
        except OSError:
            raise PrinterError(Trouble.CUT_OFF) from None


class _Device:
    def __init__(self, path: str, patience_s: float) -> None:
        self.patience_s = patience_s
        try:
            self._file = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        except OSError:
            raise PrinterError(Trouble.UNREACHABLE) from None

    def send(self, content: bytes) -> None:
        rest = memoryview(content)
        while rest:
            _, ready, _ = select.select([], [self._file], [], self.patience_s)
            if not ready:
                raise PrinterError(Trouble.SLOW)
            try:
                rest = rest[os.write(self._file, rest[:SEND_BUFFER]) :]
            except OSError as error:
                raise PrinterError(Trouble.NO_PAPER if error.errno == errno.ENOSPC else Trouble.CUT_OFF) from None

    def hear(self, most: int, seconds: float) -> bytes:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self._file], [], [], left)
            try:
                if ready and (heard := os.read(self._file, most)):
                    return heard
            except BlockingIOError:
                pass
            except OSError:
                raise PrinterError(Trouble.CUT_OFF) from None
            time.sleep(0.05)
        return b""

    def finish(self) -> None:
        pass  # what was written is with the printer

    def close(self) -> None:
        os.close(self._file)
