"""What people say of each other."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.relation import Relation
from kiosk.store.schema import relations


def say(connection: sa.Connection, attendee_id: str, other_id: str, relation: Relation, said_at: datetime) -> None:
    """Keep what was said; said again, it stays as it was."""
    if relation not in of_pair(connection, attendee_id, other_id):
        connection.execute(
            relations.insert().values(attendee_id=attendee_id, other_id=other_id, relation=relation, said_at=said_at)
        )


def unsay(connection: sa.Connection, attendee_id: str, other_id: str, relation: Relation) -> None:
    connection.execute(
        relations.delete().where(
            relations.c.attendee_id == attendee_id,
            relations.c.other_id == other_id,
            relations.c.relation == relation,
        )
    )


def of_pair(connection: sa.Connection, attendee_id: str, other_id: str) -> set[Relation]:
    """What the first says of the second."""
    chosen = sa.select(relations.c.relation).where(
        relations.c.attendee_id == attendee_id, relations.c.other_id == other_id
    )
    return set(map(Relation, connection.scalars(chosen)))


def of(connection: sa.Connection, attendee_ids: Collection[str]) -> dict[str, set[tuple[str, Relation]]]:
    """All that each of these people says (a few hundred people at most): of whom, what."""
    said: dict[str, set[tuple[str, Relation]]] = {who: set() for who in attendee_ids}
    for row in connection.execute(sa.select(relations).where(relations.c.attendee_id.in_(attendee_ids))):
        said[row.attendee_id].add((row.other_id, Relation(row.relation)))
    return said


def all_of(connection: sa.Connection, relation: Relation) -> frozenset[tuple[str, str]]:
    """Everyone who says this, and of whom."""
    rows = connection.execute(sa.select(relations).where(relations.c.relation == relation))
    return frozenset((row.attendee_id, row.other_id) for row in rows)
