"""A browser that is known: an organizer's laptop, a door, a tablet for guests, a projector or an attendee's phone."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.access import Role


@dataclass(frozen=True, slots=True)
class Device:
    id: str
    role: Role
    name: str
    paired_at: datetime
    attendee_id: str | None = None
    revoked_at: datetime | None = None
    pin_hash: str = ""
    """Of the PIN that lets a tablet for guests out of its one task."""
