"""How one would like to meet: in small groups or two by two, with people of one's own company or without."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.store import attendees
from kiosk.store.database import Change


def set_wishes(change: Change, attendee_id: str, small_group: bool, meets_colleagues: bool) -> None:
    """Keep what this person wishes for the matches to come."""
    attendees.need(change.connection, attendee_id)
    attendees.change(change.connection, attendee_id, small_group=small_group, meets_colleagues=meets_colleagues)
    change.tell(AttendeeChanged(attendee_id))
