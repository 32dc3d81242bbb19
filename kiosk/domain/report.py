"""Something an attendee tells the organizer: what went wrong, or who made them uneasy."""

from dataclasses import dataclass
from datetime import datetime

LIMIT = 1000
"""Code points of a report."""


@dataclass(frozen=True, slots=True)
class Report:
    """`by_id` is who wrote it: the organizer is told, and they know that."""

    id: str
    by_id: str
    text: str
    reported_at: datetime
    seen_at: datetime | None = None
