"""How saving and copying went lately, in words."""

from pathlib import Path

import pytest

from kiosk.actions.set_flow import set_flow
from kiosk.store import backups
from kiosk.store import health
from kiosk.store.database import Database
from kiosk.store.health import Health
from kiosk.store.sqlite import DamageError


class Seconds:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def said(health: Health) -> list[str]:
    return [caution.sentence for caution in health.cautions()]


def test_a_slow_disk_is_told_for_some_minutes_and_a_refusal_before_it() -> None:
    seconds = Seconds()
    noted = Health(seconds)
    noted.saved(0.01)
    assert said(noted) == []
    noted.saved(3.0)
    assert said(noted) == [health._SLOW]
    noted.refused()
    assert said(noted) == [health._REFUSED]
    seconds.now += 301
    assert said(noted) == []


def test_a_backup_that_failed_is_told_until_one_is_made() -> None:
    noted = Health(Seconds())
    noted.copied(OSError("no space left"))
    assert said(noted) == [health._NOT_COPIED]
    noted.copied(DamageError("malformed"))
    assert said(noted) == [health._DAMAGED]
    noted.copied()
    assert said(noted) == []


def test_a_backup_that_has_no_place_is_told_and_the_next_one_makes_it_good(database: Database) -> None:
    database.write(set_flow, True)
    blocked = backups._path(database.path, database.clock()).with_suffix(".sqlite3.unfinished")
    blocked.mkdir()  # a folder where the copy is to be written
    with pytest.raises(OSError):
        backups.make(database)
    assert said(database.health) == [health._NOT_COPIED]
    blocked.rmdir()
    backups.make(database)
    assert said(database.health) == []


def test_a_damaged_database_is_told_by_the_copy_that_cannot_be_made(database: Database, tmp_path: Path) -> None:
    database.write(set_flow, True)
    damaged = tmp_path / "damaged.sqlite3"
    damaged.write_bytes(b"no database at all, in more bytes than a header has" * 40)
    database.path = damaged
    with pytest.raises(DamageError):
        backups.make(database)
    assert said(database.health) == [health._DAMAGED]
