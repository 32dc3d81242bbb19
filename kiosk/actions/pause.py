"""Pause everything: nothing comes until one says so oneself."""

from kiosk.actions.answer_prompt import save_matches
from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import Answer
from kiosk.domain.match import answered
from kiosk.domain.match import asked_or_on
from kiosk.domain.match import seen_anew
from kiosk.domain.refusal import NotHere
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store.database import Change


def pause(change: Change, attendee_id: str) -> None:
    """Rest without an end, and answer what is asked or on with "later", as quietly as by hand."""
    if attendees.need(change.connection, attendee_id).presence is not Presence.HERE:
        raise NotHere
    for match in matches.not_ended_of(change.connection, attendee_id):
        if asked_or_on(match, attendee_id, change.now):
            after = answered(match, attendee_id, Answer.LATER, change.now)
            save_matches(change, [(match, after)])
            change.tell(PromptAnswered(match.id, seen_anew(match, after)))
    attendees.change(change.connection, attendee_id, mood=Mood.RESTING, rests_until=None)
    change.tell(AttendeeChanged(attendee_id))
