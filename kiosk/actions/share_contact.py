"""Offer contact details to someone one has met, one by one, or take the offer back."""

from collections.abc import Collection
from datetime import timedelta

from kiosk.domain.fact import ContactShared
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.meeting import Contact
from kiosk.domain.refusal import EnoughOffers
from kiosk.domain.refusal import NothingToShare
from kiosk.domain.refusal import OffersTooFast
from kiosk.domain.refusal import StillBlocked
from kiosk.domain.relation import Relation
from kiosk.store import attendees
from kiosk.store import meetings
from kiosk.store import relations
from kiosk.store.database import Change

MOST_A_MINUTE = 10
MOST_AN_EVENING = 60


def share_contact(change: Change, meeting_id: str, attendee_id: str, fields: Collection[Contact]) -> None:
    """Say what one would pass on to this person, none being a withdrawal; the same twice changes nothing.

    It passes when both offer something, and only while both do. Each person first offered to counts towards the limits.
    """
    before = meetings.need(change.connection, meeting_id, attendee_id)
    other_id, offer = before.other_than(attendee_id), frozenset(fields)
    if offer == before.offered_by(attendee_id):
        return
    person = attendees.need(change.connection, attendee_id)
    if offer and not any(person.contact(field) for field in offer):
        raise NothingToShare
    if offer and Relation.BLOCKS in relations.of_pair(change.connection, attendee_id, other_id):
        raise StillBlocked
    if attendee_id not in before.offered:
        _check_limits(change, attendee_id)
    meetings.offer(change.connection, meeting_id, attendee_id, offer, change.now)
    if before.offered_by(other_id):
        change.tell(ContactShared((attendee_id, other_id)))
    else:
        change.tell(KeptToOneself(attendee_id))


def _check_limits(change: Change, attendee_id: str) -> None:
    asked = meetings.asked_by(change.connection, attendee_id)
    if len(asked) >= MOST_AN_EVENING:
        raise EnoughOffers
    if sum(at > change.now - timedelta(minutes=1) for at in asked) >= MOST_A_MINUTE:
        raise OffersTooFast
