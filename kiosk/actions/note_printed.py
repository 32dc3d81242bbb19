"""Note where printed badges lead."""

from kiosk.store import printed
from kiosk.store.database import Change


def note_printed(change: Change, address: str) -> None:
    """Badges were drawn for paper: whoever scans one is led to this address."""
    printed.add(change.connection, address, change.now)
