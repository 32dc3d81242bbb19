"""The directory of everyone, kept in memory: read once, then brought up to date by the facts."""

from gevent.lock import BoundedSemaphore

from kiosk.domain.attendee import Presence
from kiosk.domain.directory import Directory
from kiosk.domain.directory import Found
from kiosk.domain.fact import ChangedElsewhere
from kiosk.domain.fact import Fact
from kiosk.domain.fact import ListImported
from kiosk.store import attendees
from kiosk.store.database import Database

_MOST_READ_AGAIN = 500
"""People whose change is read one batch; with more, everyone is read again."""


class Guests:
    """Finds people as of the last commit. One for each database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._directory = Directory()
        self._all_changed = True
        self._changed: set[str] = set()
        self._reading = BoundedSemaphore()
        database.listen(self._hear)

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, (ListImported, ChangedElsewhere)):
            self._all_changed = True
        elif attendee_id := getattr(fact, "attendee_id", ""):
            self._changed.add(attendee_id)

    def find(self, typed: str, limit: int, only: Presence | None = None) -> Found:
        """Who fits what was typed (see `Directory.find`)."""
        return self._as_of_now().find(typed, limit, only)

    def _as_of_now(self) -> Directory:
        with self._reading:  # of several searches at once after an import, one reads
            changed, self._changed = self._changed, set()
            if self._all_changed or len(changed) > _MOST_READ_AGAIN:
                self._all_changed = False
                self._directory = self._database.read_long(lambda connection: Directory(attendees.listed(connection)))
            elif changed:
                now = {person.id: person for person in self._database.read(attendees.listed, changed)}
                for who in changed:
                    if who in now:
                        self._directory.put(now[who])
                    else:
                        self._directory.drop(who)
            return self._directory
