"""Bring a guest list in. The same list again changes nothing; nobody is ever un-checked-in by it."""

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from kiosk.domain.age import says_minor
from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_code import new_badge_code
from kiosk.domain.fact import ListImported
from kiosk.domain.guest import Guest
from kiosk.domain.identifier import new_id
from kiosk.domain.not_expected import NotExpected
from kiosk.domain.roll import Roll
from kiosk.domain.statement import Statement
from kiosk.domain.statement import each_topic_once
from kiosk.domain.topic import Topics
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import badge_codes
from kiosk.store import list_keys
from kiosk.store import not_expected
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
    """Find the topic of every word: what takes long, done before the write so that no check-in waits for it.

    Two words of a kind for one topic are one statement, the first.
    """
    return tuple(
        Prepared(
            guest,
            tuple(
                statement
                for kind, words in guest.words().items()
                for statement in each_topic_once(Statement(kind, word, topics.resolve(word)) for word in words)
            ),
        )
        for guest in guests
    )


def import_guests(
    change: Change, prepared: Sequence[Prepared], fingerprint: str = "", left_out: Sequence[NotExpected] = ()
) -> Imported:
    """Add who is new and fill the blanks of who is known. What a person or the door has set stays as it is.

    Who is `left_out` for their status takes the place of those the list with this `fingerprint` left out before.
    """
    known = {attendee.id: attendee for attendee in attendees.all_of_them(change.connection)}
    came = arrivals.ever_came(change.connection)
    taken = badge_codes.all_of_them(change.connection)
    roll: Roll[str] = Roll()
    for attendee_id, key in list_keys.all_of_them(change.connection):
        roll.add(attendee_id, [key])
    people = dict(known)
    new_keys: dict[tuple[str, str], None] = {}
    filled = 0
    for row in prepared:
        found = roll.find(row.guest.keys)
        keys = roll.own(row.guest.keys, found)
        guest = row.guest.known_by(keys)
        if found is None:
            after = _new(change, guest, row.statements, taken)
            taken.add(after.badge_code)
        else:
            after = _filled(change, people[found], guest, row.statements, came=found in came)
            filled += after != people[found]
        people[after.id] = after
        new_keys |= {(after.id, key): None for key in roll.unknown(keys, after.id)}
        roll.add(after.id, keys)
    added = [attendee for attendee_id, attendee in people.items() if attendee_id not in known]
    attendees.add_all(change.connection, added, change.now)
    attendees.fill(change.connection, [(known[key], people[key]) for key in known if people[key] != known[key]])
    list_keys.add_all(change.connection, list(new_keys))
    if fingerprint:
        not_expected.replace(change.connection, fingerprint, left_out)
    if added or filled:
        change.tell(ListImported(len(added)))
    return Imported(len(added), filled, len(prepared) - len(added) - filled)


def _new(change: Change, guest: Guest, statements: tuple[Statement, ...], taken: Container[str]) -> Attendee:
    return Attendee(
        id=new_id(change.random),
        badge_code=new_badge_code(change.random, taken),
        name=guest.name,
        company=guest.company,
        title=guest.title,
        email=guest.email,
        phone=guest.phone,
        registration=guest.registration,
        ticket_code=guest.ticket_code,
        purposes=guest.purposes,
        statements=statements,
        attention=guest.attention,
        minor=says_minor(guest.age, change.now.date()),
    )


def _filled(change: Change, before: Attendee, guest: Guest, statements: tuple[Statement, ...], came: bool) -> Attendee:
    filled = replace(
        before,
        company=before.company or guest.company,
        title=before.title or guest.title,
        registration=before.registration or guest.registration,
        ticket_code=before.ticket_code or guest.ticket_code,
    )
    if came:
        # Whoever has come, be it undone since, has their own hand on the rest: emptied there stays empty.
        return filled
    return replace(
        filled,
        email=before.email or guest.email,
        phone=before.phone or guest.phone,
        attention=before.attention or guest.attention,
        minor=before.minor or says_minor(guest.age, change.now.date()),
        purposes=before.purposes or guest.purposes,
        statements=before.statements + tuple(s for s in statements if not before.stated(s.kind)),
    )
