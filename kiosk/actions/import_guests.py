"""Bring a guest list in. The same list again changes nothing; nobody is ever un-checked-in by it."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_code import new_badge_code
from kiosk.domain.fact import ListImported
from kiosk.domain.guest import Guest
from kiosk.domain.identifier import new_id
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Prepared:
    """A guest with what they stated, each word taken for its topic."""

    guest: Guest
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    added: int
    filled: int
    """Known already; something blank was filled in."""
    unchanged: int


def prepare(guests: Iterable[Guest], topics: Topics) -> tuple[Prepared, ...]:
    """Find the topic of every word: what takes long, done before the write so that no check-in waits for it."""
    return tuple(
        Prepared(
            guest,
            tuple(
                Statement(kind, word, topics.resolve(word)) for kind, words in guest.words().items() for word in words
            ),
        )
        for guest in guests
    )


def import_guests(change: Change, prepared: Sequence[Prepared]) -> Imported:
    """Add who is new and fill the blanks of who is known. What a person or the door has set stays as it is."""
    known = attendees.by_list_key(change.connection)
    people = dict(known)
    filled = 0
    for row in prepared:
        before = people.get(row.guest.list_key)
        after = _filled(before, row) if before else _new(change, row)
        filled += before is not None and after != before
        people[row.guest.list_key] = after
    added = [attendee for key, attendee in people.items() if key not in known]
    attendees.add_all(change.connection, added, change.now)
    attendees.fill(change.connection, [(known[key], people[key]) for key in known if people[key] != known[key]])
    if added or filled:
        change.tell(ListImported(len(added)))
    return Imported(len(added), filled, len(prepared) - len(added) - filled)


def _new(change: Change, row: Prepared) -> Attendee:
    guest = row.guest
    return Attendee(
        id=new_id(change.random),
        badge_code=new_badge_code(change.random),
        name=guest.name,
        company=guest.company,
        title=guest.title,
        email=guest.email,
        phone=guest.phone,
        list_key=guest.list_key,
        registration=guest.registration,
        ticket_code=guest.ticket_code,
        purposes=guest.purposes,
        statements=row.statements,
    )


def _filled(before: Attendee, row: Prepared) -> Attendee:
    guest = row.guest
    filled = replace(
        before,
        company=before.company or guest.company,
        title=before.title or guest.title,
        registration=before.registration or guest.registration,
        ticket_code=before.ticket_code or guest.ticket_code,
    )
    if before.arrived_at is not None:
        # Whoever has come has their own hand on the rest: emptied there stays empty.
        return filled
    return replace(
        filled,
        email=before.email or guest.email,
        phone=before.phone or guest.phone,
        purposes=before.purposes or guest.purposes,
        statements=before.statements + tuple(s for s in row.statements if not before.stated(s.kind)),
    )
