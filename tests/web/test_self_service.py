"""A tablet for guests: found by their whole name or their ticket, checked in, and out only by the PIN."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kiosk.domain.access import ROUTES
from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store.database import Change
from kiosk.web.current import cookie_name
from tests.party import Party
from tests.web.conftest import PIN
from tests.web.conftest import Screens

BEES = Statement(Kind.OFFER, "bee hives", "beekeeping")
TEA = Statement(Kind.INTEREST, "tea", "tea")
GUESTS = (
    Attendee("zoe", "AAAAAAAA", "Zoë Müller-Berg", "Gartenkunde", ticket_code="g-zoe", statements=(BEES, TEA)),
    Attendee("ana", "BBBBBBBB", "Ana García", "Riverside", email="ana.garcia@secret.example"),
    Attendee("other", "CCCCCCCC", "Ana Garcia", "", email="anita@secret.example"),
)


@pytest.fixture
def tablet(screen: Screens, party: Party) -> FlaskClient:
    def put_on_the_list(change: Change) -> None:
        attendees.add_all(change.connection, GUESTS, change.now)

    party.database.write(put_on_the_list)
    return screen(Role.SELF_SERVICE)


def find(tablet: FlaskClient, name: str) -> str:
    """Where saying this name leads to, or the sentence that refuses it."""
    answer = tablet.post("/self-service/find", data={"name": name})
    return answer.headers.get("Location") or answer.text


@pytest.mark.parametrize("typed", ["Zoë Müller-Berg", "zoe muller berg", " MÜLLER-BERG, ZOË "])
def test_a_guest_is_found_by_their_whole_name_however_it_is_written(tablet: FlaskClient, typed: str) -> None:
    assert find(tablet, typed) == "/self-service/hello"
    assert "Zoë Müller-Berg" in tablet.get("/self-service/hello").text


@pytest.mark.parametrize(
    "typed", ["Zoë", "Zoë Müller", "Zoe Muller-Bergmann", "Gartenkunde", "Zoo Müller-Berg", "", "%"]
)
def test_part_of_a_name_a_company_or_a_guess_finds_nobody_and_shows_nothing(tablet: FlaskClient, typed: str) -> None:
    assert "We cannot find this." in find(tablet, typed)
    assert tablet.get("/self-service/hello").headers["Location"] == "/self-service"
    assert "Müller" not in find(tablet, "Zoë")


@pytest.mark.parametrize("code", ["HTTP://10.0.0.9:8080/B/AAAAAAAA", "g-zoe"])
def test_a_ticket_or_a_badge_says_who_one_is(tablet: FlaskClient, code: str) -> None:
    assert tablet.post("/self-service/code", data={"code": code}).headers["Location"] == "/self-service/hello"
    assert tablet.post("/self-service/code", data={"code": "g-nobody"}).status_code == 404


@pytest.mark.parametrize(
    ("known", "who"), [("riverside", "ana"), ("cia", "ana"), ("NITA", "other"), ("anita@secret.example", "other")]
)
def test_two_of_one_name_are_told_apart_by_what_is_not_shown(
    party: Party, tablet: FlaskClient, known: str, who: str
) -> None:
    assert find(tablet, "Ana García") == "/self-service/which"
    page = tablet.get("/self-service/which").text
    assert "Riverside" not in page
    assert "secret" not in page
    for wrong in ("", "ta", "example", "secret.example", "Gartenkunde"):
        assert tablet.post("/self-service/which", data={"known": wrong}).status_code == 404, wrong
    assert tablet.post("/self-service/which", data={"known": known}).headers["Location"] == "/self-service/hello"
    tablet.post("/self-service/check-in", data={"request_key": "tap at the tablet"})
    assert party.person(who).presence is Presence.HERE


def test_what_is_known_is_corrected_in_the_same_tap(party: Party, tablet: FlaskClient) -> None:
    find(tablet, "Zoë Müller-Berg")
    said = {"right": ["offer:bee hives"], "ask": "a choir", "interest": "", "matched": "yes"}
    for _ in range(2):  # the tap is sent twice
        went = tablet.post("/self-service/check-in", data={"request_key": "tap at the tablet", **said})
        assert went.headers["Location"] == "/self-service/welcome"
    zoe = party.person("zoe")
    assert {(s.kind, s.text) for s in zoe.statements} == {(Kind.OFFER, "bee hives"), (Kind.ASK, "a choir")}
    assert (zoe.agreed_to_match, zoe.shown) == (True, False)
    [arrival] = party.database.read(arrivals.all_of_them)
    assert arrival.door == "self_service left"
    page = tablet.get("/self-service/welcome").text
    assert "AAAA&nbsp;AAAA" in page
    assert 'class="digits"' in page
    assert tablet.get("/self-service/badge.png").mimetype == "image/png"


def test_who_skips_the_questions_keeps_what_was_known_and_is_asked_again_on_the_phone(
    party: Party, tablet: FlaskClient
) -> None:
    find(tablet, "Zoë Müller-Berg")
    tablet.post("/self-service/check-in", data={"request_key": "tap at the tablet", "skip": "yes", "ask": "a choir"})
    zoe = party.person("zoe")
    assert set(zoe.statements) == {BEES, TEA}
    assert zoe.agreed_to_match is None


def test_nobody_gets_the_phone_link_of_someone_who_is_inside(party: Party, tablet: FlaskClient) -> None:
    party.arrives("Ben Okafor")
    assert "ask at the door" in find(tablet, "Ben Okafor")
    assert tablet.get("/self-service/welcome").headers["Location"] == "/self-service"


def test_the_next_guest_finds_nothing_of_the_one_before(tablet: FlaskClient) -> None:
    find(tablet, "Zoë Müller-Berg")
    tablet.post("/self-service/check-in", data={"request_key": "tap at the tablet"})
    start = tablet.get("/self-service").text
    assert "Zoë" not in start
    for path in ("hello", "welcome", "which"):
        assert tablet.get(f"/self-service/{path}").headers["Location"] == "/self-service"
    assert tablet.get("/self-service/badge.png").status_code == 404
    assert tablet.post("/self-service/check-in", data={"request_key": "another tap"}).status_code == 404


def test_the_start_greets_in_every_language_and_leads_on_in_the_chosen_one(tablet: FlaskClient) -> None:
    assert 'lang="de"' in tablet.get("/self-service").text
    chosen = tablet.post("/language", data={"language": "de", "page": "self_service.find"})
    assert chosen.headers["Location"] == "/self-service/find"
    assert '<html lang="de" ' in tablet.get("/self-service/find").text


def test_only_the_pin_leads_out(tablet: FlaskClient) -> None:
    for wrong in ("", "0000", "24680", "２４６８"):
        assert tablet.post("/self-service/leave", data={"pin": wrong}).status_code == 403, wrong
    assert tablet.get("/self-service").status_code == 200
    assert tablet.post("/self-service/leave", data={"pin": PIN}).headers["Location"] == "/"
    assert tablet.get("/self-service").status_code == 403


def test_guesses_at_the_pin_and_at_names_are_limited(tablet: FlaskClient) -> None:
    from_afar = {"REMOTE_ADDR": "10.0.0.7"}
    for path, field, most in (("leave", "pin", 5), ("find", "name", 30)):
        tries = [
            tablet.post(f"/self-service/{path}", data={field: "9999"}, environ_base=from_afar).status_code
            for _ in range(most + 1)
        ]
        assert tries[-1] == 429
        assert 429 not in tries[:-1]


def test_a_tablet_for_guests_is_nothing_else_besides(app: Flask, party: Party, screen: Screens) -> None:
    browser = screen(Role.ORGANIZER)
    page = browser.post("/organizer/screens", data={"role": "self_service", "name": "By the door", "pin": PIN}).text
    token = page[page.index("/link#") + 6 :][:32]
    assert browser.post("/link", data={"token": token}).headers["Location"] == "/self-service"
    assert browser.get_cookie(cookie_name(Role.SELF_SERVICE))
    assert browser.get_cookie(cookie_name(Role.ORGANIZER)) is None


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4"])
def test_it_needs_a_pin(screen: Screens, pin: str) -> None:
    refused = screen(Role.ORGANIZER).post("/organizer/screens", data={"role": "self_service", "name": "x", "pin": pin})
    assert refused.status_code == 422
    assert "four to eight digits" in refused.text


def test_a_tablet_for_guests_may_do_nothing_a_door_may(tablet: FlaskClient) -> None:
    assert not any(Role.SELF_SERVICE in roles for route, roles in ROUTES.items() if route.startswith(("door.", "cut_")))
    assert tablet.get("/door?q=ana").status_code == 403


def test_who_had_left_can_check_in_again(party: Party, tablet: FlaskClient) -> None:
    ben = party.arrives("Ben Okafor")
    party.database.write(lambda change: attendees.change(change.connection, ben, presence=Presence.LEFT))
    assert find(tablet, "Ben Okafor") == "/self-service/hello"
    tablet.post("/self-service/check-in", data={"request_key": "tap at the tablet"})
    assert party.person(ben).presence is Presence.HERE
