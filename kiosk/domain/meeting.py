"""That two people did meet, and the contact details they passed on after both agreed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class How(StrEnum):
    SCAN = "scan"
    TAP = "tap"


@dataclass(frozen=True, slots=True)
class Meeting:
    """`one_id` sorts before `other_id`: two people meet once. `agreed` are those who want to share contact details."""

    id: str
    one_id: str
    other_id: str
    met_at: datetime
    how: How
    match_id: str | None = None
    agreed: frozenset[str] = frozenset()

    def other_than(self, attendee_id: str) -> str:
        return self.other_id if attendee_id == self.one_id else self.one_id

    @property
    def shared(self) -> bool:
        """Whether contact details pass: only when both agreed, and only as long as both do."""
        return self.agreed == {self.one_id, self.other_id}
