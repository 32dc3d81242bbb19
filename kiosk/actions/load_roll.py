"""Note that a new roll of labels is in a printer."""

from kiosk.domain.fact import PrintingChanged
from kiosk.domain.refusal import BadInput
from kiosk.store import print_jobs
from kiosk.store.database import Change

MOST_LABELS = 10_000


def load_roll(change: Change, printer: str, labels: int) -> None:
    """Count down from `labels` for this printer from now on."""
    if not 1 <= labels <= MOST_LABELS:
        raise BadInput
    print_jobs.load_roll(change.connection, printer, labels)
    change.tell(PrintingChanged(()))
