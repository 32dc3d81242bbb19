"""Hold a scene on the projector, or let them change by themselves."""

from dataclasses import replace

from kiosk.domain.fact import AgendaSet
from kiosk.domain.refusal import BadInput
from kiosk.domain.scene import HOLDABLE
from kiosk.domain.scene import Scene
from kiosk.store import agenda
from kiosk.store.database import Change


def hold_scene(change: Change, scene: Scene | None) -> None:
    """Show this scene until another word, or with None the one it is time for."""
    if scene and scene not in HOLDABLE:
        raise BadInput
    agenda.save(change.connection, replace(agenda.get(change.connection), held=scene))
    change.tell(AgendaSet())
