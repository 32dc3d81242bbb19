"""Copies of the whole evening, in a folder beside the database. They are made while the evening goes on."""

from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path

from gevent.lock import BoundedSemaphore

from kiosk.store.database import Database
from kiosk.store.sqlite import DamageError
from kiosk.store.sqlite import copy
from kiosk.store.sqlite import damage
from kiosk.store.sqlite import is_outdated

KEPT = 24
"""Two hours of backups, one every five minutes: enough to go back behind a mistake, not only behind a damage."""

_DUE = "erasing"
"""A file in the folder of backups: whoever was erased may still stand in them."""

_one_at_a_time = BoundedSemaphore(1)
"""A copy begun before somebody was erased must not be put beside the new one after it."""

_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    made_at: datetime


def look_before_opening(database_path: Path, now: datetime) -> None:
    """Raise `DamageError` where the database cannot be read; keep a backup of one that opening will migrate."""
    wrong = damage(database_path)
    if wrong:
        raise DamageError(wrong)
    if database_path.exists() and is_outdated(database_path):
        copy(database_path, _path(database_path, now))


def make(database: Database) -> Backup:
    """Copy the evening as it is now, and let the oldest copy go. Takes a moment; runs off the event loop.

    The copy is whole or not there at all: it is written under another name, checked, and then renamed.
    """
    with _one_at_a_time:
        return _make(database)


def _make(database: Database) -> Backup:
    made_at = database.clock()
    path = _path(database.path, made_at)
    database.write_copy(path)
    for old in all_of_them(database.path)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return Backup(path, made_at)


def all_of_them(database_path: Path) -> list[Backup]:
    """The newest first."""
    found = []
    for path in _folder(database_path).glob(f"{database_path.stem}-*{database_path.suffix}"):
        try:
            made_at = datetime.strptime(path.stem.rpartition("-")[2], _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue  # somebody's own copy, put there by hand
        found.append(Backup(path, made_at))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def last_good(database_path: Path) -> Path | None:
    """The newest backup that can be read."""
    return next((backup.path for backup in all_of_them(database_path) if not damage(backup.path)), None)


def will_start_over(database: Database) -> None:
    """Note, before somebody is erased, that the backups are to go: should the laptop stop, the kiosk still knows."""
    folder = _folder(database.path)
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / _DUE).touch()


def is_to_start_over(database: Database) -> bool:
    """Whether somebody was erased whom backups may still hold."""
    return (_folder(database.path) / _DUE).exists()


def start_over(database: Database) -> Backup:
    """Leave nothing of what was erased: not in the database's free pages and log, not in any backup; make a new one."""
    with _one_at_a_time:
        database.compact()
        for path in _folder(database.path).glob("*"):
            if path.name != _DUE:
                path.unlink(missing_ok=True)
        made = _make(database)
        (_folder(database.path) / _DUE).unlink(missing_ok=True)
        return made


def restore(database_path: Path, backup: Path, now: datetime) -> None:
    """Put this copy in the database's place; what was there is kept in the backups' folder.

    The kiosk must not be running. Raises `DamageError`, changing nothing, where the copy is damaged itself.
    """
    wrong = damage(backup)
    if wrong:
        raise DamageError(wrong)
    fresh = database_path.with_name(database_path.name + ".restored")
    fresh.write_bytes(backup.read_bytes())
    aside = _folder(database_path) / f"set-aside-{now.astimezone(UTC).strftime(_STAMP)}{database_path.suffix}"
    # The log and its index belong to the file they were written for: left behind, they would be played into the backup.
    for ending in ("", "-wal", "-shm"):
        part = database_path.with_name(database_path.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    fresh.replace(database_path)


def _path(database_path: Path, now: datetime) -> Path:
    folder = _folder(database_path)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{database_path.stem}-{now.astimezone(UTC).strftime(_STAMP)}{database_path.suffix}"


def _folder(database_path: Path) -> Path:
    return database_path.parent / "backups"
