"""What a projector goes through in an evening, in Chromium: its own switches, a closed lid, a day, long names."""

import json
import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import pytest
from playwright.sync_api import Page
from playwright.sync_api import WebSocketRoute
from playwright.sync_api import expect

from tests.browser.conftest import WALL
from tests.browser.conftest import Device
from tests.browser.scanner import standing_still
from tests.browser.test_projector import HUGE
from tests.browser.test_projector import LIT
from tests.browser.test_projector import SMALL
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import until

Make = Callable[..., Device]

_TAPS = count()
NARROW = {"width": 1024, "height": 768}
REPAINTS_A_DAY = 2_000
NAMES = (
    "Zoë Li",
    "Wolfeschlegelsteinhausenbergerdorffvoraltern Müller",
    "Anne-Sophie-Charlotte-Wilhelmina-Theodora-Friederike Vogt",
    "Александринаконстантиновна Иванова",
    "สมชายวงศ์สวัสดิ์พงษ์พัฒน์ธนาคาร",
    "김수한무거북이와두루미삼천갑자동방삭치치카포",
    "遠藤 涼平",
    "محمدعبدالرحمنبنعبدالعزيزالسعودي",
    "नरेन्द्रकुमारविश्वनाथनकृष्णमूर्ति",
    "Ὀδυσσεὺςλαερτιάδηςπολύτροπος",
    "Þorgerður Bára",
    "Nguyễn Thị Phương Thảo",
)
CUT = """() => [...document.querySelectorAll(".pair-names")].filter(names => names.offsetHeight).flatMap(names => {
  const box = names.parentElement.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(names);
  return [...range.getClientRects()]
    .filter(({left, right, top, bottom}) => {
      const middle = (top + bottom) / 2;
      return left < box.left - 1 || right > box.right + 1 || middle < box.top
        || middle > names.getBoundingClientRect().bottom;
    })
    .map(() => names.innerText);
})"""
BROKEN = r"""() => [...document.querySelectorAll(".pair-names bdi")].filter(name => name.offsetHeight).flatMap(name => {
  const range = document.createRange();
  return [...name.textContent.matchAll(/[\p{L}\p{M}]+-?/gu)].filter(({0: word, index}) => {
    range.setStart(name.firstChild, index);
    range.setEnd(name.firstChild, index + word.length);
    const lines = new Set([...range.getClientRects()].map(({bottom}) => Math.round(bottom / 9)));
    return lines.size > 1 && word.length < 28 && /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}]+-?$/u.test(word);
  }).map(([word]) => word);
})"""
"""Words that fit a line and are on two; scripts written without blanks may break anywhere."""
STILL = """() => {
  document.querySelector("[data-region=projector]").removeAttribute("data-region");
  document.querySelector("page-turner").disconnectedCallback();
}"""
"""From now on it is not painted any more, and does not turn its pages."""
FITTED = """async page => {
  [...page.parentNode.children].forEach(each => each.hidden = each !== page);
  page.getBoundingClientRect();  // so that faces not needed until now are asked for
  await document.fonts.ready;
  await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
  return [...page.querySelectorAll("[data-step]")].map(each => each.dataset.step);
}"""
"""The steps of the names on a page once it is shown; only what is shown is measured."""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main :is(p, li, h1, dt, dd)")]
  .filter(each => each.offsetHeight).map(each => parseFloat(getComputedStyle(each).fontSize) / innerHeight))"""
SCROLLS = """() => [document.scrollingElement, ...document.querySelectorAll("main, main *")].filter(
  each => ["auto", "scroll"].includes(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight)
  .map(each => each.className)"""


@dataclass
class Evening:
    organizer: Visitor
    door: Visitor
    wall: Device

    @property
    def page(self) -> Page:
        return self.wall.page

    def hold(self, scene: str) -> None:
        assert self.organizer.post("/organizer/scene", scene=scene).ok

    def comes(self, name: str) -> None:
        """Someone comes, is to be matched, and may be named."""
        page = self.door.post("/door/walk-in", name=name, request_key=f"tap number {next(_TAPS)}").text
        arrival = re.search(r"/door/arrivals/([a-z0-9]{16})/undo", page)
        assert arrival, page
        assert self.door.post(f"/door/arrivals/{arrival[1]}/matched", agree="yes").ok
        assert self.door.post(f"/door/arrivals/{arrival[1]}/shown", shown="yes").ok


@pytest.fixture
def evening(device: Make, served: Served) -> Iterator[Evening]:
    organizer = organizer_of(served)
    evening = Evening(organizer, paired_screen(organizer, "door", "Door left"), device(WALL))
    cookie = paired_screen(organizer, "projector", "Wall").session.cookies["kiosk_projector"]
    evening.wall.context.add_cookies([{"name": "kiosk_projector", "value": cookie, "url": evening.wall.base}])
    evening.wall.open("/projector")
    yield evening
    organizer.post("/organizer/rounds/end")
    evening.hold("")


def is_shown(page: Page, scene: str) -> None:
    expect(page.locator(f"main > .{scene}")).to_be_visible()


def flip(page: Page, switch: str) -> None:
    """By the keyboard, which brings the switches as the mouse does."""
    with standing_still(page):  # they go again by themselves
        page.keyboard.press("Shift")
        page.get_by_label(switch).press("Space")


def test_how_it_looks_is_chosen_at_the_screen_itself_and_kept(evening: Evening) -> None:
    page, menu = evening.page, evening.page.locator("screen-look")
    evening.hold("break")
    is_shown(page, "break")
    ground = "(({backgroundColor, cursor}) => [backgroundColor, cursor])(getComputedStyle(document.documentElement))"
    until(lambda: page.evaluate(ground) == ["rgb(21, 19, 15)", "none"])
    expect(menu).to_be_hidden()

    with standing_still(page):
        page.mouse.move(300, 300)
        page.mouse.move(310, 320)
        expect(menu).to_be_visible()
        assert page.evaluate(ground)[1] != "none", "whoever holds the mouse sees it"
    evening.wall.look("projector-switches")
    for switch in ("Light ground", "High contrast", "Without motion"):
        flip(page, switch)
    expect(menu).to_be_hidden()
    until(lambda: page.evaluate(ground) == ["rgb(255, 255, 255)", "none"])
    assert page.locator(".scene").evaluate("scene => getComputedStyle(scene).animationDuration") in ("0s", "1ms")
    evening.wall.look("projector-light-contrast")

    page.reload()
    is_shown(page, "break")
    until(lambda: page.evaluate(ground) == ["rgb(255, 255, 255)", "none"])

    flip(page, "Light ground")
    flip(page, "High contrast")
    until(lambda: page.evaluate(ground)[0] == "rgb(21, 19, 15)")


def test_a_laptop_that_asks_for_contrast_and_rest_has_them_until_somebody_chooses(evening: Evening) -> None:
    page = evening.page
    page.emulate_media(contrast="more", reduced_motion="reduce")
    page.reload()
    asked = "({...document.documentElement.dataset})"
    assert {"contrast": "more", "motion": "none"}.items() <= page.evaluate(asked).items()
    flip(page, "High contrast")
    page.reload()
    assert "contrast" not in page.evaluate(asked)
    assert page.evaluate(asked)["motion"] == "none"


def test_a_page_that_was_frozen_shows_what_it_is_time_for(evening: Evening) -> None:
    evening.hold("break")
    is_shown(evening.page, "break")
    browser = evening.wall.context.new_cdp_session(evening.page)
    browser.send("Page.setWebLifecycleState", {"state": "frozen"})
    evening.hold("thanks")
    evening.hold("welcome")
    browser.send("Page.setWebLifecycleState", {"state": "active"})
    is_shown(evening.page, "welcome")


def test_a_lid_that_was_shut_for_hours_is_noticed_by_the_clock_alone(evening: Evening) -> None:
    """While a laptop sleeps its timers stand still, and the connection is dead without anything saying so."""
    page = evening.page
    page.clock.install()
    page.reload()
    expect(page.locator("html[data-link=on]")).to_be_attached()
    with page.expect_websocket():
        page.clock.set_system_time("2030-01-01T08:00:00Z")
    evening.hold("break")
    is_shown(page, "break")


def test_a_day_of_repaints_leaves_no_more_in_memory_than_an_hour(evening: Evening) -> None:
    """The kiosk's own regions, sent to the page again and again over its own socket."""
    page, painted, sockets = evening.page, [], []
    for name in ("Ana", "Ben", "Cleo", "Dora"):
        evening.comes(name)

    def between(socket: WebSocketRoute) -> None:
        kiosk = socket.connect_to_server()

        def heard(message: str | bytes) -> None:
            if isinstance(message, str) and message.startswith('42["screen"'):
                painted.append(json.loads(message[2:])[1])
            socket.send(message)

        def said(message: str | bytes) -> None:
            kiosk.send(message)
            if message == "5":  # from now on the kiosk is not polled any more
                sockets.append(socket)

        kiosk.on_message(heard)
        socket.on_message(said)

    page.route_web_socket("**/socket.io/**", between)
    page.reload()
    until(lambda: page.evaluate("1") and sockets)
    for scene in ("welcome", "room", "asks", "break", "room"):
        evening.hold(scene)
        is_shown(page, scene)
    assert len({news["html"] for news in painted}) >= 3
    seq = count(painted[-1]["seq"] + 1)
    browser = evening.wall.context.new_cdp_session(page)

    def repaint(times: int) -> None:
        for number in range(times):
            news = painted[number % len(painted)] | {"seq": next(seq)}
            sockets[-1].send(f'42["screen",{json.dumps(news)}]')
        last = painted[0] | {"seq": next(seq), "html": "<p>That was all.</p>"}
        sockets[-1].send(f'42["screen",{json.dumps(last)}]')
        expect(page.get_by_text("That was all.")).to_be_visible(timeout=300_000)

    def kept() -> tuple[int, int]:
        for _ in range(3):
            browser.send("HeapProfiler.collectGarbage")
        counted = browser.send("Memory.getDOMCounters")
        return browser.send("Runtime.getHeapUsage")["usedSize"], counted["nodes"] + counted["jsEventListeners"]

    repaint(REPAINTS_A_DAY // 10)
    after_an_hour = kept()
    repaint(REPAINTS_A_DAY)

    def no_more() -> bool:
        used, nodes = kept()
        return used < after_an_hour[0] * 1.1 + 200_000 and nodes <= after_an_hour[1] * 1.1 + 20

    until(no_more)


def test_another_resolution_while_the_picture_moves_cuts_nothing(evening: Evening) -> None:
    page = evening.page
    evening.hold("room")
    is_shown(page, "room")
    dots = page.locator("people-graph canvas")
    for number, size in enumerate((SMALL, HUGE, WALL, NARROW)):
        evening.comes(f"Newcomer {number}")
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        until(lambda: dots.evaluate(LIT))
        across, within = dots.evaluate("canvas => [canvas.clientWidth, canvas.parentNode.host.clientWidth]")
        assert across == within
        assert page.evaluate(SCROLLS) == []
        assert page.evaluate(SMALLEST) >= 0.0299


def test_no_name_in_any_script_is_cut(evening: Evening) -> None:
    page = evening.page
    for name in NAMES:
        evening.comes(name)
    assert evening.organizer.post("/organizer/rounds").ok
    expect(page.get_by_role("heading", name="Go meet")).to_be_visible()
    expect(page.locator(".pair").first).to_be_visible()
    page.evaluate(STILL)
    for size in (SMALL, WALL, HUGE, NARROW):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        for turned in page.locator("page-turner > .page").all():
            turned.evaluate(FITTED)
            evening.wall.look(f"projector-names-{size['width']}-{next(_TAPS)}")
            assert page.evaluate(CUT) == []
            assert size == NARROW or page.evaluate(BROKEN) == []
            assert page.evaluate(SCROLLS) == []
            assert page.evaluate(SMALLEST) >= 0.0299


def test_without_motion_names_are_as_large_as_with_it(evening: Evening) -> None:
    page = evening.page
    for name in NAMES:
        evening.comes(name)
    assert evening.organizer.post("/organizer/rounds").ok
    steps: list[list[str]] = []
    for motion in ("no-preference", "reduce"):
        page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]  # one of its two words
        page.reload()
        expect(page.locator(".pair").first).to_be_visible()
        page.evaluate(STILL)
        steps.append([])
        for turned in page.locator("page-turner > .page").all():
            steps[-1] += turned.evaluate(FITTED)
    assert steps[0] == steps[1]
    assert len(set(steps[0])) > 1, "names of several lengths are looked at"
