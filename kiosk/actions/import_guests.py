"""Bring a guest list in. The same list again changes nothing; nobody is ever un-checked-in by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_code import new_badge_code
from kiosk.domain.fact import ListImported
from kiosk.domain.guest import Guest
from kiosk.domain.identifier import new_id
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Imported:
    added: int
    filled: int
    """Known already; something blank was filled in."""
    unchanged: int


def import_guests(change: Change, guests: Sequence[Guest], topics: Topics) -> Imported:
    """Add who is new and fill the blanks of who is known. What a person or the door has set stays as it is."""
    known = attendees.by_list_key(change.connection)
    added = filled = 0
    for guest in guests:
        before = known.get(guest.list_key)
        if before is None:
            added += 1
            known[guest.list_key] = _add(change, guest, topics)
        elif _fill_blanks(change, before, guest, topics):
            filled += 1
    if added or filled:
        change.tell(ListImported(added))
    return Imported(added, filled, len(guests) - added - filled)


def _stated(words: Sequence[str], kind: Kind, topics: Topics) -> tuple[Statement, ...]:
    return tuple(Statement(kind, word, topics.resolve(word)) for word in words)


def _add(change: Change, guest: Guest, topics: Topics) -> Attendee:
    attendee = Attendee(
        id=new_id(change.random),
        badge_code=new_badge_code(change.random),
        name=guest.name,
        company=guest.company,
        title=guest.title,
        email=guest.email,
        phone=guest.phone,
        list_key=guest.list_key,
        purposes=guest.purposes,
        statements=tuple(s for kind, words in guest.words().items() for s in _stated(words, kind, topics)),
    )
    attendees.add(change.connection, attendee, change.now)
    return attendee


def _fill_blanks(change: Change, before: Attendee, guest: Guest, topics: Topics) -> bool:
    blanks: dict[str, Any] = {
        column: getattr(guest, column)
        for column in ("company", "title", "email", "phone")
        if getattr(guest, column) and not getattr(before, column)
    }
    attendees.change(change.connection, before.id, **blanks)
    touched = bool(blanks)
    for kind, words in guest.words().items():
        # Whoever is here has their own hand on what they state: emptied there stays empty.
        if words and not before.stated(kind) and before.arrived_at is None:
            attendees.set_statements(change.connection, before.id, kind, _stated(words, kind, topics))
            touched = True
    if guest.purposes and not before.purposes and before.arrived_at is None:
        attendees.set_purposes(change.connection, before.id, guest.purposes)
        touched = True
    return touched
