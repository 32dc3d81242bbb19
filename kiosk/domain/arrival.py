"""A check-in at a door. One that was undone stays, marked: the files afterwards tell what happened."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """`request_key` is drawn by the tablet for each tap, so a tap sent twice is one arrival."""

    id: str
    attendee_id: str
    arrived_at: datetime
    door: str
    request_key: str
    undone_at: datetime | None = None
