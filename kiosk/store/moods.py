"""What the clock changes about how people are: rests that end, and times to leave that have come."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.store.schema import attendees


def end_rests(connection: sa.Connection, now: datetime) -> list[str]:
    """Those whose rest is over are free from now on; their ids."""
    over = sa.and_(attendees.c.mood == Mood.RESTING, attendees.c.rests_until <= now)
    values = {"mood": Mood.FREE, "free_since": now, "rests_until": None}
    return list(connection.scalars(attendees.update().where(over).values(**values).returning(attendees.c.id)))


def leaving_by(connection: sa.Connection, now: datetime) -> list[str]:
    """The ids of those here whose time to leave has come, but for who is talking: nobody leaves in mid-sentence."""
    chosen = sa.select(attendees.c.id).where(
        attendees.c.presence == Presence.HERE, attendees.c.leaves_at <= now, attendees.c.mood != Mood.TALKING
    )
    return list(connection.scalars(chosen))
