"""Add someone who is on no list, and check them in at once."""

from datetime import datetime

from kiosk.actions.check_in import Arrived
from kiosk.actions.check_in import record_arrival
from kiosk.actions.make_phone_link import make_phone_link
from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_code import new_badge_code
from kiosk.domain.identifier import new_id
from kiosk.domain.refusal import NameMissing
from kiosk.domain.refusal import RequestReused
from kiosk.domain.text import clean_name
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import badge_codes
from kiosk.store import rehearsals
from kiosk.store.database import Change


def walk_in(change: Change, name: str, door: str, request_key: str, client_at: datetime | None = None) -> Arrived:
    """Add and check in a person by name alone. The same tap sent again adds nobody. `client_at` as in `check_in`."""
    name = clean_name(name)
    again = arrivals.by_request(change.connection, request_key)
    if again is not None:
        if attendees.need(change.connection, again.attendee_id).name != name:
            raise RequestReused
        return Arrived(again, make_phone_link(change, again.attendee_id))
    if not name:
        raise NameMissing
    code = new_badge_code(change.random, badge_codes.Taken(change.connection))
    attendee = Attendee(new_id(change.random), code, name, walked_in=True)
    attendees.add(change.connection, attendee, change.now)
    if rehearsals.is_on(change.connection):
        rehearsals.mark(change.connection, [attendee.id])
    return record_arrival(change, attendee.id, name, door, request_key, client_at)
