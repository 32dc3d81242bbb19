"""Correct the contact details one would share."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import ContactShared
from kiosk.domain.refusal import NotAnAddress
from kiosk.domain.text import clean
from kiosk.store import attendees
from kiosk.store import meetings
from kiosk.store.database import Change


def set_contact(change: Change, attendee_id: str, email: str, phone: str) -> None:
    """Set e-mail address and telephone number; either may be empty. Those they are shared with see the new ones."""
    attendees.need(change.connection, attendee_id)
    email, phone = clean(email), clean(phone)
    if email and ("@" not in email[1:-1] or " " in email):
        raise NotAnAddress
    attendees.change(change.connection, attendee_id, email=email, phone=phone)
    change.tell(AttendeeChanged(attendee_id))
    shared_with = [
        meeting.other_than(attendee_id)
        for meeting in meetings.of(change.connection, [attendee_id])[attendee_id]
        if meeting.shared
    ]
    if shared_with:
        change.tell(ContactShared(tuple(shared_with)))
