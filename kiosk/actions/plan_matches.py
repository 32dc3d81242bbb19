"""Plan who meets whom: what the matcher knows is read from a snapshot and computed on; nothing is written.

Rounds and flow plan alike. Three hundred people take a fraction of a second, off the event loop.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.basis import Basis
from kiosk.domain.basis import about
from kiosk.domain.basis import fingerprint
from kiosk.domain.matching import Candidate
from kiosk.domain.matching import History
from kiosk.domain.matching import Plan
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.reason import Reasons
from kiosk.domain.reason import reasons_for
from kiosk.domain.room import Room
from kiosk.domain.topic import Topics
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store import rounds


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, what it was made from, and what each person will be told: for each of its matches, for each of its
    people in order, the reasons to meet each of the others."""

    plan: Plan
    basis: Basis
    config: str
    reasons: tuple[tuple[tuple[Reasons, ...], ...], ...]


def plan_matches(
    connection: sa.Connection,
    free: Sequence[Attendee],
    present: Sequence[Attendee],
    topics: Topics,
    purposes: PurposeTable,
    seed: int,
    random_share: float,
) -> Planned:
    """Plan who of the `free` meets whom. What is rare, and so a reason to meet, is seen among all who are `present`."""
    candidates = candidates_of(connection, free)
    history = about(history_of(connection), (candidate.id for candidate in candidates))
    basis = Basis(tuple(candidates), history, seed, random_share)
    plan = basis.plan(topics, purposes)
    room = Room(present, topics, purposes)
    by_id = {attendee.id: attendee for attendee in free}
    reasons = tuple(_reasons([by_id[who] for who in people], room, seed) for people in plan.groups)
    return Planned(plan, basis, fingerprint(topics, purposes), reasons)


def candidates_of(connection: sa.Connection, free: Sequence[Attendee]) -> list[Candidate]:
    """These people as the matcher sees them: nothing but what they stated and how the evening went for them."""
    met = meetings.people_who_met(connection)
    out = rounds.times_left_out(connection)
    return [
        Candidate(
            id=attendee.id,
            statements=attendee.statements,
            purposes=attendee.purposes,
            meetings=met.get(attendee.id, 0),
            left_out=out.get(attendee.id, 0),
            here_since=attendee.free_since.timestamp() if attendee.free_since else 0.0,
        )
        for attendee in free
    ]


def history_of(connection: sa.Connection) -> History:
    """Who must not be sent to whom, who came up for whom before, and what the evening has taught."""
    met = {frozenset((meeting.one_id, meeting.other_id)) for meeting in meetings.all_of_them(connection)}
    refused, tried = matches.pairs_before(connection)
    return History(never=frozenset(met | refused), before=frozenset(tried - met), met=frozenset(met - refused))


def _reasons(people: Sequence[Attendee], room: Room, seed: int) -> tuple[tuple[Reasons, ...], ...]:
    return tuple(
        tuple(reasons_for(reader, other, room, seed) for other in people if other is not reader) for reader in people
    )
