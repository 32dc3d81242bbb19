"""What is left of evenings whose people are forgotten: counts, and when it was."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.store.schema import arrivals
from kiosk.store.schema import attendees
from kiosk.store.schema import matches
from kiosk.store.schema import meetings
from kiosk.store.schema import rounds
from kiosk.store.schema import tallies


def keep(connection: sa.Connection, now: datetime) -> None:
    """Count the evening before it is erased. One that nobody came to leaves no tally."""
    stood = arrivals.c.undone_at.is_(None)
    first, last, came = connection.execute(
        sa.select(
            sa.func.min(arrivals.c.arrived_at),
            sa.func.max(arrivals.c.arrived_at),
            sa.func.count(arrivals.c.attendee_id.distinct()),
        ).where(stood)
    ).one()
    if not came:
        return
    met = sa.union(sa.select(meetings.c.one_id), sa.select(meetings.c.other_id)).subquery()
    counted = {
        "expected": attendees,
        "rounds": rounds,
        "matches": matches,
        "meetings": meetings,
        "met_someone": met,
    }
    counts = {name: connection.scalar(sa.select(sa.func.count()).select_from(table)) for name, table in counted.items()}
    connection.execute(
        tallies.insert().values(forgotten_at=now, first_arrival_at=first, last_arrival_at=last, came=came, **counts)
    )


def all_of_them(connection: sa.Connection) -> Sequence[sa.Row[Any]]:
    """The oldest first."""
    return connection.execute(sa.select(tallies).order_by(tallies.c.id)).all()
