"""The projector in Chromium: its scenes at the sizes of real ones, and what it survives."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.browser.conftest import DESK
from tests.browser.conftest import WALL
from tests.browser.conftest import Device
from tests.browser.test_evening import confirm_link
from tests.browser.test_evening import pair_screen
from tests.serving import PASSPHRASE
from tests.serving import until

Make = Callable[..., Device]

SMALL = {"width": 1280, "height": 720}
HUGE = {"width": 3840, "height": 2160}
SCENES = {
    "Welcome": "welcome",
    "The room": "room",
    "Break": "break",
    "What is asked for": "asks",
    "Thank you": "thanks",
}
SQUARE = {"width": 1024, "height": 768}
BROKEN_WORDS = """() => [...document.querySelectorAll(".scene-head h1, .scene-head p, .codes strong")].flatMap(node => {
  const words = [], texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); )
    for (const {0: word, index} of text.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) words.push(word);
    }
  return words;
})"""
LIT = "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"


@pytest.fixture
def organizer(device: Make) -> Device:
    organizer = device(DESK)
    desk = organizer.open("/organizer")
    desk.get_by_label("Passphrase").fill(PASSPHRASE)
    desk.keyboard.press("Enter")
    expect(desk.get_by_label("What it shows")).to_be_visible()
    return organizer


def hold(desk: Page, scene: str) -> None:
    desk.get_by_label("What it shows").select_option(label=scene)
    desk.get_by_role("button", name="Show it").click()
    expect(desk.get_by_role("button", name="Show it")).to_be_enabled()  # answered; until then it is not sent again


def walk_in(device: Make, organizer: Device, tmp_path: Path, people: int) -> None:
    tablet = device(DESK)
    confirm_link(tablet, pair_screen(organizer, "Door", "Door left", tmp_path / "door.png"))
    expect(tablet.page).to_have_url(tablet.base + "/door")
    tablet.page.evaluate(
        """async people => {
          const token = document.querySelector("meta[name=csrf-token]").content;
          for (let n = 0; n < people; n++) {
            const body = new URLSearchParams({csrf_token: token, name: `Guest ${n}`, request_key: `guest number ${n}`});
            await fetch("/door/walk-in", {method: "POST", body});
          }
        }""",
        people,
    )


def test_every_scene_at_every_size_and_a_cut_network(device: Make, organizer: Device, tmp_path: Path) -> None:
    wall = device(WALL, reduced_motion="reduce")
    confirm_link(wall, pair_screen(organizer, "Projector", "Wall", tmp_path / "wall.png"))
    expect(wall.page).to_have_url(wall.base + "/projector")
    walk_in(device, organizer, tmp_path, 12)
    for name, scene in SCENES.items():
        hold(organizer.page, name)
        expect(wall.page.locator(f"main > .{scene}")).to_be_visible()
        for size in (SMALL, WALL, HUGE):
            wall.page.set_viewport_size({"width": size["width"], "height": size["height"]})
            wall.look(f"projector-{scene}-{size['width']}")

    hold(organizer.page, "The room")
    dots = wall.page.locator("people-graph canvas")
    expect(wall.page.locator(".room-figure")).to_have_text("12")
    until(lambda: dots.evaluate(LIT))  # everyone is drawn
    for size in (SMALL, HUGE):
        wall.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        until(lambda: dots.evaluate(LIT))  # and again when the projector changes its resolution
    assert wall.page.evaluate("getComputedStyle(document.documentElement).cursor") == "none"

    wall.context.set_offline(True)
    expect(wall.page.locator(".cut-off")).to_be_visible()
    assert dots.evaluate(LIT), "the last picture stays"
    hold(organizer.page, "Thank you")
    wall.context.set_offline(False)
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("Thank you for coming")
    expect(wall.page.locator(".cut-off")).to_be_hidden()
    hold(organizer.page, "What it is time for")
    expect(wall.page.locator("people-graph")).to_be_visible()


def test_with_the_wifi_beside_them_no_word_of_a_long_name_is_broken(
    device: Make, organizer: Device, tmp_path: Path
) -> None:
    wall = device(SQUARE, reduced_motion="reduce")
    confirm_link(wall, pair_screen(organizer, "Projector", "Wall", tmp_path / "wall.png"))
    hold(organizer.page, "Welcome")
    name = "Frühlingstreffen der Gärtnerinnen und Gärtner am Fluss"
    settings = organizer.open("/organizer/settings")
    for group, written in {
        "network": {"wifi_name": "Bürgerhaus-Gäste", "wifi_password": "ein langes Kennwort"},
        "evening": {"name": name, "host": "Nachbarschaftshilfe und Kleingartenverein"},
    }.items():
        form = settings.locator(f"form[action*='/{group}']")
        for field, value in written.items():
            form.locator(f"[name={field}]").fill(value)
        form.get_by_role("button", name="Save").click()
        expect(settings.get_by_text("Saved.")).to_be_visible()
    expect(wall.page.get_by_role("heading", level=1)).to_have_text(name)
    expect(wall.page.locator(".codes > li")).to_have_count(2)
    for size in (SQUARE, SMALL):
        wall.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        wall.look(f"projector-long-{size['width']}")
        assert wall.page.evaluate(BROKEN_WORDS) == []
