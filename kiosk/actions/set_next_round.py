"""Say when the next round starts by itself."""

from dataclasses import replace
from datetime import datetime

from kiosk.domain.fact import AgendaSet
from kiosk.store import agenda
from kiosk.store.database import Change


def set_next_round(change: Change, at: datetime | None) -> None:
    """Have a round start at this time, or none by itself."""
    agenda.save(change.connection, replace(agenda.get(change.connection), next_round_at=at))
    change.tell(AgendaSet())
