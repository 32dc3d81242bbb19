"""When the kiosk last heard of a browser."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta

from kiosk.domain.sighting import Sighting
from kiosk.domain.sighting import Sightings

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def after(**duration: float) -> datetime:
    return NOW + timedelta(**duration)


def test_a_browser_with_an_open_socket_is_connected_however_long_it_says_nothing() -> None:
    seen = Sightings()
    seen.opened("door", NOW)
    assert seen.of("door", after(hours=2)) == Sighting(True, 0)


def test_of_two_tabs_one_keeps_the_browser_connected() -> None:
    seen = Sightings()
    seen.opened("door", NOW)
    seen.opened("door", NOW)
    seen.closed("door", NOW)
    assert seen.of("door", after(minutes=5)).connected
    seen.closed("door", after(minutes=5))
    assert not seen.of("door", after(minutes=9)).connected


def test_leaving_one_page_for_the_next_is_not_being_cut_off() -> None:
    seen = Sightings()
    seen.opened("door", NOW)
    seen.closed("door", NOW)
    assert seen.of("door", after(seconds=5)) == Sighting(True, 0)
    assert seen.of("door", after(seconds=31)) == Sighting(False, 0)
    assert seen.of("door", after(minutes=3, seconds=40)) == Sighting(False, 3)


def test_a_tablet_that_only_asks_is_connected_while_it_does() -> None:
    seen = Sightings()
    seen.heard("tablet", NOW)
    assert seen.of("tablet", after(seconds=10)).connected
    assert seen.of("tablet", after(minutes=1)) == Sighting(False, 1)


def test_who_was_not_heard_of_since_the_start_is_said_to_be_so() -> None:
    assert Sightings().of("door", NOW) == Sighting(False, None)
