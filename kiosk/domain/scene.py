"""What the projector shows when: scenes that change by themselves with the evening, unless the organizer holds one."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum

ENOUGH_FOR_A_PICTURE = 3
"""Below, a picture of the room says nothing, and a dot in it could be told to be somebody."""
COUNTED_DOWN = timedelta(seconds=60)
"""How long before a round that starts by itself the room is told."""
ROOM_S, OTHERS_S = 60, 20
"""At rest the room is shown so many seconds, and then each of the others that have something to say."""


class Scene(StrEnum):
    WELCOME = "welcome"
    ROOM = "room"
    MEET = "meet"
    COUNTDOWN = "countdown"
    BREAK = "break"
    ASKS = "asks"
    THANKS = "thanks"


HOLDABLE = (Scene.WELCOME, Scene.ROOM, Scene.BREAK, Scene.ASKS, Scene.THANKS)
"""The scenes the organizer may hold: the others have nothing to show but at their time."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the scene depends on."""

    now: datetime
    held: Scene | None
    here: int
    left: int
    calling: bool
    """There are matches whose people the room calls."""
    next_round_at: datetime | None
    """When a round starts by itself."""
    asks: bool
    """Somebody asks for what nobody here offers."""
    ended: bool = False
    """The organizer ended the evening."""

    @property
    def round_to_come(self) -> bool:
        return self.next_round_at is not None and self.next_round_at > self.now


def scene_of(moment: Moment) -> Scene:
    """The scene for this moment. The same moment has the same scene, on every projector."""
    if moment.ended:
        return Scene.THANKS
    if moment.held:
        return moment.held
    if moment.calling:
        return Scene.MEET
    if moment.here + moment.left < ENOUGH_FOR_A_PICTURE:
        return Scene.WELCOME
    if moment.next_round_at and moment.round_to_come and moment.next_round_at - moment.now <= COUNTED_DOWN:
        return Scene.COUNTDOWN
    if not moment.here:
        return Scene.THANKS
    return _at_rest(moment)


def _at_rest(moment: Moment) -> Scene:
    others = [Scene.ASKS] * moment.asks + [Scene.BREAK] * moment.round_to_come
    into = int(moment.now.timestamp()) % (ROOM_S + OTHERS_S * len(others))
    return Scene.ROOM if into < ROOM_S else others[(into - ROOM_S) // OTHERS_S]
