"""The first minute on a phone, as plain forms and as regions."""

from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.state_topic import state_topic
from kiosk.actions.walk_in import walk_in
from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.store import attendees
from kiosk.web.answer import REGION_TYPE
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.conftest import holding


def me(app: Flask) -> Attendee:
    found = app.extensions["evening"].database.read(attendees.all_of_them)
    return next(person for person in found if person.name == "Ana García")


def test_a_linked_phone_begins_with_its_first_minute_and_a_second_one_does_not(screen: Screens, party: Party) -> None:
    arrived = party.database.write(walk_in, "Ben", "Door left", "tap for Ben")
    phone = screen(Role.STRANGER)
    assert phone.post("/link", data={"token": arrived.link.token}).headers["Location"] == "/me/welcome"
    phone.post("/me/welcome", data={"agree": "no"})
    another = party.walks_in("Chen").link
    assert screen(Role.STRANGER).post("/link", data={"token": another.token}).headers["Location"] == "/me"


def test_every_step_can_be_skipped(screen: Screens) -> None:
    phone = screen(Role.ATTENDEE)
    steps = ["/me/welcome"]
    for step in ("offer", "ask", "interest"):
        assert phone.get(steps[-1]).status_code == 200
        steps.append(phone.post("/me/topics", data={"kind": step, "step": step, "text": "", "next": "yes"}).location)
    assert steps[1:] == ["/me/welcome/ask", "/me/welcome/interest", "/me/welcome/purpose"]
    assert phone.post("/me/welcome", data={"agree": "no"}).location == "/me"


def test_what_is_typed_is_kept_on_the_way_to_the_next_step(app: Flask, screen: Screens) -> None:
    phone = screen(Role.ATTENDEE)
    phone.post("/me/topics", data={"kind": "offer", "step": "offer", "text": "Bicycles", "next": "yes"})
    assert [s.text for s in me(app).stated(Kind.OFFER)] == ["Bicycles"]
    assert "Bicycles" in phone.get("/me/welcome/offer").text


def test_a_living_page_is_given_its_step_anew(screen: Screens) -> None:
    phone = screen(Role.ATTENDEE)
    asked = {"kind": "offer", "step": "offer", "text": "Bicycles"}
    painted = phone.post("/me/topics", data=asked, headers={"Accept": REGION_TYPE})
    assert painted.headers["X-Region"] == "step"
    assert "Bicycles" in painted.text


def test_nothing_is_agreed_to_until_it_is_chosen(app: Flask, screen: Screens, party: Party) -> None:
    arrived = party.database.write(walk_in, "Ana García", "Door left", "tap for Ana")
    phone = holding(app, party.database.write(pair_by_link, arrived.link.token))
    page = phone.get("/me/welcome/purpose").text
    assert "checked" not in page
    assert (me(app).agreed_to_match, me(app).shown) == (None, False)
    assert "Nobody is sent to you yet" in phone.get("/me").text
    phone.post("/me/welcome", data={"purpose": ["learn", "listen"], "agree": "yes"})
    assert (me(app).agreed_to_match, me(app).shown) == (True, False)
    assert me(app).purposes == ("learn", "listen")


def suggested(phone: FlaskClient, step: str) -> str:
    return phone.get(f"/me/welcome/{step}").text.partition("Named by others this evening")[2]


@pytest.mark.parametrize(("others", "shown"), [(1, False), (2, True)])
def test_what_others_look_for_is_suggested_as_help_once_it_points_at_nobody(
    app: Flask, screen: Screens, party: Party, others: int, shown: bool
) -> None:
    phone = screen(Role.ATTENDEE)
    for n in range(others):
        party.database.write(state_topic, party.arrives(f"Guest {n}"), Kind.ASK, "gardening", _topics(app))
    assert ("Gardening" in suggested(phone, "offer") or "gardening" in suggested(phone, "offer")) is shown
    phone.post("/me/topics", data={"kind": "offer", "step": "offer", "text": "gardening"})
    assert "ardening" not in suggested(phone, "offer")


def test_words_of_their_own_are_suggested_from_three_people_on(app: Flask, screen: Screens, party: Party) -> None:
    phone = screen(Role.ATTENDEE)
    for n in range(3):
        assert "Moon walks" not in suggested(phone, "interest")
        party.database.write(state_topic, party.arrives(f"Guest {n}"), Kind.INTEREST, "Moon walks", _topics(app))
    assert "Moon walks" in suggested(phone, "interest")


def _topics(app: Flask) -> Topics:
    return cast(Topics, app.extensions["evening"].topics)
