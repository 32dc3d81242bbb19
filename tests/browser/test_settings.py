"""The organizer's settings in Chromium: looked at, typed into, and spots dragged to their place on the plan."""

import re
import tomllib
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.browser.conftest import DESK
from tests.browser.conftest import PHONE
from tests.browser.conftest import Device
from tests.serving import PASSPHRASE
from tests.serving import Served
from tests.serving import until

Make = Callable[..., Device]


def settings_page(device: Device) -> Page:
    page = device.open("/organizer/settings")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Settings")).to_be_visible()
    return device.open("/organizer/settings")


def card(page: Page, group: str) -> Locator:
    return page.locator(f"section#{group}")


def spots_in(served: Served) -> list[dict[str, object]]:
    written = tomllib.loads((served.folder / "event.toml").read_text(encoding="utf-8"))
    spots: list[dict[str, object]] = written["spots"]
    return spots


def drag(page: Page, spot: int, across: float, down: float) -> None:
    """Take a spot by the pointer to a place of the plan, as shares of the room's sides."""
    plan = page.locator(".plan-room")
    plan.scroll_into_view_if_needed()
    page.evaluate("document.fonts.ready")  # nothing moves any more
    room, dot = plan.bounding_box(), page.locator(f"[data-spot='{spot}'] .plan-dot").bounding_box()
    assert room
    assert dot
    page.mouse.move(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    page.mouse.down()
    page.mouse.move(room["x"] + room["width"] / 2, room["y"] + room["height"] / 2)
    page.mouse.move(room["x"] + room["width"] * across, room["y"] + room["height"] * down)
    page.mouse.up()


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")])
def test_settings_are_looked_at(device: Make, size: dict[str, int], scheme: str) -> None:
    organizer = device(size, color_scheme=scheme)
    page = settings_page(organizer)
    for summary in page.locator("summary").all():
        summary.click()
    organizer.look(f"settings-{scheme}")
    card(page, "room").scroll_into_view_if_needed()
    organizer.look(f"settings-room-{scheme}")


def test_spots_are_dragged_to_their_place_and_stand_there_in_the_file(device: Make, served: Served) -> None:
    organizer = device(DESK)
    page = settings_page(organizer)
    room = card(page, "room")
    drag(page, 0, 0.2, 0.75)
    drag(page, 1, 1.2, -0.2)  # past the corner is in the corner
    expect(room.get_by_label("Across").first).to_have_value("20")
    expect(room.get_by_label("Down").first).to_have_value("75")
    organizer.look("settings-plan")
    room.get_by_role("button", name="Save").click()
    expect(room.get_by_role("status")).to_have_text("Saved.")
    assert [spot.get("at") for spot in spots_in(served)] == [[20, 75], [100, 0]]
    place = page.locator("[data-spot='0']").get_attribute("transform")
    assert place == "translate(20 75)"
    drag(page, 1, 0.5, 1.12)  # back among those that wait
    expect(room.get_by_label("Across").nth(1)).to_have_value("")


def test_what_is_typed_elsewhere_on_the_page_is_not_lost_unasked(device: Make) -> None:
    page = settings_page(device(DESK))
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    card(page, "evening").get_by_label("Host").fill("Rosa")
    card(page, "privacy").get_by_label("Days to keep").fill("20")
    card(page, "privacy").get_by_role("button", name="Save").click()
    until(lambda: page.evaluate("1") and asked == ["beforeunload"])
    expect(card(page, "evening").get_by_label("Host")).to_have_value("Rosa")
    card(page, "evening").get_by_role("button", name="Save").click()
    expect(card(page, "evening").get_by_role("status")).to_have_text("Saved.")
    assert asked == ["beforeunload"]


def test_without_scripts_a_place_is_typed_and_what_is_wrong_is_said_beside_it(device: Make, served: Served) -> None:
    organizer = device(PHONE, java_script_enabled=False)
    page = settings_page(organizer)
    room = card(page, "room")
    room.get_by_label("Name").nth(2).fill("sofa corner")
    room.get_by_label("Room for").nth(2).fill("6")
    room.get_by_label("Across").nth(2).fill("30")
    room.get_by_label("Across").nth(2).press("ArrowUp")
    room.get_by_label("Down").nth(2).fill("40")
    room.get_by_role("button", name="Save").click()
    expect(card(page, "room").get_by_role("status")).to_have_text("Saved.")
    assert spots_in(served)[-1] == {"name": "sofa corner", "room_for": 6, "at": [31, 40]}
    network = card(page, "network")
    network.get_by_label("Address", exact=True).fill("mixer.example")
    network.get_by_role("button", name="Save").click()
    expect(network.get_by_label("Address", exact=True)).to_have_accessible_description(
        re.compile(r"What stands in QR codes.* Write the whole address, such as http://mixer.example\.")
    )
