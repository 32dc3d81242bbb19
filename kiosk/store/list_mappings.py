"""How lists with the same columns were read before."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.list_mapping import ListMapping
from kiosk.store.schema import list_mappings


def get(connection: sa.Connection, fingerprint: str) -> ListMapping | None:
    row = connection.execute(sa.select(list_mappings).where(list_mappings.c.fingerprint == fingerprint)).first()
    return ListMapping(row.columns, row.statuses) if row else None


def keep(connection: sa.Connection, fingerprint: str, mapping: ListMapping, kept_at: datetime) -> None:
    """Keep how lists with these headers are read, in place of what was kept before."""
    connection.execute(list_mappings.delete().where(list_mappings.c.fingerprint == fingerprint))
    connection.execute(
        list_mappings.insert().values(
            fingerprint=fingerprint, columns=mapping.columns, statuses=mapping.statuses, kept_at=kept_at
        )
    )
