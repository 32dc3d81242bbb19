"""Take a badge that did not come out off the list of those to be printed."""

from kiosk.domain.fact import PrintingChanged
from kiosk.domain.print_job import PrintState
from kiosk.domain.refusal import UnknownPrintJob
from kiosk.store import print_jobs
from kiosk.store.database import Change


def drop_print_job(change: Change, job_id: str) -> None:
    """Forget a job that waits or failed; what is printing or printed cannot be dropped (`UnknownPrintJob`)."""
    job = print_jobs.need(change.connection, job_id)
    if job.state not in (PrintState.QUEUED, PrintState.FAILED):
        raise UnknownPrintJob
    print_jobs.drop(change.connection, [job_id])
    change.tell(PrintingChanged((job.door,)))
