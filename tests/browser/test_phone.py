"""What an attendee does with a phone besides prompts, or otherwise: by keyboard, without scripts, in several tabs."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import expect

from tests.browser.conftest import SETTLED
from tests.browser.conftest import Device
from tests.browser.room import SMALL
from tests.browser.room import Guest
from tests.browser.room import Room
from tests.browser.room import in_step
from tests.serving import Served

UNFOLD = "document.querySelectorAll('details').forEach((each) => (each.open = true))"


@pytest.fixture
def room(browser: Browser, served: Served) -> Iterator[Room]:
    made = Room(browser, served)
    yield made
    made.empty()


def meet(one: Guest, other: Guest) -> None:
    """By the code on the other's badge."""
    assert one.visitor.post("/b", code=other.badge_code).ok


def test_who_met_two_people_introduces_them(room: Room) -> None:
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor", color_scheme="dark")
    cleo = room.comes("Cleo Müller-Lüdenscheidt")
    for other in (ana, ben):
        meet(cleo, other)
    for guest in (ana, ben):
        guest.shows("You met")
        guest.visitor.post("/me/mood", mood="free")
        guest.reads("You’re free.")
    page = cleo.page
    cleo.visitor.post("/me/mood", mood="free")
    page.get_by_text("Introduce two you met").click()
    page.get_by_label("Introduce", exact=True).select_option(label="Ana García")
    page.get_by_label("to", exact=True).select_option(label="Ben Okafor")
    page.get_by_label("Why, in a line").fill("You both keep bees on a roof.")
    cleo.device.look("introduce")
    cleo.taps("Ask both")
    expect(page.get_by_text("are asked. You will see here when they are on.")).to_be_in_viewport()
    expect(page.get_by_label("Why, in a line")).to_be_hidden()
    cleo.device.look("introduce-asked-cleo")
    ana.reads("Go meet Ben Okafor")
    ben.reads("Go meet Ana García")
    ana.shows("Cleo Müller-Lüdenscheidt introduces you.")
    in_step(ana, ben, looks="introduced")
    ana.taps("I’m going")
    ana.reads("Waiting for Ben")
    cleo.shows("are asked")
    ben.taps("I’m going")
    for guest in (ana, ben):
        guest.shows("It’s on")
    cleo.shows("are on. Join them if you like.")
    sign = ana.page.locator(".sign h1").inner_text()
    expect(page.locator(".introduction .sub")).to_contain_text(sign)
    page.get_by_text("Introduce two you met").click()
    expect(page.get_by_label("Why, in a line")).to_have_value("")
    cleo.device.look("introduce-on-cleo")


def test_who_pauses_or_leaves_reads_at_once_that_it_is_so(room: Room) -> None:
    ana = room.comes("Ana García")
    for deed, headline in (("Pause everything", "All is paused."), ("I’m leaving now", "You have left.")):
        ana.page.evaluate(UNFOLD)
        ana.taps(deed)
        expect(ana.page.get_by_role("heading", name=headline, level=1)).to_be_in_viewport()


def test_contact_passes_while_both_offer_it_whoever_offers_or_takes_back_first(room: Room) -> None:
    """A walk through every turn there is: each of them offers, or takes back, whatever the other has done by then."""
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor", color_scheme="dark")
    meet(ana, ben)
    for guest in (ana, ben):
        guest.shows("You met")
        guest.page.get_by_label("E-mail").fill(f"{guest.name.split()[0].lower()}@example.org")
        guest.page.get_by_label("Telephone").fill("+49 30 1234567")
        guest.taps("Save my contact")
        guest.shows("Saved.")
        guest.page.get_by_role("link", name=re.compile("García|Okafor")).click()
    offer, take_back = re.compile("Offer my contact"), re.compile("Take back")
    reads = {ana.name: "ben@example.org", ben.name: "ana@example.org"}
    offering: set[str] = set()
    for turn, guest in enumerate((ana, ben, ana, ben, ben, ana, ben, ana)):
        guest.page.get_by_role("button", name=take_back if guest.name in offering else offer).click()
        offering ^= {guest.name}
        expect(guest.page.get_by_role("button", name=take_back if guest.name in offering else offer)).to_be_visible()
        for reader in (ana, ben):
            reader.page.reload()
            shown = reader.page.get_by_role("link", name=reads[reader.name])
            expect(shown).to_have_count(1 if len(offering) == 2 else 0)
            assert len(offering) == 2 or reads[reader.name] not in reader.page.content()
        if turn < 3:
            in_step(ana, ben, looks=f"contact-{('offered', 'shared', 'withdrawn')[turn]}")
    assert offering == set()


def test_a_second_phone_is_linked_and_the_first_one_closed_from_it(room: Room) -> None:
    ana = room.comes("Ana García")
    found = re.search(
        r'name="attendee_id" value="([a-z0-9]{16})"', room.door.get(f"/door/arrivals/{ana.arrival_id}").text
    )
    assert found
    link = room.door.post("/door/links", attendee_id=found[1]).text
    second = room.phone(room.linked(link), color_scheme="dark")
    page = second.open("/me")
    expect(page.get_by_text("Another phone")).to_be_visible()
    page.locator("#phones").scroll_into_view_if_needed()
    second.look("phones")
    page.get_by_role("button", name=re.compile("Unlink the phone linked at")).click()
    expect(page.get_by_text("Another phone")).to_have_count(0)
    expect(ana.page.get_by_text("You’re free.")).to_have_count(0)
    ana.shows("This phone")
    ana.device.look("unlinked-ana")


def test_a_link_scanned_into_an_open_page_works_once_and_then_says_what_to_do(room: Room) -> None:
    made = room.organizer.post("/organizer/screens", role="projector", name="Wall right")
    token = re.search(r"/link#([0-9a-f]{32})", made.text)
    assert token
    first, second = (Device(room.browser, room.served, SMALL, has_touch=True, is_mobile=True) for _ in range(2))
    room.devices += [first, second]
    for device in (first, second):
        device.open("/link")
        expect(device.page.get_by_role("button", name="Yes, link this device")).to_be_hidden()
        device.open(f"/link#{token[1]}")
    first.page.get_by_role("button", name="Yes, link this device").click()
    expect(first.page).to_have_url(re.compile("/projector$"))
    second.page.get_by_role("button", name="Yes, link this device").click()
    expect(second.page.get_by_role("heading", level=1)).to_contain_text("used or is too old")
    expect(second.page.get_by_label("The six digits from the door")).to_be_visible()
    second.look("link-used")


@pytest.mark.parametrize(("language", "scheme", "width"), [("de", "dark", 320), ("ar", "light", 360)])
def test_every_page_of_a_phone_holds_in_long_words_and_from_right_to_left(
    room: Room, language: str, scheme: str, width: int
) -> None:
    ana, ben = room.comes("Ana García"), room.comes("Ben Maximilian Okafor-Wolfeschlegelsteinhausen")
    ana.visitor.post("/me/contact", email="ana.with.a.long.name@gardens.example", phone="+49 30 1234567")
    meet(ana, ben)
    met = re.search(r"/me/meetings/[a-z0-9]+", ana.visitor.get("/me").text)
    assert met
    look = {"locale": language, "color_scheme": scheme, "viewport": {"width": width, "height": 740}}
    phone = room.phone(ana.visitor, **look)
    for path in (met[0], *(f"/me/{page}" for page in ("keepsake", "kept", "report", "scan", "welcome"))):
        page = phone.open(path)
        assert page.locator("html").get_attribute("lang") == language
        page.evaluate(UNFOLD)
        phone.look(f"page-{path.split('/')[2]}-{language}")
    for step in ("ask", "interest", "purpose"):
        phone.open(f"/me/welcome/{step}")
        phone.look(f"welcome-{step}-{language}")
    page = phone.open("/me")
    page.evaluate(UNFOLD)
    phone.look(f"page-me-{language}")


def test_three_tabs_follow_and_what_is_done_in_one_is_done(room: Room) -> None:
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor")
    tabs = [ana.page] + [ana.device.context.new_page() for _ in range(2)]
    for tab in tabs[1:]:
        tab.goto(f"{ana.device.base}/me")
    room.start_round()
    for tab in tabs:
        expect(tab.get_by_role("heading", name="Go meet Ben Okafor")).to_be_visible()
    tabs[0].get_by_role("button", name="I’m going").click()
    for tab in tabs:
        expect(tab.get_by_role("heading", name="Waiting for Ben")).to_be_visible()
    ben.taps("I’m going")
    for tab in tabs:
        expect(tab.get_by_text("It’s on", exact=True)).to_be_visible()
    tabs[2].get_by_role("button", name="Not now").click()
    for tab in tabs:
        expect(tab.get_by_role("heading", name="You’re free.")).to_be_visible()


def test_without_scripts_every_act_is_a_plain_form(room: Room) -> None:
    ana, ben = room.comes("Ana García", java_script_enabled=False), room.comes("Ben Okafor", color_scheme="dark")
    ana.taps("Resting")
    ana.reads("You’re resting.")
    ana.taps("Free")
    ana.reads("You’re free.")
    room.start_round()
    ana.page.reload()
    ana.reads("Go meet Ben Okafor")
    ana.taps("I’m going")
    ana.reads("Waiting for Ben")
    ben.taps("I’m going")
    ben.shows("It’s on")
    ana.page.reload()
    ana.shows("It’s on")
    ana.taps("We met")
    ana.shows("You said that you met.")
    ben.taps("We met")
    ben.reads("You met Ana García.")
    ana.page.reload()
    ana.reads("You met Ben Okafor.")
    ana.page.get_by_label("E-mail").fill("ana@example.org")
    ana.taps("Save my contact")
    ana.page.get_by_role("button", name=re.compile("Offer my contact")).click()
    ana.shows("It passes when")
    ana.page.get_by_role("link", name="A note, a promise, and more").click()
    ana.page.get_by_label("I promised to…").fill("the seed catalogue")
    ana.taps("Keep it")
    expect(ana.page.get_by_label("I promised to…")).to_have_value("the seed catalogue")


def test_a_prompt_is_answered_by_keyboard_alone(room: Room) -> None:
    ana, ben = room.comes("Ana García", has_touch=False, is_mobile=False), room.comes("Ben Okafor")
    room.start_round()
    ana.reads("Go meet Ben Okafor")

    def reach(words: str) -> None:
        for _ in range(40):
            ana.page.keyboard.press("Tab")
            if ana.page.evaluate("document.activeElement.textContent.trim()") == words:
                return
        raise AssertionError(f"no {words!r} is reached by Tab")

    reach("I’m going")
    ana.device.look("keyboard-prompt")
    ana.page.keyboard.press("Enter")
    ana.reads("Waiting for Ben")
    assert ana.page.evaluate("document.activeElement.localName") != "button", "a second Enter would take the yes back"
    ben.taps("I’m going")
    ana.shows("It’s on")
    reach("We met")
    ana.page.keyboard.press("Space")
    ana.shows("You said that you met.")
    reach("Not now")
    ana.page.keyboard.press("Enter")
    ana.reads("You’re free.")


@pytest.mark.parametrize("how", ["narrow", "large-type"])
def test_the_states_hold_on_a_narrow_page_and_in_large_type(room: Room, how: str) -> None:
    narrow = {"width": 320, "height": 640}
    ana = room.comes("Ana García", viewport=narrow if how == "narrow" else SMALL)
    if how == "large-type":
        larger(ana.device)
        assert ana.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "36px"
    ben = room.comes("Ben Maximilian Okafor-Wolfeschlegelsteinhausen")

    ana.device.look(f"{how}-free")
    room.start_round()
    ana.reads("Go meet Ben Maximilian Okafor-Wolfeschlegelsteinhausen")
    ana.device.look(f"{how}-offered")
    ana.taps("I’m going")
    ana.reads("Waiting for Ben")
    ana.device.look(f"{how}-waiting")
    ben.taps("I’m going")
    ana.shows("It’s on")
    ana.device.look(f"{how}-on")
    ana.taps("We met")
    ben.taps("We met")
    ana.shows("You met")
    ana.device.look(f"{how}-met")


@pytest.mark.parametrize("language", ["de", "fr", "es", "ar"])
def test_no_page_of_a_phone_overflows_in_large_type_and_long_words(room: Room, language: str) -> None:
    ana = room.comes("Ana García", locale=language)
    larger(ana.device)
    for path in ("/me", "/me/report", "/me/kept", "/me/keepsake", "/me/welcome/purpose"):
        page = ana.device.open(path)
        page.evaluate(UNFOLD)
        page.evaluate(SETTLED)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"], path


def larger(device: Device) -> None:
    """Text at 200 %, as the browser's own setting makes it."""
    device.context.new_cdp_session(device.page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
