"""Who met whom, what each of them would pass on, and what each keeps of it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.meeting import Contact
from kiosk.domain.meeting import How
from kiosk.domain.meeting import Meeting
from kiosk.domain.meeting import Note
from kiosk.domain.refusal import UnknownMeeting
from kiosk.store.schema import meetings
from kiosk.store.schema import notes
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
    offered: dict[str, dict[str, frozenset[Contact]]] = defaultdict(dict)
    for start in range(0, len(rows), _BATCH):
        ids = [row.id for row in rows[start : start + _BATCH]]
        for share in connection.execute(sa.select(shares).where(shares.c.meeting_id.in_(ids))):
            offered[share.meeting_id][share.attendee_id] = frozenset(map(Contact, share.fields))
    return [
        Meeting(
            id=row.id,
            one_id=row.one_id,
            other_id=row.other_id,
            met_at=row.met_at,
            how=How(row.how),
            match_id=row.match_id,
            offered=offered[row.id],
        )
        for row in rows
    ]


def get(connection: sa.Connection, meeting_id: str) -> Meeting | None:
    found = _load(connection, sa.select(meetings).where(meetings.c.id == meeting_id))
    return found[0] if found else None


def need(connection: sa.Connection, meeting_id: str, attendee_id: str) -> Meeting:
    """A meeting of this person; `UnknownMeeting` for others' and for none."""
    found = get(connection, meeting_id)
    if found is None or attendee_id not in (found.one_id, found.other_id):
        raise UnknownMeeting
    return found


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


def pairs(connection: sa.Connection) -> list[tuple[str, str]]:
    """Everyone's meetings as pairs of ids, the latest first."""
    rows = connection.execute(sa.select(meetings.c.one_id, meetings.c.other_id).order_by(meetings.c.met_at.desc()))
    return [(row.one_id, row.other_id) for row in rows]


def people_who_met(connection: sa.Connection) -> dict[str, int]:
    """How many people each person has met; those who met nobody are missing."""
    either = sa.union_all(sa.select(meetings.c.one_id.label("who")), sa.select(meetings.c.other_id)).subquery()
    rows = connection.execute(sa.select(either.c.who, sa.func.count().label("how_many")).group_by(either.c.who))
    return {row.who: row.how_many for row in rows}


def offer(
    connection: sa.Connection, meeting_id: str, attendee_id: str, fields: Collection[Contact], asked_at: datetime
) -> None:
    """Set what this person would pass on; when they first asked stays."""
    of_theirs = shares.update().where(shares.c.meeting_id == meeting_id, shares.c.attendee_id == attendee_id)
    if not connection.execute(of_theirs.values(fields=sorted(fields))).rowcount:
        connection.execute(
            shares.insert().values(
                meeting_id=meeting_id, attendee_id=attendee_id, fields=sorted(fields), asked_at=asked_at
            )
        )


def asked_by(connection: sa.Connection, attendee_id: str) -> list[datetime]:
    """When this person first offered contact details, one time for each they offered them to, the latest first."""
    chosen = sa.select(shares.c.asked_at).where(shares.c.attendee_id == attendee_id)
    return list(connection.scalars(chosen.order_by(shares.c.asked_at.desc())))


def keep_note(connection: sa.Connection, meeting_id: str, attendee_id: str, note: Note) -> None:
    connection.execute(notes.delete().where(notes.c.meeting_id == meeting_id, notes.c.attendee_id == attendee_id))
    connection.execute(
        notes.insert().values(meeting_id=meeting_id, attendee_id=attendee_id, note=note.note, promise=note.promise)
    )


def notes_of(connection: sa.Connection, attendee_ids: Collection[str]) -> dict[tuple[str, str], Note]:
    """What these people keep, by attendee id and meeting id (a few hundred people at most)."""
    rows = connection.execute(sa.select(notes).where(notes.c.attendee_id.in_(attendee_ids)))
    return {(row.attendee_id, row.meeting_id): Note(row.note, row.promise) for row in rows}
