"""Make the one-time link that ties a phone to an attendee."""

from kiosk.domain.access import Role
from kiosk.domain.attendee import Presence
from kiosk.domain.link import Link
from kiosk.domain.refusal import NotHere
from kiosk.domain.refusal import UnknownAttendee
from kiosk.store import attendees
from kiosk.store import links
from kiosk.store.database import Change


def make_phone_link(change: Change, attendee_id: str) -> Link:
    """A link for the phone of someone who is here; it ends the ones made for them before."""
    attendee = attendees.names(change.connection, [attendee_id]).get(attendee_id)
    if attendee is None:
        raise UnknownAttendee
    if attendee.presence is not Presence.HERE:
        raise NotHere
    links.drop_open_of(change.connection, attendee_id)
    return links.add_new(change, Role.ATTENDEE, attendee.name, attendee_id)
