"""What the organizer has set to happen by itself or to stay: one row, once anything was set."""

import sqlalchemy as sa

from kiosk.domain.agenda import Agenda
from kiosk.domain.scene import Scene
from kiosk.store.schema import agenda

_ONLY = 1


def get(connection: sa.Connection) -> Agenda:
    row = connection.execute(sa.select(agenda)).first()
    if row is None:
        return Agenda()
    return Agenda(row.flow, row.next_round_at, Scene(row.held) if row.held else None, row.ended_at)


def begin_anew(connection: sa.Connection) -> None:
    """The evening has not ended: another begins. What else was set stays."""
    connection.execute(agenda.update().values(ended_at=None))


def save(connection: sa.Connection, what: Agenda) -> None:
    values = {"flow": what.flow, "next_round_at": what.next_round_at, "held": what.held, "ended_at": what.ended_at}
    if not connection.execute(agenda.update().values(values)).rowcount:
        connection.execute(agenda.insert().values(id=_ONLY, **values))
