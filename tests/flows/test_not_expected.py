"""Whom the list does not let in: from the organizer's file to the red at the door, and from the next file to green."""

import re
from pathlib import Path

from tests.serving import Visitor
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving

LIST = "Name,E-mail,Ticket ID,Status,Accessibility,Under 18\n"
ANA = "Ana García,ana@example.org,T-1,{},,\n"
BEN = "Ben Okafor,ben@example.org,T-2,{},,\n"
CY = "Cy Ito,cy@example.org,T-3,going,Step-free please,yes\n"


def bring(organizer: Visitor, content: str) -> None:
    page = organizer.post("/organizer/guest-list", {"list": ("guests.csv", content.encode())})
    hidden = dict(re.findall(r'name="(seal|shown)" value="(\w+)"', page.text))
    assert "The guest list is in." in organizer.post("/organizer/guest-list/save", None, **hidden).text


def scanned(door: Visitor, code: str, key: str) -> str:
    return door.post("/door/code", code=code, request_key=key).text


def searched(door: Visitor, typed: str) -> str:
    """What is painted under the field, without the rest of the page."""
    return door.get("/door", params={"q": typed}, headers={"Accept": "text/vnd.kiosk.region+html"}).text


def test_a_cancelled_ticket_is_red_until_the_next_list_lets_them_in(tmp_path: Path) -> None:
    with serving(tmp_path / "evening") as served:
        organizer = organizer_of(served)
        door = paired_screen(organizer, "door", "Door left")
        bring(organizer, LIST + ANA.format("cancelled") + BEN.format("waitlist") + CY)

        red = scanned(door, "t-1", "scan-key-1")
        assert 'data-ground="stop"' in red
        assert "Ana García" in red
        assert "Cancelled on the list." in red
        assert "ana@example.org" not in red

        living = {"Accept": "text/vnd.kiosk.region+html", "X-CSRFToken": door.token}
        painted = door.session.post(
            f"{served.base}/door/code", {"code": "T-1", "request_key": "scan-key-3"}, headers=living, timeout=30
        )
        assert painted.headers["X-Region"] == "hits"
        assert "Cancelled on the list." in painted.text

        found = searched(door, "okafor BEN")
        assert "On the waiting list." in found
        assert "Nobody by that name." not in found
        assert "waiting list" not in searched(door, "ben")

        assert "is checked in." in door.post("/door/walk-in", name="Ben Okafor", request_key="tap-key-1").text

        bring(organizer, LIST + ANA.format("going") + BEN.format("waitlist") + CY)
        green = scanned(door, "t-1", "scan-key-2")
        assert "Ana García" in green
        assert 'data-ground="ok"' in green


def test_what_the_list_tells_the_door_is_read_before_they_are_welcomed(tmp_path: Path) -> None:
    with serving(tmp_path / "evening") as served:
        organizer = organizer_of(served)
        door = paired_screen(organizer, "door", "Door left")
        bring(organizer, LIST + CY)
        page = scanned(door, "T-3", "scan-key-1")
        assert "Step-free please" in page
        assert "A minor: the kiosk sends them to nobody." in page


def test_who_was_expected_and_has_cancelled_since_is_red_by_ticket_and_let_in_by_name(tmp_path: Path) -> None:
    with serving(tmp_path / "evening") as served:
        organizer = organizer_of(served)
        door = paired_screen(organizer, "door", "Door left")
        bring(organizer, LIST + ANA.format("going") + CY)
        bring(organizer, LIST + ANA.format("cancelled") + CY)
        assert "Cancelled on the list." in scanned(door, "T-1", "scan-key-1")

        found = searched(door, "Ana García")
        assert "Cancelled on the list." in found
        [attendee] = re.findall(r'name="attendee_id" value="([^"]+)"', found)
        assert "data-hit" not in found
        door.post("/door/check-in", attendee_id=attendee, request_key="tap-key-1")
        assert 'data-ground="warn"' in scanned(door, "T-1", "scan-key-2")
        assert "Cancelled" not in searched(door, "Ana García")
