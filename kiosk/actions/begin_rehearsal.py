"""Begin a rehearsal: invented guests join the list, marked, before anyone real has come."""

from collections.abc import Sequence

from kiosk.actions.import_guests import Prepared
from kiosk.actions.import_guests import import_guests
from kiosk.domain.refusal import ArrivalsAlready
from kiosk.domain.refusal import RehearsalOn
from kiosk.store import attendees
from kiosk.store import people
from kiosk.store import rehearsals
from kiosk.store.database import Change


def begin_rehearsal(change: Change, prepared: Sequence[Prepared]) -> int:
    """Add the invented guests; how many there are. Raises `RehearsalOn` for a second one, `ArrivalsAlready`."""
    if rehearsals.is_on(change.connection):
        raise RehearsalOn
    if people.last_arrival_at(change.connection) is not None:
        raise ArrivalsAlready
    before = {person.id for person in attendees.all_of_them(change.connection)}
    import_guests(change, prepared)
    invented = [person.id for person in attendees.all_of_them(change.connection) if person.id not in before]
    rehearsals.mark(change.connection, invented)
    return len(invented)
