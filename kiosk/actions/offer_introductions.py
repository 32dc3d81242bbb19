"""Ask the two of an introduction, as soon as both are free.

Whoever introduces them is not told why two are not asked: that they talk, rest or left, or that one blocks the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.actions.allot_signs import allot_signs
from kiosk.actions.make_matches import Pace
from kiosk.actions.make_matches import free_now
from kiosk.actions.plan_matches import history_of
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.fact import MatchesMade
from kiosk.domain.identifier import new_id
from kiosk.domain.introduction import WAITS
from kiosk.domain.introduction import Introduction
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Origin
from kiosk.domain.origin import Policy
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.reason import Reasons
from kiosk.domain.reason import reasons_for
from kiosk.domain.relation import Relation
from kiosk.domain.room import Room
from kiosk.domain.topic import Topics
from kiosk.store import agenda
from kiosk.store import attendees
from kiosk.store import introductions
from kiosk.store import matches
from kiosk.store import relations
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Reasoned:
    """An introduction that waits, with what its two people would be told of each other, in their order."""

    introduction: Introduction
    reasons: tuple[Reasons, Reasons]


def reason_introductions(
    connection: sa.Connection, topics: Topics, purposes: PurposeTable, seed: int
) -> list[Reasoned]:
    """Find the reasons for those that wait. Reads only; mostly there are none."""
    waiting = introductions.waiting(connection)
    if not waiting:
        return []
    present = attendees.here(connection)
    room, by_id = Room(present, topics, purposes), {person.id: person for person in present}
    pairs = [(each, by_id.get(each.one_id), by_id.get(each.other_id)) for each in waiting]
    return [
        Reasoned(each, (reasons_for(one, other, room, seed), reasons_for(other, one, room, seed)))
        for each, one, other in pairs
        if one and other
    ]


def offer_introductions(change: Change, reasoned: Iterable[Reasoned], pace: Pace) -> None:
    """Ask those who are free, and close what has waited for too long."""
    waiting = introductions.waiting(change.connection)
    for each in waiting:
        if change.now >= each.asked_at + WAITS:
            introductions.close(change.connection, each.id)
            change.tell(KeptToOneself(each.by_id))
    still = {each.id for each in waiting if change.now < each.asked_at + WAITS}
    to_ask = [each for each in reasoned if each.introduction.id in still]
    if not to_ask or agenda.get(change.connection).ended_at is not None:
        return
    never = history_of(change.connection, change.now).never
    blocked = {frozenset(pair) for pair in relations.all_of(change.connection, Relation.BLOCKS)}
    for known in to_ask:
        one_id, other_id, by_id = known.introduction.one_id, known.introduction.other_id, known.introduction.by_id
        apart = frozenset((one_id, other_id)) in never or not blocked.isdisjoint(
            (frozenset((one_id, by_id)), frozenset((other_id, by_id)))
        )
        if not apart and free_now(change).issuperset((one_id, other_id)):
            _ask(change, known, pace)


def _ask(change: Change, each: Reasoned, pace: Pace) -> None:
    introduction = each.introduction
    people = (introduction.one_id, introduction.other_id)
    [(beacon, spot)] = allot_signs(change.connection, [people], pace.spots, change.random)
    match = Match(
        id=new_id(change.random),
        origin=Origin(Occasion.INTRODUCTION, Policy.BY_HAND, introduced_by=introduction.by_id),
        made_at=change.now,
        answer_by=change.now + pace.answer,
        ends_at=change.now + pace.lasts,
        beacon=beacon,
        spot=spot,
        prompts=tuple(Prompt(who, (why,)) for who, why in zip(people, each.reasons, strict=True)),
    )
    matches.add(change.connection, [match])
    introductions.give_match(change.connection, introduction.id, match.id)
    change.tell(MatchesMade(people))
