"""Rounds, and who was left out of each."""

from collections.abc import Collection
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.round import Round
from kiosk.store.schema import left_out
from kiosk.store.schema import rounds


def _round(row: sa.Row[Any] | None) -> Round | None:
    return Round(**row._mapping) if row else None


def add(connection: sa.Connection, started_at: datetime, answer_by: datetime, ends_at: datetime, seed: int) -> Round:
    added = connection.execute(
        rounds.insert()
        .values(started_at=started_at, answer_by=answer_by, ends_at=ends_at, seed=seed)
        .returning(rounds.c.id)
    )
    return Round(added.scalar_one(), started_at, answer_by, ends_at, seed)


def all_of_them(connection: sa.Connection) -> list[Round]:
    """The first first."""
    return [Round(**row._mapping) for row in connection.execute(sa.select(rounds).order_by(rounds.c.id))]


def latest(connection: sa.Connection) -> Round | None:
    return _round(connection.execute(sa.select(rounds).order_by(rounds.c.id.desc())).first())


def running(connection: sa.Connection) -> Round | None:
    """The round that has not ended, if there is one."""
    found = latest(connection)
    return found if found and found.ended_at is None else None


def end(connection: sa.Connection, round_id: int, ended_at: datetime) -> None:
    connection.execute(rounds.update().where(rounds.c.id == round_id).values(ended_at=ended_at))


def set_end(connection: sa.Connection, round_id: int, ends_at: datetime) -> None:
    connection.execute(rounds.update().where(rounds.c.id == round_id).values(ends_at=ends_at))


def take_in(connection: sa.Connection, attendee_ids: Collection[str]) -> None:
    """These were left out of the latest round and have a match after all."""
    latest_id = sa.select(sa.func.max(rounds.c.id)).scalar_subquery()
    theirs = sa.and_(left_out.c.round_id == latest_id, left_out.c.attendee_id.in_(attendee_ids))
    connection.execute(left_out.delete().where(theirs))


def leave_out(connection: sa.Connection, round_id: int, why_by_attendee: Mapping[str, str]) -> None:
    if why_by_attendee:
        connection.execute(
            left_out.insert(),
            [{"round_id": round_id, "attendee_id": who, "why": why} for who, why in why_by_attendee.items()],
        )


def left_out_of(connection: sa.Connection, round_id: int) -> dict[str, str]:
    """Attendee id to why, for those without a partner in that round."""
    rows = connection.execute(sa.select(left_out).where(left_out.c.round_id == round_id))
    return {row.attendee_id: row.why for row in rows}


def times_left_out(connection: sa.Connection) -> dict[str, int]:
    """For those without a partner in the last round: in how many rounds running, up to the last, that happened."""
    running: dict[str, int] = {}
    still: set[str] | None = None
    for round_id in connection.scalars(sa.select(rounds.c.id).order_by(rounds.c.id.desc())):
        out = set(left_out_of(connection, round_id))
        still = out if still is None else still & out
        if not still:
            break
        for who in still:
            running[who] = running.get(who, 0) + 1
    return running
