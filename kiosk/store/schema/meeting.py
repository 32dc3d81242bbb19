"""Who met, and what they said to and of each other."""

import sqlalchemy as sa

from kiosk.store.schema.column import UtcDateTime
from kiosk.store.schema.column import attendee
from kiosk.store.schema.column import metadata

meetings = sa.Table(
    "meetings",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    attendee("one_id", index=True),
    attendee("other_id", index=True),
    sa.Column("met_at", UtcDateTime, nullable=False),
    sa.Column("how", sa.String(10), nullable=False),
    sa.Column("match_id", sa.ForeignKey("matches.id", ondelete="SET NULL")),
    sa.UniqueConstraint("one_id", "other_id"),
    sa.CheckConstraint("one_id < other_id", name="ordered"),
)

shares = sa.Table(
    "shares",
    metadata,
    sa.Column("meeting_id", sa.ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    attendee(primary_key=True, index=True),
    sa.Column("fields", sa.JSON, nullable=False),  # none once withdrawn: that it was asked still counts
    sa.Column("asked_at", UtcDateTime, nullable=False),
)

notes = sa.Table(
    "notes",
    metadata,
    sa.Column("meeting_id", sa.ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    attendee(primary_key=True, index=True),
    sa.Column("note", sa.String(500), nullable=False),
    sa.Column("promise", sa.String(200), nullable=False),
)

relations = sa.Table(
    "relations",
    metadata,
    attendee(primary_key=True),
    attendee("other_id", primary_key=True, index=True),
    sa.Column("relation", sa.String(10), primary_key=True),
    sa.Column("said_at", UtcDateTime, nullable=False),
)

introductions = sa.Table(
    "introductions",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    attendee("by_id", index=True),
    attendee("one_id"),
    attendee("other_id"),
    sa.Column("line", sa.String(140), nullable=False),
    sa.Column("asked_at", UtcDateTime, nullable=False),
    sa.Column("match_id", sa.ForeignKey("matches.id", ondelete="SET NULL"), index=True),
    sa.Column("closed", sa.Boolean, nullable=False, index=True),
    sa.CheckConstraint("one_id < other_id", name="ordered"),
)

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    attendee("by_id"),
    sa.Column("text", sa.String(1000), nullable=False),
    sa.Column("reported_at", UtcDateTime, nullable=False),
    sa.Column("seen_at", UtcDateTime),
    sa.Column("request_key", sa.String(64), nullable=False, unique=True),
)
