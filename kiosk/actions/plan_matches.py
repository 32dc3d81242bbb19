"""Plan who meets whom: what the matcher knows is read from a snapshot and computed on; nothing is written.

Rounds and flow plan alike. Three hundred people take a fraction of a second, off the event loop.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.apart import kept_apart
from kiosk.domain.apart import not_apart
from kiosk.domain.attendee import Attendee
from kiosk.domain.basis import Basis
from kiosk.domain.basis import about
from kiosk.domain.basis import fingerprint
from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.meeting import LASTS
from kiosk.domain.meeting import Meeting
from kiosk.domain.plan import Plan
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.reason import Reasons
from kiosk.domain.reason import reasons_for
from kiosk.domain.relation import Relation
from kiosk.domain.room import Room
from kiosk.domain.topic import Topics
from kiosk.store import meetings
from kiosk.store import prompts
from kiosk.store import relations
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
    now: datetime,
    free: Sequence[Attendee],
    present: Sequence[Attendee],
    topics: Topics,
    purposes: PurposeTable,
    seed: int,
    random_share: float,
) -> Planned:
    """Plan who of the `free` meets whom. What is rare, and so a reason to meet, is seen among all who are `present`."""
    candidates = candidates_of(connection, now, free)
    apart = kept_apart(free)
    known = about(history_of(connection, now), (candidate.id for candidate in candidates))
    history = replace(known, apart=apart, met=not_apart(known.met, apart))
    basis = Basis(tuple(candidates), history, seed, random_share)
    plan = basis.plan(topics, purposes)
    room = Room(present, topics, purposes)
    by_id = {attendee.id: attendee for attendee in free}
    reasons = tuple(_reasons([by_id[who] for who in match.people], room, seed, match.bridge) for match in plan.matches)
    return Planned(plan, basis, fingerprint(basis, topics, purposes), reasons)


def candidates_of(connection: sa.Connection, now: datetime, free: Sequence[Attendee]) -> list[Candidate]:
    """These people as the matcher sees them: nothing but what they stated and how the evening went for them."""
    glad = relations.all_of(connection, Relation.GLAD)
    good = Counter(
        who
        for meeting in meetings.all_of_them(connection)
        for who in (meeting.one_id, meeting.other_id)
        if meeting.good_for(who, glad, now)
    )
    out = rounds.times_left_out(connection)
    return [
        Candidate(
            id=attendee.id,
            statements=attendee.statements,
            purposes=attendee.purposes,
            meetings=good[attendee.id],
            left_out=out.get(attendee.id, 0),
            here_since=attendee.free_since.timestamp() if attendee.free_since else 0.0,
            leaving=attendee.leaves_soon(now),
            small_group=attendee.small_group,
        )
        for attendee in free
    ]


def history_of(connection: sa.Connection, now: datetime) -> History:
    """Who must not be sent to whom, who came up for whom before, and what the evening has taught.

    Two who met, or of whom one said no, are sent to each other again only once both ask. Who knows or blocks the other
    never is.
    """
    all_met = meetings.all_of_them(connection)
    met = {frozenset((meeting.one_id, meeting.other_id)) for meeting in all_met}
    refused, tried = prompts.pairs_before(connection)
    asked = relations.all_of(connection, Relation.AGAIN)
    again = {frozenset(pair) for pair in asked if pair[::-1] in asked}
    apart = {frozenset(pair) for kind in _APART for pair in relations.all_of(connection, kind)}
    return History(
        never=frozenset(((met | refused) - again) | apart),
        before=frozenset(tried - met),
        met=frozenset(met - refused - apart),
        glad=_glad(all_met, relations.all_of(connection, Relation.GLAD), now),
    )


_APART = (Relation.KNOWS, Relation.BLOCKS)


def _glad(all_met: Iterable[Meeting], glad: AbstractSet[tuple[str, str]], now: datetime) -> dict[tuple[str, str], bool]:
    """Who was glad of whom. Silence says something only of those who do say when they are glad, once there was time."""
    outspoken = {who for who, _ in glad}
    said = dict.fromkeys(glad, True)
    for meeting in all_met:
        if now >= meeting.met_at + LASTS:
            for pair in ((meeting.one_id, meeting.other_id), (meeting.other_id, meeting.one_id)):
                if pair[0] in outspoken:
                    said.setdefault(pair, False)
    return said


def _reasons(people: Sequence[Attendee], room: Room, seed: int, bridge: str | None) -> tuple[tuple[Reasons, ...], ...]:
    return tuple(
        tuple(
            reasons_for(reader, other, room, seed, bridged=bridge in (reader.id, other.id))
            for other in people
            if other is not reader
        )
        for reader in people
    )
