"""Wipe the rehearsal: everyone invented, with all they did. The guest list and the paired screens stay."""

from kiosk.domain.fact import ChangedElsewhere
from kiosk.domain.refusal import NoRehearsal
from kiosk.store import rehearsals
from kiosk.store.database import Change


def wipe_rehearsal(change: Change) -> None:
    """Raises `NoRehearsal` where there is nothing to wipe."""
    if not rehearsals.is_on(change.connection):
        raise NoRehearsal
    rehearsals.wipe(change.connection)
    change.tell(ChangedElsewhere())
