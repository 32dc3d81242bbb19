"""Two who are on and cannot find each other: they are called, and may meet somewhere else."""

from dataclasses import replace

from kiosk.domain.match import Match
from kiosk.domain.match import State
from kiosk.domain.refusal import PromptOver
from kiosk.domain.refusal import SpotStands


def searched(match: Match, attendee_id: str) -> Match:
    """The match once this person, who is on, cannot find the others. Said twice is said once."""
    if match.prompt_of(attendee_id).state is not State.ON:
        raise PromptOver
    return replace(match, searching=True)


def may_move(match: Match) -> bool:
    """Whether another spot may be taken: not while a third may still be asked, who would read from it what the two
    others answered."""
    return len(match.prompts) == 2 or not match.answering


def moved(match: Match, attendee_id: str, spot: str) -> Match:
    """The match at another spot, as one who is on wishes. Raises `SpotStands` where it may not be moved."""
    match = searched(match, attendee_id)
    if not may_move(match):
        raise SpotStands
    return replace(match, spot=spot)
