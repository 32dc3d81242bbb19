"""A tiny app with the kiosk's socket and guard, and `serving`, which runs it under the server the kiosk runs under."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import psutil
import requests

from tests.serving import PATIENCE_S
from tests.serving import free_port
from tests.serving import until

ROOT = Path(__file__).parents[2]


def create() -> Any:
    """The WSGI app. Its session is the cookie `who`; it says back what it hears and sends as much as it is asked."""
    from flask import Flask
    from flask import request
    from flask_socketio import SocketIO

    from kiosk.live.engine import harden
    from kiosk.web.guard import Guard
    from kiosk.web.guard import same_origin

    app = Flask("echo")
    socketio = SocketIO(app, async_mode="gevent", async_handlers=False, cors_allowed_origins=same_origin)
    harden(socketio)
    flooded: set[str] = set()

    @socketio.on("say")
    def say(word: object = None) -> None:
        socketio.emit("said", word, to=request.sid)

    @socketio.on("flood")
    def flood(count: int, size: int, pause_s: float) -> None:
        """Send `count` events of `size` letters, and one that says it is done."""
        client = request.sid

        def emit() -> None:
            for number in range(count):
                socketio.emit("blob", f"{number:06d}" + "x" * size, to=client)
                socketio.sleep(pause_s)
            socketio.emit("done", to=client)
            flooded.add(client)

        socketio.start_background_task(emit)

    @app.get("/seen")
    def seen() -> dict[str, str]:
        return {"url": request.url, **{name: value for name, value in request.headers if "orward" in name}}

    @app.get("/flooded")
    def how_many_were_flooded() -> dict[str, int]:
        """Clients for whom all has been sent that they asked for, whether they took it or not."""
        return {"clients": len(flooded)}

    def session_key(environ: dict[str, Any]) -> str | None:
        who = SimpleCookie(environ.get("HTTP_COOKIE", "")).get("who")
        return who.value if who else None

    return Guard(app.wsgi_app, {"kiosk.example"}, session_key, lambda: socketio.server.environ.values())


def create_pywsgi(port: int) -> None:
    """Serve with gevent's own server, as on Windows."""
    from gevent import pywsgi

    pywsgi.WSGIServer(("127.0.0.1", port), create(), log=None).serve_forever()


@dataclass(frozen=True)
class Served:
    """A running server: its port, its one worker, and the log it writes."""

    port: int
    worker: psutil.Process
    log_file: Path

    @property
    def flooded(self) -> int:
        """How many clients were sent all they asked for, whether they took it or not."""
        return int(requests.get(f"http://127.0.0.1:{self.port}/flooded", timeout=PATIENCE_S).json()["clients"])

    @property
    def log(self) -> str:
        return self.log_file.read_text()

    def memory(self) -> int:
        """Bytes the worker has in memory now; its peak is counted from here."""
        Path(f"/proc/{self.worker.pid}/clear_refs").write_text("5")
        return self.worker.memory_info().rss

    def peak(self) -> int:
        """The most bytes the worker had in memory since it was last asked."""
        status = Path(f"/proc/{self.worker.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024


@contextmanager
def serving(log_file: Path, server: str = "gunicorn") -> Iterator[Served]:
    """Run the app on a free port of the loopback until the block is left."""
    port = free_port()
    gunicorn = ["-m", "gunicorn", "-k", "gevent", "-w", "1", "-b", f"127.0.0.1:{port}", "--no-control-socket"]
    command = {
        "gunicorn": [*gunicorn, "--graceful-timeout", "0", "tests.live.echo_app:create()"],
        "pywsgi": ["-c", f"from tests.live.echo_app import create_pywsgi; create_pywsgi({port})"],
    }[server]
    with (
        log_file.open("w") as log,
        subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=log, stderr=log) as process,
    ):
        try:
            until(lambda: _answers(port, process, log_file))
            workers = psutil.Process(process.pid).children() or [psutil.Process(process.pid)]
            yield Served(port, workers[0], log_file)
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def _answers(port: int, process: "subprocess.Popen[bytes]", log_file: Path) -> bool:
    assert process.poll() is None, log_file.read_text()
    try:
        return requests.get(f"http://127.0.0.1:{port}/flooded", timeout=PATIENCE_S).ok
    except requests.ConnectionError:
        return False
