"""A scanner that types, on a keyboard of one's choice; a camera before which a picture is held; a browser as a door."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext
from playwright.sync_api import Error
from playwright.sync_api import Page

from tests.serving import Served
from tests.serving import Visitor
from tests.serving import organizer_of
from tests.serving import paired_screen

AMERICAN = dict(
    [
        *((letter, (f"Key{letter.upper()}", False)) for letter in "abcdefghijklmnopqrstuvwxyz"),
        *((letter, (f"Key{letter}", True)) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        *((digit, (f"Digit{digit}", False)) for digit in "0123456789"),
        *((":", ("Semicolon", True)), ("/", ("Slash", False)), (".", ("Period", False))),
        *(("-", ("Minus", False)), ("?", ("Slash", True)), ("=", ("Equal", False))),
    ]
)
"""The place of each character on the American keyboard that a scanner believes in, and whether with shift."""

FRENCH = {
    **dict(zip("1234567890", "&é\"'(-è_çà", strict=True)),
    **dict(zip("QqWwAaZzMm", "AaZzQqWw?,", strict=True)),
    **{":": "M", "/": "!", ".": ":", "-": ")", "?": "§"},
}
GERMAN = {**dict(zip("YyZz", "ZzYy", strict=True)), ":": "Ö", "/": "-", "-": "ß", "?": "_", "=": "Dead"}
"""What the layout makes of those places, where it is something else."""


@contextmanager
def standing_still(page: Page) -> Iterator[None]:
    """The page's clock stands meanwhile: what is soon and what is late must not hang on how busy this machine is."""
    for ahead_s in count(1):
        try:
            page.clock.pause_at(page.evaluate("Date.now()") / 1000 + ahead_s)
            break
        except Error:  # it was later than that already
            continue
    yield
    page.clock.resume()


def scan(page: Page, code: str, layout: dict[str, str], ending: str = "Enter") -> None:
    """Press the keys of a code as fast as a scanner does, and its last one."""
    with standing_still(page):
        press(page, code, layout, ending)


def press(page: Page, code: str, layout: dict[str, str], ending: str = "Enter") -> None:
    """As `scan`, while the page's clock stands already."""
    keys = page.context.new_cdp_session(page)
    for character in code:
        place, shift = AMERICAN[character]
        key = layout.get(character, character)
        text = {"text": key} if len(key) == 1 else {}
        pressed = {"code": place, "key": key, "modifiers": 8 if shift else 0}
        keys.send("Input.dispatchKeyEvent", {"type": "keyDown", **pressed, **text})
        keys.send("Input.dispatchKeyEvent", {"type": "keyUp", **pressed})
    if ending:
        page.keyboard.press(ending)
    else:
        page.clock.run_for(200)
    keys.detach()


def video_of(picture: bytes, file: Path) -> None:
    """A film for Chromium's fake camera: a picture held before a tablet, a little askew, in a dim room."""
    held = Image.open(BytesIO(picture)).convert("RGB")
    held.thumbnail((420, 420))
    scene = Image.new("RGB", (640, 480), "#6b655a")
    turned = held.rotate(4, expand=True, resample=Image.Resampling.BICUBIC, fillcolor="#6b655a")
    scene.paste(turned, ((640 - turned.width) // 2, (480 - turned.height) // 2))
    frame = BytesIO()
    scene.save(frame, "JPEG", quality=80)
    file.write_bytes(frame.getvalue() * 10)


def pair(context: BrowserContext, served: Served, base: str, role: str, name: str) -> Visitor:
    """Make this browser a screen of the evening; the same screen without scripts, for what a test asks on the side."""
    screen = paired_screen(organizer_of(served), role, name)
    context.add_cookies(
        [{"name": each.name, "value": each.value or "", "url": base} for each in screen.session.cookies]
    )
    return screen
