"""The devices of the evening, the links that pair them, what staff did with them, and what they print."""

import sqlalchemy as sa

from kiosk.store.schema.column import UtcDateTime
from kiosk.store.schema.column import attendee
from kiosk.store.schema.column import metadata

devices = sa.Table(
    "devices",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("attendee_id", sa.ForeignKey("attendees.id", ondelete="CASCADE"), index=True),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("pin_hash", sa.String(64), nullable=False),
    sa.Column("paired_at", UtcDateTime, nullable=False),
    sa.Column("revoked_at", UtcDateTime),
)

links = sa.Table(
    "links",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("digits_hash", sa.String(64), nullable=False, index=True),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("attendee_id", sa.ForeignKey("attendees.id", ondelete="CASCADE"), index=True),
    sa.Column("pin_hash", sa.String(64), nullable=False),
    sa.Column("expires_at", UtcDateTime, nullable=False, index=True),
    sa.Column("used_at", UtcDateTime),
)

# What staff did. Whom it was about is forgotten with them; that it was done is not.
audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("who", sa.String(60), nullable=False),
    sa.Column("deed", sa.String(20), nullable=False),
    sa.Column("attendee_id", sa.ForeignKey("attendees.id", ondelete="SET NULL"), index=True),
)

print_jobs = sa.Table(
    "print_jobs",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    attendee(index=True),
    sa.Column("printer", sa.String(60), nullable=False, index=True),
    sa.Column("size", sa.String(60), nullable=False),
    sa.Column("door", sa.String(60), nullable=False),
    sa.Column("asked_at", UtcDateTime, nullable=False),
    sa.Column("state", sa.String(10), nullable=False, index=True),
    sa.Column("why", sa.String(10)),
    sa.Column("trouble", sa.String(15)),
    sa.Column("ended_at", UtcDateTime),
)

rolls = sa.Table(
    "rolls",
    metadata,
    sa.Column("printer", sa.String(60), primary_key=True),
    sa.Column("labels", sa.Integer, nullable=False),
    sa.Column("used", sa.Integer, nullable=False),
)

# What the organizer says to everybody: one row, or none.
messages = sa.Table(
    "messages",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("text", sa.String(120), nullable=False),
    sa.Column("said_at", UtcDateTime, nullable=False),
    sa.Column("until", UtcDateTime),
    sa.Column("on_projector", sa.Boolean, nullable=False),
)

printed_addresses = sa.Table(
    "printed_addresses",
    metadata,
    sa.Column("address", sa.String(200), primary_key=True),
    sa.Column("printed_at", UtcDateTime, nullable=False),
)
