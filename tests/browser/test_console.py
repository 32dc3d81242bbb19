"""The organizer's console in Chromium: before the evening, in full swing and at its end; and a helper's."""

from collections.abc import Callable
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.browser.conftest import DESK
from tests.browser.conftest import PHONE
from tests.browser.conftest import Device
from tests.browser.room import Room
from tests.serving import PASSPHRASE
from tests.serving import Served
from tests.serving import paired_screen

Make = Callable[..., Device]


def sign_in(organizer: Device) -> Page:
    desk = organizer.open("/organizer")
    desk.get_by_label("Passphrase").fill(PASSPHRASE)
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("What it shows")).to_be_visible()
    return desk


@pytest.fixture
def room(browser: Browser, served: Served) -> Iterator[Room]:
    made = Room(browser, served)
    yield made
    made.empty()


def test_an_evening_on_one_calm_page(device: Make, room: Room, browser: Browser, served: Served) -> None:
    organizer, hand = device(DESK), device(PHONE, has_touch=True, is_mobile=True, color_scheme="dark")
    desk = sign_in(organizer)

    # Before the evening: what is ready turns green by itself, and goes with the first arrival.
    expect(desk.get_by_role("heading", name="Before the evening")).to_be_visible()
    expect(desk.locator(".readiness .dot.ok")).not_to_have_count(0)
    organizer.look("console-before")

    # A helper is paired by a link; making it leaves the page as it is, also when it is painted anew.
    if not desk.locator("#pair[open]").count():
        desk.locator("#pair > summary").click()
    desk.get_by_role("radio", name="Helper").check()
    desk.get_by_label("What is it called?").fill("Hilde")
    desk.get_by_role("button", name="Make its link").click()
    expect(desk.locator(".pairing")).to_contain_text("Hilde")
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor", color_scheme="dark")
    expect(desk.get_by_role("heading", name="Met someone new")).to_be_visible()
    expect(desk.get_by_role("heading", name="Before the evening")).to_have_count(0)
    expect(desk.locator(".pairing")).to_contain_text("Hilde")
    expect(desk.get_by_role("radio", name="Helper")).to_be_checked()
    expect(desk.locator(".screens .dot.ok")).not_to_have_count(0)

    # A round; one line to everybody, read on the phones, and taken back.
    desk.get_by_role("button", name="Start a round").click()
    ana.reads("Go meet Ben Okafor")
    desk.get_by_text("A message to everybody").click()
    desk.get_by_label("What everybody shall read").fill("The soup is served in the garden")
    desk.get_by_label("On the projector too").check()
    desk.get_by_role("button", name="Send it to every phone").click()
    for guest in (ana, ben):
        guest.shows("The soup is served in the garden")
        guest.device.look(f"phone-message-{guest.name[:3].lower()}")
    organizer.look("console-round")
    sign_in(hand)
    hand.look("console-round-hand")
    wall = Device(browser, served, DESK)
    cookie = paired_screen(room.organizer, "projector", "Wall").session.cookies["kiosk_projector"]
    wall.context.add_cookies([{"name": "kiosk_projector", "value": cookie, "url": wall.base}])
    wall.open("/projector")
    expect(wall.page.get_by_text("The soup is served in the garden")).to_be_visible()
    wall.look("projector-message")
    desk.get_by_role("button", name="Take it back").click()
    ana.hides("The soup is served in the garden")
    expect(wall.page.get_by_text("The soup is served in the garden")).to_have_count(0)

    # A name is hidden at once.
    expect(wall.page.get_by_text("Ana & Ben")).to_be_visible()
    desk.get_by_text("Hide a name at once").click()
    desk.get_by_label("Whose?").select_option(label="Ana García")
    organizer.look("console-hide")
    desk.get_by_role("button", name="Hide it").click()
    expect(wall.page.get_by_text("Ana & Ben")).to_have_count(0)

    # A helper sees it all and has no button but the way out.
    helper = Device(browser, served, DESK)
    cookie = paired_screen(room.organizer, "helper", "Hilde").session.cookies["kiosk_helper"]
    helper.context.add_cookies([{"name": "kiosk_helper", "value": cookie, "url": helper.base}])
    helper.open("/organizer")
    expect(helper.page.get_by_role("heading", name="Met someone new")).to_be_visible()
    expect(helper.page.locator("main button")).to_have_count(0)
    helper.look("console-helper")

    # The end, and the way to one's own list; then it goes on after all.
    desk.locator("#end-evening > summary").click()
    desk.get_by_role("button", name="End it now").last.click()
    ana.reads("Thank you for coming, Ana.")
    ana.device.look("phone-ended")
    expect(wall.page.get_by_role("heading", name="Thank you for coming")).to_be_visible()
    expect(helper.page.get_by_text("The evening ended at")).to_be_visible()
    organizer.look("console-ended")
    desk.get_by_role("button", name="No, it goes on").click()
    ana.reads("You’re free.")
    for each in (wall, helper):
        each.close()
