"""Give someone a new badge code: the badge they had, lost or in other hands, is nobody's from then on."""

from kiosk.domain.badge_code import new_badge_code
from kiosk.domain.fact import AttendeeChanged
from kiosk.store import attendees
from kiosk.store import badge_codes
from kiosk.store.database import Change


def renew_badge(change: Change, attendee_id: str) -> str:
    """Draw a code that nobody has; give it."""
    attendees.need(change.connection, attendee_id)
    code = new_badge_code(change.random, badge_codes.Taken(change.connection))
    attendees.change(change.connection, attendee_id, badge_code=code)
    change.tell(AttendeeChanged(attendee_id))
    return code
