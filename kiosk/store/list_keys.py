"""The keys people of the guest lists are found again by (see `domain/roll.py`)."""

from collections.abc import Sequence

import sqlalchemy as sa

from kiosk.store.schema import list_keys


def all_of_them(connection: sa.Connection) -> list[tuple[str, str]]:
    """(attendee id, key) of everyone who came by a list, in the order they were kept."""
    rows = connection.execute(sa.select(list_keys.c.attendee_id, list_keys.c.key).order_by(list_keys.c.attendee_id))
    return [(row.attendee_id, row.key) for row in rows]


def of(connection: sa.Connection, attendee_id: str) -> list[str]:
    """The keys of one person."""
    return list(connection.scalars(sa.select(list_keys.c.key).where(list_keys.c.attendee_id == attendee_id)))


def add_all(connection: sa.Connection, keys: Sequence[tuple[str, str]]) -> None:
    """Keep further keys, as (attendee id, key)."""
    if keys:
        connection.execute(list_keys.insert(), [{"attendee_id": person, "key": key} for person, key in keys])
