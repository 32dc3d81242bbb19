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
