"""Someone introduces two people they met to each other. Both are asked, and a no is told to nobody."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum

from kiosk.domain.match import Match
from kiosk.domain.match import State

WAITS = timedelta(minutes=15)
"""How long an introduction waits until both are free to be asked."""

MOST_OPEN = 3
"""Introductions of one person that may be under way at once."""

LINE_LIMIT = 140
"""Code points of the line that says why."""


class Standing(StrEnum):
    """All that whoever introduces them learns of it."""

    ASKED = "asked"
    ON = "on"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Introduction:
    """`one_id` sorts before `other_id`. There is no match until both can be asked; closed, there will be none."""

    id: str
    by_id: str
    one_id: str
    other_id: str
    line: str
    asked_at: datetime
    match_id: str | None = None
    closed: bool = False

    @property
    def waiting(self) -> bool:
        return self.match_id is None and not self.closed


def standing(introduction: Introduction, match: Match | None) -> Standing:
    """How it stands, with its match where there is one."""
    if match is not None:
        return as_told(match)
    return Standing.ASKED if introduction.waiting else Standing.OVER


def as_told(match: Match) -> Standing:
    """How its match stands, as far as whoever introduced the two may know.

    Before the deadline a no looks like an answer that has not come. One who cannot come after all is known to be away.
    """
    if match.ended_at is None and match.state in (State.ON, State.MET):
        return Standing.ON
    return Standing.ASKED if match.answering and match.state in (State.OFFERED, State.EXPIRED) else Standing.OVER
