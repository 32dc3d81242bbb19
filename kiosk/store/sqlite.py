"""SQLite itself: the library, its connections, and the file of a database looked at and copied."""

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kiosk.store.migrations import outdated

try:  # bundles a SQLite without the WAL-reset bug (fixed in 3.51.3); its wheels exist for Linux
    from pysqlite3 import dbapi2 as sqlite
except ImportError:  # pragma: no cover - other platforms bring a newer SQLite of their own
    import sqlite3 as sqlite

SQLITE_VERSION: str = sqlite.sqlite_version

LOCK_WAIT_S = 5
"""How long a write waits for a lock another process holds before it is refused."""


class DamageError(Exception):
    """The database file cannot be read as one any more; the message is SQLite's own."""


def _url(path: Path) -> str:
    return f"sqlite:///{path}"


def engine(path: Path, begin: str, **options: Any) -> sa.Engine:
    """Connections to the database in this file, each transaction begun by the words `begin`."""
    made = sa.create_engine(
        _url(path),
        module=sqlite,
        connect_args={"timeout": LOCK_WAIT_S, "check_same_thread": False, "cached_statements": 256},
        **options,
    )

    @sa.event.listens_for(made, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # pysqlite's own BEGIN would come too late to be IMMEDIATE
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("PRAGMA cache_spill=OFF")  # the log is written at the commit alone

    @sa.event.listens_for(made, "begin")
    def start(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


def damage(path: Path) -> str:
    """What is wrong with the database in this file, in SQLite's words; empty where it is sound, or not there."""
    if not path.exists():
        return ""
    try:
        connection = sqlite.connect(path)
        try:
            said = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        finally:
            connection.close()
    except sqlite.DatabaseError as error:
        # Locked by another process is no damage: opening waits for its turn.
        return "" if isinstance(error, sqlite.OperationalError) and "lock" in str(error) else str(error)
    return "" if said == "ok" else said


def is_outdated(path: Path) -> bool:
    """Whether the database in this file was last opened by an earlier version, so that opening it migrates it."""
    with sa.create_engine(_url(path), module=sqlite, poolclass=sa.pool.NullPool).connect() as connection:
        return outdated(connection)


def copy(source: Path, target: Path) -> None:
    """Copy the database in `source` to `target`, whole or not at all: one file, without a log or what was deleted.

    Raises `DamageError` where the copy is not sound.
    """
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    connection = sqlite.connect(source, timeout=LOCK_WAIT_S)
    try:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
    except sqlite.OperationalError:
        raise  # the disk is full, or another program holds the database
    except sqlite.DatabaseError as error:
        raise DamageError(str(error)) from error
    finally:
        connection.close()
    with unfinished.open("rb+") as written:
        os.fsync(written.fileno())  # VACUUM INTO leaves that to its caller
    wrong = damage(unfinished)
    if wrong:
        unfinished.unlink()
        raise DamageError(wrong)
    unfinished.replace(target)
