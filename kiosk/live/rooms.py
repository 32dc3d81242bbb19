"""Every socket room by name. A room hears one region in one language; a phone's is its attendee's alone."""

from dataclasses import dataclass

from kiosk.domain.access import Role
from kiosk.domain.device import Device


@dataclass(frozen=True, slots=True)
class Room:
    region: str
    language: str
    attendee_id: str = ""

    @property
    def name(self) -> str:
        return f"{self.region}:{self.language}:{self.attendee_id}"


def room_of(region: str, device: Device, language: str) -> Room:
    """The room a device listens in."""
    return Room(region, language, (device.attendee_id or "") if device.role is Role.ATTENDEE else "")
