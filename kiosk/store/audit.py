"""What staff did."""

from typing import Any

import sqlalchemy as sa

from kiosk.domain.audit import Deed
from kiosk.domain.audit import Entry
from kiosk.store.schema import audit


def add(connection: sa.Connection, entry: Entry) -> None:
    connection.execute(
        audit.insert().values(at=entry.at, who=entry.who, deed=entry.deed, attendee_id=entry.attendee_id)
    )


def latest(connection: sa.Connection, most: int) -> list[Entry]:
    """At most so many, the last first."""
    return [_entry(row) for row in connection.execute(sa.select(audit).order_by(audit.c.id.desc()).limit(most))]


def all_of_them(connection: sa.Connection) -> list[Entry]:
    """In the order they were done."""
    return [_entry(row) for row in connection.execute(sa.select(audit).order_by(audit.c.id))]


def _entry(row: sa.Row[Any]) -> Entry:
    return Entry(row.at, row.who, Deed(row.deed), row.attendee_id)
