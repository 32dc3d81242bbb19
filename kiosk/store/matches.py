"""Matches with their prompts."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from kiosk.domain.beacon import Beacon
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.match import State
from kiosk.domain.reason import Reasons
from kiosk.store.schema import matches
from kiosk.store.schema import prompts

_BATCH = 500


def add(connection: sa.Connection, made: Collection[Match]) -> None:
    if not made:
        return
    connection.execute(
        matches.insert(),
        [
            {
                "id": match.id,
                "round_id": match.round_id,
                "made_at": match.made_at,
                "answer_by": match.answer_by,
                "state": match.state,
                "colour": match.beacon.colour,
                "shape": match.beacon.shape,
                "word": match.beacon.word,
                "spot": match.spot,
            }
            for match in made
        ],
    )
    connection.execute(
        prompts.insert(),
        [
            {
                "match_id": match.id,
                "attendee_id": prompt.attendee_id,
                "state": prompt.state,
                "reasons": [reasons.to_json() for reasons in prompt.reasons],
                "said_met": prompt.said_met,
                "answered_at": prompt.answered_at,
            }
            for match in made
            for prompt in match.prompts
        ],
    )


def save(connection: sa.Connection, before: Match, after: Match) -> None:
    """Write what changed of a match and its prompts."""
    if before.state is not after.state:
        connection.execute(matches.update().where(matches.c.id == after.id).values(state=after.state))
    for old, new in zip(before.prompts, after.prompts, strict=True):
        if old != new:
            connection.execute(
                prompts.update()
                .where(prompts.c.match_id == after.id, prompts.c.attendee_id == new.attendee_id)
                .values(state=new.state, said_met=new.said_met, answered_at=new.answered_at)
            )


def _load(connection: sa.Connection, chosen: sa.Select[Any]) -> list[Match]:
    rows = connection.execute(chosen).all()
    told: dict[str, list[Prompt]] = {row.id: [] for row in rows}
    for start in range(0, len(rows), _BATCH):
        ids = [row.id for row in rows[start : start + _BATCH]]
        for p in connection.execute(
            sa.select(prompts).where(prompts.c.match_id.in_(ids)).order_by(prompts.c.match_id, prompts.c.attendee_id)
        ):
            told[p.match_id].append(
                Prompt(
                    attendee_id=p.attendee_id,
                    reasons=tuple(Reasons.from_json(entry) for entry in p.reasons),
                    state=State(p.state),
                    said_met=p.said_met,
                    answered_at=p.answered_at,
                )
            )
    return [
        Match(
            id=row.id,
            round_id=row.round_id,
            made_at=row.made_at,
            answer_by=row.answer_by,
            beacon=Beacon(row.colour, row.shape, row.word),
            spot=row.spot,
            prompts=tuple(told[row.id]),
            state=State(row.state),
        )
        for row in rows
    ]


def get(connection: sa.Connection, match_id: str) -> Match | None:
    found = _load(connection, sa.select(matches).where(matches.c.id == match_id))
    return found[0] if found else None


def of_round(connection: sa.Connection, round_id: int) -> list[Match]:
    return _load(connection, sa.select(matches).where(matches.c.round_id == round_id).order_by(matches.c.id))


def all_of_them(connection: sa.Connection) -> list[Match]:
    return _load(connection, sa.select(matches).order_by(matches.c.round_id, matches.c.id))


def running(connection: sa.Connection) -> list[Match]:
    """Matches that are offered or on."""
    return _load(connection, sa.select(matches).where(matches.c.state.in_([State.OFFERED, State.ON])))


def of_both(connection: sa.Connection, one_id: str, other_id: str, round_id: int) -> Match | None:
    """The match these two have in that round, over or not."""
    both = (
        sa.select(prompts.c.match_id)
        .where(prompts.c.attendee_id.in_([one_id, other_id]))
        .group_by(prompts.c.match_id)
        .having(sa.func.count() == 2)
    )
    found = _load(connection, sa.select(matches).where(matches.c.id.in_(both), matches.c.round_id == round_id))
    return found[0] if found else None


def latest_of(connection: sa.Connection, attendee_ids: Collection[str], round_id: int) -> dict[str, Match]:
    """Each person's match in that round (a few hundred people at most)."""
    theirs = (
        sa.select(prompts.c.match_id)
        .join(matches, matches.c.id == prompts.c.match_id)
        .where(prompts.c.attendee_id.in_(attendee_ids), matches.c.round_id == round_id)
    )
    wanted = set(attendee_ids)
    found = _load(connection, sa.select(matches).where(matches.c.id.in_(theirs)))
    return {who: match for match in found for who in match.attendee_ids if who in wanted}


def pairs_before(connection: sa.Connection) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Pairs already prompted: (those where somebody said no, all others). Each pair is a frozenset of two ids."""
    refused: set[frozenset[str]] = set()
    tried: set[frozenset[str]] = set()
    rows = connection.execute(
        sa.select(prompts.c.match_id, prompts.c.attendee_id, prompts.c.state).order_by(prompts.c.match_id)
    )
    of_match: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        of_match.setdefault(row.match_id, []).append((row.attendee_id, row.state))
    for told in of_match.values():
        for index, (one, one_state) in enumerate(told):
            for other, other_state in told[index + 1 :]:
                no = State.DECLINED in (one_state, other_state)
                (refused if no else tried).add(frozenset((one, other)))
    return refused, tried - refused
