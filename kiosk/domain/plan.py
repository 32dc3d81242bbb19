"""What a round comes to: its matches, and who has none and why."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from kiosk.domain.candidate import History
from kiosk.domain.origin import Policy
from kiosk.domain.refusal import N_


class Why(StrEnum):
    """Why someone has no match, for the organizer. It must not tell that anyone said no."""

    ALONE = "alone"
    MET_EVERYONE = "met_everyone"
    CROSS_PURPOSES = "cross_purposes"
    ODD_ONE_OUT = "odd_one_out"

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    Why.ALONE: N_("Nobody else is free right now."),
    Why.MET_EVERYONE: N_("Everyone who is free has come up for them already."),
    Why.CROSS_PURPOSES: N_(
        "What they came for does not go with what the others came for who are free and new to them."
    ),
    Why.ODD_ONE_OUT: N_("Everyone they could meet is with someone else this time. They come first the next time."),
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    id: str
    why: Why


@dataclass(frozen=True, slots=True)
class PlannedMatch:
    """The ids, sorted, of two to four people who should meet, and how it came to that.

    `probability`: with which this policy was drawn for them. `bridge`: who of three has met both others, if one has.
    """

    people: tuple[str, ...]
    policy: Policy = Policy.BEST
    probability: float = 1.0
    bridge: str | None = None


def may_meet(match: PlannedMatch, history: History) -> bool:
    """Whether by all that has happened these may meet: nobody whom they must not, but a bridge the two who met them."""
    return all(
        pair not in history.never or (match.bridge in pair and pair in history.met)
        for pair in map(frozenset, combinations(match.people, 2))
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """Matches, sorted by their people, and everyone else with the reason."""

    matches: tuple[PlannedMatch, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Who meets whom: the people of each match."""
        return tuple(match.people for match in self.matches)
