"""Note what staff did, in the same transaction as the deed itself."""

from kiosk.domain.audit import Deed
from kiosk.domain.audit import Entry
from kiosk.domain.text import clean_name
from kiosk.store import audit
from kiosk.store.database import Change


def note_deed(change: Change, who: str, deed: Deed, attendee_id: str | None = None) -> None:
    """`who` is the screen it was done at."""
    audit.add(change.connection, Entry(change.now, clean_name(who), deed, attendee_id))
