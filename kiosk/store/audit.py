"""What staff did."""

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
    rows = connection.execute(sa.select(audit).order_by(audit.c.id.desc()).limit(most))
    return [Entry(row.at, row.who, Deed(row.deed), row.attendee_id) for row in rows]
