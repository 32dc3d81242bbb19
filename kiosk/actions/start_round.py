"""Start a round: everyone here and free is matched.

Planning reads a snapshot and computes off the event loop; starting then checks what has changed since.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from kiosk.actions.make_matches import Pace
from kiosk.actions.make_matches import free_now
from kiosk.actions.make_matches import make_matches
from kiosk.actions.make_matches import still_standing
from kiosk.actions.plan_matches import Planned
from kiosk.actions.plan_matches import plan_matches
from kiosk.domain.fact import RoundStarted
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Origin
from kiosk.domain.plan import Plan
from kiosk.domain.plan import PlannedMatch
from kiosk.domain.plan import Why
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.refusal import EveningOver
from kiosk.domain.refusal import RoundStillRunning
from kiosk.domain.refusal import TooFewFree
from kiosk.domain.round import Round
from kiosk.domain.topic import Topics
from kiosk.store import agenda
from kiosk.store import attendees
from kiosk.store import prompts
from kiosk.store import rounds
from kiosk.store import unmatched
from kiosk.store.database import Change


def plan_next_round(
    connection: sa.Connection,
    now: datetime,
    topics: Topics,
    purposes: PurposeTable,
    seed: int,
    random_share: float = 0.0,
) -> Planned:
    """Plan a round for those who are free now. Reads only."""
    present = attendees.here(connection)
    engaged = prompts.engaged_ids(connection)
    free = [attendee for attendee in present if attendee.free and attendee.id not in engaged]
    if len(free) < 2:
        raise TooFewFree
    return plan_matches(connection, now, free, present, topics, purposes, seed, random_share)


def round_is_due(connection: sa.Connection, now: datetime) -> bool:
    """Whether the time set for the next round has come and no round is running."""
    return agenda.get(connection).is_due(now) and rounds.running(connection) is None


def start_round(change: Change, planned: Planned, pace: Pace) -> Round:
    """Start the planned round, without the matches that what happened since it was planned has overtaken.

    Whoever loses their match by that is left out, to come first the next time.
    Raises `EveningOver`, `RoundStillRunning`, or `TooFewFree` where no match of the plan is left.
    """
    set_for = agenda.get(change.connection)
    if set_for.ended_at is not None:
        raise EveningOver
    if rounds.running(change.connection) is not None:
        raise RoundStillRunning
    free = free_now(change)
    standing = still_standing(change, planned, free)
    if not standing:
        raise TooFewFree
    answer_by, ends_at = change.now + pace.answer, change.now + pace.lasts
    started = rounds.add(change.connection, change.now, answer_by, ends_at, planned.basis.seed)
    left_out = _left_out(planned.plan, free, [match for match, _ in standing])
    origin = Origin(Occasion.ROUND, round_id=started.id)
    made = make_matches(change, planned, standing, origin, answer_by, ends_at, pace.spots)
    rounds.leave_out(change.connection, started.id, left_out)
    unmatched.replace(change.connection, left_out)
    if set_for.is_due(change.now):
        agenda.save(change.connection, replace(set_for, next_round_at=None))
    change.tell(RoundStarted(started.id, tuple(who for match in made for who in match.attendee_ids)))
    return started


def _left_out(plan: Plan, free: Collection[str], standing: Collection[PlannedMatch]) -> dict[str, Why]:
    """Why each of the planned who are free has no match of those that stand."""
    matched = {who for match in standing for who in match.people}
    overtaken = {who: Why.ODD_ONE_OUT for match in plan.matches for who in match.people if who not in matched}
    planned = {left.id: left.why for left in plan.left_out}
    return {who: why for who, why in (planned | overtaken).items() if who in free}
