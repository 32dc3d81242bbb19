"""Make matches of a plan: what has changed since it was made is looked at, then each gets its sign and its place."""

from collections.abc import Collection
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from random import Random

from kiosk.actions.allot_signs import allot_signs
from kiosk.actions.plan_matches import Planned
from kiosk.actions.plan_matches import history_of
from kiosk.domain.basis import outcome
from kiosk.domain.identifier import new_id
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.matching import ENGINE
from kiosk.domain.origin import Origin
from kiosk.domain.plan import PlannedMatch
from kiosk.domain.plan import may_meet
from kiosk.domain.reason import Reasons
from kiosk.domain.spot import Spot
from kiosk.store import matches
from kiosk.store import moods
from kiosk.store import plans
from kiosk.store import prompts
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Pace:
    """How long prompts may be answered, how long a round or a match lasts from its start, and where people may meet."""

    answer: timedelta
    lasts: timedelta
    spots: tuple[Spot, ...]


Standing = tuple[PlannedMatch, tuple[tuple[Reasons, ...], ...]]
"""A match of a plan with what its people will be told."""


def still_standing(change: Change, planned: Planned, free: AbstractSet[str]) -> list[Standing]:
    """The matches of the plan that nothing has overtaken since it was made.

    Who is not among the `free` any more is left in peace, and two who have met meanwhile are not sent to each other.
    """
    history = history_of(change.connection, change.now)
    return [
        (match, reasons)
        for match, reasons in zip(planned.plan.matches, planned.reasons, strict=True)
        if free >= set(match.people) and may_meet(match, history)
    ]


def free_now(change: Change) -> set[str]:
    """The ids of those who are here, free, and in no match that asks or awaits them."""
    return moods.free_ids(change.connection) - prompts.engaged_ids(change.connection)


def make_matches(
    change: Change,
    planned: Planned,
    standing: Collection[Standing],
    origin: Origin,
    answer_by: datetime,
    ends_at: datetime,
    spots: Sequence[Spot],
) -> list[Match]:
    """Make these matches of the plan, and keep what it was made from. `origin` says what all of them have in common."""
    plan_id = plans.add(
        change.connection,
        change.now,
        planned.basis,
        engine=ENGINE,
        config=planned.config,
        outcome=outcome(planned.plan),
    )
    random = Random(planned.basis.seed)
    signs = allot_signs(change.connection, [match.people for match, _ in standing], spots, random)
    common = replace(origin, engine=ENGINE, seed=planned.basis.seed, plan_id=plan_id)
    made = [
        Match(
            id=new_id(change.random),
            origin=replace(common, policy=match.policy, probability=match.probability),
            made_at=change.now,
            answer_by=answer_by,
            ends_at=ends_at,
            beacon=beacon,
            spot=spot,
            prompts=tuple(Prompt(who, told) for who, told in zip(match.people, reasons, strict=True)),
        )
        for (match, reasons), (beacon, spot) in zip(standing, signs, strict=True)
    ]
    matches.add(change.connection, made)
    return made
