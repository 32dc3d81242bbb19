"""How people are: free, talking, resting, about to leave; set by the clock and by matches, read and counted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.store.schema import attendees

_free = sa.and_(
    attendees.c.presence == Presence.HERE,
    attendees.c.mood == Mood.FREE,
    attendees.c.agreed_to_match.is_(True),
    attendees.c.minor.is_(False),
    attendees.c.blocked.is_(False),
)
"""`Attendee.free`, as SQL."""


@dataclass(frozen=True, slots=True)
class Counts:
    expected: int
    """Everyone on the list or walked in, whether they have come or not."""
    here: int
    left: int
    free: int
    """Of those here who agreed to be matched."""
    talking: int
    resting: int


def start_talking(connection: sa.Connection, ids: Collection[str]) -> None:
    """Those of `ids` who are free talk from now on; whoever chose another mood keeps it."""
    those = sa.and_(attendees.c.id.in_(ids), attendees.c.mood == Mood.FREE)
    connection.execute(attendees.update().where(those).values(mood=Mood.TALKING))


def stop_talking(connection: sa.Connection, ids: Collection[str], now: datetime) -> None:
    """Those of `ids` who talk are free from now on; whoever chose another mood keeps it."""
    those = sa.and_(attendees.c.id.in_(ids), attendees.c.mood == Mood.TALKING)
    connection.execute(attendees.update().where(those).values(mood=Mood.FREE, free_since=now))


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


def free_since(connection: sa.Connection) -> dict[str, datetime]:
    """Since when each is free, by id, of everyone who is here, free and agreed to be matched."""
    chosen = sa.select(attendees.c.id, attendees.c.free_since).where(_free)
    return {row.id: row.free_since for row in connection.execute(chosen)}


def free_ids(connection: sa.Connection) -> set[str]:
    """The ids of everyone who is here, free and agreed to be matched."""
    return set(connection.scalars(sa.select(attendees.c.id).where(_free)))


def leaving_ids(connection: sa.Connection, until: datetime) -> set[str]:
    """The ids of those who are here and said that they leave by then."""
    those = sa.and_(attendees.c.presence == Presence.HERE, attendees.c.leaves_at <= until)
    return set(connection.scalars(sa.select(attendees.c.id).where(those)))


def counts(connection: sa.Connection) -> Counts:
    rows = connection.execute(
        sa.select(attendees.c.presence, attendees.c.mood, sa.func.count()).group_by(
            attendees.c.presence, attendees.c.mood
        )
    ).all()
    here_by_mood = {mood: count for presence, mood, count in rows if presence == Presence.HERE}
    return Counts(
        expected=sum(count for _, _, count in rows),
        here=sum(here_by_mood.values()),
        left=sum(count for presence, *_, count in rows if presence == Presence.LEFT),
        free=connection.scalar(sa.select(sa.func.count()).select_from(attendees).where(_free)) or 0,
        talking=here_by_mood.get(Mood.TALKING, 0),
        resting=here_by_mood.get(Mood.RESTING, 0),
    )
