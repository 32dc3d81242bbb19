"""How a phone tells of what is new: a sound if wanted, a buzz, and behind other pages a title and an icon."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.browser.room import Guest
from tests.browser.room import Room
from tests.serving import Served
from tests.serving import until

LISTENING = """
  window.heard = { notes: 0, buzzes: 0 };
  window.AudioContext = class extends AudioContext { constructor() { super(); heard.audio = this; } };
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { heard.notes += 1; return start.apply(this, when); };
  const vibrate = navigator.vibrate;
  navigator.vibrate = (pattern) => { heard.buzzes += 1; return vibrate.call(navigator, pattern); };
"""
"""Counts the notes and buzzes that the page really asks the browser for."""

BEHIND = """
  (behind) => {
    Object.defineProperty(document, "hidden", { get: () => behind, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }
"""
"""As when the guest turns to another page, or back: a browser without a screen has none in front."""


@pytest.fixture
def room(browser: Browser, served: Served) -> Iterator[Room]:
    made = Room(browser, served)
    yield made
    made.empty()


def heard(page: Page) -> tuple[int, int]:
    counted = page.evaluate("[heard.notes, heard.buzzes]")
    return counted[0], counted[1]


def listening(guest: Guest) -> Page:
    guest.device.context.add_init_script(LISTENING)
    guest.page.reload()
    return guest.page


def test_a_phone_sounds_only_if_its_guest_wants_it_and_buzzes(room: Room) -> None:
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor")
    page, quiet = listening(ana), listening(ben)
    sound = page.get_by_role("button", name="Sound", exact=True)
    expect(sound).to_have_attribute("aria-pressed", "false")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "true")
    until(lambda: heard(page)[0] > 0)
    ana.device.look("sound-on")
    before, _ = heard(page)
    quiet.locator("body").tap(position={"x": 4, "y": 4})
    room.start_round()
    ana.reads("Go meet Ben Okafor")
    ben.reads("Go meet Ana García")
    until(lambda: heard(page)[0] > before)
    assert heard(page)[1] == 1
    assert heard(quiet) == (0, 1)
    ana.taps("I’m going")
    ana.reads("Waiting for Ben")
    assert heard(page)[1] == 1, "what one did oneself is no news"
    ben.taps("I’m going")
    ana.shows("It’s on")
    until(lambda: heard(page)[1] == 2)
    page.reload()
    expect(sound).to_have_attribute("aria-pressed", "true")
    sound.click()
    expect(sound).to_have_attribute("aria-pressed", "false")
    assert heard(page)[0] == 0


def test_of_three_tabs_the_newest_leads_and_sounds_alone(room: Room) -> None:
    ana, _ = room.comes("Ana García"), room.comes("Ben Okafor")
    tabs = [listening(ana)]
    tabs[0].get_by_role("button", name="Sound", exact=True).click()
    until(lambda: heard(tabs[0])[0] > 0)
    for _ in range(2):
        tabs.append(ana.device.context.new_page())
        tabs[-1].goto(f"{ana.device.base}/me")
    for tab in tabs:
        tab.locator("body").tap(position={"x": 4, "y": 4})
        expect(tab.locator("html")).to_have_attribute("data-link", "on")
        until(lambda tab=tab: tab.evaluate("heard.audio?.state") == "running")  # type: ignore[misc]
    before = [heard(tab)[0] for tab in tabs]
    room.start_round()
    for tab in tabs:
        expect(tab.get_by_role("heading", name="Go meet Ben Okafor")).to_be_visible()
    until(lambda: heard(tabs[2])[0] > 0)
    assert [heard(tab)[0] for tab in tabs[:2]] == before[:2]
    assert [heard(tab)[1] for tab in tabs] == [0, 0, 1]


def test_behind_other_pages_the_title_and_the_icon_tell_of_a_prompt(room: Room) -> None:
    ana, _ = room.comes("Ana García"), room.comes("Ben Okafor")
    page, icon = ana.page, ana.page.locator("link[rel=icon]")
    before = page.title(), icon.get_attribute("href")
    page.evaluate(BEHIND, True)
    room.start_round()
    expect(page).to_have_title("Go meet Ben Okafor")
    assert str(icon.get_attribute("href")).startswith("data:image/png;base64,")
    page.evaluate(BEHIND, False)
    assert (page.title(), icon.get_attribute("href")) == before
