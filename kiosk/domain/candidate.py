"""Who is matched in a round, and what is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from kiosk.domain.apart import Apart
from kiosk.domain.purpose import Purpose
from kiosk.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone free for this round.

    `meetings` counts good ones so far, `left_out` rounds without a partner running; whoever has the smaller
    `here_since` has waited longer. `leaving`: soon. `small_group`: would rather be three or four than two.
    """

    id: str
    statements: tuple[Statement, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    meetings: int = 0
    left_out: int = 0
    here_since: float = 0
    leaving: bool = False
    small_group: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """Pairs of ids. `never`: met or refused. `before`: told of each other without meeting, last choice.

    `met`: those of `never` who met, and whom nothing keeps apart; so someone who met two can bring these together.
    `glad`: whether someone was glad to have met another, by (who, about whom); only where there was time to say so.
    `apart`: who else must not meet.
    """

    never: frozenset[frozenset[str]] = frozenset()
    before: frozenset[frozenset[str]] = frozenset()
    met: frozenset[frozenset[str]] = frozenset()
    glad: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    apart: tuple[Apart, ...] = ()
