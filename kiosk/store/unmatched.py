"""Why the latest plan, whatever it was for, gave someone no match."""

from collections.abc import Mapping

import sqlalchemy as sa

from kiosk.store.schema import unmatched


def replace(connection: sa.Connection, why_by_attendee: Mapping[str, str]) -> None:
    """Keep these in the place of all that were kept."""
    connection.execute(unmatched.delete())
    if why_by_attendee:
        connection.execute(
            unmatched.insert(), [{"attendee_id": who, "why": why} for who, why in why_by_attendee.items()]
        )


def all_of_them(connection: sa.Connection) -> dict[str, str]:
    """Attendee id to why."""
    return {row.attendee_id: row.why for row in connection.execute(sa.select(unmatched))}
