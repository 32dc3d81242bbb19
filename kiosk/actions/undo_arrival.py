"""Take a check-in back."""

from kiosk.domain.attendee import Presence
from kiosk.domain.fact import ArrivalUndone
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import ended
from kiosk.domain.refusal import UnknownAttendee
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store import rounds
from kiosk.store.database import Change


def undo_arrival(change: Change, arrival_id: str) -> str:
    """Undo this arrival and give the attendee's id; undone twice is undone once. A match they are in ends."""
    arrival = arrivals.get(change.connection, arrival_id)
    if arrival is None:
        raise UnknownAttendee
    if arrival.undone_at is None:
        arrivals.undo(change.connection, arrival_id, change.now)
        attendees.change(change.connection, arrival.attendee_id, presence=Presence.EXPECTED, arrived_at=None)
        _end_match(change, arrival.attendee_id)
        change.tell(ArrivalUndone(arrival.attendee_id))
    return arrival.attendee_id


def _end_match(change: Change, attendee_id: str) -> None:
    running = rounds.running(change.connection)
    if running is None:
        return
    match = matches.latest_of(change.connection, [attendee_id], running.id).get(attendee_id)
    if match is not None and match.running:
        matches.save(change.connection, match, ended(match))
        change.tell(PromptAnswered(match.id, match.attendee_ids))
