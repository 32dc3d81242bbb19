"""Which badge codes are in the world: on somebody's badge, or on a blank one that was printed beforehand."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from kiosk.store.schema import attendees
from kiosk.store.schema import blank_badges

_in_the_world = sa.union_all(sa.select(attendees.c.badge_code.label("code")), sa.select(blank_badges.c.code))
_of_attendee = sa.select(attendees.c.id).where(attendees.c.badge_code == sa.bindparam("code"))
_of_blank = sa.select(blank_badges.c.code).where(blank_badges.c.code == sa.bindparam("code"))


class Taken:
    """`code in Taken(connection)`: for drawing few codes. For many, ask for `all_of_them`."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def __contains__(self, code: object) -> bool:
        asked = {"code": code}
        return any(self._connection.scalar(of, asked) is not None for of in (_of_attendee, _of_blank))


def all_of_them(connection: sa.Connection) -> set[str]:
    return set(connection.scalars(_in_the_world))


def is_on_a_blank(connection: sa.Connection, code: str) -> bool:
    """Whether this code was printed without a name, be it somebody's since."""
    return connection.scalar(_of_blank, {"code": code}) is not None


def add_blanks(connection: sa.Connection, codes: Iterable[str], drawn_at: datetime) -> None:
    connection.execute(blank_badges.insert(), [{"code": code, "drawn_at": drawn_at} for code in codes])
