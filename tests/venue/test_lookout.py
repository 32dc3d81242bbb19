"""What the organizer is told of the laptop while the evening goes on."""

from pathlib import Path

from kiosk.venue import lookout
from kiosk.venue.lookout import Lookout

SUMMER = 1_782_000_000.0


class Laptop:
    """A laptop whose clocks and address are set by hand."""

    def __init__(self, folder: Path) -> None:
        self.wall, self.steady, self.address = SUMMER, 100.0, "http://192.168.1.10:8080"
        self.lookout = Lookout(folder, lambda: self.address, lambda: self.wall, lambda: self.steady)

    def passes(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds

    def said(self) -> list[str]:
        self.lookout.look()
        return [caution.sentence % caution.values for caution in self.lookout.cautions]


def test_nothing_is_said_while_all_is_well(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    assert laptop.said() == []
    laptop.passes(3600)
    assert laptop.said() == []


def test_a_clock_that_jumps_is_told_for_half_an_hour(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.passes(10)
    laptop.wall += 3600
    assert "jumped by 60 minutes" in laptop.said()[0]
    laptop.passes(1700)
    assert len(laptop.said()) == 1
    laptop.passes(200)
    assert laptop.said() == []


def test_a_clock_that_is_set_back_is_told_too_and_a_second_here_or_there_is_not(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.wall += 2
    assert laptop.said() == []
    laptop.wall -= 7200
    assert "jumped by 120 minutes" in laptop.said()[0]


def test_a_clock_that_was_never_set_is_wrong(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.wall = 86_400.0
    assert laptop.said() == [lookout._CLOCK]


def test_a_laptop_in_no_network_says_so(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.address = "http://127.0.0.1:8080"
    assert laptop.said() == [lookout._NO_NETWORK]


def test_a_disk_with_less_room_than_is_needed_is_nearly_full(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    assert laptop.said() == []
    laptop.lookout.room_mib = 2**40
    assert "nearly full" in laptop.said()[0]


def test_the_address_before_is_kept_until_the_new_one_is_accepted(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.address = "http://192.168.7.7:8080"
    assert laptop.lookout.address_before == "http://192.168.1.10:8080"
    laptop.lookout.accept_address()
    assert laptop.lookout.address_before == "http://192.168.7.7:8080"


def test_the_steady_clock_goes_forward() -> None:
    assert lookout.steady() <= lookout.steady()
