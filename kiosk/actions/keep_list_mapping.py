"""Remember how a guest list is read."""

from kiosk.domain.list_mapping import ListMapping
from kiosk.store import list_mappings
from kiosk.store.database import Change


def keep_list_mapping(change: Change, fingerprint: str, mapping: ListMapping) -> None:
    """The next list with these headers is read alike; nothing is kept where nothing was decided."""
    if mapping != (list_mappings.get(change.connection, fingerprint) or ListMapping()):
        list_mappings.keep(change.connection, fingerprint, mapping, change.now)
