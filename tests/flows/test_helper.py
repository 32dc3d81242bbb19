"""A helper's page lives like the organizer's, without what only the organizer may do."""

from pathlib import Path

from tests.flows.sockets import LiveScreen
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving


def test_a_helpers_page_is_painted_anew_and_never_with_the_organizers_buttons(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as served:
        organizer = organizer_of(served)
        helper = paired_screen(organizer, "helper", "Hilde")
        door = paired_screen(organizer, "door", "Door left")
        theirs, mine = LiveScreen(helper, "helper"), LiveScreen(organizer, "organizer")
        assert door.post("/door/walk-in", name="Ana García", request_key="a key of a tap").ok
        for screen in (theirs, mine):
            screen.wait_for(lambda html: "Ana García" in html)
        assert "Turn flow on" in mine.html
        assert "<form" not in theirs.html
        theirs.wait_for(lambda html: "Hilde" in html and "connected" in html)
        wall = LiveScreen(helper, "projector")
        wall.wait_for(lambda html: "ask at the door" in html)
        for screen in (theirs, mine, wall):
            screen.close()
