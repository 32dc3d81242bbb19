"""Be here after all: one tap for whoever left, or was taken to have left when their time had come."""

from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeArrived
from kiosk.domain.refusal import NotHere
from kiosk.store import attendees
from kiosk.store.database import Change


def come_back(change: Change, attendee_id: str) -> None:
    """Be here and free again. Who was never checked in is checked in at the door."""
    person = attendees.need(change.connection, attendee_id)
    if person.presence is Presence.EXPECTED:
        raise NotHere
    if person.presence is Presence.LEFT:
        attendees.change(change.connection, attendee_id, presence=Presence.HERE, mood=Mood.FREE, free_since=change.now)
        change.tell(AttendeeArrived(attendee_id))
