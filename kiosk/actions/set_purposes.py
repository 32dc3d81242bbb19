"""Say why one came."""

from collections.abc import Sequence

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.purpose import Purpose
from kiosk.store import attendees
from kiosk.store.database import Change


def set_purposes(change: Change, attendee_id: str, chosen: Sequence[Purpose]) -> None:
    """Replace someone's purposes, the main one first."""
    attendees.need(change.connection, attendee_id)
    attendees.set_purposes(change.connection, attendee_id, chosen)
    change.tell(AttendeeChanged(attendee_id))
