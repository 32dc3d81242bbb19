"""A tablet for guests in Chromium: checked in by oneself, in two languages, and left as if nobody had been there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK
from tests.browser.conftest import PHONE
from tests.browser.conftest import Device
from tests.browser.conftest import read_code
from tests.browser.scanner import GERMAN
from tests.browser.scanner import scan
from tests.browser.scanner import standing_still
from tests.serving import PASSPHRASE
from tests.serving import Served
from tests.serving import kiosk

Make = Callable[..., Device]

STANDING = {"width": 768, "height": 1024}
LYING = {"width": 1024, "height": 768}
PIN = "2468"
GUESTS = """Name;Company;E-mail;Ticket code;What are you into?;I can help with;Looking for
Ana García;Riverside Trust;ana@example.org;t-ana-2026;Beekeeping, Choir;Grant writing;Community gardens
Ben Okafor;Stadtgarten e. V.;ben@example.org;t-ben-2026;Cargo bikes;;
Kim Lee;Gartenkunde;kim.lee@example.org;;;;
Kim Lee;Riverside Trust;k.lee@example.org;;;;
Zoë Müller-Lüdenscheidt-Wolfeschlegelsteinhausen;Gartenkunde;;;Choir, Early music, Community gardens;Baking;Cargo bikes
"""


@pytest.fixture(scope="module")
def listed(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    file = tmp_path_factory.mktemp("list") / "guests.csv"
    file.write_text(GUESTS, encoding="utf-8")
    done = kiosk("import", str(file), folder=served.folder)
    assert done.returncode == 0, done.stdout
    return served


@pytest.fixture
def link(device: Make, listed: Served) -> Callable[[], str]:
    """The organizer makes a link for one more tablet."""

    def make() -> str:
        organizer = device(DESK)
        desk = organizer.open("/organizer")
        desk.get_by_label("Passphrase").fill(PASSPHRASE)
        desk.keyboard.press("Enter")
        if not desk.locator("#pair").evaluate("details => details.open"):
            desk.get_by_text("Add a screen").click()
        expect(desk.get_by_label("PIN")).to_be_hidden()
        desk.get_by_role("radio", name="Self-service").check()
        desk.get_by_label("What is it called?").fill("Tablet by the door")
        desk.get_by_label("PIN").fill(PIN)
        organizer.look("organizer-self-service")
        desk.get_by_role("button", name="Make its link").click()
        return str(desk.locator(".pairing a").get_attribute("href"))

    return make


def paired(tablet: Device, address: str) -> Device:
    tablet.page.clock.install()
    tablet.open(address)
    tablet.page.locator("form[data-link] button").click()
    expect(tablet.page).to_have_url(f"{tablet.base}/self-service")
    return tablet


@pytest.mark.parametrize(
    ("language", "size", "scheme", "name"),
    [
        ("en", LYING, "light", "Ana García"),
        ("de", STANDING, "dark", "Zoë Müller-Lüdenscheidt-Wolfeschlegelsteinhausen"),
    ],
)
def test_a_guest_checks_in_alone_in_their_language(
    device: Make, link: Callable[[], str], tmp_path: Path, language: str, size: dict[str, int], scheme: str, name: str
) -> None:
    tablet = paired(device(size, color_scheme=scheme, has_touch=True), link())
    page = tablet.page
    tablet.look(f"self-service-start-{language}")
    page.locator(f"button[value={language}]").tap()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#name")).to_be_focused()
    tablet.look(f"self-service-find-{language}")
    page.keyboard.type(name.split()[0])
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert "García" not in page.content()
    tablet.look(f"self-service-unknown-{language}")
    page.locator("#name").fill(name.upper().replace("Í", "I"))
    page.locator(".ask button").tap()
    expect(page.locator("h1")).to_contain_text(name)
    tablet.look(f"self-service-hello-{language}")
    page.locator("input[value='interest:Choir']").uncheck(force=True)
    page.locator("#new-ask").fill("bees")
    page.locator("input[name=matched]").check()
    page.locator(".deeds .button:not(.quiet)").tap()
    expect(page.locator(".welcome h1")).to_contain_text(name)
    expect(page.locator(".own-badge img")).to_have_js_property("complete", True)
    tablet.look(f"self-service-welcome-{language}")

    phone = device(PHONE, locale=language)
    phone.open(read_code(page.locator(".phone-link .qr"), tmp_path / "code.png"))
    phone.page.locator("form[data-link] button").click()
    expect(phone.page.locator("#ask")).to_contain_text("bees")
    expect(phone.page.locator("#interest")).not_to_contain_text("Choir")
    expect(phone.page.locator("#matched button[value=yes]")).to_have_attribute("aria-pressed", "true")

    page.locator(".deeds .button").tap()
    expect(page).to_have_url(f"{tablet.base}/self-service")
    assert name.split()[0] not in page.content()
    page.go_back()
    expect(page).to_have_url(f"{tablet.base}/self-service")


def test_who_walks_away_leaves_nothing_behind(device: Make, link: Callable[[], str]) -> None:
    tablet = paired(device(LYING), link())
    page = tablet.page
    page.locator("button[value=en]").click()
    page.locator("#name").fill("kim lee")
    page.keyboard.press("Enter")
    expect(page.locator("#known")).to_be_focused()
    tablet.look("self-service-which")
    page.locator("#known").fill("k.lee")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Kim Lee")
    page.locator("#new-offer").press("b")
    page.clock.fast_forward(45_500)
    expect(page.locator("[data-soon] [data-left]")).to_be_visible()
    tablet.look("self-service-soon")
    with standing_still(page):
        page.locator("#new-offer").press("b")  # any touch begins the minute anew
        page.clock.fast_forward(50_000)
        expect(page.locator("h1")).to_contain_text("Kim Lee")
        page.clock.fast_forward(15_000)
        expect(page).to_have_url(f"{tablet.base}/self-service")
    assert "Kim" not in page.content()


def test_a_tablet_that_has_lost_the_kiosk_forgets_the_guest_and_comes_back_by_itself(
    device: Make, link: Callable[[], str]
) -> None:
    tablet = paired(device(LYING), link())
    page = tablet.page
    page.locator("button[value=en]").click()
    page.locator("#name").fill("ben okafor")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Ben Okafor")
    tablet.context.set_offline(True)
    page.locator(".deeds .button:not(.quiet)").click()
    expect(page.get_by_role("alert")).to_contain_text("could not be reached")
    page.clock.fast_forward(61_000)
    expect(page.get_by_role("alert")).to_contain_text("Please go to the door.")
    assert "Ben" not in page.locator("main").inner_text()
    tablet.look("self-service-away")
    tablet.context.set_offline(False)
    expect(page).to_have_url(f"{tablet.base}/self-service")


def test_a_ticket_says_who_one_is_and_only_the_pin_leads_out(device: Make, link: Callable[[], str]) -> None:
    tablet = paired(device(LYING), link())
    page = tablet.page
    page.locator("button[value=de]").click()
    expect(page.locator("#name")).to_be_focused()
    scan(page, "t-ben-2026", GERMAN)
    expect(page.locator("h1")).to_contain_text("Ben Okafor")
    page.locator(".staff summary").click()
    tablet.look("self-service-staff")
    page.locator("#pin").fill("1111")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("h1")).to_contain_text("Ben Okafor")
    page.locator("#pin").fill(PIN)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{tablet.base}/")
    assert tablet.open("/self-service").locator("h1").count() == 1
    assert "Ben" not in page.content()
    expect(page.locator("button[value=de]")).to_have_count(0)
