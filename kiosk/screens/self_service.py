"""A tablet for guests. It shows nothing of anybody before they have said who they are, and no list at all."""

from collections.abc import Collection

import sqlalchemy as sa

from kiosk.domain.attendee import Attendee
from kiosk.domain.full_name import is_full_name
from kiosk.domain.full_name import is_told_by
from kiosk.store import attendees


def named(connection: sa.Connection, ids: Collection[str], typed: str) -> tuple[Attendee, ...]:
    """Those of `ids` whose whole name was typed."""
    people = attendees.names(connection, ids).values()
    return tuple(person for person in people if is_full_name(typed, person.name))


def told_apart(connection: sa.Connection, ids: Collection[str], typed: str) -> Attendee | None:
    """The one of several of one name whose company or e-mail address was typed; None where that is nobody or two."""
    fitting = [person for person in attendees.names(connection, ids).values() if is_told_by(person, typed)]
    return fitting[0] if len(fitting) == 1 else None
