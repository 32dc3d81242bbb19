"""One line from the organizer to everybody: never more than one at a time."""

from dataclasses import dataclass
from datetime import datetime

LIMIT = 120
"""What the projector shows in two lines."""


@dataclass(frozen=True, slots=True)
class Message:
    """It stands until it is taken back, or until `until`."""

    text: str
    said_at: datetime
    until: datetime | None
    on_projector: bool

    def stands(self, now: datetime) -> bool:
        return self.until is None or now < self.until
