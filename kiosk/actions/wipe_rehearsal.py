"""Wipe the rehearsal: everyone invented, with all they did, and its end. The guest list and the screens stay."""

from kiosk.domain.fact import ChangedElsewhere
from kiosk.domain.refusal import NoRehearsal
from kiosk.store import agenda
from kiosk.store import messages
from kiosk.store import rehearsals
from kiosk.store.database import Change


def wipe_rehearsal(change: Change) -> None:
    """Raises `NoRehearsal` where there is nothing to wipe."""
    if not rehearsals.is_on(change.connection):
        raise NoRehearsal
    rehearsals.wipe(change.connection)
    agenda.begin_anew(change.connection)
    messages.take_back(change.connection)
    change.tell(ChangedElsewhere())
