"""A real Chromium on a plain-HTTP name, as phones in the room have it; every other host is out of reach."""

import re
import shutil
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import Playwright
from playwright.sync_api import expect
from playwright.sync_api import sync_playwright

from tests.serving import EVENING
from tests.serving import PATIENCE_S
from tests.serving import Served
from tests.serving import free_port
from tests.serving import serving
from tests.serving import until

HOST = "mixer.test"
SHOTS = Path(__file__).parent / "shots"
AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

SETTLED = """async () => {
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().map(each => each.finished));
}"""
"""What comes in has come in, in its own letters."""

PHONE = {"width": 390, "height": 844}
TABLET = {"width": 820, "height": 1180}
WALL = {"width": 1920, "height": 1080}
DESK = {"width": 1280, "height": 800}


def chromium() -> str | None:
    """A Chromium on the PATH, or None for the one Playwright has fetched itself."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next(filter(None, found), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_S * 1000)  # several pages and a kiosk may share two busy cores
    running = playwright.chromium.launch(
        executable_path=chromium(),
        args=[
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--host-resolver-rules=MAP {HOST} 127.0.0.1, MAP * ~NOTFOUND",
        ],
    )
    yield running
    running.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    port = free_port()
    evening = f'{EVENING}\naddress = "http://{HOST}:{port}"\n'
    with serving(tmp_path_factory.mktemp("browser") / "data", evening, port) as running:
        yield running
    assert "Traceback" not in running.printed(), running.printed()


class Device:
    """One browser context: a tablet, a phone, a projector. Fails on any script error or any word to another host."""

    def __init__(self, browser: Browser, served: Served, size: dict[str, int], **options: object) -> None:
        self.base = f"http://{HOST}:{served.port}"
        self.context: BrowserContext = browser.new_context(**{"viewport": size, "locale": "en-GB", **options})  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE_S * 1000)
        self.page: Page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        self.page.on("console", self._said)
        self.page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((self.base, "data:", "blob:"))
                else self.wrong.append(f"asked another host: {request.url}")
            ),
        )

    def _said(self, message: object) -> None:
        text = str(getattr(message, "text", ""))
        # A refused answer and a cut connection are said by the browser too; what is looked for is scripts and the
        # content policy.
        network = text.startswith(("Failed to load resource", "WebSocket connection to"))
        if getattr(message, "type", "") == "error" and not network:
            self.wrong.append(f"console: {text}")

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path if path.startswith("/") else path)
        return self.page

    def look(self, name: str) -> None:
        """Take a picture; nothing may overflow sideways, and axe may find nothing."""
        SHOTS.mkdir(exist_ok=True)
        self.page.wait_for_timeout(250)  # things arrive within 200 ms
        self.page.evaluate(SETTLED)
        self.page.screenshot(path=SHOTS / f"{name}.png")
        width = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert width[0] <= width[1], f"{name} is {width[0]} wide in a window of {width[1]}"
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "rules => axe.run(document, {runOnly: rules}).then(r => r.violations.map("
            "v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')))",
            RULES,
        )
        assert found == [], f"{name}: {found}"

    def close(self) -> None:
        self.context.close()
        assert self.wrong == []


def read_code(element: Locator, path: Path) -> str:
    """The QR an element shows, read from a picture of it as a camera would."""
    codes: list[zxingcpp.Barcode] = []

    def read() -> bool:
        element.screenshot(path=path)
        codes[:] = zxingcpp.read_barcodes(Image.open(path))
        return bool(codes)

    until(read)
    return str(codes[0].text)


@pytest.fixture
def device(browser: Browser, served: Served) -> Iterator[Callable[..., Device]]:
    with ExitStack() as made:

        def make(size: dict[str, int], **options: object) -> Device:
            one = Device(browser, served, size, **options)
            made.callback(one.close)
            return one

        yield make


def digits_of(page: Page) -> str:
    return re.sub(r"\D", "", page.locator(".digits").first.inner_text())
