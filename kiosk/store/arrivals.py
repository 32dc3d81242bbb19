"""Check-ins, those undone included."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kiosk.domain.arrival import Arrival
from kiosk.domain.refusal import UnknownAttendee
from kiosk.store.schema import arrivals

# Of every check-in: built once, since building a statement costs as much as running it.
_insert = arrivals.insert()
_by_request = sa.select(arrivals).where(arrivals.c.request_key == sa.bindparam("key"))
_standing_of = (
    sa.select(arrivals)
    .where(arrivals.c.attendee_id == sa.bindparam("of_id"), arrivals.c.undone_at.is_(None))
    .order_by(arrivals.c.arrived_at.desc())
)


def _arrival(row: sa.Row[Any] | None) -> Arrival | None:
    return Arrival(**row._mapping) if row else None


def add(connection: sa.Connection, arrival: Arrival) -> None:
    connection.execute(
        _insert,
        {
            "id": arrival.id,
            "attendee_id": arrival.attendee_id,
            "arrived_at": arrival.arrived_at,
            "door": arrival.door,
            "request_key": arrival.request_key,
            "client_at": arrival.client_at,
        },
    )


def get(connection: sa.Connection, arrival_id: str) -> Arrival | None:
    return _arrival(connection.execute(sa.select(arrivals).where(arrivals.c.id == arrival_id)).first())


def need(connection: sa.Connection, arrival_id: str) -> Arrival:
    """The arrival with this id; `UnknownAttendee` where there is none."""
    found = get(connection, arrival_id)
    if found is None:
        raise UnknownAttendee
    return found


def by_request(connection: sa.Connection, request_key: str) -> Arrival | None:
    """The arrival this tap made, if it was sent before."""
    return _arrival(connection.execute(_by_request, {"key": request_key}).first())


def of_person(connection: sa.Connection, attendee_id: str) -> list[Arrival]:
    """Every arrival of this person, those undone included, the first first."""
    chosen = sa.select(arrivals).where(arrivals.c.attendee_id == attendee_id)
    return [Arrival(**row._mapping) for row in connection.execute(chosen.order_by(arrivals.c.arrived_at))]


def standing_of(connection: sa.Connection, attendee_id: str) -> Arrival | None:
    """Someone's arrival that was not undone."""
    return _arrival(connection.execute(_standing_of, {"of_id": attendee_id}).first())


def undone_since(connection: sa.Connection, attendee_id: str, since: datetime) -> bool:
    """Whether an arrival of theirs was undone after this moment."""
    undone = sa.select(arrivals.c.id).where(arrivals.c.attendee_id == attendee_id, arrivals.c.undone_at > since)
    return connection.scalar(undone.limit(1)) is not None


def since(connection: sa.Connection, when: datetime) -> int:
    """How many arrived after this and were not undone."""
    stands = sa.and_(arrivals.c.arrived_at > when, arrivals.c.undone_at.is_(None))
    return connection.scalar(sa.select(sa.func.count()).select_from(arrivals).where(stands)) or 0


def undo(connection: sa.Connection, arrival_id: str, undone_at: datetime) -> None:
    connection.execute(arrivals.update().where(arrivals.c.id == arrival_id).values(undone_at=undone_at))


def ever_came(connection: sa.Connection) -> set[str]:
    """Ids of everyone who was checked in once, be it undone since."""
    return set(connection.scalars(sa.select(arrivals.c.attendee_id).distinct()))


def all_of_them(connection: sa.Connection) -> list[Arrival]:
    rows = connection.execute(sa.select(arrivals).order_by(arrivals.c.arrived_at, arrivals.c.id))
    return [Arrival(**row._mapping) for row in rows]
