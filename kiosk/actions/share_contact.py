"""Offer contact details to someone one has met, or take the offer back."""

from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import ContactShared
from kiosk.domain.refusal import NothingToShare
from kiosk.domain.refusal import UnknownMeeting
from kiosk.store import attendees
from kiosk.store import meetings
from kiosk.store.database import Change


def share_contact(change: Change, meeting_id: str, attendee_id: str, agree: bool) -> None:
    """Agree, or no longer agree, to pass contact details on. They pass when both agree, and only while both do."""
    before = meetings.get(change.connection, meeting_id)
    if before is None or attendee_id not in (before.one_id, before.other_id):
        raise UnknownMeeting
    if agree == (attendee_id in before.agreed):
        return
    person = attendees.need(change.connection, attendee_id)
    if agree and not (person.email or person.phone):
        raise NothingToShare
    if agree:
        meetings.agree(change.connection, meeting_id, attendee_id, change.now)
    else:
        meetings.withdraw(change.connection, meeting_id, attendee_id)
    other_id = before.other_than(attendee_id)
    if other_id in before.agreed:
        change.tell(ContactShared((attendee_id, other_id)))
    else:
        change.tell(AttendeeChanged(attendee_id))
