"""What all tables share: one metadata, times in UTC, and columns for whom a row is about."""

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


def attendee(name: str = "attendee_id", **options: Any) -> sa.Column[str]:
    """A column for the one this row is about: it goes when they are erased."""
    return sa.Column(name, sa.ForeignKey("attendees.id", ondelete="CASCADE"), nullable=False, **options)
