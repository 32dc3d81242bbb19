"""Agree to the organizer keeping one's contact details, or no longer agree."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.store import attendees
from kiosk.store.database import Change


def set_organizer_keeps_contact(change: Change, attendee_id: str, keeps: bool) -> None:
    """Keep someone's yes or no to their e-mail and telephone standing in the files afterwards."""
    attendees.need(change.connection, attendee_id)
    attendees.change(change.connection, attendee_id, organizer_keeps_contact=keeps)
    change.tell(AttendeeChanged(attendee_id))
