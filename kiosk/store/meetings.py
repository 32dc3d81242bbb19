"""Who met whom, and who of them agreed to share contact details."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.meeting import How
from kiosk.domain.meeting import Meeting
from kiosk.store.schema import meetings
from kiosk.store.schema import shares

_BATCH = 500


def add(connection: sa.Connection, meeting: Meeting) -> None:
    connection.execute(
        meetings.insert().values(
            id=meeting.id,
            one_id=meeting.one_id,
            other_id=meeting.other_id,
            met_at=meeting.met_at,
            how=meeting.how,
            match_id=meeting.match_id,
        )
    )


def _load(connection: sa.Connection, chosen: sa.Select[Any]) -> list[Meeting]:
    rows = connection.execute(chosen).all()
    agreed: dict[str, set[str]] = defaultdict(set)
    for start in range(0, len(rows), _BATCH):
        ids = [row.id for row in rows[start : start + _BATCH]]
        for share in connection.execute(sa.select(shares).where(shares.c.meeting_id.in_(ids))):
            agreed[share.meeting_id].add(share.attendee_id)
    return [
        Meeting(
            id=row.id,
            one_id=row.one_id,
            other_id=row.other_id,
            met_at=row.met_at,
            how=How(row.how),
            match_id=row.match_id,
            agreed=frozenset(agreed[row.id]),
        )
        for row in rows
    ]


def get(connection: sa.Connection, meeting_id: str) -> Meeting | None:
    found = _load(connection, sa.select(meetings).where(meetings.c.id == meeting_id))
    return found[0] if found else None


def between(connection: sa.Connection, one_id: str, other_id: str) -> Meeting | None:
    low, high = sorted((one_id, other_id))
    found = _load(connection, sa.select(meetings).where(meetings.c.one_id == low, meetings.c.other_id == high))
    return found[0] if found else None


def of(connection: sa.Connection, attendee_ids: Collection[str]) -> dict[str, list[Meeting]]:
    """Each person's meetings, the latest first (a few hundred people at most)."""
    found = _load(
        connection,
        sa.select(meetings)
        .where(sa.or_(meetings.c.one_id.in_(attendee_ids), meetings.c.other_id.in_(attendee_ids)))
        .order_by(meetings.c.met_at.desc(), meetings.c.id),
    )
    theirs: dict[str, list[Meeting]] = {who: [] for who in attendee_ids}
    for meeting in found:
        for who in (meeting.one_id, meeting.other_id):
            if who in theirs:
                theirs[who].append(meeting)
    return theirs


def all_of_them(connection: sa.Connection) -> list[Meeting]:
    return _load(connection, sa.select(meetings).order_by(meetings.c.met_at, meetings.c.id))


def people_who_met(connection: sa.Connection) -> dict[str, int]:
    """How many people each person has met; those who met nobody are missing."""
    either = sa.union_all(sa.select(meetings.c.one_id.label("who")), sa.select(meetings.c.other_id)).subquery()
    rows = connection.execute(sa.select(either.c.who, sa.func.count().label("how_many")).group_by(either.c.who))
    return {row.who: row.how_many for row in rows}


def agree(connection: sa.Connection, meeting_id: str, attendee_id: str, agreed_at: datetime) -> None:
    connection.execute(shares.insert().values(meeting_id=meeting_id, attendee_id=attendee_id, agreed_at=agreed_at))


def withdraw(connection: sa.Connection, meeting_id: str, attendee_id: str) -> None:
    connection.execute(shares.delete().where(shares.c.meeting_id == meeting_id, shares.c.attendee_id == attendee_id))
