"""Which scene it is time for."""

from dataclasses import replace
from datetime import UTC
from datetime import datetime
from datetime import timedelta

import pytest

from kiosk.domain.scene import ROOM_S
from kiosk.domain.scene import Moment
from kiosk.domain.scene import Scene
from kiosk.domain.scene import scene_of

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
FULL = Moment(NOW, held=None, here=40, left=0, calling=False, next_round_at=None, asks=False)


def scenes_of(moment: Moment, minutes: int = 10) -> set[Scene]:
    """The scenes of the next minutes, in which nothing happens."""
    return {scene_of(replace(moment, now=moment.now + timedelta(seconds=s))) for s in range(0, minutes * 60, 10)}


def test_before_anyone_is_here_the_room_is_welcomed() -> None:
    assert scene_of(replace(FULL, here=0)) is Scene.WELCOME


def test_a_picture_of_two_would_tell_who_is_who() -> None:
    assert scene_of(replace(FULL, here=2)) is Scene.WELCOME
    assert scene_of(replace(FULL, here=3)) is Scene.ROOM


def test_whoever_is_to_be_met_comes_before_all_else() -> None:
    soon = NOW + timedelta(seconds=30)
    assert scene_of(replace(FULL, calling=True, next_round_at=soon, asks=True)) is Scene.MEET
    assert scene_of(replace(FULL, calling=True, here=2)) is Scene.MEET


@pytest.mark.parametrize(("seconds", "counts"), [(-1, False), (0, False), (1, True), (60, True)])
def test_the_last_minute_before_a_round_is_counted_down(seconds: int, counts: bool) -> None:
    scene = scene_of(replace(FULL, next_round_at=NOW + timedelta(seconds=seconds)))
    assert (scene is Scene.COUNTDOWN) == counts


def test_at_rest_the_room_gives_way_to_what_there_is_to_say() -> None:
    assert scenes_of(FULL) == {Scene.ROOM}
    assert scenes_of(replace(FULL, asks=True)) == {Scene.ROOM, Scene.ASKS}
    later = NOW + timedelta(hours=1)
    assert scenes_of(replace(FULL, asks=True, next_round_at=later)) == {Scene.ROOM, Scene.ASKS, Scene.BREAK}


def test_most_of_the_time_it_is_the_room() -> None:
    moments = (replace(FULL, asks=True, now=NOW + timedelta(seconds=s)) for s in range(800))
    shown = [scene_of(moment) for moment in moments]
    assert shown.count(Scene.ROOM) == 10 * ROOM_S


def test_when_all_have_left_they_are_thanked() -> None:
    assert scene_of(replace(FULL, here=0, left=40)) is Scene.THANKS


@pytest.mark.parametrize("held", list(Scene))
def test_what_the_organizer_holds_stays(held: Scene) -> None:
    busy = replace(FULL, held=held, calling=True, next_round_at=NOW + timedelta(seconds=30))
    assert scenes_of(busy) == {held}
