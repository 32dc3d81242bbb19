"""Start a round: everyone here and free is matched.

Planning reads a snapshot and computes off the event loop; starting then checks what has changed since.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from random import Random

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.beacon import allot_beacons
from kiosk.domain.fact import RoundStarted
from kiosk.domain.identifier import new_id
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.matching import Candidate
from kiosk.domain.matching import History
from kiosk.domain.matching import Plan
from kiosk.domain.matching import Why
from kiosk.domain.matching import plan_round
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Origin
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.reason import Reasons
from kiosk.domain.reason import reasons_for
from kiosk.domain.refusal import RoundStillRunning
from kiosk.domain.refusal import TooFewFree
from kiosk.domain.room import Room
from kiosk.domain.round import Round
from kiosk.domain.spot import Spot
from kiosk.domain.spot import allot_spots
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import rounds
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class PlannedRound:
    """A plan with what each person will be told: for each match, for each of its people in order, the reasons."""

    seed: int
    plan: Plan
    reasons: tuple[tuple[tuple[Reasons, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """How long prompts may be answered, how long a round lasts from its start, and where people may meet."""

    answer: timedelta
    lasts: timedelta
    spots: tuple[Spot, ...]


def plan_next_round(connection: sa.Connection, topics: Topics, purposes: PurposeTable, seed: int) -> PlannedRound:
    """Plan a round for those who are free now. Reads only; 300 people take a fraction of a second."""
    present = attendees.here(connection)
    engaged = matches.engaged_ids(connection)
    free = [attendee for attendee in present if attendee.free and attendee.id not in engaged]
    if len(free) < 2:
        raise TooFewFree
    plan = plan_round(_candidates(connection, free), _history(connection), topics, purposes, seed)
    room = Room(present, topics, purposes)
    by_id = {attendee.id: attendee for attendee in free}
    reasons = tuple(_reasons([by_id[who] for who in match], room, seed) for match in plan.groups)
    return PlannedRound(seed, plan, reasons)


def _candidates(connection: sa.Connection, free: Sequence[Attendee]) -> list[Candidate]:
    met = meetings.people_who_met(connection)
    out = rounds.times_left_out(connection)
    return [
        Candidate(
            id=attendee.id,
            statements=attendee.statements,
            purposes=attendee.purposes,
            meetings=met.get(attendee.id, 0),
            left_out=out.get(attendee.id, 0),
            here_since=attendee.arrived_at.timestamp() if attendee.arrived_at else 0.0,
        )
        for attendee in free
    ]


def _history(connection: sa.Connection) -> History:
    met = {frozenset((meeting.one_id, meeting.other_id)) for meeting in meetings.all_of_them(connection)}
    refused, tried = matches.pairs_before(connection)
    return History(never=frozenset(met | refused), before=frozenset(tried - met))


def _reasons(people: Sequence[Attendee], room: Room, seed: int) -> tuple[tuple[Reasons, ...], ...]:
    return tuple(
        tuple(reasons_for(reader, other, room, seed) for other in people if other is not reader) for reader in people
    )


def start_round(change: Change, planned: PlannedRound, pace: Pace) -> Round:
    """Start the planned round, without the matches that what happened since it was planned has overtaken.

    Who is no longer free is left in peace, two who have met meanwhile are not sent to each other, and whoever loses
    their match by that is left out, to come first the next time.
    Raises `RoundStillRunning`, or `TooFewFree` where no match of the plan is left.
    """
    if rounds.running(change.connection) is not None:
        raise RoundStillRunning
    free = attendees.free_ids(change.connection) - matches.engaged_ids(change.connection)
    never = _history(change.connection).never
    still = [
        (people, reasons)
        for people, reasons in zip(planned.plan.groups, planned.reasons, strict=True)
        if free.issuperset(people) and never.isdisjoint(map(frozenset, combinations(people, 2)))
    ]
    if not still:
        raise TooFewFree
    started = rounds.add(change.connection, change.now, change.now + pace.answer, change.now + pace.lasts, planned.seed)
    random = Random(planned.seed)
    in_use = [match.beacon for match in matches.in_sight(change.connection)]
    beacons = allot_beacons(len(still), in_use, random)
    spots = allot_spots([len(people) for people, _ in still], pace.spots, {}, random)
    made = [
        Match(
            id=new_id(change.random),
            origin=Origin(Occasion.ROUND, seed=planned.seed, round_id=started.id),
            made_at=change.now,
            answer_by=started.answer_by,
            ends_at=started.ends_at,
            beacon=beacon,
            spot=spot,
            prompts=tuple(Prompt(who, told) for who, told in zip(people, reasons, strict=True)),
        )
        for (people, reasons), beacon, spot in zip(still, beacons, spots, strict=True)
    ]
    matches.add(change.connection, made)
    rounds.leave_out(change.connection, started.id, _left_out(planned.plan, free, {who for who, _ in still}))
    change.tell(RoundStarted(started.id, tuple(who for match in made for who in match.attendee_ids)))
    return started


def _left_out(plan: Plan, free: AbstractSet[str], still: AbstractSet[tuple[str, ...]]) -> dict[str, Why]:
    """Why each of the planned who are free has no match of those that `still` stand."""
    overtaken = {who: Why.ODD_ONE_OUT for people in plan.groups if people not in still for who in people}
    planned = {left.id: left.why for left in plan.left_out}
    return {who: why for who, why in (planned | overtaken).items() if who in free}
