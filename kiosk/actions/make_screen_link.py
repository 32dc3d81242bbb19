"""Make the one-time link that makes a browser a door, a tablet for guests or a projector."""

from kiosk.domain.access import Role
from kiosk.domain.link import Link
from kiosk.domain.pin import pin_hash
from kiosk.domain.refusal import NameMissing
from kiosk.domain.text import clean_name
from kiosk.store import links
from kiosk.store.database import Change


def make_screen_link(change: Change, role: Role, name: str, pin: str = "") -> Link:
    """A link for a screen, under the name the organizer gave it. A tablet for guests needs a PIN (`PinMissing`)."""
    name = clean_name(name)
    if not name:
        raise NameMissing
    return links.add_new(change, role, name, pin_hash=pin_hash(pin) if role is Role.SELF_SERVICE else "")
