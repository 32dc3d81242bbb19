"""A moment when everyone free is matched."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Round:
    """Prompts may be answered until `answer_by`; people talk until `ends_at`; `ended_at` is when it really ended."""

    id: int
    started_at: datetime
    answer_by: datetime
    ends_at: datetime
    seed: int
    ended_at: datetime | None = None

    def has_time_for_another(self, now: datetime) -> bool:
        """Whether a match made now leaves as much time to talk as to answer."""
        return now + 2 * (self.answer_by - self.started_at) <= self.ends_at
