"""Make a pre-printed badge somebody's."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.refusal import BadgeTaken
from kiosk.store import attendees
from kiosk.store.database import Change


def bind_badge(change: Change, attendee_id: str, code: str) -> None:
    """Give them this badge code in place of the one they had. Raises `BadgeTaken` where it is another person's."""
    attendees.need(change.connection, attendee_id)
    owner = attendees.by_code(change.connection, code)
    if owner is not None and owner.id != attendee_id:
        raise BadgeTaken(name=owner.name)
    attendees.change(change.connection, attendee_id, badge_code=code)
    change.tell(AttendeeChanged(attendee_id))
