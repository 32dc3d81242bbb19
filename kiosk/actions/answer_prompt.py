"""Answer a prompt: going, later, not for me."""

from kiosk.domain.attendee import Mood
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.match import State
from kiosk.domain.match import answered
from kiosk.domain.refusal import PromptOver
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store.database import Change


def answer_prompt(change: Change, match_id: str, attendee_id: str, answer: Answer) -> None:
    """Answer one's own prompt. With the second yes it is on, and those who said yes are talking.

    Told to those whose picture changes. A no changes nobody else's picture, so it is told to nobody else:
    not even by the moment of a repaint could the other learn of it.
    """
    before = matches.get(change.connection, match_id)
    if before is None:
        raise PromptOver
    after = answered(before, attendee_id, answer, change.now)
    if after == before:
        return
    matches.save(change.connection, before, after)
    _follow_moods(change, before, after)
    change.tell(PromptAnswered(match_id, _pictures_changed(before, after, attendee_id)))


def _on(match: Match) -> set[str]:
    return {p.attendee_id for p in match.prompts if p.state is State.ON}


def _follow_moods(change: Change, before: Match, after: Match) -> None:
    attendees.change_mood(change.connection, _on(after) - _on(before), Mood.FREE, Mood.TALKING)
    attendees.change_mood(change.connection, _on(before) - _on(after), Mood.TALKING, Mood.FREE)


def _pictures_changed(before: Match, after: Match, attendee_id: str) -> tuple[str, ...]:
    return after.attendee_ids if _on(before) != _on(after) else (attendee_id,)
