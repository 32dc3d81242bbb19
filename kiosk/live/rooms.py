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


def rooms_of(screen: str, device: Device, language: str) -> tuple[Room, ...]:
    """The rooms a device listens in: its screen's region, and on a phone the profile."""
    if device.role is Role.ATTENDEE:
        attendee_id = device.attendee_id or ""
        return Room("phone", language, attendee_id), Room("profile", language, attendee_id)
    return (Room(screen, language),)
