"""Have a badge that did not come out wait for its printer once more."""

from kiosk.domain.fact import PrintingChanged
from kiosk.domain.print_job import PrintState
from kiosk.domain.refusal import UnknownPrintJob
from kiosk.store import print_jobs
from kiosk.store.database import Change


def print_again(change: Change, job_id: str) -> None:
    """Queue a failed job anew; one that is under way stays so. `UnknownPrintJob` for any other."""
    job = print_jobs.need(change.connection, job_id)
    if job.state is PrintState.PRINTED:
        raise UnknownPrintJob
    if job.state is PrintState.FAILED:
        print_jobs.change(change.connection, job_id, state=PrintState.QUEUED, trouble=None, ended_at=None)
        change.tell(PrintingChanged((job.door,)))
