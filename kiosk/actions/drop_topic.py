"""Take an interest, an offer or an ask away."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.statement import Kind
from kiosk.store import attendees
from kiosk.store.database import Change


def drop_topic(change: Change, attendee_id: str, kind: Kind, topic: str) -> None:
    """Take the topic away; one that is not there is away already."""
    stated = attendees.need(change.connection, attendee_id).stated(kind)
    attendees.set_statements(change.connection, attendee_id, kind, [s for s in stated if s.topic != topic])
    change.tell(AttendeeChanged(attendee_id))
