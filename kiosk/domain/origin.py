"""How a match was made: kept with it, so that an evening can be replayed, and weighed against chance."""

from dataclasses import dataclass
from enum import StrEnum


class Occasion(StrEnum):
    ROUND = "round"
    FLOW = "flow"
    INTRODUCTION = "introduction"


class Policy(StrEnum):
    """The best there was, drawn among the allowed so that the two can be compared, or a person's choice."""

    BEST = "best"
    RANDOM = "random"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Origin:
    """`round_id` where a round made it, `introduced_by` (an attendee's id) where a person did.

    `probability` is the chance this policy had to be the one taken, above 0 and at most 1. `engine` is the version of
    the matcher, `seed` what it drew from and `plan_id` the plan it stands in; a match made by hand has none of them.
    """

    how: Occasion
    policy: Policy = Policy.BEST
    probability: float = 1.0
    engine: str = ""
    seed: int | None = None
    plan_id: int | None = None
    round_id: int | None = None
    introduced_by: str | None = None
