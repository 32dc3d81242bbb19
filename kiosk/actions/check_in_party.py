"""Check in everyone who came on one registration, in one tap."""

from kiosk.actions.check_in import Arrived
from kiosk.actions.check_in import record_arrival
from kiosk.domain.attendee import Presence
from kiosk.domain.refusal import UnknownAttendee
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store.database import Change


def check_in_party(change: Change, attendee_id: str, door: str, request_key: str) -> tuple[Arrived, ...]:
    """Check in this person with all of their registration who are still expected; who is here already stays so.

    The same tap sent again brings nobody in. Whoever was tapped comes first, where they had not come before.
    """
    attendee = attendees.names(change.connection, [attendee_id]).get(attendee_id)
    if attendee is None:
        raise UnknownAttendee
    party = attendees.party_of(change.connection, attendee.registration) or [attendee]
    party.sort(key=lambda person: person.id != attendee_id)
    if arrivals.by_request(change.connection, request_key) is not None:
        return ()
    coming = [person for person in party if person.presence is Presence.EXPECTED]
    keys = [request_key, *(f"{request_key[:50]}/{number}" for number in range(1, len(coming)))]
    return tuple(
        record_arrival(change, person.id, person.name, door, key) for person, key in zip(coming, keys, strict=False)
    )
