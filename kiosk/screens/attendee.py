"""One person, as the organizer may see and correct them: no more of them than that takes."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Attendee
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.sighting import Sightings
from kiosk.screens.devices import Seen
from kiosk.screens.devices import seen_of
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import devices


@dataclass(frozen=True, slots=True)
class AttendeeScreen:
    """`attendee` comes without what they stated."""

    attendee: Attendee
    arrival: Arrival | None
    """The check-in that stands."""
    phones: tuple[Seen, ...]


def attendee_screen(connection: sa.Connection, attendee_id: str, sightings: Sightings, now: datetime) -> AttendeeScreen:
    """Raises `UnknownAttendee`."""
    found = attendees.names(connection, [attendee_id])
    if not found:
        raise UnknownAttendee
    return AttendeeScreen(
        found[attendee_id],
        arrivals.standing_of(connection, attendee_id),
        seen_of(devices.phones_of(connection, attendee_id), sightings, now),
    )
