"""Agree to be matched with others, or no longer agree."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.store import attendees
from kiosk.store.database import Change


def agree_to_match(change: Change, attendee_id: str, agrees: bool) -> None:
    """Keep someone's yes or no to being matched. It is off until they say yes; a no is a no to what comes, so what is
    on goes on."""
    attendees.need(change.connection, attendee_id)
    attendees.change(change.connection, attendee_id, agreed_to_match=agrees)
    change.tell(AttendeeChanged(attendee_id))
