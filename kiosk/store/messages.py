"""The organizer's message to everybody: one row, or none."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.message import Message
from kiosk.store.schema import messages

_ONLY = 1


def standing(connection: sa.Connection, now: datetime) -> Message | None:
    """The message whose time has not passed."""
    row = connection.execute(sa.select(messages)).first()
    found = Message(row.text, row.said_at, row.until, row.on_projector) if row else None
    return found if found and found.stands(now) else None


def put(connection: sa.Connection, message: Message) -> None:
    """Have this message stand in the place of whatever stood."""
    take_back(connection)
    connection.execute(
        messages.insert().values(
            id=_ONLY,
            text=message.text,
            said_at=message.said_at,
            until=message.until,
            on_projector=message.on_projector,
        )
    )


def take_back(connection: sa.Connection) -> bool:
    """Whether there was one."""
    return bool(connection.execute(messages.delete()).rowcount)


def drop_expired(connection: sa.Connection, now: datetime) -> bool:
    """Whether one's time had passed."""
    return bool(connection.execute(messages.delete().where(messages.c.until <= now)).rowcount)
