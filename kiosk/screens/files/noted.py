"""audit.csv."""

from collections.abc import Mapping

import sqlalchemy as sa

from kiosk.domain.audit import Entry
from kiosk.screens.files.file import Clocks
from kiosk.screens.files.file import Column
from kiosk.screens.files.file import File
from kiosk.screens.files.file import table
from kiosk.store import audit


def audit_file(connection: sa.Connection, names: Mapping[str, str], clocks: Clocks) -> File:
    columns: tuple[Column[Entry], ...] = (
        *clocks.columns("at", "when it was done", lambda noted: noted.at),
        Column("who", "the screen it was done at", lambda noted: noted.who),
        Column("deed", "what was done", lambda noted: noted.deed.sentence),
        Column("attendee_id", "to whom; empty where nobody or erased", lambda noted: noted.attendee_id or ""),
        Column("name", "their name", lambda noted: names.get(noted.attendee_id or "", "")),
    )
    about = "What staff did at the doors and as the organizer, but for ordinary check-ins: one row a deed."
    return table("audit.csv", about, columns, audit.all_of_them(connection))
