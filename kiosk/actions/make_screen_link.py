"""Make the one-time link that makes a browser a door or a projector."""

from kiosk.domain.access import Role
from kiosk.domain.link import Link
from kiosk.domain.refusal import NameMissing
from kiosk.domain.text import clean_name
from kiosk.store import links
from kiosk.store.database import Change


def make_screen_link(change: Change, role: Role, name: str) -> Link:
    """A link for a door or a projector, under the name the organizer gave it."""
    name = clean_name(name)
    if not name:
        raise NameMissing
    return links.add_new(change, role, name)
