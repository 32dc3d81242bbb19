"""A real kiosk in a process of its own, and the people who talk to it over HTTP as browsers do."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from secrets import randbelow

import psutil
import requests

PASSPHRASE = "bees-and-boats"
EVENING = """
name = "Spring mixer"
host = "the Riverside gardeners"
about = "An evening to meet people you could help."
timezone = "Europe/Berlin"
answer_seconds = 600
round_minutes = 12
spots = [{ name = "long window", room_for = 20 }, { name = "the bar", room_for = 12 }]
"""


PATIENCE_S = 60.0
"""How long anything may take on a machine that is busy with other things: whoever waits goes on as soon as it is so."""


def until(true: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Wait for this to be so."""
    deadline = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < deadline, "it never came to be so"
        time.sleep(0.05)


def free_port() -> int:
    """Not one of those that the system gives to connections: such a one may be taken before it is used."""
    while True:
        port = 20_000 + randbelow(10_000)
        with socket.socket() as probe:
            try:
                probe.bind(("", port))
            except OSError:
                continue
        return port


@dataclass
class Served:
    """A running `kiosk run`. `log` is everything it printed."""

    base: str
    port: int
    folder: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    def printed(self) -> str:
        return self.log.read_text()

    def kill(self) -> None:
        """As when the power goes: the server and its worker are gone, and what they held is free."""
        everyone = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
        for each in everyone:
            with suppress(psutil.NoSuchProcess):  # it went with the one before
                each.kill()
        self.process.wait()
        psutil.wait_procs(everyone)


def kiosk(*arguments: str, folder: Path | None) -> "subprocess.CompletedProcess[str]":
    """Run a kiosk command to its end; `folder` is None for one that talks to a running kiosk alone."""
    command = [sys.executable, "-m", "kiosk", *arguments, *(("--data", str(folder)) if folder else ())]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@contextmanager
def serving(folder: Path, evening: str = EVENING, port: int | None = None, *options: str) -> Iterator[Served]:
    """`kiosk run` on a free port of loopback, until the block ends."""
    port = port or free_port()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "event.toml").write_text(evening, encoding="utf-8")
    log = folder.parent / f"{folder.name}.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--data", str(folder), "--port", str(port), *options],
            stdout=output,
            stderr=subprocess.STDOUT,
            env={"PATH": "/usr/bin:/bin", "KIOSK_PASSPHRASE": PASSPHRASE, "PYTHONUNBUFFERED": "1", "LANG": "C.UTF-8"},
        )
        served = Served(f"http://127.0.0.1:{port}", port, folder, log, process)
        try:
            _wait_until_up(served)
            yield served
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(PATIENCE_S)
                except subprocess.TimeoutExpired:
                    served.kill()


def _wait_until_up(served: Served) -> None:
    def answers() -> bool:
        assert served.process.poll() is None, f"the kiosk did not start:\n{served.printed()}"
        try:
            return requests.get(f"{served.base}/healthz", timeout=PATIENCE_S).ok
        except requests.ConnectionError:
            return False

    until(answers)


@dataclass
class Visitor:
    """One browser without JavaScript: keeps cookies, sends the form token of the page it last saw."""

    served: Served
    session: requests.Session = field(default_factory=requests.Session)
    token: str = ""

    def __post_init__(self) -> None:
        # One that is kept may be closed by the kiosk just as it is used again: browsers then try anew, this does not.
        self.session.headers["Connection"] = "close"

    def get(self, path: str, **options: object) -> requests.Response:
        return self._seen(
            self.session.get(self.served.base + path, timeout=PATIENCE_S, **options)  # type: ignore[arg-type]
        )

    def post(self, path: str, _files: object = None, **fields: object) -> requests.Response:
        """Send a form and follow to the page it leads to."""
        if not self.token:
            self.get("/")
        data = {"csrf_token": self.token, **fields}
        return self._seen(
            self.session.post(self.served.base + path, data=data, files=_files, timeout=PATIENCE_S)  # type: ignore[arg-type]
        )

    def _seen(self, response: requests.Response) -> requests.Response:
        found = re.search(r'name="csrf-token" content="([^"]+)"', response.text)
        if found:
            self.token = found[1]
        return response


def organizer_of(served: Served) -> Visitor:
    organizer = Visitor(served)
    assert organizer.post("/organizer/sign-in", passphrase=PASSPHRASE).ok
    return organizer


def paired_screen(organizer: Visitor, role: str, name: str) -> Visitor:
    """A door or projector, paired by the link on the organizer's page as a tablet would be."""
    page = organizer.post("/organizer/screens", role=role, name=name)
    token = re.search(r"/link#([0-9a-f]{32})", page.text)
    assert token, page.text
    screen = Visitor(organizer.served)
    assert screen.post("/link", token=token[1]).ok
    return screen
