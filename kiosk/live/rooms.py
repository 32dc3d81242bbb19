"""Every socket room by name. A room hears one region in one language; a phone's is its attendee's
alone, and what is printed is told the door that asked."""

from dataclasses import dataclass

from kiosk.domain.access import Role
from kiosk.domain.device import Device


@dataclass(frozen=True, slots=True)
class Room:
    region: str
    language: str
    attendee_id: str = ""
    door: str = ""

    @property
    def name(self) -> str:
        return f"{self.region}:{self.language}:{self.attendee_id}{self.door}"


def rooms_of(screen: str, device: Device, language: str) -> tuple[Room, ...]:
    """The rooms a device listens in: its screen's region, on a phone the profile too and at a door its prints."""
    if device.role is Role.ATTENDEE:
        attendee_id = device.attendee_id or ""
        return Room("phone", language, attendee_id), Room("profile", language, attendee_id)
    if device.role is Role.DOOR:
        return Room("door", language), Room("printing", language, door=device.name)
    return (Room(screen, language),)
