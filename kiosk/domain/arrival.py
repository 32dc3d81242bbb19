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
    client_at: datetime | None = None
    """When the tablet took it, where that was cut off and could say so only later: by the kiosk's clock, since the
    tablet says how long ago it was and its own clock may be wrong by hours."""
