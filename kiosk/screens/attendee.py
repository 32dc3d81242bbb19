"""One person, as the organizer may see and correct them: no more of them than that takes."""

from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.arrival import Arrival
from kiosk.domain.attendee import Attendee
from kiosk.domain.device import Device
from kiosk.domain.refusal import UnknownAttendee
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import devices


@dataclass(frozen=True, slots=True)
class AttendeeScreen:
    """`attendee` comes without what they stated."""

    attendee: Attendee
    arrival: Arrival | None
    """The check-in that stands."""
    phones: tuple[Device, ...]


def attendee_screen(connection: sa.Connection, attendee_id: str) -> AttendeeScreen:
    """Raises `UnknownAttendee`."""
    found = attendees.names(connection, [attendee_id])
    if not found:
        raise UnknownAttendee
    return AttendeeScreen(
        found[attendee_id],
        arrivals.standing_of(connection, attendee_id),
        tuple(devices.phones_of(connection, attendee_id)),
    )
