"""The evening as one record: every table the organizer may keep, whole."""

from typing import Any

import sqlalchemy as sa

from kiosk.domain.record import LEFT_OUT
from kiosk.domain.record import told
from kiosk.store import whole_tables

Record = dict[str, list[dict[str, Any]]]


def record(connection: sa.Connection) -> Record:
    """Table to its rows, in the order they can be written again."""
    everyone = whole_tables.rows(connection, "attendees")
    keeping = {person["id"] for person in everyone if person["organizer_keeps_contact"]}
    return {
        name: [kept for row in whole_tables.rows(connection, name) if (kept := told(name, row, keeping)) is not None]
        for name in whole_tables.NAMES
        if name not in LEFT_OUT
    }
