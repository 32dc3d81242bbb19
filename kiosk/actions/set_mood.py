"""Free, talking or resting."""

from kiosk.domain.attendee import REST
from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.refusal import NotHere
from kiosk.store import attendees
from kiosk.store.database import Change


def set_mood(change: Change, attendee_id: str, mood: Mood) -> None:
    """Set what someone is open to; only someone who is here has a state. A rest ends by itself after a while."""
    before = attendees.need(change.connection, attendee_id)
    if before.presence is not Presence.HERE:
        raise NotHere
    if mood is before.mood:
        return
    free_since = change.now if mood is Mood.FREE else before.free_since
    rests_until = change.now + REST if mood is Mood.RESTING else None
    attendees.change(change.connection, attendee_id, mood=mood, free_since=free_since, rests_until=rests_until)
    change.tell(AttendeeChanged(attendee_id))
