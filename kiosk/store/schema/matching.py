"""Rounds and flow: plans, matches with their prompts, and who had none."""

import sqlalchemy as sa

from kiosk.store.schema.column import UtcDateTime
from kiosk.store.schema.column import attendee
from kiosk.store.schema.column import metadata

agenda = sa.Table(
    "agenda",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("flow", sa.Boolean, nullable=False),
    sa.Column("next_round_at", UtcDateTime),
    sa.Column("held", sa.String(10)),
    sa.Column("ended_at", UtcDateTime),
)

rounds = sa.Table(
    "rounds",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("started_at", UtcDateTime, nullable=False),
    sa.Column("answer_by", UtcDateTime, nullable=False),
    sa.Column("ends_at", UtcDateTime, nullable=False),
    sa.Column("ended_at", UtcDateTime),
    sa.Column("seed", sa.Integer, nullable=False),
)

plans = sa.Table(
    "plans",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("engine", sa.String(20), nullable=False),
    sa.Column("seed", sa.Integer, nullable=False),
    sa.Column("random_share", sa.Float, nullable=False),
    sa.Column("config", sa.String(32), nullable=False),
    sa.Column("outcome", sa.String(32), nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
)

# What a plan was made from, one row for each person in it: whoever is erased takes theirs along.
plan_people = sa.Table(
    "plan_people",
    metadata,
    sa.Column("plan_id", sa.ForeignKey("plans.id", ondelete="CASCADE"), primary_key=True),
    attendee(primary_key=True, index=True),
    sa.Column("known", sa.LargeBinary, nullable=False),
)

matches = sa.Table(
    "matches",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("how", sa.String(12), nullable=False),
    sa.Column("policy", sa.String(10), nullable=False),
    sa.Column("probability", sa.Float, nullable=False),
    sa.Column("engine", sa.String(20), nullable=False),
    sa.Column("seed", sa.Integer),
    sa.Column("plan_id", sa.ForeignKey("plans.id", ondelete="SET NULL"), index=True),
    sa.Column("round_id", sa.ForeignKey("rounds.id", ondelete="CASCADE"), index=True),
    sa.Column("introduced_by", sa.ForeignKey("attendees.id", ondelete="SET NULL")),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("answer_by", UtcDateTime, nullable=False),
    sa.Column("ends_at", UtcDateTime, nullable=False),
    sa.Column("state", sa.String(10), nullable=False, index=True),
    sa.Column("answering", sa.Boolean, nullable=False),
    sa.Column("searching", sa.Boolean, nullable=False),
    sa.Column("ended_at", UtcDateTime, index=True),
    sa.Column("colour", sa.String(10), nullable=False),
    sa.Column("shape", sa.String(10), nullable=False),
    sa.Column("word", sa.String(20), nullable=False),
    sa.Column("spot", sa.String(60), nullable=False),
)

prompts = sa.Table(
    "prompts",
    metadata,
    sa.Column("match_id", sa.ForeignKey("matches.id", ondelete="CASCADE"), primary_key=True),
    attendee(primary_key=True, index=True),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
    sa.Column("said_met", sa.Boolean, nullable=False),
    sa.Column("was_on", sa.Boolean, nullable=False),
    sa.Column("answered_at", UtcDateTime),
)

left_out = sa.Table(
    "left_out",
    metadata,
    sa.Column("round_id", sa.ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True),
    attendee(primary_key=True),
    sa.Column("why", sa.String(30), nullable=False),
)

unmatched = sa.Table(
    "unmatched",
    metadata,
    attendee(primary_key=True),
    sa.Column("why", sa.String(30), nullable=False),
)
