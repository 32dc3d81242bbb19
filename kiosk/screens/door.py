"""The door: few hits for what was typed, and the result of a check-in. No contact detail, no list to browse."""

from collections.abc import Collection
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from math import ceil

import sqlalchemy as sa

from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.domain.directory import Found
from kiosk.domain.directory import enough
from kiosk.domain.not_expected import NotExpected
from kiosk.domain.not_expected import TicketNotExpected
from kiosk.domain.not_expected import name_key
from kiosk.domain.refusal import BlankBadge
from kiosk.domain.refusal import OtherEvent
from kiosk.domain.refusal import Refused
from kiosk.domain.refusal import UnknownCode
from kiosk.domain.scanned import Scanned
from kiosk.domain.scanned import read_scanned
from kiosk.domain.statement import Kind
from kiosk.screens.phone import PhoneScreen
from kiosk.screens.phone import phone_screen
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import badge_codes
from kiosk.store import devices
from kiosk.store import moods
from kiosk.store import not_expected

MOST_HITS = 8
LATELY = timedelta(minutes=5)
FEWEST_TO_TELL = 5
"""With fewer arrivals lately a pace says nothing about the rest of the queue."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Name and company tell two people apart; nothing more is shown at the door."""

    attendee_id: str
    name: str
    company: str
    here: bool
    arrived_at: datetime | None
    party: int = 0
    """How many who came on the same registration are still expected, themselves included."""


@dataclass(frozen=True, slots=True)
class DoorScreen:
    """What the door shows all the time."""

    here: int
    expected: int
    """Everyone on the list or walked in, whether they have come or not."""
    a_minute: float = 0.0
    """Arrivals a minute, over the last five."""
    minutes_left: int | None = None
    """How long those still expected take at this pace; None where that would be a guess in the dark."""


@dataclass(frozen=True, slots=True)
class Hits:
    """`typed` is what was searched for; `enough` is false while it is too short to search."""

    typed: str
    enough: bool
    hits: tuple[Hit, ...]
    more: bool = False
    """There are more than are shown: type on."""
    guessed: bool = False
    """Nobody is called that; these nearly are."""
    is_code: bool = False
    """It reads as a badge code, so it is nobody's name."""
    not_expected: tuple[NotExpected, ...] = ()
    """Whose whole name or ticket was typed, and the list says that they do not come."""


@dataclass(frozen=True, slots=True)
class ArrivalScreen:
    """A check-in, or the attempt to repeat one (`first` is then the standing arrival)."""

    arrival: Arrival
    attendee: Attendee
    again: bool
    party: tuple[Attendee, ...]
    """The others of their registration."""
    without_phone: PhoneScreen | None
    """For someone who is here and has no phone linked: what it would show, so that this tablet can tell them."""


def door_screen(connection: sa.Connection, now: datetime) -> DoorScreen:
    counts = moods.counts(connection)
    lately = arrivals.since(connection, now - LATELY)
    a_minute = lately / (LATELY / timedelta(minutes=1))
    missing = counts.expected - counts.here - counts.left
    tells = lately >= FEWEST_TO_TELL and missing > 0
    return DoorScreen(counts.here, counts.expected, a_minute, ceil(missing / a_minute) if tells else None)


def hits_for(connection: sa.Connection, typed: str, found: Found) -> Hits:
    """What is shown for what was typed at the door: the owner of a code, else those found in the directory."""
    scanned = read_scanned(typed)
    owner = owner_of(connection, scanned) if enough(typed) else None
    if owner is not None:
        hits = _with_party(connection, {owner.id: owner}, (_hit(owner),))
        cancelled = _not_expected_by(connection, scanned, owner)
        return Hits(typed, True, hits, is_code=True, not_expected=(cancelled,) if cancelled else ())
    people = attendees.names(connection, found.ids)
    hits = tuple(_hit(people[who]) for who in found.ids if who in people)
    here = {name_key(hit.name) for hit in hits if hit.here}
    red = not_expected.named(connection, typed) or not_expected.with_ticket(connection, scanned.ticket_keys)
    # Eight letters may be a name, such as Dora Maar; with a digit among them they are not.
    is_code = scanned.is_badge or (scanned.badge_code is not None and any(char.isdigit() for char in typed))
    return Hits(
        typed,
        enough(typed),
        _with_party(connection, people, hits),
        found.more,
        found.guessed,
        is_code,
        tuple(person for person in red if enough(typed) and name_key(person.name) not in here),
    )


def expected_owner(connection: sa.Connection, *read: Scanned) -> Attendee | None:
    """Whose badge or ticket was scanned, by the first of these ways to read it that is anybody's.

    Raises `TicketNotExpected` where the list says that who has this ticket does not come, and they have not come yet.
    """
    for scanned in read:
        person = owner_of(connection, scanned)
        red = _not_expected_by(connection, scanned, person)
        if red is not None:
            raise TicketNotExpected(red)
        if person is not None:
            return person
    return None


def _not_expected_by(connection: sa.Connection, scanned: Scanned, person: Attendee | None) -> NotExpected | None:
    """Who is not expected with this ticket; where `person` has the same, only themselves as the last list has them."""
    if person and (person.presence is not Presence.EXPECTED or person.badge_code == scanned.badge_code):
        return None
    those = not_expected.with_ticket(connection, scanned.ticket_keys)
    return next((one for one in those if not person or name_key(one.name) == name_key(person.name)), None)


def owner_of(connection: sa.Connection, scanned: Scanned) -> Attendee | None:
    """Whose badge or ticket was scanned."""
    by_badge = attendees.by_code(connection, scanned.badge_code) if scanned.badge_code else None
    return by_badge or attendees.by_ticket(connection, scanned.ticket_keys)


def why_unknown(connection: sa.Connection, scanned: Scanned) -> Refused:
    """What to say of a code that is nobody's."""
    code = scanned.badge_code
    if code and (scanned.is_badge or badge_codes.is_on_a_blank(connection, code)):
        return BlankBadge()
    if scanned.event and not attendees.any_of_event(connection, scanned.event):
        return OtherEvent()
    return UnknownCode()


def _hit(person: Attendee) -> Hit:
    here = person.presence is Presence.HERE
    return Hit(person.id, person.name, person.company, here, person.arrived_at)


def _with_party(connection: sa.Connection, people: dict[str, Attendee], hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    registrations = {person.registration for person in people.values()} - {""}
    if not registrations:
        return hits
    expected = attendees.expected_of(connection, registrations)
    return tuple(replace(hit, party=expected.get(people[hit.attendee_id].registration, 0)) for hit in hits)


def questions_for(person: Attendee, wanted: Collection[str]) -> tuple[str, ...]:
    """Of the questions the organizer wants asked at the door, those that are not answered yet."""
    answered = {
        "interests": bool(person.stated(Kind.INTEREST)),
        "matched": person.agreed_to_match is not None,
        "shown": person.shown,
        "leaving": person.leaves_at is not None,
    }
    return tuple(question for question in wanted if not answered[question])


def arrival_screen(connection: sa.Connection, arrival_id: str, again: bool, now: datetime) -> ArrivalScreen:
    """The result of a check-in. `UnknownAttendee` where there is no such arrival."""
    arrival = arrivals.need(connection, arrival_id)
    attendee = attendees.need(connection, arrival.attendee_id)
    helped = attendee.presence is Presence.HERE and not devices.has_phone(connection, attendee.id)
    party = attendees.party_of(connection, attendee.registration)
    return ArrivalScreen(
        arrival,
        attendee,
        again,
        party=tuple(person for person in party if person.id != attendee.id),
        without_phone=phone_screen(connection, attendee.id, now) if helped else None,
    )
