"""The door in Chromium: found, checked in and told apart by keyboard alone, and heard only once it is saved."""

import re
from collections.abc import Callable
from functools import partial
from statistics import median
from urllib.parse import quote

import pytest
from playwright.sync_api import Page
from playwright.sync_api import Route
from playwright.sync_api import expect

from tests.browser.conftest import Device
from tests.browser.scanner import pair
from tests.serving import Served
from tests.serving import until

Make = Callable[..., Device]

LYING = {"width": 1024, "height": 768}
STANDING = {"width": 768, "height": 1024}
NAMES = ["Ana García", "Maximiliane-Leopoldine von Hohenstaufen-Wittgenstein zu Berg", "ليلى عبد الرحمن الخوري"]

TONES = """
window.tones = [];
window.AudioContext = class extends AudioContext {
  constructor() {
    super();
    window.audio = this;
  }
};
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) {
  window.tones.push(this.frequency.value);
  start.apply(this, when);
};
"""


def paired(
    device: Make, served: Served, name: str, guests: list[str], size: dict[str, int] = LYING, **options: object
) -> Device:
    """A tablet at this door, and guests who are expected."""
    tablet = device(size, **options)
    visitor = pair(tablet.context, served, tablet.base, "door", name)
    for guest in guests:  # on no list: known by having been checked in and that undone
        arrived = visitor.post("/door/walk-in", name=guest, request_key=f"{name} taps for {guest}"[:64])
        undo = re.search(r"/door/arrivals/\w+/undo", arrived.text)
        assert undo, arrived.text
        visitor.post(undo[0])
    return tablet


def type_slowly(page: Page, text: str) -> None:
    page.keyboard.type(text, delay=130)  # a hand: a scanner is faster


def search_for(page: Page, text: str) -> None:
    type_slowly(page, text)
    expect(page.locator(f"[id='walk-in-{quote(text)}']")).to_be_attached()  # what was typed last is answered


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LYING, STANDING])
def test_results_fill_the_tablet_and_hold_names_of_any_length_and_script(
    device: Make, served: Served, size: dict[str, int], scheme: str
) -> None:
    tablet = paired(device, served, f"Door {scheme} {size['width']}", NAMES, size, color_scheme=scheme)
    page = tablet.open("/door")
    tag = f"{size['width']}-{scheme}"
    tablet.look(f"door-start-{tag}")
    for number, name in enumerate(NAMES):
        page.locator("#q").press_sequentially(name[:8], delay=130)
        page.locator("[data-hit] button", has_text=name).first.click()
        expect(page.locator(".result")).to_contain_text(name)
        expect(page.locator(".phone-link")).to_contain_text(name)  # and not the link of the guest before
        tablet.look(f"door-ok-{number}-{tag}")
    page.locator("#q").press_sequentially(NAMES[0][:8], delay=130)
    page.locator("[data-hit] button", has_text=NAMES[0]).first.click()
    expect(page.locator("[data-outcome=warn]")).to_be_visible()
    expect(page.locator(".phone-link")).to_have_count(0)
    tablet.look(f"door-again-{tag}")


def test_a_check_in_takes_two_actions_by_keyboard_alone_and_the_next_guest_is_just_typed(
    device: Make, served: Served
) -> None:
    tablet = paired(device, served, "Door by keys", ["Ana Clavier", "Max Clavier"])
    page = tablet.open("/door")
    type_slowly(page, "clavier an")  # the first action; the badge is there after the second
    expect(page.locator("[data-hit]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_contain_text("Ana Clavier is checked in.")
    expect(page.locator(".badge img")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/door/arrivals/\w+$"))
    page.reload()
    expect(page.locator(".result")).to_contain_text("Ana Clavier is checked in.")
    type_slowly(page, "max cla")
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_contain_text("Max Clavier")
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hit-do")).to_be_visible()


def test_from_search_to_badge_are_three_actions_at_most_and_two_as_a_rule(device: Make, served: Served) -> None:
    tablet = paired(device, served, "Door that counts", ["Ana Einzig", "Ben Zwilling", "Cem Zwilling", "Xaver Huber"])
    page = tablet.open("/door")
    enter = partial(page.keyboard.press, "Enter")
    ways: dict[str, list[Callable[[], None]]] = {
        "Ana Einzig": [partial(search_for, page, "einzig a"), enter],
        "Cem Zwilling": [
            partial(search_for, page, "zwilling"),
            page.locator("[data-hit]", has_text="Cem").get_by_role("button").click,
        ],
        "Xaver Huber": [
            partial(search_for, page, "xafer hubber"),
            page.locator(".hit", has_text="Xaver Huber").click,
        ],
        "Neu Ankömmling": [
            partial(search_for, page, "Neu Ankömmling"),
            page.get_by_role("button", name="Add and check in").click,
        ],
        "Dora auf keiner Liste": [
            partial(search_for, page, "zwilling"),
            partial(page.get_by_label("Not on the list?").fill, "Dora auf keiner Liste"),
            page.get_by_role("button", name="Add and check in").click,
        ],
    }
    for name, actions in ways.items():
        for act in actions:
            act()
        expect(page.locator(".result")).to_contain_text(f"{name} is checked in.")
        expect(page.locator(".badge img")).to_have_attribute("alt", f"The badge of {name}")
    taken = [len(actions) for actions in ways.values()]
    assert (median(taken), max(taken)) == (2, 3)


def test_of_two_doors_with_one_person_the_second_is_told_by_whom_and_when(device: Make, served: Served) -> None:
    left, right = paired(device, served, "Door left", ["Ana Doublet"]), paired(device, served, "Door right", [])
    pages = [door.open("/door") for door in (left, right)]
    for page in pages:
        type_slowly(page, "doublet")
        expect(page.locator("[data-hit]").first).to_be_visible()
    for page in pages:
        page.locator("[data-hit] button").first.click()
        expect(page.locator(".result")).to_be_visible()
    expect(pages[0].locator("[data-outcome=ok]")).to_be_visible()
    expect(pages[1].locator("[data-outcome=warn]")).to_contain_text(re.compile(r"already, at \d\d:\d\d by Door left"))


def test_a_result_is_heard_only_after_the_answer_and_not_at_all_when_muted(device: Make, served: Served) -> None:
    tablet = paired(device, served, "Door to hear", ["Ana Sonnette", "Max Sonnette"])
    tablet.page.add_init_script(TONES)
    page = tablet.open("/door")
    held: list[Route] = []
    page.route("**/door/check-in", lambda route: held.append(route))
    type_slowly(page, "ana sonn")
    expect(page.locator("[data-hit]")).to_have_count(1)
    until(lambda: page.evaluate("window.audio?.state") == "running")  # the keys typed have woken it
    with page.expect_request("**/door/check-in"):
        page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert len(held) == 1
    assert page.evaluate("tones") == [], "nothing is heard before it is saved"
    held[0].continue_()
    expect(page.locator("[data-outcome=ok]")).to_be_visible()
    assert page.evaluate("tones") == [660, 880]
    page.unroute("**/door/check-in")
    page.get_by_role("button", name="Sound").click()
    type_slowly(page, "max sonn")
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_contain_text("Max Sonnette")
    assert page.evaluate("tones") == [660, 880]


def test_who_was_found_is_forgotten_after_twenty_seconds(device: Make, served: Served) -> None:
    tablet = paired(device, served, "Door that forgets", ["Ana Oubli"])
    tablet.page.clock.install()
    page = tablet.open("/door")
    page.locator("#q").press_sequentially("oubli")
    page.clock.run_for(1_000)
    expect(page.locator(".hit-who").first).to_be_visible()
    page.clock.run_for(20_000)
    expect(page.locator(".hit-who")).to_have_count(0)
    expect(page.locator("#q")).to_have_value("")
