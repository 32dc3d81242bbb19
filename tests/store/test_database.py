"""Saved, then told: the promises every action rests on."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import gevent
import pytest
from sqlalchemy import Engine
from sqlalchemy import event

from kiosk.actions.walk_in import walk_in
from kiosk.domain.fact import AttendeeArrived
from kiosk.domain.fact import ChangedElsewhere
from kiosk.domain.fact import Fact
from kiosk.domain.list_mapping import ListMapping
from kiosk.domain.refusal import NotSaved
from kiosk.domain.refusal import TooFewFree
from kiosk.store import attendees
from kiosk.store import list_mappings
from kiosk.store.database import Change
from kiosk.store.database import Database
from kiosk.store.sqlite import SQLITE_VERSION
from tests.serving import PATIENCE_S


def names(database: Database) -> list[str]:
    return [a.name for a in database.read(attendees.all_of_them)]


def test_a_deed_that_refuses_leaves_nothing_behind_and_tells_nothing(database: Database, told: list[Fact]) -> None:
    def add_and_refuse(change: Change) -> None:
        walk_in(change, "Ana", "Door left", "tap-1")
        raise TooFewFree

    with pytest.raises(TooFewFree):
        database.write(add_and_refuse)
    assert names(database) == []
    assert told == []


@pytest.mark.parametrize("megabytes", [0, 8])
def test_a_deed_that_fails_alone_leaves_the_files_byte_for_byte_as_they_were(
    database: Database, megabytes: int
) -> None:
    def files() -> list[bytes]:
        return [database.path.with_name(database.path.name + end).read_bytes() for end in ("", "-wal")]

    def keep_and_fail(change: Change) -> None:
        list_mappings.keep(change.connection, "list", ListMapping({"x" * 2**20 * megabytes: ""}), change.now)
        raise TooFewFree

    database.write(walk_in, "Ana", "Door left", "tap-1")
    before = files()
    with pytest.raises(TooFewFree):
        database.write(keep_and_fail)
    assert files() == before


def test_facts_are_told_after_the_commit_and_in_its_order(database: Database) -> None:
    seen: list[tuple[str, bool]] = []

    def look(fact: Fact) -> None:
        assert isinstance(fact, AttendeeArrived)
        seen.append((fact.attendee_id, database.read(attendees.get, fact.attendee_id) is not None))

    committed: list[str] = []

    def arrive(change: Change, number: int) -> None:
        committed.append(walk_in(change, f"Guest {number}", "Door", f"tap-{number}").arrival.attendee_id)

    database.listen(look)
    gevent.joinall([gevent.spawn(database.write, arrive, number) for number in range(50)], raise_error=True)
    assert len(committed) == 50
    assert seen == [(attendee_id, True) for attendee_id in committed]


def test_a_screen_that_breaks_does_not_undo_a_check_in(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    def broken(fact: Fact) -> None:
        raise RuntimeError("a painter fell over")

    database.listen(broken)
    told: list[Fact] = []
    database.listen(told.append)
    database.write(walk_in, "Ana", "Door left", "tap-1")
    assert names(database) == ["Ana"]
    assert len(told) == 1
    assert "a painter fell over" in caplog.text


def test_a_listener_that_writes_is_refused_loudly_and_holds_up_nobody(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def add_another(fact: Fact) -> None:
        database.write(walk_in, "Ben", "Door left", "tap-2")

    database.listen(add_another)
    with gevent.Timeout(PATIENCE_S):
        database.write(walk_in, "Ana", "Door left", "tap-1")
        database.write(walk_in, "Chen", "Door left", "tap-3")
    assert names(database) == ["Ana", "Chen"]
    assert "a listener must not write" in caplog.text


def test_what_a_listener_spawns_may_write(database: Database) -> None:
    spawned: list[gevent.Greenlet] = []

    def add_another(fact: Fact) -> None:
        if not spawned:
            spawned.append(gevent.spawn(database.write, walk_in, "Ben", "Door left", "tap-2"))

    database.listen(add_another)
    database.write(walk_in, "Ana", "Door left", "tap-1")
    spawned[0].get(timeout=PATIENCE_S)
    assert names(database) == ["Ana", "Ben"]


@contextmanager
def locked_by_another_process(path: Path) -> Iterator[None]:
    """A write lock as another program holds it. In this process it would not count: POSIX locks are a process's own."""
    hold = (
        "import sqlite3, sys\n"
        "held = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "held.execute('BEGIN IMMEDIATE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    try:
        yield
    finally:
        process.communicate("")


def test_a_write_lock_held_elsewhere_stops_neither_the_loop_nor_reading(database: Database) -> None:
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            gevent.sleep(0.01)

    ticking = gevent.spawn(tick)
    with locked_by_another_process(database.path):
        waiting = gevent.spawn(database.write, walk_in, "Ana", "Door left", "tap-1")
        while ticks < 10:
            gevent.sleep(0.01)
        assert not waiting.ready(), "the event loop stood still while the lock was waited for"
        assert names(database) == []
    waiting.get(timeout=PATIENCE_S)
    assert names(database) == ["Ana"]
    ticking.kill()


def test_a_lock_that_stays_is_refused_in_words_and_the_next_try_is_saved(database: Database) -> None:
    with locked_by_another_process(database.path), pytest.raises(NotSaved):
        database.write(walk_in, "Ana", "Door left", "tap-1")
    assert ["could not be saved" in caution.sentence for caution in database.health.cautions()] == [True]
    database.write(walk_in, "Ana", "Door left", "tap-1")
    assert names(database) == ["Ana"]


def test_what_another_process_wrote_is_noticed_and_told_once(database: Database, told: list[Fact]) -> None:
    database.write(walk_in, "Ana", "Door left", "tap-1")
    told.clear()
    database.look_elsewhere()
    assert told == []
    other = Database(database.path)
    other.write(walk_in, "Ben", "Door right", "tap-2")
    other.close()
    for _ in range(2):
        database.look_elsewhere()
    assert told == [ChangedElsewhere()]


def test_what_was_saved_is_there_when_the_evening_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "again.sqlite3"
    first = Database(path)
    first.write(walk_in, "Ana", "Door left", "tap-1")
    first.close()
    second = Database(path)
    assert names(second) == ["Ana"]
    second.close()


def test_the_writing_thread_is_a_native_one(database: Database) -> None:
    def whose_thread(change: Change) -> int:
        return threading.get_ident()

    assert database.write(whose_thread) != threading.get_ident()


def test_every_commit_is_synced_and_the_sqlite_is_free_of_the_wal_reset_bug(database: Database) -> None:
    def pragmas(change: Change) -> list[object]:
        return [
            change.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        ]

    full = 2
    assert database.write(pragmas) == ["wal", full, 1, 1]
    assert tuple(map(int, SQLITE_VERSION.split("."))) >= (3, 51, 3)


def test_of_deeds_committed_together_one_that_fails_takes_nothing_with_it(database: Database, told: list[Fact]) -> None:
    def arrive(change: Change, number: int) -> str:
        attendee_id = walk_in(change, f"Guest {number}", "Door", f"tap-number-{number}").arrival.attendee_id
        if number % 3 == 0:
            raise TooFewFree
        return attendee_id

    def ask(number: int) -> str:
        try:
            return database.write(arrive, number)
        except TooFewFree:
            return "refused"

    asked = [gevent.spawn(ask, number) for number in range(12)]
    gevent.joinall(asked, raise_error=True)
    came = [each.value for each in asked if each.value != "refused"]
    assert [each.value == "refused" for each in asked] == [number % 3 == 0 for number in range(12)]
    assert told == [AttendeeArrived(attendee_id) for attendee_id in came]
    assert sorted(names(database)) == sorted(f"Guest {number}" for number in range(12) if number % 3)


def test_deeds_that_wait_at_the_same_time_wait_for_one_commit(database: Database) -> None:
    commits = 0

    def count(_connection: object) -> None:
        nonlocal commits
        commits += 1

    event.listen(Engine, "commit", count)
    try:
        gevent.joinall(
            [gevent.spawn(database.write, walk_in, f"Guest {n}", "Door", f"tap-number-{n}") for n in range(20)],
            raise_error=True,
        )
    finally:
        event.remove(Engine, "commit", count)
    assert len(names(database)) == 20
    assert commits < 20


def test_all_that_waited_for_a_lock_that_stays_are_refused(database: Database) -> None:
    def ask(number: int) -> str:
        try:
            database.write(walk_in, f"Guest {number}", "Door", f"tap-number-{number}")
        except NotSaved:
            return "not saved"
        return "saved"

    with locked_by_another_process(database.path):
        asked = [gevent.spawn(ask, number) for number in range(2)]
        gevent.joinall(asked, raise_error=True)
    assert [each.value for each in asked] == ["not saved", "not saved"]
    assert ask(3) == "saved"
    assert names(database) == ["Guest 3"]
