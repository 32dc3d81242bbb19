"""From the check-in to the label, and the words at the door when it does not come."""

import re
import time
from pathlib import Path

import pytest
import zxingcpp

from tests.printers import brother_picture
from tests.printers import fake_printer
from tests.printers import zpl_picture
from tests.serving import EVENING
from tests.serving import Visitor
from tests.serving import free_port
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving
from tests.serving import until


def walk_in(door: Visitor, name: str) -> str:
    page = door.post("/door/walk-in", name=name, request_key=f"tap for {name}")
    assert page.ok
    found = re.search(r'src="(/door/badges/[^"]+\.png)"', page.text)
    assert found
    return page.text


def test_a_check_in_prints_at_its_door_and_waits_for_no_paper(tmp_path: Path) -> None:
    gone = free_port()
    with fake_printer("brother") as left, fake_printer("zpl", "empty") as right:
        evening = f"""{EVENING}
address = "http://10.0.0.5"
[[printers]]
name = "Label left"
kind = "brother"
address = "{left.address}"
doors = ["Door left"]
[[printers]]
name = "Label right"
kind = "zpl"
size = "4x3in"
address = "{right.address}"
doors = ["Door right"]
[[printers]]
name = "Far away"
kind = "brother"
address = "127.0.0.1:{gone}"
"""
        with serving(tmp_path / "evening", evening) as served:
            organizer = organizer_of(served)
            doors = [paired_screen(organizer, "door", name) for name in ("Door left", "Door right", "Door far")]

            walk_in(doors[0], "Ana Sousa")
            until(lambda: len(left.jobs) == 1)
            (code,) = zxingcpp.read_barcodes(brother_picture(left.jobs[0]))
            assert code.text.startswith("HTTP://10.0.0.5/B/")
            until(lambda: "is out, at <bdi>Label left</bdi>" in doors[0].get("/door").text)

            walk_in(doors[1], "Ben")
            until(lambda: "The printer is out of paper." in doors[1].get("/door").text)
            assert right.jobs == []
            assert "out of paper" not in doors[0].get("/door").text, "told at the door that asked, nowhere else"
            right.mood = "well"
            retry = re.search(r'action="(/door/prints/\w+/again)"', doors[1].get("/door").text)
            assert retry
            doors[1].post(retry[1])
            until(lambda: len(right.jobs) == 1)
            assert zxingcpp.read_barcodes(zpl_picture(right.jobs[0]))

            began = time.monotonic()
            walk_in(doors[2], "Cem")
            assert time.monotonic() - began < 4, "the check-in does not wait for a printer out of reach"
            until(lambda: "The printer cannot be reached." in doors[2].get("/door").text)
            page = organizer.get("/organizer/badges").text
            assert "The printer cannot be reached." in page
        assert "Traceback" not in served.printed()


@pytest.mark.parametrize("mood", ["hang", "stuck"])
def test_what_was_printing_when_the_kiosk_was_killed_is_told_after_it_is_back(mood: str, tmp_path: Path) -> None:
    with fake_printer("brother", mood) as printer:
        evening = f'{EVENING}\n[[printers]]\nname = "Label"\nkind = "brother"\naddress = "{printer.address}"\n'
        port = free_port()
        with serving(tmp_path / "evening", evening, port) as served:
            door = paired_screen(organizer_of(served), "door", "Door left")
            walk_in(door, "Ana")  # and is in: the check-in waits for no printer
            until(lambda: "is being printed" in door.get("/door").text)
            served.kill()
        with serving(tmp_path / "evening", evening, port) as served:
            page = door.get("/door").text
            assert "The kiosk was stopped while printing." in page, re.findall(
                "<li class=.print.*?</li>", page, re.DOTALL
            )
