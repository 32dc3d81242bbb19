"""Scanning at the door in Chromium: scanners that type on any keyboard, the camera, a photo."""

import re
from collections.abc import Callable
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from playwright.sync_api import Playwright
from playwright.sync_api import expect

from tests.browser.conftest import TABLET
from tests.browser.conftest import Device
from tests.browser.conftest import chromium
from tests.browser.scanner import FRENCH
from tests.browser.scanner import GERMAN
from tests.browser.scanner import pair
from tests.browser.scanner import press
from tests.browser.scanner import scan
from tests.browser.scanner import standing_still
from tests.browser.scanner import video_of
from tests.serving import Served
from tests.serving import Visitor

Make = Callable[..., Device]


class Door:
    """A tablet at the door, and the badges of guests it has let in and out again: printed, and expected."""

    def __init__(self, tablet: Device, served: Served) -> None:
        self.tablet = tablet
        self.page = tablet.page
        self.page.clock.install()
        self._visitor: Visitor = pair(tablet.context, served, tablet.base, "door", "Door left")

    def expected(self, name: str) -> tuple[str, bytes]:
        """A guest who is not here yet: their badge's code and its picture."""
        arrived = self._visitor.post("/door/walk-in", name=name, request_key=f"tap for {name}")
        attendee_id = re.search(r"/door/badges/(\w+)\.png", arrived.text)
        undo = re.search(r"/door/arrivals/\w+/undo", arrived.text)
        assert attendee_id, arrived.text
        assert undo, arrived.text
        picture = self._visitor.session.get(f"{self._visitor.served.base}/door/badges/{attendee_id[1]}.png").content
        self._visitor.post(undo[0])
        return code_on(picture), picture


def code_on(picture: bytes) -> str:
    return str(zxingcpp.read_barcodes(Image.open(BytesIO(picture)))[0].text)


def is_in(page: Page, name: str) -> None:
    expect(page.locator("#result")).to_contain_text(f"{name} is checked in.")


@pytest.fixture
def door(device: Make, served: Served) -> Door:
    return Door(device(TABLET), served)


@pytest.mark.parametrize(("country", "layout"), [("French", FRENCH), ("German", GERMAN)])
@pytest.mark.parametrize("ending", ["Enter", "Tab", ""])
def test_a_scanner_that_types_is_read_on_any_keyboard(
    door: Door, country: str, layout: dict[str, str], ending: str
) -> None:
    name = f"Ana {country} {ending}".strip()
    code, _ = door.expected(name)
    door.tablet.open("/door")
    door.page.evaluate("document.activeElement.blur()")  # no field has the focus
    scan(door.page, code, layout, ending)
    is_in(door.page, name)


def test_a_scan_leaves_what_was_being_typed_as_it_was(door: Door) -> None:
    asked: list[str] = []
    door.page.on("request", lambda request: asked.append(request.url) if "/door/code" in request.url else None)
    door.tablet.open("/door")
    search = door.page.locator("input[data-search]")
    search.press_sequentially("Gar", delay=150)
    with standing_still(door.page):
        press(door.page, "HTTP://10.0.0.9/B/00000000", FRENCH)
        expect(door.page.get_by_role("alert")).to_contain_text("This badge is nobody’s yet.")
        expect(search).to_have_value("Gar")
        press(door.page, "HTTP://10.0.0.9/B/00000000", FRENCH)
        door.page.wait_for_timeout(300)
    expect(door.page.get_by_role("alert")).to_contain_text("This badge is nobody’s yet.")
    assert len(asked) == 1, "the same code twice within moments is one scan"


def test_a_blank_badge_is_theirs_who_is_in_sight_and_not_theirs_whom_a_search_has_covered(door: Door) -> None:
    code, _ = door.expected("Ana Leer")
    door.tablet.open("/door")
    scan(door.page, code, GERMAN)
    is_in(door.page, "Ana Leer")
    search = door.page.locator("input[data-search]")
    search.press_sequentially("Zz Nobody", delay=80)
    expect(door.page.get_by_text("Nobody by that name.")).to_be_visible()
    scan(door.page, "HTTP://10.0.0.9/B/7K3MQ2XW", GERMAN)
    expect(door.page.locator(".refused")).to_contain_text("This badge is nobody’s yet.")
    search.fill("")
    expect(door.page.locator("[data-region=hits] > *")).to_have_count(0)
    is_in(door.page, "Ana Leer")
    scan(door.page, "HTTP://10.0.0.9/B/7K3MQ2XX", GERMAN)
    expect(door.page.locator(".result")).to_contain_text("The badge with the code 7K3MQ2XX is theirs now.")


def test_what_a_person_types_is_theirs(door: Door) -> None:
    asked: list[str] = []
    door.page.on("request", lambda request: asked.append(request.url) if "/door/code" in request.url else None)
    door.tablet.open("/door")
    search = door.page.locator("input[data-search]")
    search.press_sequentially("Zz Nobody", delay=80)
    search.press("Enter")
    expect(search).to_have_value("Zz Nobody")
    expect(door.page.get_by_text("Nobody by that name.")).to_be_visible()
    assert asked == []


def test_on_plain_http_the_page_says_why_there_is_no_camera_and_reads_a_photo(door: Door, tmp_path: Path) -> None:
    _, picture = door.expected("Ben Okafor")
    door.tablet.open("/door")
    assert not door.page.evaluate("isSecureContext")
    expect(door.page.get_by_text("its connection is not a secure one")).to_be_visible()
    expect(door.page.get_by_role("button", name="Scan with the camera")).to_be_hidden()
    photo = door.page.locator("code-scanner input[type=file]")
    door.tablet.look("door-no-camera")
    (tmp_path / "empty.png").write_bytes(b"no picture at all")
    photo.set_input_files(tmp_path / "empty.png")
    expect(door.page.get_by_text("No code could be read in this photo.")).to_be_visible()
    door.tablet.look("door-no-code-in-photo")
    (tmp_path / "badge.png").write_bytes(picture)
    photo.set_input_files(tmp_path / "badge.png")
    is_in(door.page, "Ben Okafor")


@pytest.fixture
def filmed(served: Served, device: Make, tmp_path: Path, playwright: Playwright) -> Iterator[Device]:
    """A tablet on a secure connection before whose camera Zoë holds her badge."""
    _, picture = Door(device(TABLET), served).expected("Zoë Lüdenscheidt")
    film = tmp_path / "badge.mjpeg"
    video_of(picture, film)
    arguments = [
        "--no-sandbox",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
    tablet = Device(browser, served, TABLET)
    tablet.base = served.base  # the laptop itself, by its number: a secure context without a certificate
    yield tablet
    tablet.close()
    browser.close()


def test_a_badge_held_before_the_camera_checks_its_owner_in_once(filmed: Device, served: Served) -> None:
    asked: list[str] = []
    filmed.page.on("request", lambda request: asked.append(request.url) if "/door/code" in request.url else None)
    pair(filmed.context, served, served.base, "door", "Door right")
    filmed.page.clock.install()
    page = filmed.open("/door")
    assert page.evaluate("isSecureContext")
    page.get_by_role("button", name="Scan with the camera").click()
    is_in(page, "Zoë Lüdenscheidt")
    with standing_still(page):
        for _ in range(8):
            page.clock.run_for(120)  # until the camera is looked through again
            page.wait_for_timeout(100)
    is_in(page, "Zoë Lüdenscheidt")
    assert len(asked) == 1, "she still holds it there; that is not a second arrival"
    expect(page.locator("code-scanner video")).to_be_visible()
    filmed.look("door-ok-camera")
    filmed.open("/door")
    expect(page.get_by_role("button", name="Stop the camera")).to_be_visible()
    filmed.look("door-camera")
    filmed.page.get_by_role("button", name="Stop the camera").click()
    expect(filmed.page.locator("code-scanner video")).to_be_hidden()
