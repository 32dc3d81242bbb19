"""Free, talking or resting."""

from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.refusal import NotHere
from kiosk.store import attendees
from kiosk.store.database import Change


def set_mood(change: Change, attendee_id: str, mood: Mood) -> None:
    """Set what someone is open to; only someone who is here has a state."""
    if attendees.need(change.connection, attendee_id).presence is not Presence.HERE:
        raise NotHere
    attendees.change(change.connection, attendee_id, mood=mood)
    change.tell(AttendeeChanged(attendee_id))
