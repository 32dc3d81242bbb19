"""The organizer sets one person right: found by two letters, each deed undone or asked about."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_contact import set_contact
from kiosk.actions.set_shown import set_shown
from kiosk.domain.access import Role
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import AttendeeCorrected
from kiosk.domain.fact import Fact
from kiosk.store import attendees
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.conftest import holding


@pytest.fixture
def organizer(screen: Screens) -> FlaskClient:
    return screen(Role.ORGANIZER)


@pytest.fixture
def zoe(party: Party) -> str:
    who = party.arrives("Zoë García")
    party.database.write(set_contact, who, "zoe@secret.example", "+49 170 5550")
    return who


def page(organizer: FlaskClient, who: str) -> str:
    return organizer.get(f"/organizer/attendees/{who}").text


def do(organizer: FlaskClient, who: str, deed: str = "", **form: str) -> None:
    path = f"/organizer/attendees/{who}"
    answer = organizer.post(f"{path}/{deed}" if deed else path, data={"request_key": f"key for {deed}"} | form)
    assert (answer.status_code, answer.headers["Location"]) == (303, path)


def test_few_are_found_and_nobody_without_two_letters(organizer: FlaskClient, party: Party, zoe: str) -> None:
    for number in range(20):
        party.arrives(f"Anatol {number}")
    assert f"/organizer/attendees/{zoe}" in organizer.get("/organizer/attendees?q=garc").text
    for typed in ("", "a"):
        assert zoe not in organizer.get(f"/organizer/attendees?q={typed}").text
    many = organizer.get("/organizer/attendees?q=an").text
    assert many.count('class="row"') == 8
    assert "There are more" in many
    assert "/organizer/attendees" in organizer.get("/organizer").text


def test_the_page_shows_no_contact_details_nor_what_they_said(organizer: FlaskClient, zoe: str) -> None:
    shown = page(organizer, zoe)
    assert "Zoë García" in shown
    assert "secret" not in shown
    assert "5550" not in shown


def test_a_name_is_corrected_on_every_screen_and_the_correction_undone(
    organizer: FlaskClient, party: Party, zoe: str, told: list[Fact]
) -> None:
    do(organizer, zoe, name="Zoë Garcia-Lopez", title="Keeper", company="Bees & Co")
    person = party.person(zoe)
    assert (person.name, person.title, person.company) == ("Zoë Garcia-Lopez", "Keeper", "Bees & Co")
    assert AttendeeCorrected(zoe) in told
    assert "Garcia-Lopez" in organizer.get("/organizer/attendees?q=lopez").text
    shown = page(organizer, zoe)
    assert "It was: <bdi>Zoë García</bdi>" in shown
    undo = dict(re.findall(r'type="hidden" name="(name|title|company)" value="([^"]*)"', shown))
    do(organizer, zoe, undo="yes", **undo)
    assert (party.person(zoe).name, party.person(zoe).company) == ("Zoë García", "")
    assert "It was:" not in page(organizer, zoe)


def test_nobody_is_left_without_a_name(organizer: FlaskClient, party: Party, zoe: str) -> None:
    assert organizer.post(f"/organizer/attendees/{zoe}", data={"name": " "}).status_code == 422
    assert party.person(zoe).name == "Zoë García"


def test_checked_out_and_back_and_taken_back_and_in(organizer: FlaskClient, party: Party, zoe: str) -> None:
    do(organizer, zoe, "out")
    assert party.person(zoe).presence is Presence.LEFT
    do(organizer, zoe, "in")
    assert party.person(zoe).presence is Presence.HERE
    do(organizer, zoe, "undo-check-in")
    assert party.person(zoe).presence is Presence.EXPECTED
    assert "Not here yet" in page(organizer, zoe)
    do(organizer, zoe, "in")
    assert party.person(zoe).presence is Presence.HERE
    assert "<bdi>Organizer</bdi>" in page(organizer, zoe)


def test_a_new_badge_code_makes_the_old_one_nobodys(
    organizer: FlaskClient, screen: Screens, party: Party, zoe: str
) -> None:
    old = party.person(zoe).badge_code
    do(organizer, zoe, "badge")
    new = party.person(zoe).badge_code
    assert new != old
    assert party.database.read(attendees.by_code, old) is None
    phone = screen(Role.ATTENDEE)
    assert phone.post("/b", data={"code": old}).status_code == 404
    assert phone.post("/b", data={"code": new}).status_code == 303


def test_a_new_link_is_shown_here_alone_and_links_their_phone(
    app: Flask, organizer: FlaskClient, party: Party, zoe: str
) -> None:
    do(organizer, zoe, "link")
    digits = re.search(r'class="digits">(\d{3})&nbsp;(\d{3})<', page(organizer, zoe))
    assert digits
    assert 'class="digits"' not in page(organizer, party.arrives("Ben"))
    linked = app.test_client().post("/link/digits", data={"digits": digits[1] + digits[2]})
    assert linked.headers["Location"] == "/me"
    assert "Linked at" in page(organizer, zoe)


def test_a_name_is_hidden_by_the_organizer_and_shown_by_nobody_but_themselves(
    app: Flask, organizer: FlaskClient, party: Party, zoe: str
) -> None:
    party.database.write(set_shown, zoe, True)
    assert "Hide the name" in page(organizer, zoe)
    do(organizer, zoe, "hide")
    assert not party.person(zoe).shown
    assert "Hide the name" not in page(organizer, zoe)
    deeds = [rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint.startswith("attendee.")]
    assert "attendee.set_shown" not in deeds


def test_erased_by_the_organizer_they_are_gone_and_their_phone_is_a_strangers(
    app: Flask, organizer: FlaskClient, party: Party
) -> None:
    ben = party.walks_in("Ben")
    phone = holding(app, party.database.write(pair_by_link, ben.link.token))
    who = ben.arrival.attendee_id
    answer = organizer.post(f"/organizer/attendees/{who}/erase", follow_redirects=True)
    assert "They are erased." in answer.text
    assert phone.get("/me").status_code == 403
    assert organizer.get(f"/organizer/attendees/{who}").status_code == 404
    assert "Nobody is called that" in organizer.get("/organizer/attendees?q=ben").text


def test_blocked_they_read_so_on_their_phone_and_unblocked_they_are_free(
    app: Flask, organizer: FlaskClient, party: Party
) -> None:
    ben = party.walks_in("Ben")
    who, phone = ben.arrival.attendee_id, holding(app, party.database.write(pair_by_link, ben.link.token))
    assert "Block this person" in page(organizer, who)
    do(organizer, who, "block")
    assert "stopped matching for you" in phone.get("/me").text
    assert "They are blocked" in page(organizer, who)
    do(organizer, who, "unblock")
    assert "You’re free." in phone.get("/me").text
    assert "They are blocked" not in page(organizer, who)


def test_from_what_is_refused_the_organizer_goes_back_to_their_own_page_and_a_guest_to_the_evenings(
    organizer: FlaskClient, screen: Screens, zoe: str
) -> None:
    refused = organizer.post(f"/organizer/attendees/{zoe}", data={"name": " "})
    assert refused.status_code == 422
    assert 'class="button tall" href="/organizer"' in refused.text
    assert 'class="button tall" href="/"' in screen(Role.ATTENDEE).post("/me/mood", data={"mood": "cross"}).text
