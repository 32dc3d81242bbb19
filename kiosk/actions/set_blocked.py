"""Block somebody, whom the kiosk then sends to nobody, or let them in again: the organizer's word."""

from kiosk.actions.leave import leave_matches
from kiosk.domain.fact import AttendeeChanged
from kiosk.store import attendees
from kiosk.store.database import Change


def set_blocked(change: Change, attendee_id: str, blocked: bool) -> None:
    """Keep that this person is blocked, or is not; whoever is blocked is taken out of a match at once."""
    attendees.need(change.connection, attendee_id)
    attendees.change(change.connection, attendee_id, blocked=blocked)
    if blocked:
        leave_matches(change, attendee_id)
    change.tell(AttendeeChanged(attendee_id))
