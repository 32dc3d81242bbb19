"""Note what cannot come out any more: what was printing when the kiosk stopped, what waits for a printer long gone."""

from collections.abc import Collection

from kiosk.actions.end_print_job import end_print_job
from kiosk.domain.print_job import PrintState
from kiosk.domain.print_job import Trouble
from kiosk.store import print_jobs
from kiosk.store.database import Change


def end_interrupted_printing(change: Change, printers: Collection[str]) -> None:
    """`printers` are the names of those there are now. Nobody knows whether what was printing came out."""
    for job in print_jobs.not_printed(change.connection):
        if job.state is PrintState.PRINTING:
            end_print_job(change, job.id, Trouble.STOPPED)
    end_printing_nowhere(change, printers)


def end_printing_nowhere(change: Change, printers: Collection[str]) -> None:
    """End what waits for a printer that is none of these."""
    for job in print_jobs.not_printed(change.connection):
        if job.state is PrintState.QUEUED and job.printer not in printers:
            end_print_job(change, job.id, Trouble.NO_PRINTER)
