"""the first tables"""

import sqlalchemy as sa
from alembic import op

from kiosk.store.schema import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "agenda",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("flow", sa.Boolean(), nullable=False),
        sa.Column("next_round_at", UtcDateTime(), nullable=True),
        sa.Column("held", sa.String(length=10), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda")),
    )
    op.create_table(
        "attendees",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("badge_code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("company", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("registration", sa.String(length=200), nullable=False),
        sa.Column("ticket_code", sa.String(length=400), nullable=False),
        sa.Column("ticket_key", sa.String(length=400), nullable=False),
        sa.Column("attention", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("presence", sa.String(length=10), nullable=False),
        sa.Column("mood", sa.String(length=10), nullable=False),
        sa.Column("agreed_to_match", sa.Boolean(), nullable=True),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("organizer_keeps_contact", sa.Boolean(), nullable=False),
        sa.Column("walked_in", sa.Boolean(), nullable=False),
        sa.Column("minor", sa.Boolean(), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("meets_colleagues", sa.Boolean(), nullable=False),
        sa.Column("small_group", sa.Boolean(), nullable=False),
        sa.Column("rests_until", UtcDateTime(), nullable=True),
        sa.Column("arrived_at", UtcDateTime(), nullable=True),
        sa.Column("leaves_at", UtcDateTime(), nullable=True),
        sa.Column("free_since", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendees")),
        sa.UniqueConstraint("badge_code", name=op.f("uq_attendees_badge_code")),
    )
    with op.batch_alter_table("attendees", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendees_presence"), ["presence"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendees_registration"), ["registration"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendees_ticket_key"), ["ticket_key"], unique=False)

    op.create_table(
        "blank_badges",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("drawn_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_blank_badges")),
    )
    op.create_table(
        "list_mappings",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("statuses", sa.JSON(), nullable=False),
        sa.Column("kept_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_list_mappings")),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=120), nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.Column("on_projector", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
    )
    op.create_table(
        "not_expected",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("name_key", sa.String(length=400), nullable=False),
        sa.Column("ticket_key", sa.String(length=400), nullable=False),
        sa.Column("why", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_expected")),
    )
    with op.batch_alter_table("not_expected", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_not_expected_fingerprint"), ["fingerprint"], unique=False)
        batch_op.create_index(batch_op.f("ix_not_expected_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_not_expected_ticket_key"), ["ticket_key"], unique=False)

    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("engine", sa.String(length=20), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("random_share", sa.Float(), nullable=False),
        sa.Column("config", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
    )
    op.create_table(
        "printed_addresses",
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("printed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_printed_addresses")),
    )
    op.create_table(
        "rolls",
        sa.Column("printer", sa.String(length=60), nullable=False),
        sa.Column("labels", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("printer", name=op.f("pk_rolls")),
    )
    op.create_table(
        "rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("answer_by", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
    )
    op.create_table(
        "tallies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("forgotten_at", UtcDateTime(), nullable=False),
        sa.Column("first_arrival_at", UtcDateTime(), nullable=True),
        sa.Column("last_arrival_at", UtcDateTime(), nullable=True),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("matches", sa.Integer(), nullable=False),
        sa.Column("meetings", sa.Integer(), nullable=False),
        sa.Column("met_someone", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tallies")),
    )
    op.create_table(
        "topic_decisions",
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("typed", sa.String(length=200), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("words", name=op.f("pk_topic_decisions")),
    )
    op.create_table(
        "arrivals",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.Column("door", sa.String(length=60), nullable=False),
        sa.Column("request_key", sa.String(length=64), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.Column("client_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_arrivals_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrivals")),
        sa.UniqueConstraint("request_key", name=op.f("uq_arrivals_request_key")),
    )
    with op.batch_alter_table("arrivals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_arrivals_attendee_id"), ["attendee_id"], unique=False)

    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("deed", sa.String(length=20), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_audit_attendee_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_attendee_id"), ["attendee_id"], unique=False)

    op.create_table(
        "devices",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("pin_hash", sa.String(length=64), nullable=False),
        sa.Column("paired_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_devices_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_devices_token_hash")),
    )
    with op.batch_alter_table("devices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_devices_attendee_id"), ["attendee_id"], unique=False)

    op.create_table(
        "invented",
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_invented_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attendee_id", name=op.f("pk_invented")),
    )
    op.create_table(
        "left_out",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("why", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_left_out_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_left_out_round_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("round_id", "attendee_id", name=op.f("pk_left_out")),
    )
    op.create_table(
        "links",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("digits_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=True),
        sa.Column("pin_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_links_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_links")),
    )
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_links_attendee_id"), ["attendee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_digits_hash"), ["digits_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_expires_at"), ["expires_at"], unique=False)

    op.create_table(
        "list_keys",
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_list_keys_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attendee_id", "key", name=op.f("pk_list_keys")),
    )
    op.create_table(
        "matches",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("how", sa.String(length=12), nullable=False),
        sa.Column("policy", sa.String(length=10), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("engine", sa.String(length=20), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("introduced_by", sa.String(length=16), nullable=True),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("answer_by", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("answering", sa.Boolean(), nullable=False),
        sa.Column("searching", sa.Boolean(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("colour", sa.String(length=10), nullable=False),
        sa.Column("shape", sa.String(length=10), nullable=False),
        sa.Column("word", sa.String(length=20), nullable=False),
        sa.Column("spot", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["introduced_by"], ["attendees.id"], name=op.f("fk_matches_introduced_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_matches_plan_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_matches_round_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matches")),
    )
    with op.batch_alter_table("matches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matches_ended_at"), ["ended_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_matches_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_matches_round_id"), ["round_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_matches_state"), ["state"], unique=False)

    op.create_table(
        "plan_people",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("known", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_plan_people_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_people_plan_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("plan_id", "attendee_id", name=op.f("pk_plan_people")),
    )
    with op.batch_alter_table("plan_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_people_attendee_id"), ["attendee_id"], unique=False)

    op.create_table(
        "print_jobs",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("printer", sa.String(length=60), nullable=False),
        sa.Column("size", sa.String(length=60), nullable=False),
        sa.Column("door", sa.String(length=60), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("why", sa.String(length=10), nullable=True),
        sa.Column("trouble", sa.String(length=15), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_print_jobs_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_jobs")),
    )
    with op.batch_alter_table("print_jobs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_jobs_attendee_id"), ["attendee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_print_jobs_printer"), ["printer"], unique=False)
        batch_op.create_index(batch_op.f("ix_print_jobs_state"), ["state"], unique=False)

    op.create_table(
        "purposes",
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_purposes_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attendee_id", "purpose", name=op.f("pk_purposes")),
    )
    op.create_table(
        "relations",
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("other_id", sa.String(length=16), nullable=False),
        sa.Column("relation", sa.String(length=10), nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_relations_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["other_id"], ["attendees.id"], name=op.f("fk_relations_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("attendee_id", "other_id", "relation", name=op.f("pk_relations")),
    )
    with op.batch_alter_table("relations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relations_other_id"), ["other_id"], unique=False)

    op.create_table(
        "reports",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("by_id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("reported_at", UtcDateTime(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=True),
        sa.Column("request_key", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["attendees.id"], name=op.f("fk_reports_by_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("request_key", name=op.f("uq_reports_request_key")),
    )
    op.create_table(
        "statements",
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("confirmed", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_statements_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attendee_id", "kind", "position", name=op.f("pk_statements")),
    )
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statements_topic"), ["topic"], unique=False)

    op.create_table(
        "unmatched",
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("why", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_unmatched_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attendee_id", name=op.f("pk_unmatched")),
    )
    op.create_table(
        "introductions",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("by_id", sa.String(length=16), nullable=False),
        sa.Column("one_id", sa.String(length=16), nullable=False),
        sa.Column("other_id", sa.String(length=16), nullable=False),
        sa.Column("line", sa.String(length=140), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("match_id", sa.String(length=16), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("one_id < other_id", name="ordered"),
        sa.ForeignKeyConstraint(["by_id"], ["attendees.id"], name=op.f("fk_introductions_by_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["match_id"], ["matches.id"], name=op.f("fk_introductions_match_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["one_id"], ["attendees.id"], name=op.f("fk_introductions_one_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["other_id"], ["attendees.id"], name=op.f("fk_introductions_other_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introductions")),
    )
    with op.batch_alter_table("introductions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introductions_by_id"), ["by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_introductions_closed"), ["closed"], unique=False)
        batch_op.create_index(batch_op.f("ix_introductions_match_id"), ["match_id"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("one_id", sa.String(length=16), nullable=False),
        sa.Column("other_id", sa.String(length=16), nullable=False),
        sa.Column("met_at", UtcDateTime(), nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("match_id", sa.String(length=16), nullable=True),
        sa.CheckConstraint("one_id < other_id", name="ordered"),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_meetings_match_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["one_id"], ["attendees.id"], name=op.f("fk_meetings_one_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["attendees.id"], name=op.f("fk_meetings_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_meetings_one_id")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meetings_one_id"), ["one_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_other_id"), ["other_id"], unique=False)

    op.create_table(
        "prompts",
        sa.Column("match_id", sa.String(length=16), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("said_met", sa.Boolean(), nullable=False),
        sa.Column("was_on", sa.Boolean(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_prompts_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name=op.f("fk_prompts_match_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("match_id", "attendee_id", name=op.f("pk_prompts")),
    )
    with op.batch_alter_table("prompts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_prompts_attendee_id"), ["attendee_id"], unique=False)

    op.create_table(
        "notes",
        sa.Column("meeting_id", sa.String(length=16), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("promise", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_notes_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_notes_meeting_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting_id", "attendee_id", name=op.f("pk_notes")),
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notes_attendee_id"), ["attendee_id"], unique=False)

    op.create_table(
        "shares",
        sa.Column("meeting_id", sa.String(length=16), nullable=False),
        sa.Column("attendee_id", sa.String(length=16), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendees.id"], name=op.f("fk_shares_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_shares_meeting_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting_id", "attendee_id", name=op.f("pk_shares")),
    )
    with op.batch_alter_table("shares", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shares_attendee_id"), ["attendee_id"], unique=False)
