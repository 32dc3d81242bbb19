"""Guest lists: how they were read, and who stands on them without being expected."""

import sqlalchemy as sa

from kiosk.store.schema.column import UtcDateTime
from kiosk.store.schema.column import attendee
from kiosk.store.schema.column import metadata

list_keys = sa.Table(
    "list_keys",
    metadata,
    attendee(primary_key=True),
    sa.Column("key", sa.String(400), primary_key=True),
)

# Who stands on a list and is not expected: nothing to reach them by. The next list with these headers replaces them.
not_expected = sa.Table(
    "not_expected",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False, index=True),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("name_key", sa.String(400), nullable=False, index=True),
    sa.Column("ticket_key", sa.String(400), nullable=False, index=True),
    sa.Column("why", sa.String(10), nullable=False),
)

# How lists with the same headers were read: words of forms, none of any guest.
list_mappings = sa.Table(
    "list_mappings",
    metadata,
    sa.Column("fingerprint", sa.String(64), primary_key=True),
    sa.Column("columns", sa.JSON, nullable=False),
    sa.Column("statuses", sa.JSON, nullable=False),
    sa.Column("kept_at", UtcDateTime, nullable=False),
)
