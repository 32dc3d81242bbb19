"""An answer that was long on its way must not paint over what the socket has told since."""

import re
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Route
from playwright.sync_api import expect

from tests.browser.conftest import HOST
from tests.browser.conftest import PHONE
from tests.browser.conftest import Device
from tests.serving import EVENING
from tests.serving import free_port
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving
from tests.serving import until


def test_a_slow_answer_does_not_paint_over_newer_news(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path / "data", f'{EVENING}\naddress = "http://{HOST}:{port}"\n', port) as served:
        organizer = organizer_of(served)
        door = paired_screen(organizer, "door", "Door left")
        ana, ben = phones = [Device(browser, served, PHONE) for _ in range(2)]
        for phone, name in zip(phones, ("Ana", "Ben"), strict=True):
            arrived = door.post("/door/walk-in", name=name, request_key=f"tap for {name}")
            digits = re.search(r'class="digits">(\d{3})&nbsp;(\d{3})<', arrived.text)
            assert digits
            phone.open("/link")
            phone.page.get_by_label("six digits", exact=False).fill(digits[1] + digits[2])
            phone.page.keyboard.press("Enter")
            expect(phone.page.get_by_role("heading", name="What could you help someone with?")).to_be_visible()
            phone.open("/me/welcome/purpose")
            phone.page.get_by_role("button", name="Yes, match me").click()
            expect(phone.page.get_by_role("heading", name="You’re free.")).to_be_visible()
        organizer.post("/organizer/rounds")
        for phone in phones:
            expect(phone.page.get_by_role("button", name="I’m going")).to_be_visible()

        def hold_until_ben_said_yes(route: Route) -> None:
            answer = route.fetch(url=route.request.url.replace(HOST, "127.0.0.1"), headers=route.request.headers)
            ben.page.get_by_role("button", name="I’m going").click()
            expect(ben.page.get_by_text("It’s on", exact=True)).to_be_visible()
            expect(ana.page.get_by_text("It’s on", exact=True)).to_be_visible()
            route.fulfill(response=answer)

        held: list[Route] = []
        ana.page.route("**/me/prompts/*", lambda route: held.append(route))
        ana.page.get_by_role("button", name="I’m going").click()
        until(lambda: ana.page.evaluate("1") and held)
        hold_until_ben_said_yes(held[0])
        ana.page.wait_for_timeout(500)
        expect(ana.page.get_by_text("It’s on", exact=True)).to_be_visible()
        for phone in phones:
            phone.close()
