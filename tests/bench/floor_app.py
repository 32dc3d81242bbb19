"""The floor: a bare Flask-SocketIO server that knows no kiosk, under the worker and with the options the kiosk has.

It keeps and emits what it is given, and writes check-ins as durably as the kiosk, with nothing around them.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path
from secrets import token_hex
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

    writes = bare_writes(Path(os.environ["FLOOR_DATABASE"])) if "FLOOR_DATABASE" in os.environ else None

    @app.post("/check-in")
    def check_in() -> tuple[str, int]:
        assert writes is not None
        writes(request.form["attendee_id"], request.form["request_key"])
        return "", 204

    @app.get("/")
    def show() -> str:
        return "up"

    return app


def bare_writes(path: Path) -> Callable[[str, str], None]:
    """What a check-in must write and no more, by SQLAlchemy, in one durable transaction each: the arrival, the person's
    state, and a link in place of an older one."""
    import sqlalchemy as sa
    from pysqlite3 import dbapi2 as sqlite

    engine = sa.create_engine(f"sqlite:///{path}", module=sqlite, connect_args={"check_same_thread": False})

    @sa.event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    tables = sa.MetaData()
    people = sa.Table(
        "people",
        tables,
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("presence", sa.String(10)),
        sa.Column("at", sa.DateTime),
    )
    arrivals = sa.Table(
        "arrivals",
        tables,
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("who", sa.String(16)),
        sa.Column("at", sa.DateTime),
    )
    links = sa.Table(
        "links", tables, sa.Column("id", sa.String(64), primary_key=True), sa.Column("who", sa.String(16), index=True)
    )
    tables.create_all(engine)

    def write(attendee_id: str, request_key: str) -> None:
        now = datetime.now(UTC).replace(tzinfo=None)
        with engine.begin() as connection:
            there = connection.execute(sa.select(people.c.id).where(people.c.id == attendee_id)).first()
            if there is None:
                connection.execute(people.insert().values(id=attendee_id))
            connection.execute(arrivals.insert().values(id=request_key, who=attendee_id, at=now))
            connection.execute(people.update().where(people.c.id == attendee_id).values(presence="here", at=now))
            connection.execute(links.delete().where(links.c.who == attendee_id))
            connection.execute(links.insert().values(id=token_hex(16), who=attendee_id))

    return write


@dataclass(frozen=True)
class Floor:
    port: int
    worker: psutil.Process


@contextmanager
def floor(log_file: Path, database: Path | None = None) -> Iterator[Floor]:
    """Run it on a free port of the loopback until the block is left. With a `database` it takes check-ins."""
    port = free_port()
    options = ["--worker-connections", "20000", "--keep-alive", "20", "--graceful-timeout", "0", "--no-control-socket"]
    command = [sys.executable, "-m", "gunicorn", "-k", "gevent", "-w", "1", "-b", f"127.0.0.1:{port}", *options]
    env = os.environ | ({"FLOOR_DATABASE": str(database)} if database else {})
    with (
        log_file.open("w") as log,
        subprocess.Popen(
            [*command, "tests.bench.floor_app:create()"], cwd=ROOT, env=env, stdout=log, stderr=log
        ) as process,
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
        except (requests.ConnectionError, requests.Timeout):
            time.sleep(0.1)
    raise AssertionError(f"the floor does not answer:\n{log_file.read_text()}")
