"""Make a browser known: a phone, door or projector by its link, the organizer's by the passphrase."""

from dataclasses import dataclass

from kiosk.domain.access import Role
from kiosk.domain.device import Device
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import DevicesChanged
from kiosk.domain.identifier import new_id
from kiosk.domain.link import new_token
from kiosk.domain.link import token_hash
from kiosk.domain.refusal import LinkSpent
from kiosk.store import devices
from kiosk.store import links
from kiosk.store.database import Change


@dataclass(frozen=True, slots=True)
class Paired:
    """A device and the token its cookie holds; nobody else ever sees the token."""

    device: Device
    token: str


def pair_by_link(change: Change, secret: str) -> Paired:
    """Spend a link, by its token or its six digits. Of two who try at once, one is paired and one is refused."""
    link = links.use(change.connection, secret, change.now)
    if link is None:
        raise LinkSpent
    return _pair(change, link.role, link.name, link.attendee_id, link.pin_hash)


def pair_organizer(change: Change, name: str) -> Paired:
    """Pair a browser as the organizer's; its passphrase has been checked."""
    return _pair(change, Role.ORGANIZER, name)


def _pair(change: Change, role: Role, name: str, attendee_id: str | None = None, pin_hash: str = "") -> Paired:
    device = Device(new_id(change.random), role, name, change.now, attendee_id, pin_hash=pin_hash)
    paired = Paired(device, new_token(change.random))
    devices.add(change.connection, paired.device, token_hash(paired.token))
    change.tell(DevicesChanged())
    if attendee_id is not None:
        change.tell(AttendeeChanged(attendee_id))
    return paired
