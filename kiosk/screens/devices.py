"""Browsers that are paired, and when each was last heard of."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.access import Role
from kiosk.domain.device import Device
from kiosk.domain.sighting import Sighting
from kiosk.domain.sighting import Sightings
from kiosk.store import devices


@dataclass(frozen=True, slots=True)
class Seen:
    device: Device
    last: Sighting


@dataclass(frozen=True, slots=True)
class Paired:
    screens: tuple[Seen, ...]
    """Doors, tablets for guests, projectors and helpers."""
    organizers: tuple[Seen, ...]
    """Browsers signed in as the organizer's."""
    phones_connected: int


def paired(connection: sa.Connection, sightings: Sightings, now: datetime) -> Paired:
    """Every device in use but the phones, of which the connected are counted; the newest last."""
    seen = seen_of(devices.in_use(connection), sightings, now)
    return Paired(
        screens=tuple(each for each in seen if each.device.role not in (Role.ATTENDEE, Role.ORGANIZER)),
        organizers=tuple(each for each in seen if each.device.role is Role.ORGANIZER),
        phones_connected=sum(each.device.role is Role.ATTENDEE and each.last.connected for each in seen),
    )


def seen_of(known: list[Device], sightings: Sightings, now: datetime) -> tuple[Seen, ...]:
    return tuple(Seen(device, sightings.of(device.id, now)) for device in known)
