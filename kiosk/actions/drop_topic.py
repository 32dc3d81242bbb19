"""Take an interest, an offer or an ask away."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.statement import Kind
from kiosk.store import attendees
from kiosk.store import statements
from kiosk.store.database import Change


def drop_topic(change: Change, attendee_id: str, kind: Kind, text: str) -> None:
    """Take away what was typed; what is not there is away already."""
    stated = attendees.need(change.connection, attendee_id).stated(kind)
    statements.replace(change.connection, attendee_id, kind, [s for s in stated if s.text != text])
    change.tell(AttendeeChanged(attendee_id))
