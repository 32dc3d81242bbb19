"""Ask for a badge to be printed. It waits in the queue of its printer; nobody is checked in by it."""

from kiosk.domain.fact import PrintingChanged
from kiosk.domain.identifier import new_id
from kiosk.domain.print_job import PrintJob
from kiosk.domain.print_job import PrintState
from kiosk.domain.print_job import Why
from kiosk.domain.refusal import AlreadyPrinted
from kiosk.store import attendees
from kiosk.store import print_jobs
from kiosk.store.database import Change


def print_badge(
    change: Change, attendee_id: str, printer: str, size: str, door: str, why: Why | None = None
) -> PrintJob:
    """Put this person's badge into the queue of `printer`, for `door` (empty for the organizer).

    A badge that waits already is not asked for twice, and one that failed waits again. Raises `AlreadyPrinted` where it
    came out before and no reason is given, `UnknownAttendee`.
    """
    attendees.need(change.connection, attendee_id)
    waiting = print_jobs.under_way_of(change.connection, attendee_id)
    if waiting is not None:
        return waiting
    if why is None and print_jobs.printed_of(change.connection, attendee_id) is not None:
        raise AlreadyPrinted
    last = print_jobs.latest_of(change.connection, attendee_id)
    if last is not None and last.state is PrintState.FAILED:
        print_jobs.drop(change.connection, [last.id])
    job = PrintJob(new_id(change.random), attendee_id, printer, size, door, change.now, why=why)
    print_jobs.add(change.connection, job)
    change.tell(PrintingChanged((door,)))
    return job
