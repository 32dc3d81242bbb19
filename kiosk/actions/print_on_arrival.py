"""Have the badge of someone who has just arrived printed, unless they have one."""

from collections.abc import Callable

from kiosk.actions.print_badge import print_badge
from kiosk.domain.print_job import FRESH
from kiosk.store import arrivals
from kiosk.store import print_jobs
from kiosk.store import rehearsals
from kiosk.store.database import Change


def print_on_arrival(change: Change, attendee_id: str, at_door: Callable[[str], tuple[str, str] | None]) -> None:
    """Queue their badge where `at_door` names a printer and a size for the door they came through.

    Whoever had a badge printed before, is not here any more, came in while the door was cut off or is invented for a
    rehearsal, gets none by itself.
    """
    arrival = arrivals.standing_of(change.connection, attendee_id)
    if arrival is None or change.now - (arrival.client_at or arrival.arrived_at) > FRESH:
        return
    printer = at_door(arrival.door)
    if printer is None or rehearsals.is_invented(change.connection, attendee_id):
        return
    if print_jobs.latest_of(change.connection, attendee_id) is None:
        print_badge(change, attendee_id, *printer, arrival.door)
