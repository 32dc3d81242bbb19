"""Say when one leaves, or that one does not know."""

from datetime import datetime
from datetime import timedelta

from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import NotHere
from kiosk.store import attendees
from kiosk.store.database import Change

_AT_MOST = timedelta(days=1)


def set_leaving(change: Change, attendee_id: str, at: datetime | None) -> None:
    """Keep when this person leaves. Whoever leaves soon is matched first; at that time they are taken to have left."""
    if attendees.need(change.connection, attendee_id).presence is not Presence.HERE:
        raise NotHere
    if at is not None and not timedelta() < at - change.now <= _AT_MOST:
        raise BadInput
    attendees.change(change.connection, attendee_id, leaves_at=at)
    change.tell(AttendeeChanged(attendee_id))
