"""Keep what the staff should know about somebody."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.text import clean
from kiosk.store import attendees
from kiosk.store.database import Change


def remark(change: Change, attendee_id: str, note: str, attention: str) -> None:
    """Set the note on a person, and what the door must read before it welcomes them; either may be empty."""
    if not attendees.names(change.connection, [attendee_id]):
        raise UnknownAttendee
    attendees.change(change.connection, attendee_id, note=clean(note), attention=clean(attention))
    change.tell(AttendeeChanged(attendee_id))
