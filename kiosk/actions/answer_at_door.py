"""Keep what someone answered to the questions the organizer wants asked at the door."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.set_leaving import set_leaving
from kiosk.actions.set_shown import set_shown
from kiosk.actions.state_topic import state_topic
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Answers:
    """None is what was not asked or skipped, and stays as it was."""

    interests: tuple[str, ...] = ()
    matched: bool | None = None
    shown: bool | None = None
    leaves_at: datetime | None = None


def answer_at_door(change: Change, attendee_id: str, answers: Answers, topics: Topics) -> None:
    """Keep the answers, all at once."""
    for words in answers.interests:
        state_topic(change, attendee_id, Kind.INTEREST, words, topics)
    if answers.matched is not None:
        agree_to_match(change, attendee_id, answers.matched)
    if answers.shown is not None:
        set_shown(change, attendee_id, answers.shown)
    if answers.leaves_at is not None:
        set_leaving(change, attendee_id, answers.leaves_at)
