"""Check someone in at the door, and have the link for their phone ready in the same breath."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.actions.make_phone_link import link_for
from kiosk.actions.make_phone_link import make_phone_link
from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeArrived
from kiosk.domain.identifier import new_id
from kiosk.domain.link import Link
from kiosk.domain.refusal import AlreadyHere
from kiosk.domain.refusal import RehearsalOn
from kiosk.domain.refusal import RequestReused
from kiosk.domain.refusal import UndoneSince
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import rehearsals
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Arrived:
    """An arrival with a fresh link for the phone of whoever arrived."""

    arrival: Arrival
    link: Link


def check_in(
    change: Change, attendee_id: str, door: str, request_key: str, client_at: datetime | None = None
) -> Arrived:
    """Check this person in. The same tap sent again answers with the arrival it made, and a newer link.

    `client_at` is when a tablet took it that was cut off; it says so only now. Raises `AlreadyHere` (changing nothing)
    for a second check-in, `UndoneSince` where somebody knew better in the meantime, `UnknownAttendee`.
    """
    again = arrivals.by_request(change.connection, request_key)
    if again is not None:
        if again.attendee_id != attendee_id:
            raise RequestReused
        return Arrived(again, make_phone_link(change, attendee_id))
    name, presence = attendees.name_and_presence(change.connection, attendee_id)
    first = arrivals.standing_of(change.connection, attendee_id) if presence is Presence.HERE else None
    if first is not None:
        raise AlreadyHere(attendee_id, first.arrived_at, first.door)
    if client_at is not None and arrivals.undone_since(change.connection, attendee_id, client_at):
        raise UndoneSince
    return record_arrival(change, attendee_id, name, door, request_key, client_at)


def record_arrival(
    change: Change, attendee_id: str, name: str, door: str, request_key: str, client_at: datetime | None = None
) -> Arrived:
    """Write the arrival of someone who is not here yet, and tell it.

    Raises `RehearsalOn` while invented guests are here: real ones must not be matched with them.
    """
    if rehearsals.is_on(change.connection) and not rehearsals.is_invented(change.connection, attendee_id):
        raise RehearsalOn
    arrival = Arrival(new_id(change.random), attendee_id, change.now, door, request_key, client_at=client_at)
    arrivals.add(change.connection, arrival)
    attendees.change(
        change.connection,
        attendee_id,
        presence=Presence.HERE,
        mood=Mood.FREE,
        arrived_at=arrival.arrived_at,
        free_since=arrival.arrived_at,
        leaves_at=None,
    )
    change.tell(AttendeeArrived(attendee_id))
    return Arrived(arrival, link_for(change, attendee_id, name))
