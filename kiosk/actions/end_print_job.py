"""Note that a badge came out, or why it did not."""

from kiosk.domain.fact import PrintingChanged
from kiosk.domain.print_job import PrintState
from kiosk.domain.print_job import Trouble
from kiosk.store import print_jobs
from kiosk.store.database import Change


def end_print_job(change: Change, job_id: str, trouble: Trouble | None = None) -> None:
    """Note the end of a job; a badge that came out is a label less on the roll."""
    job = print_jobs.need(change.connection, job_id)
    state = PrintState.FAILED if trouble else PrintState.PRINTED
    print_jobs.change(change.connection, job_id, state=state, trouble=trouble, ended_at=change.now)
    if trouble is None:
        print_jobs.use_label(change.connection, job.printer)
    change.tell(PrintingChanged((job.door,)))
