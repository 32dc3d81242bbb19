"""Turn matching that goes on by itself on or off."""

from dataclasses import replace

from kiosk.domain.fact import AgendaSet
from kiosk.store import agenda
from kiosk.store.database import Change


def set_flow(change: Change, on: bool) -> None:
    """Turn flow on or off, for good: a restart changes nothing. Matches that run go on."""
    agenda.save(change.connection, replace(agenda.get(change.connection), flow=on))
    change.tell(AgendaSet())
