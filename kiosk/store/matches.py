"""Matches with their prompts."""

from collections import Counter
from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import fields
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.beacon import Beacon
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.match import State
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Origin
from kiosk.domain.origin import Policy
from kiosk.domain.reason import Reasons
from kiosk.store.schema import matches
from kiosk.store.schema import prompts

_BATCH = 500
_STATES = {state.value: state for state in State}
_ORIGIN = tuple(field.name for field in fields(Origin))
_REST = (prompts.c.state, prompts.c.said_met, prompts.c.was_on, prompts.c.answered_at)


def add(connection: sa.Connection, made: Collection[Match]) -> None:
    if not made:
        return
    connection.execute(
        matches.insert(),
        [
            {
                "id": match.id,
                **{name: getattr(match.origin, name) for name in _ORIGIN},
                "made_at": match.made_at,
                "answer_by": match.answer_by,
                "ends_at": match.ends_at,
                "state": match.state,
                "answering": match.answering,
                "searching": match.searching,
                "ended_at": match.ended_at,
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
                "was_on": prompt.was_on,
                "answered_at": prompt.answered_at,
            }
            for match in made
            for prompt in match.prompts
        ],
    )


def save(connection: sa.Connection, became: Collection[tuple[Match, Match]]) -> None:
    """Write what changed of matches and their prompts, each given as it was and as it is, however many in one go."""
    _update(
        connection,
        matches.update().where(matches.c.id == sa.bindparam("of_id")),
        [
            {
                "of_id": after.id,
                "state": after.state,
                "answering": after.answering,
                "searching": after.searching,
                "spot": after.spot,
                "ends_at": after.ends_at,
                "ended_at": after.ended_at,
            }
            for before, after in became
            if replace(before, prompts=after.prompts) != after
        ],
    )
    _update(
        connection,
        prompts.update().where(
            prompts.c.match_id == sa.bindparam("of_id"), prompts.c.attendee_id == sa.bindparam("of_attendee")
        ),
        [
            {
                "of_id": after.id,
                "of_attendee": new.attendee_id,
                "state": new.state,
                "said_met": new.said_met,
                "was_on": new.was_on,
                "answered_at": new.answered_at,
            }
            for before, after in became
            for old, new in zip(before.prompts, after.prompts, strict=True)
            if old != new
        ],
    )


def _update(connection: sa.Connection, update: sa.Update, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(update, rows)


def _load(connection: sa.Connection, chosen: sa.Select[Any], reasons_too: bool = True) -> list[Match]:
    rows = connection.execute(chosen).all()
    told: dict[str, list[Prompt]] = {row.id: [] for row in rows}
    reasons = prompts.c.reasons if reasons_too else sa.literal(None)
    for start in range(0, len(rows), _BATCH):
        ids = [row.id for row in rows[start : start + _BATCH]]
        theirs = sa.select(prompts.c.match_id, prompts.c.attendee_id, reasons, *_REST).where(
            prompts.c.match_id.in_(ids)
        )
        in_order = connection.execute(theirs.order_by(prompts.c.match_id, prompts.c.attendee_id)).all()
        for match_id, who, kept, state, *rest in in_order:
            told[match_id].append(Prompt(who, tuple(map(Reasons.from_json, kept or ())), _STATES[state], *rest))
    return [
        Match(
            id=row.id,
            origin=Origin(
                how=Occasion(row.how),
                policy=Policy(row.policy),
                probability=row.probability,
                engine=row.engine,
                seed=row.seed,
                plan_id=row.plan_id,
                round_id=row.round_id,
                introduced_by=row.introduced_by,
            ),
            made_at=row.made_at,
            answer_by=row.answer_by,
            ends_at=row.ends_at,
            beacon=Beacon(row.colour, row.shape, row.word),
            spot=row.spot,
            prompts=tuple(told[row.id]),
            state=_STATES[row.state],
            answering=row.answering,
            searching=row.searching,
            ended_at=row.ended_at,
        )
        for row in rows
    ]


def get(connection: sa.Connection, match_id: str) -> Match | None:
    found = _load(connection, sa.select(matches).where(matches.c.id == match_id))
    return found[0] if found else None


def by_ids(connection: sa.Connection, match_ids: Collection[str]) -> list[Match]:
    """Those of `match_ids` (a few hundred at most) that exist."""
    return _load(connection, sa.select(matches).where(matches.c.id.in_(match_ids)).order_by(matches.c.id))


def all_of(connection: sa.Connection, attendee_id: str) -> list[Match]:
    """Every match this person was ever in."""
    theirs = sa.select(prompts.c.match_id).where(prompts.c.attendee_id == attendee_id)
    return _load(connection, sa.select(matches).where(matches.c.id.in_(theirs)).order_by(matches.c.id))


def take_out(connection: sa.Connection, attendee_id: str, left: Mapping[str, Match | None]) -> None:
    """Take this person out of matches, given by id as the others keep them: None where nobody does."""
    connection.execute(matches.delete().where(matches.c.id.in_([id_ for id_, match in left.items() if match is None])))
    connection.execute(prompts.delete().where(prompts.c.attendee_id == attendee_id))
    kept = [match for match in left.values() if match is not None]
    _update(
        connection,
        prompts.update().where(
            prompts.c.match_id == sa.bindparam("of_id"), prompts.c.attendee_id == sa.bindparam("of_attendee")
        ),
        [
            {
                "of_id": match.id,
                "of_attendee": prompt.attendee_id,
                "reasons": [reasons.to_json() for reasons in prompt.reasons],
            }
            for match in kept
            for prompt in match.prompts
        ],
    )
    _update(
        connection,
        matches.update().where(matches.c.id == sa.bindparam("of_id")),
        [{"of_id": match.id, "state": match.state} for match in kept],
    )


def of_round(connection: sa.Connection, round_id: int) -> list[Match]:
    return _load(connection, sa.select(matches).where(matches.c.round_id == round_id).order_by(matches.c.id))


def states_of_round(connection: sa.Connection, round_id: int) -> Counter[State]:
    """How many matches of the round are in each state."""
    chosen = sa.select(matches.c.state, sa.func.count().label("many")).where(matches.c.round_id == round_id)
    return Counter({State(row.state): row.many for row in connection.execute(chosen.group_by(matches.c.state))})


def all_of_them(connection: sa.Connection) -> list[Match]:
    return _load(connection, sa.select(matches).order_by(matches.c.made_at, matches.c.id))


_NOT_ENDED = matches.c.ended_at.is_(None)


def not_ended(connection: sa.Connection) -> list[Match]:
    """Matches still on somebody's phone: offered, on, met or come to nothing."""
    return _load(connection, sa.select(matches).where(_NOT_ENDED).order_by(matches.c.id))


def due(connection: sa.Connection, now: datetime) -> list[Match]:
    """Matches whose deadline to answer, or whose time, has passed without the clock having been looked at since."""
    late = sa.or_(sa.and_(matches.c.answering, matches.c.answer_by <= now), matches.c.ends_at <= now)
    return _load(connection, sa.select(matches).where(_NOT_ENDED, late).order_by(matches.c.id))


_IN_SIGHT = sa.and_(_NOT_ENDED, sa.or_(matches.c.answering, matches.c.state == State.ON))


def in_sight(connection: sa.Connection) -> list[Match]:
    """Matches whose sign the room may be looking for: those on, and all that may be answered, whatever was answered.

    One that vanished before its deadline would tell of a no. They come without their reasons, which no screen of all
    shows and which are most of what reading a prompt costs.
    """
    return _load(connection, sa.select(matches).where(_IN_SIGHT).order_by(matches.c.id), reasons_too=False)


def people_in_sight(connection: sa.Connection) -> set[str]:
    """The ids of everyone in such a match."""
    chosen = sa.select(prompts.c.attendee_id).join(matches, matches.c.id == prompts.c.match_id)
    return set(connection.scalars(chosen.where(_IN_SIGHT)))


def not_ended_of(connection: sa.Connection, attendee_id: str) -> list[Match]:
    """This person's matches that have not ended, the latest first. At most one of them asks or awaits them."""
    return sorted(_theirs(connection, [attendee_id]), key=_newness, reverse=True)


def of_both(connection: sa.Connection, one_id: str, other_id: str) -> Match | None:
    """The latest match these two are in that has not ended, over or not."""
    return next((match for match in not_ended_of(connection, one_id) if other_id in match.attendee_ids), None)


def latest_of(connection: sa.Connection, attendee_ids: Collection[str]) -> dict[str, Match]:
    """Each person's latest match that has not ended (a few hundred people at most)."""
    wanted = set(attendee_ids)
    found = sorted(_theirs(connection, wanted), key=_newness)
    return {who: match for match in found for who in match.attendee_ids if who in wanted}


def _theirs(connection: sa.Connection, attendee_ids: Collection[str]) -> list[Match]:
    theirs = sa.select(prompts.c.match_id).where(prompts.c.attendee_id.in_(attendee_ids))
    return _load(connection, sa.select(matches).where(_NOT_ENDED, matches.c.id.in_(theirs)))


def _newness(match: Match) -> tuple[datetime, str]:
    return match.made_at, match.id


def how_many_in_sight(connection: sa.Connection) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(matches).where(_IN_SIGHT)).scalar_one())


def how_many_run(connection: sa.Connection) -> int:
    """How many matches are offered or on."""
    running = sa.and_(_NOT_ENDED, matches.c.state.in_([State.OFFERED, State.ON]))
    return int(connection.execute(sa.select(sa.func.count()).select_from(matches).where(running)).scalar_one())
