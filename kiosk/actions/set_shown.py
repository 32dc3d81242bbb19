"""Agree to be named on the projector, or no longer agree."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.store import attendees
from kiosk.store.database import Change


def set_shown(change: Change, attendee_id: str, shown: bool) -> None:
    """Keep someone's yes or no to being named where everyone reads it."""
    attendees.need(change.connection, attendee_id)
    attendees.change(change.connection, attendee_id, shown=shown)
    change.tell(AttendeeChanged(attendee_id))
