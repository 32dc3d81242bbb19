"""Make the one-time link that ties a phone to an attendee."""

from kiosk.domain.access import Role
from kiosk.domain.attendee import Presence
from kiosk.domain.link import Link
from kiosk.domain.refusal import NotHere
from kiosk.store import attendees
from kiosk.store import links
from kiosk.store.database import Change


def make_phone_link(change: Change, attendee_id: str) -> Link:
    """A link for the phone of someone who is here; it ends the ones made for them before."""
    name, presence = attendees.name_and_presence(change.connection, attendee_id)
    if presence is not Presence.HERE:
        raise NotHere
    return link_for(change, attendee_id, name)


def link_for(change: Change, attendee_id: str, name: str) -> Link:
    """The link itself, for someone known to be here."""
    links.drop_open_of(change.connection, attendee_id)
    return links.add_new(change, Role.ATTENDEE, name, attendee_id)
