"""An evening in flow, over HTTP and real sockets against `kiosk run`."""

import re
import time
from collections.abc import Iterator
from html import unescape

import pytest

from tests.flows.sockets import LiveScreen
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import kiosk
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving

FLOWING = """
name = "Spring mixer"
answer_seconds = 60
flow_wait_seconds = 0
flow_pause_seconds = 0
spots = [{ name = "long window", room_for = 20, at = [0, 0] }, { name = "the bar", room_for = 12, at = [90, 90] }]
"""

ANSWER = re.compile(r'action="(/me/prompts/[a-z0-9]{16})[^"]*"')


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("flow") / "data", FLOWING) as running:
        yield running
    assert "Traceback" not in running.printed(), running.printed()


class Guest:
    """A walk-in with a phone, agreed to be matched, whose screen lives."""

    def __init__(self, door: Visitor, name: str) -> None:
        self.name = name
        page = door.post("/door/walk-in", name=name, request_key=f"walk-in-{name}")
        digits = re.search(r"\b\d{3}\s?\d{3}\b", re.sub(r"<[^>]+>", " ", unescape(page.text)))
        assert digits, page.text
        self.visitor = Visitor(door.served)
        assert self.visitor.post("/link/digits", digits=re.sub(r"\D", "", digits[0])).ok
        assert self.visitor.post("/me/welcome", agree="yes").ok
        self.screen = LiveScreen(self.visitor, "phone")

    def waits_for(self, *words: str) -> None:
        self.screen.wait_for(lambda html: all(word in unescape(html) for word in words))

    def answers(self, answer: str) -> None:
        found = ANSWER.search(self.screen.html)
        assert found, self.screen.html
        assert self.visitor.post(found[1], answer=answer).ok


def test_who_said_no_gets_another_match_at_once_and_the_other_learns_nothing_before_the_deadline(
    served: Served,
) -> None:
    organizer = organizer_of(served)
    door = paired_screen(organizer, "door", "Door left")
    console = LiveScreen(organizer, "organizer")
    ana, ben = Guest(door, "Ana"), Guest(door, "Ben")
    console.wait_for(lambda html: "Flow is off" in html)
    time.sleep(1.5)  # one look at who waits, at least
    assert "Go meet" not in ana.screen.html

    assert organizer.post("/organizer/flow", on="yes").ok
    console.wait_for(lambda html: "Flow is on" in html)
    for guest, other in ((ana, "Ben"), (ben, "Ana")):
        guest.waits_for("Go meet", other)
    ben.answers("going")
    ben.waits_for("Waiting for")
    picture, painted = ben.screen.html, ben.screen.seq

    ana.answers("not_for_me")
    chen = Guest(door, "Chen")
    for guest, other in ((ana, "Chen"), (chen, "Ana")):
        guest.waits_for("Go meet", other)
    assert (ben.screen.html, ben.screen.seq) == (picture, painted)
    for guest in (ana, chen):
        guest.answers("going")
    for guest in (ana, chen):
        guest.waits_for("It’s on")
    assert (ben.screen.html, ben.screen.seq) == (picture, painted)

    dora = Guest(door, "Dora")
    for guest, other in ((ben, "Dora"), (dora, "Ben")):
        guest.screen.wait_for(lambda html, other=other: "Go meet" in html and other in html, 120)  # type: ignore[misc]

    assert organizer.post("/organizer/flow", on="no").ok
    console.wait_for(lambda html: "Flow is off" in html)
    for screen in (console, *(guest.screen for guest in (ana, ben, chen, dora))):
        screen.close()


def test_the_evening_can_be_replayed(served: Served) -> None:
    replayed = kiosk("replay", folder=served.folder)
    assert replayed.returncode == 0, replayed.stdout + replayed.stderr
    assert "3 of 3 plans give the same matches again." in replayed.stdout
