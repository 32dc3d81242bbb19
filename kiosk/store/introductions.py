"""Introductions that attendees started."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from kiosk.domain.introduction import Introduction
from kiosk.store.schema import introductions


def add(connection: sa.Connection, introduction: Introduction) -> None:
    connection.execute(
        introductions.insert().values(
            id=introduction.id,
            by_id=introduction.by_id,
            one_id=introduction.one_id,
            other_id=introduction.other_id,
            line=introduction.line,
            asked_at=introduction.asked_at,
            match_id=introduction.match_id,
            closed=introduction.closed,
        )
    )


def _load(connection: sa.Connection, chosen: sa.Select[Any]) -> list[Introduction]:
    return [Introduction(**row._mapping) for row in connection.execute(chosen)]


def waiting(connection: sa.Connection) -> list[Introduction]:
    """Those whose people were not asked yet, the first first."""
    chosen = sa.select(introductions).where(introductions.c.match_id.is_(None), introductions.c.closed.is_(False))
    return _load(connection, chosen.order_by(introductions.c.asked_at, introductions.c.id))


def all_of_them(connection: sa.Connection) -> list[Introduction]:
    return _load(connection, sa.select(introductions).order_by(introductions.c.asked_at, introductions.c.id))


def started_by(connection: sa.Connection, attendee_ids: Collection[str]) -> dict[str, list[Introduction]]:
    """What each of these people (a few hundred at most) started, the latest first."""
    theirs: dict[str, list[Introduction]] = {who: [] for who in attendee_ids}
    chosen = sa.select(introductions).where(introductions.c.by_id.in_(attendee_ids))
    for found in _load(connection, chosen.order_by(introductions.c.asked_at.desc(), introductions.c.id)):
        theirs[found.by_id].append(found)
    return theirs


def of_matches(connection: sa.Connection, match_ids: Collection[str]) -> dict[str, Introduction]:
    """The introduction behind each of these matches that has one (a few hundred at most)."""
    found = _load(connection, sa.select(introductions).where(introductions.c.match_id.in_(match_ids)))
    return {each.match_id: each for each in found if each.match_id}


def give_match(connection: sa.Connection, introduction_id: str, match_id: str) -> None:
    connection.execute(introductions.update().where(introductions.c.id == introduction_id).values(match_id=match_id))


def close(connection: sa.Connection, introduction_id: str) -> None:
    connection.execute(introductions.update().where(introductions.c.id == introduction_id).values(closed=True))
