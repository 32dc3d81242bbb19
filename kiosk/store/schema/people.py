"""Attendees, what they state, when they came, and the codes on their badges."""

import sqlalchemy as sa

from kiosk.store.schema.column import UtcDateTime
from kiosk.store.schema.column import attendee
from kiosk.store.schema.column import metadata

attendees = sa.Table(
    "attendees",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("badge_code", sa.String(8), nullable=False, unique=True),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("company", sa.String(200), nullable=False),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("email", sa.String(200), nullable=False),
    sa.Column("phone", sa.String(200), nullable=False),
    sa.Column("registration", sa.String(200), nullable=False, index=True),
    sa.Column("ticket_code", sa.String(400), nullable=False),
    sa.Column("ticket_key", sa.String(400), nullable=False, index=True),
    sa.Column("attention", sa.String(200), nullable=False),
    sa.Column("note", sa.String(200), nullable=False),
    sa.Column("presence", sa.String(10), nullable=False, index=True),
    sa.Column("mood", sa.String(10), nullable=False),
    sa.Column("agreed_to_match", sa.Boolean),
    sa.Column("shown", sa.Boolean, nullable=False),
    sa.Column("organizer_keeps_contact", sa.Boolean, nullable=False),
    sa.Column("walked_in", sa.Boolean, nullable=False),
    sa.Column("minor", sa.Boolean, nullable=False),
    sa.Column("blocked", sa.Boolean, nullable=False),
    sa.Column("meets_colleagues", sa.Boolean, nullable=False),
    sa.Column("small_group", sa.Boolean, nullable=False),
    sa.Column("rests_until", UtcDateTime),
    sa.Column("arrived_at", UtcDateTime),
    sa.Column("leaves_at", UtcDateTime),
    sa.Column("free_since", UtcDateTime),
    sa.Column("created_at", UtcDateTime, nullable=False),
)

# Codes that stand on paper without a name: whoever is given one at the door takes it over.
blank_badges = sa.Table(
    "blank_badges",
    metadata,
    sa.Column("code", sa.String(8), primary_key=True),
    sa.Column("drawn_at", UtcDateTime, nullable=False),
)

statements = sa.Table(
    "statements",
    metadata,
    attendee(primary_key=True),
    sa.Column("kind", sa.String(10), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("text", sa.String(200), nullable=False),
    sa.Column("topic", sa.String(200), nullable=False, index=True),
    sa.Column("confirmed", sa.String(200), nullable=False),
)

topic_decisions = sa.Table(
    "topic_decisions",
    metadata,
    sa.Column("words", sa.String(200), primary_key=True),
    sa.Column("typed", sa.String(200), nullable=False),
    sa.Column("topic", sa.String(200), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("decided_at", UtcDateTime, nullable=False),
)

purposes = sa.Table(
    "purposes",
    metadata,
    attendee(primary_key=True),
    sa.Column("purpose", sa.String(20), primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
)

arrivals = sa.Table(
    "arrivals",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    attendee(index=True),
    sa.Column("arrived_at", UtcDateTime, nullable=False),
    sa.Column("door", sa.String(60), nullable=False),
    sa.Column("request_key", sa.String(64), nullable=False, unique=True),
    sa.Column("undone_at", UtcDateTime),
    sa.Column("client_at", UtcDateTime),
)

invented = sa.Table("invented", metadata, attendee(primary_key=True))
"""The guests of a rehearsal. There are none on an evening with real ones."""
