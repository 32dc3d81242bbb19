"""An evening's plans, made again: the same facts and seed give the same matches, or it is said why they need not."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from kiosk.domain.basis import fingerprint
from kiosk.domain.basis import outcome
from kiosk.domain.match import Match
from kiosk.domain.matching import ENGINE
from kiosk.domain.plan import Plan
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.topic import Topics
from kiosk.store import matches
from kiosk.store import plans


class Verdict(StrEnum):
    SAME = "the same matches"
    DIFFERENT = "other matches than were made"
    OTHER_CONFIG = "not replayed: topics or purposes were changed since"
    OTHER_ENGINE = "not replayed: another version of the matcher made it"
    ERASED = "not replayed: someone who was in it has been erased"


@dataclass(frozen=True, slots=True)
class ReplayedPlan:
    """`made` counts the matches that were made of it, which what happened while it was planned may have lessened."""

    plan_id: int
    made_at: datetime
    made: int
    verdict: Verdict


def replay(connection: sa.Connection, topics: Topics, purposes: PurposeTable) -> tuple[ReplayedPlan, ...]:
    """Make every plan of the evening again, in order, and compare."""
    made: dict[int, list[Match]] = defaultdict(list)
    for match in matches.all_of_them(connection):
        if match.origin.plan_id is not None:
            made[match.origin.plan_id].append(match)

    def verdict(kept: plans.KeptPlan) -> Verdict:
        if kept.basis is None:
            return Verdict.ERASED
        if kept.config != fingerprint(kept.basis, topics, purposes):
            return Verdict.OTHER_CONFIG
        if kept.engine != ENGINE:
            return Verdict.OTHER_ENGINE
        again = kept.basis.plan(topics, purposes)
        same = outcome(again) == kept.outcome and all(_stands_in(again, match) for match in made[kept.id])
        return Verdict.SAME if same else Verdict.DIFFERENT

    return tuple(
        ReplayedPlan(kept.id, kept.made_at, len(made[kept.id]), verdict(kept)) for kept in plans.all_of_them(connection)
    )


def _stands_in(plan: Plan, match: Match) -> bool:
    return any(
        sorted(planned.people) == sorted(match.attendee_ids)
        and (planned.policy, planned.probability) == (match.origin.policy, match.origin.probability)
        for planned in plan.matches
    )
