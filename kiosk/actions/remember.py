"""Keep a note of a meeting, and what one promised."""

from kiosk.domain.fact import KeptToOneself
from kiosk.domain.meeting import Note
from kiosk.domain.text import clean
from kiosk.store import meetings
from kiosk.store.database import Change

NOTE_LIMIT = 500
"""Code points of a note."""


def remember(change: Change, meeting_id: str, attendee_id: str, note: str, promise: str) -> None:
    """Keep, for this person's own eyes, what they wrote; it takes the place of what stood there."""
    meetings.need(change.connection, meeting_id, attendee_id)
    kept = Note(clean(note, NOTE_LIMIT), clean(promise))
    meetings.keep_note(change.connection, meeting_id, attendee_id, kept)
    change.tell(KeptToOneself(attendee_id))
