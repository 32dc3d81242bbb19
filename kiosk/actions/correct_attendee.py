"""Correct what a person is called, and what stands under their name."""

from kiosk.domain.fact import AttendeeCorrected
from kiosk.domain.refusal import NameMissing
from kiosk.domain.text import clean
from kiosk.domain.text import clean_name
from kiosk.store import attendees
from kiosk.store.database import Change


def correct_attendee(change: Change, attendee_id: str, name: str, title: str, company: str) -> None:
    """Set them as they are to be, at once on every screen. Raises `NameMissing`."""
    attendees.need(change.connection, attendee_id)
    name = clean_name(name)
    if not name:
        raise NameMissing
    attendees.change(change.connection, attendee_id, name=name, title=clean(title), company=clean(company))
    change.tell(AttendeeCorrected(attendee_id))
