"""Leave the evening: said on one's own phone, or when the time one gave has come."""

from kiosk.actions.answer_prompt import save_matches
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeLeft
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import gone
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store.database import Change


def leave(change: Change, attendee_id: str) -> None:
    """Mark this person as left; their match goes on without them, or ends. Who is not here has nothing to leave."""
    if attendees.need(change.connection, attendee_id).presence is not Presence.HERE:
        return
    attendees.change(change.connection, attendee_id, presence=Presence.LEFT, leaves_at=None)
    leave_matches(change, attendee_id)
    change.tell(AttendeeLeft(attendee_id))


def leave_matches(change: Change, attendee_id: str) -> None:
    """Take this person out of every match that has not ended."""
    for match in matches.not_ended_of(change.connection, attendee_id):
        after = gone(match, attendee_id, change.now)
        if after != match:
            save_matches(change, [(match, after)])
            change.tell(PromptAnswered(match.id, match.attendee_ids))
