"""All that is about people, as one: when the evening was, and forgetting it."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.access import Role
from kiosk.store.schema import arrivals
from kiosk.store.schema import attendees
from kiosk.store.schema import audit
from kiosk.store.schema import devices
from kiosk.store.schema import links
from kiosk.store.schema import matches
from kiosk.store.schema import messages
from kiosk.store.schema import not_expected
from kiosk.store.schema import plan_people
from kiosk.store.schema import plans
from kiosk.store.schema import rounds
from kiosk.store.schema import topic_decisions


def last_arrival_at(connection: sa.Connection) -> datetime | None:
    """When somebody last came, which tells when the evening was; None before anybody has."""
    last: datetime | None = connection.scalar(sa.select(sa.func.max(arrivals.c.arrived_at)))
    return last


def erase_one(connection: sa.Connection, attendee_id: str) -> None:
    """Delete one person and every row about them. Plans made with them can be made no more: what they knew goes too."""
    with_them = sa.select(plan_people.c.plan_id).where(plan_people.c.attendee_id == attendee_id)
    connection.execute(plan_people.delete().where(plan_people.c.plan_id.in_(with_them)))
    connection.execute(attendees.delete().where(attendees.c.id == attendee_id))


def erase(connection: sa.Connection) -> None:
    """Delete everyone with all they said, did and were told. Doors, projectors and the organizer stay paired."""
    connection.execute(matches.delete())
    connection.execute(rounds.delete())
    connection.execute(plans.delete())
    connection.execute(attendees.delete())
    connection.execute(audit.delete())
    connection.execute(not_expected.delete())
    connection.execute(topic_decisions.delete())
    connection.execute(messages.delete())
    connection.execute(links.delete())
    connection.execute(devices.delete().where(devices.c.role == Role.ATTENDEE))
