"""Every table, in words SQLite and PostgreSQL share. Migrations in `migrations/` bring a database here."""

from datetime import UTC
from datetime import datetime
from typing import Any

import sqlalchemy as sa


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """UTC-aware datetimes in Python, naive UTC in the database: SQLite keeps no zones."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _attendee(name: str = "attendee_id", **options: Any) -> sa.Column[str]:
    return sa.Column(name, sa.ForeignKey("attendees.id", ondelete="CASCADE"), nullable=False, **options)


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

list_keys = sa.Table(
    "list_keys",
    metadata,
    _attendee(primary_key=True),
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

statements = sa.Table(
    "statements",
    metadata,
    _attendee(primary_key=True),
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

invented = sa.Table("invented", metadata, _attendee(primary_key=True))
"""The guests of a rehearsal. There are none on an evening with real ones."""

purposes = sa.Table(
    "purposes",
    metadata,
    _attendee(primary_key=True),
    sa.Column("purpose", sa.String(20), primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
)

arrivals = sa.Table(
    "arrivals",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    _attendee(index=True),
    sa.Column("arrived_at", UtcDateTime, nullable=False),
    sa.Column("door", sa.String(60), nullable=False),
    sa.Column("request_key", sa.String(64), nullable=False, unique=True),
    sa.Column("undone_at", UtcDateTime),
    sa.Column("client_at", UtcDateTime),
)

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
    _attendee(primary_key=True, index=True),
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
    _attendee(primary_key=True, index=True),
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
    _attendee(primary_key=True),
    sa.Column("why", sa.String(30), nullable=False),
)

unmatched = sa.Table(
    "unmatched",
    metadata,
    _attendee(primary_key=True),
    sa.Column("why", sa.String(30), nullable=False),
)

agenda = sa.Table(
    "agenda",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("flow", sa.Boolean, nullable=False),
    sa.Column("next_round_at", UtcDateTime),
    sa.Column("held", sa.String(10)),
)

meetings = sa.Table(
    "meetings",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    _attendee("one_id", index=True),
    _attendee("other_id", index=True),
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
    _attendee(primary_key=True, index=True),
    sa.Column("fields", sa.JSON, nullable=False),  # none once withdrawn: that it was asked still counts
    sa.Column("asked_at", UtcDateTime, nullable=False),
)

notes = sa.Table(
    "notes",
    metadata,
    sa.Column("meeting_id", sa.ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    _attendee(primary_key=True, index=True),
    sa.Column("note", sa.String(500), nullable=False),
    sa.Column("promise", sa.String(200), nullable=False),
)

relations = sa.Table(
    "relations",
    metadata,
    _attendee(primary_key=True),
    _attendee("other_id", primary_key=True, index=True),
    sa.Column("relation", sa.String(10), primary_key=True),
    sa.Column("said_at", UtcDateTime, nullable=False),
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
    _attendee(index=True),
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

tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("forgotten_at", UtcDateTime, nullable=False),
    sa.Column("first_arrival_at", UtcDateTime),
    sa.Column("last_arrival_at", UtcDateTime),
    *(
        sa.Column(counted, sa.Integer, nullable=False)
        for counted in ("expected", "came", "rounds", "matches", "meetings", "met_someone")
    ),
)
"""What is left of an evening once its people are forgotten."""

introductions = sa.Table(
    "introductions",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    _attendee("by_id", index=True),
    _attendee("one_id"),
    _attendee("other_id"),
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
    _attendee("by_id"),
    sa.Column("text", sa.String(1000), nullable=False),
    sa.Column("reported_at", UtcDateTime, nullable=False),
    sa.Column("seen_at", UtcDateTime),
    sa.Column("request_key", sa.String(64), nullable=False, unique=True),
)
