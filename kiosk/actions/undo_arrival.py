"""Take a check-in back."""

from kiosk.actions.leave import leave_matches
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import ArrivalUndone
from kiosk.domain.fact import DevicesChanged
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store import links
from kiosk.store.database import Change


def undo_arrival(change: Change, arrival_id: str) -> str:
    """Undo this arrival and give the attendee's id; undone twice is undone once.

    Their match goes on without them, or ends. Links and phones this arrival brought end too: where the wrong row was
    tapped, somebody else holds them.
    """
    arrival = arrivals.need(change.connection, arrival_id)
    if arrival.undone_at is None:
        arrivals.undo(change.connection, arrival_id, change.now)
        attendees.change(change.connection, arrival.attendee_id, presence=Presence.EXPECTED, arrived_at=None)
        leave_matches(change, arrival.attendee_id)
        change.tell(ArrivalUndone(arrival.attendee_id))
        links.drop_open_of(change.connection, arrival.attendee_id)
        revoked = devices.revoke_paired_since(
            change.connection, arrival.attendee_id, arrival.arrived_at, revoked_at=change.now
        )
        if revoked:
            change.tell(DevicesChanged(revoked_ids=revoked))
    return arrival.attendee_id
