"""Take the next badge out of a printer's queue."""

from kiosk.domain.fact import PrintingChanged
from kiosk.domain.print_job import PrintJob
from kiosk.store import print_jobs
from kiosk.store.database import Change


def take_print_job(change: Change, printer: str) -> PrintJob | None:
    """The badge that has waited longest for `printer`, now printing; None where none waits."""
    job = print_jobs.take_next(change.connection, printer)
    if job is not None:
        change.tell(PrintingChanged((job.door,)))
    return job
