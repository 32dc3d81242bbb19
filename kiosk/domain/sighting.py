"""When the kiosk last heard of a browser it knows: kept in memory, since it is about now and about this process."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

GRACE = timedelta(seconds=30)
"""A page that is left for the next is without a socket for a moment, and a tablet for guests has none at all: it
asks the kiosk every ten seconds."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """`minutes_ago` is None where the browser was not heard of since the kiosk was started."""

    connected: bool
    minutes_ago: int | None


class Sightings:
    """Open sockets and last requests by device. Times are handed in."""

    def __init__(self) -> None:
        self._sockets: Counter[str] = Counter()
        self._heard_at: dict[str, datetime] = {}
        self.guest_reached = False
        """Whether a browser that is not the laptop's own, and no screen of the staff, has opened a page."""

    def heard(self, device_id: str, at: datetime) -> None:
        self._heard_at[device_id] = at

    def opened(self, device_id: str, at: datetime) -> None:
        """A socket of this device was opened."""
        self._sockets[device_id] += 1
        self.heard(device_id, at)

    def closed(self, device_id: str, at: datetime) -> None:
        self._sockets[device_id] -= 1
        if not self._sockets[device_id]:
            del self._sockets[device_id]
        self.heard(device_id, at)

    def of(self, device_id: str, now: datetime) -> Sighting:
        at = self._heard_at.get(device_id)
        if device_id in self._sockets:
            return Sighting(True, 0)
        if at is None:
            return Sighting(False, None)
        return Sighting(now - at <= GRACE, max(0, int((now - at).total_seconds() // 60)))
