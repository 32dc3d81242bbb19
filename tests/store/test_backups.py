"""The evening is copied while it goes on, and a damaged one is mended from the last copy that can be read."""

from pathlib import Path
from random import Random

import pytest

from kiosk.actions.walk_in import walk_in
from kiosk.store import attendees
from kiosk.store import backups
from kiosk.store.database import Database
from kiosk.store.sqlite import DamageError
from kiosk.store.sqlite import damage
from tests.conftest import Clock


def arrive(database: Database, name: str) -> None:
    database.write(walk_in, name, "Door left", f"tap for {name}")


def names(path: Path) -> list[str]:
    opened = Database(path)
    found = [a.name for a in opened.read(attendees.all_of_them)]
    opened.close()
    return found


def spoil(path: Path) -> None:
    """Overwrite the middle of the file, as a failing disk does."""
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 512] = Random(page).randbytes(512)
    path.write_bytes(content)


def test_a_backup_holds_what_was_saved_until_then_and_is_one_whole_file(database: Database) -> None:
    arrive(database, "Ana")
    made = backups.make(database)
    arrive(database, "Ben")
    assert [file.name for file in made.path.parent.iterdir()] == [made.path.name]
    assert names(made.path) == ["Ana"]
    assert made.path.stat().st_size > 0


def test_only_the_newest_backups_are_kept(database: Database, clock: Clock) -> None:
    for _ in range(backups.KEPT + 3):
        clock.pass_(minutes=5)
        backups.make(database)
    kept = backups.all_of_them(database.path)
    assert len(kept) == backups.KEPT
    assert kept[0].made_at == clock.now
    assert kept == sorted(kept, key=lambda backup: backup.made_at, reverse=True)


def test_somebodys_own_copy_in_the_folder_is_no_backup_of_ours(database: Database) -> None:
    mine = backups.make(database)
    (mine.path.parent / "evening-before-lunch.sqlite3").write_bytes(b"my own")
    assert [backup.path for backup in backups.all_of_them(database.path)] == [mine.path]


def test_a_backup_is_due_only_where_something_changed(database: Database) -> None:
    arrive(database, "Ana")
    assert database.has_changed()
    assert not database.has_changed()
    arrive(database, "Ben")
    assert database.has_changed()
    elsewhere = Database(database.path)
    arrive(elsewhere, "Cem")
    elsewhere.close()
    assert database.has_changed()


def test_a_damaged_evening_is_refused_and_the_last_good_backup_brings_it_back(database: Database, clock: Clock) -> None:
    arrive(database, "Ana")
    good = backups.make(database)
    arrive(database, "Ben")
    clock.pass_(minutes=5)
    newer = backups.make(database)
    database.compact()
    database.close()
    spoil(database.path)
    spoil(newer.path)
    spoilt = database.path.read_bytes()

    with pytest.raises(DamageError):
        backups.look_before_opening(database.path, clock.now)
    assert backups.last_good(database.path) == good.path
    backups.restore(database.path, good.path, clock.now)
    assert names(database.path) == ["Ana"]
    (aside,) = good.path.parent.glob("set-aside-*.sqlite3")
    assert aside.read_bytes() == spoilt


def test_what_was_in_the_log_of_the_damaged_one_is_not_played_into_the_backup(database: Database, clock: Clock) -> None:
    arrive(database, "Ana")
    good = backups.make(database)
    arrive(database, "Ben")
    left = {ending: database.path.with_name(database.path.name + ending).read_bytes() for ending in ("-wal", "-shm")}
    database.close()
    for ending, content in left.items():  # as after a power cut: the log was not folded in
        database.path.with_name(database.path.name + ending).write_bytes(content)
    backups.restore(database.path, good.path, clock.now)
    assert names(database.path) == ["Ana"]


def test_a_damaged_copy_is_never_put_in_the_place_of_the_evening(database: Database, clock: Clock) -> None:
    arrive(database, "Ana")
    copy = backups.make(database)
    database.close()
    spoil(copy.path)
    with pytest.raises(DamageError):
        backups.restore(database.path, copy.path, clock.now)
    assert names(database.path) == ["Ana"]


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_database_is_damaged_and_none_at_all_is_not(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "evening.sqlite3"
    assert damage(path) == ""
    path.write_bytes(content)
    assert damage(path)


def test_a_database_of_an_earlier_version_is_copied_before_it_is_migrated(database: Database, clock: Clock) -> None:
    arrive(database, "Ana")
    backups.look_before_opening(database.path, clock.now)
    assert backups.all_of_them(database.path) == [], "it is of today: nothing will be migrated"

    def age(change: object) -> None:
        change.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")  # type: ignore[attr-defined]

    database.write(age)
    backups.look_before_opening(database.path, clock.now)
    (made,) = backups.all_of_them(database.path)
    assert made.made_at == clock.now
    assert not damage(made.path)
