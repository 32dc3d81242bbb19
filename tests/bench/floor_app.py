"""The floor: a bare Flask-SocketIO server that knows no kiosk, under the worker and with the options the kiosk has."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import requests

from tests.serving import free_port

ROOT = Path(__file__).parents[2]


def create() -> Any:
    """The WSGI app: keeps what it is given for each room, and emits it one by one when asked."""
    from flask import Flask
    from flask import request
    from flask_socketio import SocketIO
    from flask_socketio import join_room

    app = Flask("floor")
    socketio = SocketIO(app, async_mode="gevent", async_handlers=False, ping_interval=20, ping_timeout=20)
    kept: dict[str, object] = {}

    @socketio.on("connect")
    def connect(auth: dict[str, str]) -> None:
        join_room(auth["room"])

    @app.post("/keep")
    def keep() -> tuple[str, int]:
        kept.update(request.get_json())
        return "", 204

    @app.post("/emit")
    def emit() -> tuple[str, int]:
        for room, news in kept.items():
            socketio.emit("screen", news, to=room)
        return "", 204

    @app.get("/")
    def show() -> str:
        return "up"

    return app


@dataclass(frozen=True)
class Floor:
    port: int
    worker: psutil.Process


@contextmanager
def floor(log_file: Path) -> Iterator[Floor]:
    """Run it on a free port of the loopback until the block is left."""
    port = free_port()
    options = ["--worker-connections", "20000", "--keep-alive", "20", "--graceful-timeout", "0", "--no-control-socket"]
    command = [sys.executable, "-m", "gunicorn", "-k", "gevent", "-w", "1", "-b", f"127.0.0.1:{port}", *options]
    with (
        log_file.open("w") as log,
        subprocess.Popen([*command, "tests.bench.floor_app:create()"], cwd=ROOT, stdout=log, stderr=log) as process,
    ):
        try:
            _wait_until_up(port, process, log_file)
            yield Floor(port, psutil.Process(process.pid).children()[0])
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_until_up(port: int, process: "subprocess.Popen[bytes]", log_file: Path) -> None:
    for _ in range(200):
        try:
            if process.poll() is None and requests.get(f"http://127.0.0.1:{port}/", timeout=2).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError(f"the floor does not answer:\n{log_file.read_text()}")
