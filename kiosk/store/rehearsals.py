"""Invented people of a rehearsal: marked, so that they can be wiped and never stand among real ones."""

from collections.abc import Collection

import sqlalchemy as sa

from kiosk.store.schema import attendees
from kiosk.store.schema import invented
from kiosk.store.schema import matches
from kiosk.store.schema import plans
from kiosk.store.schema import rounds

_anyone = sa.select(invented.c.attendee_id).limit(1)


def is_on(connection: sa.Connection) -> bool:
    """A rehearsal is on while there is anyone invented."""
    return connection.execute(_anyone).first() is not None


def is_invented(connection: sa.Connection, attendee_id: str) -> bool:
    return connection.scalar(sa.select(invented.c.attendee_id).where(invented.c.attendee_id == attendee_id)) is not None


def invented_people(connection: sa.Connection) -> set[str]:
    return set(connection.scalars(sa.select(invented.c.attendee_id)))


def mark(connection: sa.Connection, ids: Collection[str]) -> None:
    if ids:
        connection.execute(invented.insert(), [{"attendee_id": who} for who in ids])


def wipe(connection: sa.Connection) -> None:
    """Delete everyone invented with all they did. No round or match before it was real: nobody had come."""
    connection.execute(matches.delete())
    connection.execute(rounds.delete())
    connection.execute(plans.delete())
    connection.execute(attendees.delete().where(attendees.c.id.in_(sa.select(invented.c.attendee_id))))
