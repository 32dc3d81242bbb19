"""What is left of an evening once its people are forgotten."""

import sqlalchemy as sa

from kiosk.store.schema.column import UtcDateTime
from kiosk.store.schema.column import metadata

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
