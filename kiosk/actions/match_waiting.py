"""Match those who wait: in flow, or in a round that left them free.

Who waits is looked at each second, and costs little. A plan is made only when somebody's turn has come; matching then
checks what has changed since.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.actions.make_matches import Pace
from kiosk.actions.make_matches import free_now
from kiosk.actions.make_matches import make_matches
from kiosk.actions.make_matches import still_standing
from kiosk.actions.plan_matches import Planned
from kiosk.actions.plan_matches import plan_matches
from kiosk.domain.attendee import SOON
from kiosk.domain.fact import MatchesMade
from kiosk.domain.flow import Limits
from kiosk.domain.flow import Waiting
from kiosk.domain.flow import chosen
from kiosk.domain.flow import due
from kiosk.domain.flow import waiting_of
from kiosk.domain.match import Match
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Origin
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.topic import Topics
from kiosk.store import agenda
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import moods
from kiosk.store import prompts
from kiosk.store import rounds
from kiosk.store import unmatched
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Pool:
    """Those who wait, and who of them is `due`. `ends_at`: the end of the round this is in; None in flow."""

    waiting: tuple[Waiting, ...]
    due: frozenset[str]
    places: int
    round_id: int | None
    ends_at: datetime | None

    @property
    def people(self) -> tuple[frozenset[str], frozenset[str]]:
        """Who waits and who is due: while this stays the same, so does what can be made of it."""
        return frozenset(person.id for person in self.waiting), self.due


def who_waits(connection: sa.Connection, now: datetime, limits: Limits) -> Pool | None:
    """Those to be matched by a plan made now, or None when there is nothing to plan."""
    running = rounds.running(connection)
    if running is None and not agenda.get(connection).flows:
        return None
    if running is not None and not (limits.in_rounds and running.has_time_for_another(now)):
        return None
    free_since, engaged = moods.free_since(connection), prompts.engaged_ids(connection)
    free = waiting_of(
        free_since,
        prompts.last_prompts(connection, free_since.keys() - engaged),
        engaged,
        moods.leaving_ids(connection, now + SOON),
        limits.pause,
    )
    waiting = tuple(person for person in free if person.ready_at <= now)
    places = limits.at_once - matches.how_many_run(connection) if running is None else len(waiting)
    now_due = due(waiting, now, limits)
    if len(waiting) < 2 or not now_due or places <= 0:
        return None
    return Pool(waiting, now_due, places, running.id if running else None, running.ends_at if running else None)


def plan_waiting(
    connection: sa.Connection,
    now: datetime,
    pool: Pool,
    topics: Topics,
    purposes: PurposeTable,
    seed: int,
    random_share: float = 0.0,
) -> Planned:
    """Plan for all who wait; reads only."""
    present = attendees.here(connection)
    ids = {person.id for person in pool.waiting}
    free = [attendee for attendee in present if attendee.id in ids]
    return plan_matches(connection, now, free, present, topics, purposes, seed, random_share)


def match_waiting(change: Change, pool: Pool, planned: Planned, pace: Pace) -> list[Match]:
    """Make the matches of this plan whose turn has come, and keep why others whose turn it is have none.

    Nothing is made where a round has started or ended, or flow was turned off, since the plan was made.
    """
    running = rounds.running(change.connection)
    if (running.id if running else None) != pool.round_id:
        return []
    if running is None and not agenda.get(change.connection).flows:
        return []
    free = free_now(change)
    standing = still_standing(change, planned, free)
    waiting = {person.id: person for person in pool.waiting}
    groups = chosen([match.people for match, _ in standing], pool.due, waiting, pool.places)
    standing = [(match, reasons) for match, reasons in standing if match.people in groups]
    made: list[Match] = []
    if standing:
        occasion = Occasion.ROUND if running else Occasion.FLOW
        ends_at = running.ends_at if running else change.now + pace.lasts
        origin = Origin(occasion, round_id=pool.round_id)
        made = make_matches(change, planned, standing, origin, change.now + pace.answer, ends_at, pace.spots)
    matched = {who for match in made for who in match.attendee_ids}
    rounds.take_in(change.connection, matched)
    unmatched.replace(change.connection, {left.id: left.why for left in planned.plan.left_out if left.id in free})
    change.tell(MatchesMade(tuple(matched)))
    return made
