"""How a match was made: kept with it, so that an evening can be replayed, and weighed against chance."""

from dataclasses import dataclass
from enum import StrEnum


class Occasion(StrEnum):
    ROUND = "round"
    FLOW = "flow"
    INTRODUCTION = "introduction"


class Policy(StrEnum):
    BEST = "best"
    RANDOM = "random"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Origin:
    """`round_id` where a round made it, `introduced_by` (an attendee's id) where a person did.

    `probability` is the chance this policy had to be the one taken, above 0 and at most 1. `engine` is the version of
    the matcher and `seed` what it drew from; a match made by hand has neither.
    """

    how: Occasion
    policy: Policy = Policy.BEST
    probability: float = 1.0
    engine: str = ""
    seed: int | None = None
    round_id: int | None = None
    introduced_by: str | None = None
