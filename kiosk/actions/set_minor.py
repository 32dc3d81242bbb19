"""Say at the door that someone is a minor, whom the kiosk sends to nobody."""

from kiosk.actions.leave import leave_matches
from kiosk.domain.fact import AttendeeChanged
from kiosk.store import attendees
from kiosk.store.database import Change


def set_minor(change: Change, attendee_id: str, minor: bool) -> None:
    """Keep that this person is a minor, or is not; a minor is taken out of a match at once."""
    attendees.need(change.connection, attendee_id)
    attendees.change(change.connection, attendee_id, minor=minor)
    if minor:
        leave_matches(change, attendee_id)
    change.tell(AttendeeChanged(attendee_id))
