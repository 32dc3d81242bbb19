"""What staff did, for the organizer to look up."""

from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.audit import Entry
from kiosk.store import attendees
from kiosk.store import audit

MOST = 200


@dataclass(frozen=True, slots=True)
class Noted:
    entry: Entry
    name: str
    """Whom it was about; empty where it was nobody, or they are erased."""


def audit_screen(connection: sa.Connection) -> tuple[Noted, ...]:
    """The last deeds, the last first."""
    entries = audit.latest(connection, MOST)
    people = attendees.names(connection, {entry.attendee_id for entry in entries if entry.attendee_id})
    return tuple(
        Noted(entry, people[entry.attendee_id].name if entry.attendee_id in people else "") for entry in entries
    )
