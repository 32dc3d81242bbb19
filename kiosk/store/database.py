"""One database, one writer.

A native thread owns the only writing connection. SQLite waits for a lock inside C, where gevent cannot switch:
were that to happen on the event loop, every socket would freeze with it. So writes, and reads that take long,
run on native threads and the caller's greenlet waits for them.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from datetime import UTC
from datetime import datetime
from pathlib import Path
from random import Random
from random import SystemRandom
from time import monotonic
from typing import Any
from typing import Concatenate
from typing import ParamSpec
from typing import TypeVar
from typing import cast

import gevent
import sqlalchemy as sa
from gevent.event import Event
from gevent.threadpool import ThreadPool
from sqlalchemy.exc import OperationalError

from kiosk.domain.fact import ChangedElsewhere
from kiosk.domain.fact import Fact
from kiosk.domain.refusal import NotSaved
from kiosk.native import on_thread
from kiosk.store.health import Health
from kiosk.store.migrations import upgrade
from kiosk.store.sqlite import copy
from kiosk.store.sqlite import engine

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)

TOGETHER_S = 0.02
"""For how long deeds that wait are taken into one transaction: the first of them is not to wait for the last."""


def system_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Change:
    """What an action is handed: the open transaction, the time, secrets to draw, and a place to tell facts."""

    connection: sa.Connection
    now: datetime
    random: Random
    facts: list[Fact] = field(default_factory=list)

    def tell(self, fact: Fact) -> None:
        """Have `fact` told once this transaction is committed."""
        self.facts.append(fact)


@dataclass(slots=True, eq=False)
class _Waiting:
    """A deed that waits to be saved, and what came of it."""

    deed: Callable[[Change], Any]
    done: Event = field(default_factory=Event)
    result: Any = None
    raised: BaseException | None = None


class Database:
    """Opens `path` (made and migrated where needed). `clock` and `random` are handed in by tests."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime] = system_clock,
        random: Random | None = None,
    ) -> None:
        self.clock = clock
        self.path = path
        self._random = random or SystemRandom()
        self.health = Health()
        self._listeners: list[Callable[[Fact], None]] = []
        self._told: deque[Fact] = deque()
        self._waiting: deque[_Waiting] = deque()
        self._writing = False
        self._telling: set[gevent.Greenlet] = set()
        self._writer = ThreadPool(1)
        self._readers = ThreadPool(2)
        self._write_engine = engine(path, "BEGIN IMMEDIATE", poolclass=sa.pool.NullPool)
        self._read_engine = engine(path, "BEGIN", pool_size=8, max_overflow=64)
        self._thread_engine = engine(path, "BEGIN", poolclass=sa.pool.NullPool)
        self._connection: sa.Connection | None = None
        self._data_version = 0
        self._seen = (0, 0)
        on_thread(self._writer, self._open)

    def _open(self) -> None:
        with self._write_engine.connect() as connection:
            upgrade(connection)
        self._connection = self._write_engine.connect()
        self._data_version = self._read_data_version()

    def _read_data_version(self) -> int:
        assert self._connection is not None
        raw = self._connection.connection.cursor()
        return int(raw.execute("PRAGMA data_version").fetchone()[0])

    def listen(self, listener: Callable[[Fact], None]) -> None:
        """Call `listener` with each fact, after its commit and in commit order.

        It must be quick, and write nothing itself: it would wait for those who wait for it. What it wants written it
        spawns a greenlet for.
        """
        self._listeners.append(listener)

    def write(self, deed: Callable[Concatenate[Change, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `deed` whole or not at all on the writer thread; tell its facts once it is saved; give what it returns.

        Deeds that wait at the same time are committed together: the disk is waited for once. Each has a savepoint of
        its own, so one that fails takes nothing with it. Raises whatever the deed refuses with (nothing is changed
        then), or `NotSaved` where the database is locked for longer than `LOCK_WAIT_S` or the disk takes no more, and
        RuntimeError where a listener asks.
        """
        if gevent.getcurrent() in self._telling:
            raise RuntimeError("a listener must not write: the writer waits for it; spawn a greenlet")
        waiting = _Waiting(lambda change: deed(change, *args, **kwargs))
        self._waiting.append(waiting)
        if not self._writing:
            self._writing = True
            gevent.spawn(self._write_those_waiting)
        waiting.done.wait()
        if waiting.raised is not None:
            raise waiting.raised
        return cast(R, waiting.result)

    def _write_those_waiting(self) -> None:
        while self._waiting:
            together = on_thread(self._writer, self._write_together)
            self._tell()
            for each in together:
                each.done.set()
        self._writing = False

    def _write_together(self) -> list[_Waiting]:
        """On the writer thread: take deeds from those waiting and commit them. What one raises is kept with it."""
        assert self._connection is not None
        together: list[_Waiting] = []
        facts: list[Fact] = []
        began = monotonic()
        until = began + TOGETHER_S
        try:
            with self._connection.begin() as transaction:
                waited = monotonic() - began
                while self._waiting and (not together or monotonic() < until):
                    together.append(self._waiting.popleft())
                    facts += self._run(together[-1], self._connection)
                if all(each.raised for each in together):
                    transaction.rollback()  # to commit nothing would still write pages to the log
                worked = monotonic()
            self.health.saved(waited + monotonic() - worked)
        except BaseException as error:  # noqa: BLE001 - raised again by each whose deed was not saved
            if not together:  # the transaction could not even begin: none of those who waited for it is saved
                together += [self._waiting.popleft() for _ in range(len(self._waiting))]
            if isinstance(error, OperationalError):
                log.error("not saved: %s", error.orig)
                self.health.refused()
                error = NotSaved()
            for each in together:
                each.raised = each.raised or error
            return together
        self._told.extend(facts)  # still on the one writer thread: commit order
        return together

    def _run(self, waiting: _Waiting, connection: sa.Connection) -> list[Fact]:
        """Run one deed in a savepoint; the facts it told, none where it raised."""
        raw = connection.connection.cursor()
        raw.execute("SAVEPOINT deed")
        change = Change(connection, self.clock(), self._random)
        try:
            waiting.result = waiting.deed(change)
        except OperationalError:
            raise  # the disk is full or broken: nothing of this transaction can be trusted
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
            waiting.raised = error
            change.facts.clear()
            raw.execute("ROLLBACK TO deed")
        raw.execute("RELEASE deed")
        raw.close()
        return change.facts

    def _tell(self) -> None:
        """Pass facts on, on the caller's side of the thread, where the event loop lives."""
        teller = gevent.getcurrent()
        self._telling.add(teller)
        while self._told:
            fact = self._told.popleft()
            for listener in self._listeners:
                try:
                    listener(fact)
                except Exception:  # a broken screen must not undo or delay a check-in
                    log.exception("a fact could not be announced: %r", fact)
        self._telling.discard(teller)

    def read(self, question: Callable[Concatenate[sa.Connection, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask a short question (well under 10 ms) on a snapshot of its own."""
        with self._read_engine.connect() as connection:
            return question(connection, *args, **kwargs)

    def read_long(
        self, question: Callable[Concatenate[sa.Connection, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Ask what takes long, or computes long on what it read, on a native thread off the event loop."""

        def run() -> R:
            with self._thread_engine.connect() as connection:
                return question(connection, *args, **kwargs)

        return on_thread(self._readers, run)

    def look_elsewhere(self) -> None:
        """Tell `ChangedElsewhere` when another process (the command line) has written since the last look."""
        version = on_thread(self._writer, self._read_data_version)
        if version != self._data_version:
            self._data_version = version
            self._told.append(ChangedElsewhere())
            self._tell()

    def has_changed(self) -> bool:
        """Whether anything was written since this was last asked, by whichever process."""

        def signs() -> tuple[int, int]:
            assert self._connection is not None
            raw = self._connection.connection.cursor()
            return int(raw.execute("SELECT total_changes()").fetchone()[0]), self._read_data_version()

        before, self._seen = self._seen, on_thread(self._writer, signs)
        return before != self._seen

    def compact(self) -> None:
        """Leave nothing of what was deleted on the disk: not in free pages, not in the write-ahead log.

        Raises `NotSaved` where somebody reads from the log for longer than `LOCK_WAIT_S`; then it may still be there.
        """

        def shrink() -> None:
            assert self._connection is not None
            raw = self._connection.connection.cursor()
            raw.execute("VACUUM")
            busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            raw.close()
            if busy:
                raise NotSaved

        on_thread(self._writer, shrink)

    def write_copy(self, target: Path) -> None:
        """Write the whole database as it is now to `target`, whole or not at all, while others read and write on."""
        try:
            on_thread(self._readers, lambda: copy(self.path, target))
        except Exception as error:  # whatever it was, the organizer is warned; it is raised on
            self.health.copied(error)
            raise
        self.health.copied()

    def close(self) -> None:
        """Finish what is being written and close every connection."""

        def shut() -> None:
            if self._connection is not None:
                self._connection.close()

        on_thread(self._writer, shut)
        for each in (self._write_engine, self._read_engine, self._thread_engine):
            each.dispose()
        self._writer.kill()
        self._readers.kill()
