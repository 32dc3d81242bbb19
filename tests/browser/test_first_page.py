"""What a phone must load before it is of use: little, over whatever the Wi-Fi lets through."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import expect

from tests.browser.room import Room
from tests.serving import Served
from tests.serving import until

MOST = 60 * 1024
"""Bytes over the wire, answers' headers and all. The socket's are not among them: until a websocket is up it polls,
and on a busy laptop it polls for longer."""


@pytest.fixture
def room(browser: Browser, served: Served) -> Iterator[Room]:
    made = Room(browser, served)
    yield made
    made.empty()


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_a_prompt_on_a_phone_that_has_loaded_nothing_yet(room: Room, language: str) -> None:
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor")
    room.start_round()
    ana.reads("Go meet Ben Okafor")
    cold = room.phone(ben.visitor, locale=language)
    network = cold.context.new_cdp_session(cold.page)
    network.send("Network.enable")
    asked: dict[str, str] = {}
    sizes: dict[str, int] = {}
    network.on("Network.requestWillBeSent", lambda sent: asked.update({sent["requestId"]: sent["request"]["url"]}))
    network.on(
        "Network.loadingFinished", lambda done: sizes.update({done["requestId"]: int(done["encodedDataLength"])})
    )
    cold.open("/me")
    expect(cold.page.locator("html")).to_have_attribute("data-link", "on")
    cold.page.evaluate("document.fonts.ready")

    def pages_own() -> dict[str, str]:
        return {each: url for each, url in asked.items() if "/socket.io/" not in url}

    until(lambda: cold.page.evaluate("1") and pages_own().keys() <= sizes.keys())
    assert cold.page.locator(".prompt h1").inner_text()
    faces = cold.page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert len(faces) >= 1, "the kiosk's own letters came too"
    loaded = {url: sizes[each] for each, url in pages_own().items()}
    assert 20_000 < sum(loaded.values()) <= MOST, loaded


def test_a_phone_whose_wi_fi_lets_no_websockets_through_lives_by_polling(room: Room) -> None:
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor")
    tried: list[str] = []
    ana.page.route_web_socket("**/*", lambda socket: (tried.append(socket.url), socket.close()))
    ana.page.reload()
    expect(ana.page.locator("html")).to_have_attribute("data-link", "on")
    room.start_round()
    ana.reads("Go meet Ben Okafor")
    ana.taps("I’m going")
    ana.reads("Waiting for Ben")
    ben.taps("I’m going")
    ana.shows("It’s on")
    assert tried, "it would have upgraded"
    expect(ana.page.locator(".cut-off")).to_be_hidden()
