"""One tablet, three phones, a projector and the organizer's laptop live an evening in Chromium.

Pictures go to `shots/`; every page is looked at by axe and measured for sideways overflow on the way.
"""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.browser.conftest import DESK
from tests.browser.conftest import PHONE
from tests.browser.conftest import SHOTS
from tests.browser.conftest import TABLET
from tests.browser.conftest import WALL
from tests.browser.conftest import Device
from tests.browser.conftest import read_code
from tests.serving import PASSPHRASE
from tests.serving import until

Make = Callable[..., Device]

GUESTS = """Name;Company;Title;What are you into?;I can help with;Looking for;Why are you coming?
Ana García;Riverside Trust;Grants officer;Beekeeping, Choir;Grant writing;Community gardens;Help newcomers
Ben Okafor;Stadtgarten e. V.;Gardener;Beekeeping, Cargo bikes;Community gardens;Grant writing;Find partners
Zoë Müller-Lüdenscheidt-Wolfeschlegelsteinhausen;Gartenkunde;;Choir;Baking;Cargo bikes;Make friends
遠藤 涼平;株式会社岡田ガス;;Tea;;Choir;Learn something new
محمد بن عبد الرحمن;مؤسسة النهر;;Boats;;;Just here to listen
"""


def pair_screen(organizer: Device, role: str, name: str, path: Path) -> str:
    """Make a link on the organizer's page; the address its QR holds."""
    page = organizer.page
    if not page.locator("#pair[open]").count():
        page.locator("#pair > summary").click()
    page.get_by_role("radio", name=role).check()
    page.get_by_label("What is it called?").fill(name)
    page.get_by_role("button", name="Make its link").click()
    expect(page.locator(".pairing")).to_contain_text(name)
    return read_code(page.locator(".pairing .qr"), path)


def confirm_link(device: Device, address: str) -> None:
    device.open(address)
    device.page.get_by_role("button", name="Yes, link this device").click()


def live_the_first_minute(phone: Device, name: str) -> None:
    """Three questions, of which the first is answered and the others are skipped, and a yes to being matched."""
    page = phone.page
    expect(page.get_by_role("heading", name="What could you help someone with?")).to_be_visible()
    page.get_by_label("Help you can give").fill("bicycel repair")
    page.get_by_label("Help you can give").press("Enter")
    expect(page.locator(".chip", has_text="bicycel repair")).to_be_visible()
    phone.look(f"welcome-offer-{name}")
    for question in ("What are you looking for?", "What are you into?", "Why did you come?"):
        page.get_by_role("button", name=re.compile("Next|Skip this")).click()
        expect(page.get_by_role("heading", name=question)).to_be_visible()
        phone.look(f"welcome-{question.split()[-1].strip('?')}-{name}")
    page.get_by_role("button", name="Yes, match me").click()


def check_in(door: Page, typed: str, name: str) -> None:
    door.locator("input[data-search]").fill(typed)
    door.locator("[data-hit] button", has_text=name).click()
    expect(door.get_by_role("heading", name=f"{name} is checked in.")).to_be_visible()


def test_the_evening_is_lived_in_the_browser(device: Make, tmp_path: Path) -> None:
    organizer, tablet, wall = device(DESK), device(TABLET), device(WALL)
    ana, ben, zoe = (device(PHONE, has_touch=True, is_mobile=True) for _ in range(3))
    code = tmp_path / "code.png"

    # A stranger sees the evening and nothing about people.
    ana.open("/")
    ana.look("public")
    assert not ana.page.evaluate("isSecureContext"), "phones in the room have no secure context"

    # The organizer signs in and brings the list.
    desk = organizer.open("/organizer")
    organizer.look("organizer-sign-in")
    desk.get_by_label("Passphrase").fill("wrong")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("not the passphrase")
    organizer.look("organizer-refused")
    desk.get_by_label("Passphrase").fill(PASSPHRASE)
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Before the evening")).to_be_visible()
    organizer.look("organizer-empty")
    organizer.open("/organizer/guest-list")
    organizer.look("guest-list")
    desk.locator("input[type=file]").set_input_files(
        {"name": "guests.csv", "mimeType": "text/csv", "buffer": GUESTS.encode()}
    )
    desk.locator("form[enctype='multipart/form-data'] button").click()
    expect(desk.get_by_text("Ben Okafor").first).to_be_visible()
    organizer.look("guest-list-preview")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("The guest list is in.")).to_be_visible()
    organizer.look("guest-list-saved")

    # Door and projector are paired by QR.
    organizer.open("/organizer")
    address = pair_screen(organizer, "Projector", "Projector", code)
    organizer.look("organizer-pairing")
    confirm_link(wall, address)
    expect(wall.page).to_have_url(wall.base + "/projector")
    wall.look("projector-empty")
    tablet.open(pair_screen(organizer, "Door", "Door left", code))
    tablet.look("link-door")
    tablet.page.get_by_role("button", name="Yes, link this device").click()
    door = tablet.page
    expect(door).to_have_url(tablet.base + "/door")
    tablet.look("door")

    # Two letters, one tap, a green screen, a phone linked by the QR on it.
    door.locator("input[data-search]").fill("zz")
    expect(door.get_by_text("Nobody by that name.")).to_be_visible()
    tablet.look("door-nobody")
    for phone, typed, name in ((ana, "an", "Ana García"), (ben, "okaf", "Ben Okafor"), (zoe, "zo", "Zoë")):
        door.locator("input[data-search]").fill(typed)
        expect(door.locator("[data-hit]", has_text=name)).to_be_visible()
        tablet.look(f"door-hits-{typed}")
        door.locator("[data-hit] button", has_text=name).click()
        expect(door.locator("h1", has_text=name)).to_contain_text("is checked in.")
        tablet.look(f"door-ok-{typed}")
        address = read_code(door.locator("[data-region=link] .qr"), code)
        phone.open(address)
        phone.look(f"link-phone-{typed}")
        phone.page.get_by_role("button", name="Yes, link this device").click()
        live_the_first_minute(phone, typed)
        expect(phone.page.get_by_role("heading", name="You’re free.")).to_be_visible()
    ana.look("phone-free")
    zoe.look("phone-free-long-name")

    # A second check-in is yellow; a walk-in is one name and one tap; undo works.
    door.locator("input[data-search]").fill("ana")
    door.locator("[data-hit] button", has_text="Ana García").click()
    expect(door.locator("h1")).to_contain_text("was checked in already")
    tablet.look("door-again")
    door.locator("input[data-search]").fill("Dora Maar")
    door.get_by_role("button", name="Add and check in").click()
    expect(door.locator("h1")).to_contain_text("Dora Maar is checked in.")
    door.get_by_role("button", name="Undo").click()
    expect(door.locator("[data-hit] button", has_text="Dora Maar")).to_be_visible()
    expect(wall.page.get_by_text("3", exact=True).first).to_be_visible()

    # What the kiosk knows is corrected on the phone; a name is shown on the wall only with consent.
    ana.page.get_by_label("Help you can give").fill("first flat")
    ana.page.get_by_label("Help you can give").press("Enter")
    expect(ana.page.locator("#offer")).to_contain_text("first flat")
    for phone in (ana, ben):
        phone.page.get_by_role("button", name="Yes, show it").click()
        expect(phone.page.get_by_role("button", name="Yes, show it")).to_have_attribute("aria-pressed", "true")
    ben.page.get_by_role("button", name="Resting").click()
    expect(ben.page.get_by_role("heading", level=1)).to_contain_text("rest")
    ben.look("phone-resting")
    ben.page.get_by_role("button", name="Free", exact=True).click()
    zoe.page.get_by_role("button", name="Resting").click()
    expect(zoe.page.get_by_role("heading", level=1)).to_contain_text("rest")

    # A round: both phones are told at the same moment, with giving first.
    organizer.open("/organizer")
    organizer.look("organizer")
    desk.get_by_role("button", name="Start a round").click()
    expect(ana.page.get_by_role("heading", name="Go meet Ben Okafor")).to_be_visible()
    expect(ben.page.get_by_role("heading", name="Go meet Ana García")).to_be_visible()
    reasons = ana.page.locator(".reasons dt").all_inner_texts()
    assert reasons[0].startswith("You can give"), reasons
    ana.look("phone-prompt")
    ben.look("phone-prompt-other")
    expect(wall.page.get_by_text("Ana & Ben")).to_be_visible()
    wall.look("projector-meet")
    organizer.look("organizer-round")
    zoe.look("phone-resting-in-round")

    # Nothing is on before both said yes.
    ana.page.get_by_role("button", name="I’m going").click()
    expect(ana.page.get_by_role("heading", name="Waiting for Ben")).to_be_visible()
    ana.look("phone-waiting")
    expect(ben.page.get_by_role("heading", name="Go meet Ana García")).to_be_visible()
    ben.page.get_by_role("button", name="I’m going").click()
    for phone in (ana, ben):
        expect(phone.page.get_by_text("It’s on", exact=True)).to_be_visible()
    ana.look("phone-on")

    # A cut connection: the last picture stays and says so; then it comes back by itself.
    wall.context.set_offline(True)
    ana.context.set_offline(True)
    expect(ana.page.locator(".cut-off")).to_be_visible()
    ana.look("phone-cut-off")
    ana.context.set_offline(False)
    wall.context.set_offline(False)
    expect(ana.page.locator(".cut-off")).to_be_hidden()

    # Ben's badge, as it is printed, scanned by Ana's camera app.
    badge = bytes(
        ben.page.evaluate("fetch('/me/badge.png').then(r => r.arrayBuffer()).then(b => [...new Uint8Array(b)])")
    )
    url = zxingcpp.read_barcodes(Image.open(io.BytesIO(badge)))[0].text
    assert url.isupper()
    stranger = device(PHONE)
    stranger.open(url)
    stranger.look("badge-stranger")
    assert "Ben" not in stranger.page.content()
    ana.open(url)
    for phone, other in ((ana, "Ben"), (ben, "Ana")):
        expect(phone.page.get_by_role("heading", name=f"You met {other}")).to_be_visible()
    ana.look("phone-met")

    # Contact details pass when both agreed.
    for phone, address in ((ana, "ana@example.org"), (ben, "ben@example.org")):
        phone.page.locator("#contact input[name=email]").fill(address)
        phone.page.locator("form[action='/me/contact'] button").click()
        phone.page.get_by_role("button", name="Offer my contact").first.click()
        if phone is ana:
            expect(ana.page.get_by_text("Offered.")).to_be_visible()
            ana.look("phone-offered")
            assert "ben@example.org" not in ana.page.content()
    expect(ana.page.get_by_role("link", name="ben@example.org")).to_be_visible()
    expect(ben.page.get_by_role("link", name="ana@example.org")).to_be_visible()
    ana.look("phone-shared")

    # The wall comes back to the same picture after a reload; held, since by itself it may change in between.
    desk.get_by_text("End this round").click()
    desk.get_by_role("button", name="End it now").click()
    desk.get_by_label("What it shows").select_option(label="The room")
    desk.get_by_role("button", name="Show it").click()
    expect(wall.page.locator("people-graph")).to_be_visible()
    expect(wall.page.locator("count-down")).to_have_count(0)
    before = wall.page.locator("[data-region=projector]").inner_text()
    wall.page.reload()
    until(lambda: wall.page.locator("[data-region=projector]").inner_text() == before)
    wall.look("projector-room")
    organizer.look("organizer-after")
    organizer.open("/organizer/export")
    organizer.look("export")
    picture_for_the_readme()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_pages_a_stranger_opens_hold_at_every_size(device: Make, scheme: str, language: str) -> None:
    for width in (320, 390, 820, 1280):
        visitor = device({"width": width, "height": 844}, color_scheme=scheme, locale=language)
        for path, name in (("/", "public"), ("/link", "link"), ("/b/00000000", "badge"), ("/nowhere", "refused")):
            visitor.open(path)
            assert visitor.page.locator("html").get_attribute("lang") == language
            visitor.look(f"{name}-{language}-{scheme}-{width}")


def test_the_six_digits_can_be_typed_without_scripts(device: Make) -> None:
    phone = device(PHONE, java_script_enabled=False)
    phone.open("/link")
    phone.page.get_by_label("six digits", exact=False).fill("000000")
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("used or is too old")


def picture_for_the_readme() -> None:
    """Three of the pictures side by side; `tests/browser/readme.png` is a copy of it."""
    height, gap = 640, 24
    pictures = [Image.open(SHOTS / f"{name}.png") for name in ("door-ok-an", "phone-prompt", "projector-meet")]
    row = [picture.resize((round(picture.width * height / picture.height), height)) for picture in pictures]
    montage = Image.new("RGB", (sum(p.width for p in row) + gap * 4, height + 2 * gap), "#e6ddcb")
    at = gap
    for picture in row:
        montage.paste(picture, (at, gap))
        at += picture.width + gap
    montage.save(SHOTS / "readme.png", optimize=True)
