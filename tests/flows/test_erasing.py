"""Somebody deletes themself in the middle of a round, or the organizer everyone, against `kiosk run`."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.flows.sockets import LiveScreen
from tests.serving import PASSPHRASE
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import kiosk
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving

CANARY = "Canary7f3a9"


@pytest.fixture
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("erasing") / "data") as running:
        yield running
    assert "Traceback" not in running.printed(), running.printed()


def phone_of(door: Visitor, name: str) -> Visitor:
    page = door.post("/door/walk-in", name=name, request_key=f"walk-in-{name}")
    digits = re.search(r"\b\d{3}\s?\d{3}\b", re.sub(r"<[^>]+>", " ", unescape(page.text)))
    assert digits, page.text
    phone = Visitor(door.served)
    assert phone.post("/link/digits", digits=re.sub(r"\D", "", digits[0])).ok
    assert phone.post("/me/welcome", agree="yes").ok
    assert phone.post("/me/shown", shown="yes").ok
    return phone


def test_who_deletes_themself_is_gone_from_every_screen_and_file_and_who_was_asked_is_free(served: Served) -> None:
    organizer = organizer_of(served)
    door, wall = paired_screen(organizer, "door", "Door left"), paired_screen(organizer, "projector", "Wall")
    ana, ben = phone_of(door, f"{CANARY} Ana"), phone_of(door, "Ben")
    screens = [LiveScreen(ben, "phone"), LiveScreen(wall, "projector"), LiveScreen(organizer, "organizer")]
    own = LiveScreen(ana, "phone")
    assert organizer.post("/organizer/rounds").ok
    for screen in screens:
        screen.wait_for(lambda html: CANARY in html)
    assert any(CANARY.encode() in file.read_bytes() for file in served.folder.rglob("*") if file.is_file())

    page = ana.post("/me/kept/erase")
    assert page.url.endswith("/?erased=yes")
    for file in served.folder.rglob("*"):
        assert file.is_dir() or CANARY.encode() not in file.read_bytes(), file.name
    assert CANARY not in served.printed()
    own.wait_until_gone()
    for screen in screens:
        screen.wait_for(lambda html: bool(html) and CANARY not in html)
    assert "Go meet" not in ben.get("/me").text
    assert ana.get("/me").status_code == 403
    for screen in screens:
        screen.close()


@pytest.mark.parametrize("where", ["on the page", "from the terminal"])
def test_where_everyone_is_erased_no_phone_goes_on_showing_a_prompt(served: Served, where: str) -> None:
    organizer = organizer_of(served)
    door, wall = paired_screen(organizer, "door", "Door left"), paired_screen(organizer, "projector", "Wall")
    ana, ben = phone_of(door, f"{CANARY} Ana"), phone_of(door, "Ben")
    phones, screen = [LiveScreen(ana, "phone"), LiveScreen(ben, "phone")], LiveScreen(wall, "projector")
    assert organizer.post("/organizer/rounds").ok
    screen.wait_for(lambda html: CANARY in html)
    if where == "on the page":
        assert organizer.post("/organizer/export/erase", passphrase=PASSPHRASE).ok
    else:
        assert kiosk("erase", "--yes", folder=served.folder).returncode == 0
    for phone in phones:
        phone.wait_until_gone()
    screen.wait_for(lambda html: bool(html) and CANARY not in html)
    screen.close()
    for file in served.folder.rglob("*"):
        assert file.is_dir() or CANARY.encode() not in file.read_bytes(), file.name
