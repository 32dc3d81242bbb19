"""Starts the server, after saying in the terminal where it is found."""

import fcntl
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gunicorn.app.base import BaseApplication
from qrcode.main import QRCode
from rich.console import Console

from kiosk.domain.refusal import StillRunning
from kiosk.settings import Settings
from kiosk.venue.addresses import join_address
from kiosk.venue.addresses import lan_addresses


def greet(console: Console, data: Path, settings: Settings, port: int, passphrase: str | None) -> None:
    """Print the addresses, the passphrase if it is new, and a QR of the public page."""
    address = join_address(settings.address, port)
    code = QRCode(border=1)
    code.add_data(address)
    console.print(f"\n[bold]{settings.name}[/]")
    code.print_ascii(invert=True)
    console.print(f"Guests and tablets   {address}", highlight=False)
    for other in lan_addresses()[1:]:
        console.print(f"                     http://{other}:{port}", highlight=False)
    console.print(f"Organizer            http://localhost:{port}/organizer", highlight=False)
    if passphrase:
        console.print(f"Passphrase           [bold]{passphrase}[/]", highlight=False)
    else:
        console.print("Passphrase           as set before (kiosk run --new-passphrase makes another)", highlight=False)
    console.print(f"Kept in              {data}\n", highlight=False)


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """One gevent worker: rooms and painters live in its memory."""

    def __init__(self, port: int) -> None:
        self._options = {
            "bind": f"0.0.0.0:{port}",
            "worker_class": "gevent",
            "workers": 1,
            "worker_connections": 20_000,
            "graceful_timeout": 3,
            "keepalive": 20,
            "timeout": 60,
            "loglevel": "warning",
            "forwarded_allow_ips": "",  # nobody in the room may claim to speak for another address
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        from kiosk.wsgi import application  # in the worker, after gevent has patched the standard library

        return application


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold this evening's folder: one process serves it, and none does while it is restored.

    Raises `StillRunning`. The lock is the process's: it goes with it, however it ends.
    """
    with (folder / "running.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StillRunning from None
        yield


def serve(port: int) -> None:
    """Serve until stopped. Each socket is an open file, so as many as the system gives are asked for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    _Server(port).run()
