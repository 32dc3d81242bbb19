"""The life of a prompt on two phones, one light and one dark, on a plain-HTTP name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import expect

from tests.browser.conftest import HOST
from tests.browser.room import Guest
from tests.browser.room import Room
from tests.browser.room import in_step
from tests.serving import EVENING
from tests.serving import Served
from tests.serving import free_port
from tests.serving import serving
from tests.serving import until

Pair = tuple[Room, Guest, Guest]


@pytest.fixture
def room(browser: Browser, served: Served) -> Iterator[Room]:
    made = Room(browser, served)
    yield made
    made.empty()


@pytest.fixture
def pair(room: Room) -> Pair:
    """Ana and Ben, each told to go and meet the other."""
    return asked(room)


def asked(room: Room) -> Pair:
    ana, ben = room.comes("Ana García"), room.comes("Ben Okafor", color_scheme="dark")
    room.start_round()
    ana.reads("Go meet Ben Okafor")
    ben.reads("Go meet Ana García")
    return room, ana, ben


def both_go(ana: Guest, ben: Guest) -> None:
    ana.taps("I’m going")
    ana.reads("Waiting for Ben")
    ben.taps("I’m going")
    for guest in (ana, ben):
        guest.shows("It’s on")


def test_two_yeses_are_on_and_two_taps_are_a_meeting(pair: Pair) -> None:
    _, ana, ben = pair
    in_step(ana, ben, looks="prompt-offered")
    both_go(ana, ben)
    in_step(ana, ben, looks="prompt-on")
    ana.taps("We met")
    ana.shows("You said that you met.")
    ana.device.look("prompt-said-met")
    ben.taps("We met")
    ana.reads("You met Ben Okafor.")
    ben.reads("You met Ana García.")
    in_step(ana, ben, looks="prompt-met")
    ana.taps("I’m free again")
    ana.reads("You’re free.")
    ben.reads("You met Ana García.")
    ana.device.look("prompt-free-again")


def test_one_no_is_told_to_nobody(pair: Pair) -> None:
    _, ana, ben = pair
    ana.taps("I’m going")
    ana.reads("Waiting for Ben")
    in_step(ana, looks="prompt-waiting")
    ben.page.get_by_text("Not for me, and why").click()
    ben.device.look("prompt-why-not")
    ben.taps("Not tonight")
    ben.reads("You’re free.")
    until(lambda: ben.page.evaluate("scrollY") == 0)  # what is new stands where Ben looks
    ana.page.reload()
    ana.reads("Waiting for Ben")
    ben.device.look("prompt-declined")


def test_both_say_later(pair: Pair) -> None:
    _, ana, ben = pair
    for guest in (ana, ben):
        guest.taps("Later")
        guest.reads("You’re free.")
    in_step(ana, ben, looks="prompt-later")


def test_who_cannot_find_the_other_gets_a_larger_sign_and_another_spot(pair: Pair) -> None:
    _, ana, ben = pair
    both_go(ana, ben)
    ana.taps("Can’t find them")
    for guest in (ana, ben):
        guest.shows("Hold it up high.")
    in_step(ana, ben, looks="prompt-searching")
    spot = ben.page.locator(".spot").inner_text()
    ben.taps("Another spot")
    for guest in (ana, ben):
        expect(guest.page.locator(".spot")).not_to_have_text(spot)
    in_step(ana, looks="prompt-moved")


def test_who_is_left_alone_learns_it(pair: Pair) -> None:
    _, ana, ben = pair
    both_go(ana, ben)
    ben.visitor.post("/me/leave")
    ben.reads("You have left.")
    ana.reads("You’re free.")
    ana.shows("This one did not come together.")
    in_step(ana, ben, looks="prompt-one-left")


def test_a_check_in_undone_while_it_is_on_ends_it_and_closes_the_phone(pair: Pair) -> None:
    room, ana, ben = pair
    both_go(ana, ben)
    room.undo(ben)
    ana.reads("You’re free.")
    ana.shows("This one did not come together.")
    expect(ben.page.get_by_text("It’s on")).to_have_count(0)
    ben.device.look("prompt-undone-ben")


def test_the_organizer_ends_the_round(pair: Pair) -> None:
    room, ana, ben = pair
    both_go(ana, ben)
    room.end_round()
    for guest in (ana, ben):
        guest.reads("You’re free.")
    in_step(ana, ben, looks="prompt-round-ended")


def test_of_three_two_are_on_while_the_third_is_asked(room: Room) -> None:
    ana, ben, cleo = (
        room.comes("Ana García"),
        room.comes("Ben Okafor", color_scheme="dark"),
        room.comes("Cleo Müller-Lüdenscheidt-Wolfeschlegelsteinhausen"),
    )
    room.start_round()
    for guest in (ana, ben, cleo):
        expect(guest.page.get_by_role("button", name="I’m going")).to_be_visible()
    in_step(ana, cleo, looks="prompt-three")
    for guest in (ana, ben):
        guest.taps("I’m going")
    for guest in (ana, ben):
        guest.shows("It’s on")
    expect(cleo.page.get_by_role("button", name="I’m going")).to_be_visible()
    cleo.taps("I’m going")
    for guest in (ana, ben, cleo):
        guest.shows("It’s on")
    in_step(ana, ben, looks="prompt-three-on")
    cleo.visitor.post("/me/leave")
    expect(ana.page.get_by_text("Cleo")).to_have_count(0)
    ana.shows("It’s on")


def test_a_prompt_that_ran_out_while_a_phone_was_cut_off(browser: Browser, tmp_path: Path) -> None:
    """Half a minute to answer: Ana goes, Ben lets it pass, and Ana's phone is out of reach when time is up."""
    port = free_port()
    short = EVENING.replace("answer_seconds = 600", "answer_seconds = 30")
    with serving(tmp_path / "data", f'{short}\naddress = "http://{HOST}:{port}"\n', port) as served:
        room, ana, ben = asked(Room(browser, served))
        ana.device.context.set_offline(True)
        expect(ana.page.locator(".cut-off")).to_be_visible()
        ana.reads("Go meet Ben Okafor")
        ana.device.look("prompt-cut-off-ana")
        ana.taps("I’m going")
        ana.shows("The kiosk could not be reached.")
        ana.device.look("prompt-not-sent-ana")
        expect(ben.page.get_by_text("This one did not come together.")).to_be_visible()
        ana.reads("Go meet Ben Okafor")
        ana.device.context.set_offline(False)
        expect(ana.page.get_by_text("This one did not come together.")).to_be_visible(timeout=2_000)
        expect(ana.page.locator(".cut-off")).to_be_hidden()
        ana.hides("The kiosk could not be reached.")
        in_step(ana, ben, looks="prompt-expired")
        room.empty()


def test_after_the_laptop_started_anew_a_phone_shows_what_is_so(browser: Browser, tmp_path: Path) -> None:
    """It is on; the laptop dies; while Ana's phone still looks for it, it is back and Ben has left."""
    port = free_port()
    evening = f'{EVENING}\naddress = "http://{HOST}:{port}"\n'
    with serving(tmp_path / "data", evening, port) as served:
        room, ana, ben = asked(Room(browser, served))
        both_go(ana, ben)
        served.kill()
        expect(ana.page.locator(".cut-off")).to_be_visible()
        ana.shows("It’s on")
    with serving(tmp_path / "data", evening, port) as served:
        ben.visitor.post("/me/leave")
        expect(ana.page.locator("html")).to_have_attribute("data-link", "on")
        expect(ana.page.get_by_text("This one did not come together.")).to_be_visible(timeout=2_000)
        for device in room.devices:
            device.close()
