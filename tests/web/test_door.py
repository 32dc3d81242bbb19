"""The door over HTTP: what is typed and what is scanned."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kiosk.actions.draw_blank_badges import draw_blank_badges
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.remark import remark
from kiosk.actions.set_purposes import set_purposes
from kiosk.actions.state_topic import state_topic
from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.domain.purpose import Purpose
from kiosk.domain.statement import Kind
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store.database import Change
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.conftest import holding

ANA = Attendee("ana", "AAAAAAAA", "Ana García", ticket_code="https://lu.ma/check-in/evt-1?pk=g-ana")


@pytest.fixture
def ana(party: Party) -> Attendee:
    def put_on_the_list(change: Change) -> None:
        attendees.add_all(
            change.connection,
            [ANA, replace(ANA, id="ben", badge_code="BBBBBBBB", name="Ben", ticket_code="g-ben")],
            change.now,
        )

    party.database.write(put_on_the_list)
    return ANA


@pytest.fixture
def door(screen: Screens) -> FlaskClient:
    return screen(Role.DOOR)


def scan(door: FlaskClient, code: str, key: str = "scan-key-1", **more: str) -> "tuple[int, str]":
    answer = door.post("/door/code", data={"code": code, "request_key": key, **more}, follow_redirects=True)
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    "code", ["HTTP://10.0.0.9:8080/B/AAAAAAAA", "aaaa aaaa", "https://luma.com/check-in/evt-1?pk=g-ana", "g-ana"]
)
def test_a_badge_or_a_ticket_checks_its_owner_in(party: Party, door: FlaskClient, ana: Attendee, code: str) -> None:
    status, page = scan(door, code)
    assert status == 200
    assert "Ana García" in page
    assert party.person("ana").presence is Presence.HERE


def test_a_scanner_set_to_the_tablets_layout_is_read_by_what_the_layout_made_of_its_keys(
    party: Party, door: FlaskClient, ana: Attendee
) -> None:
    status, _ = scan(door, "g/qnq", typed="g-ana")
    assert status == 200
    assert party.person("ana").presence == "here"


def test_scanned_again_it_says_when_and_by_whom(party: Party, door: FlaskClient, ana: Attendee) -> None:
    scan(door, "AAAAAAAA")
    status, page = scan(door, "AAAAAAAA", "scan-key-2")
    assert status == 200
    assert "already, at 19:00" in page.replace("\n", " ")
    assert len(party.database.read(arrivals.all_of_them)) == 1


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nobody", "Nobody here has this code."),
        ("https://luma.com/check-in/evt-1?pk=g-zoe", "Nobody here has this code."),
        ("https://luma.com/check-in/evt-2?pk=g-zoe", "This ticket is for another event."),
        ("HTTP://10.0.0.9:8080/B/7K3MQ2XW", "This badge is nobody’s yet."),
        ("", "Nobody here has this code."),
    ],
)
def test_a_code_that_is_nobodys_is_refused_with_the_reason(
    party: Party, door: FlaskClient, ana: Attendee, code: str, said: str
) -> None:
    status, page = scan(door, code)
    assert status == 404
    assert said in page
    assert 'data-ground="stop"' in page
    assert party.database.read(arrivals.all_of_them) == []


def test_a_blank_badge_scanned_after_the_check_in_is_theirs(party: Party, door: FlaskClient, ana: Attendee) -> None:
    scan(door, "g-ana")
    [arrival] = party.database.read(arrivals.all_of_them)
    status, _ = scan(door, "HTTP://10.0.0.9:8080/B/7K3MQ2XW", arrival_id=arrival.id)
    assert status == 200
    assert party.person("ana").badge_code == "7K3MQ2XW"


def test_a_blank_badge_is_known_by_its_code_alone_and_bound_once_someone_is_in(
    party: Party, door: FlaskClient, ana: Attendee
) -> None:
    [code] = party.database.write(draw_blank_badges, 1)
    status, page = scan(door, code.lower(), "scan-key-1")
    assert status == 404
    assert "This badge is nobody’s yet." in page
    scan(door, "g-ana", "scan-key-2")
    [arrival] = party.database.read(arrivals.all_of_them)
    scan(door, code, "scan-key-3", arrival_id=arrival.id)
    assert party.person("ana").badge_code == code
    _, page = scan(door, code, "scan-key-4")
    assert "Ana García" in page


def test_the_next_guests_badge_is_not_taken_for_a_blank_one(party: Party, door: FlaskClient, ana: Attendee) -> None:
    scan(door, "g-ana")
    [arrival] = party.database.read(arrivals.all_of_them)
    _, page = scan(door, "HTTP://10.0.0.9:8080/B/BBBBBBBB", "scan-key-2", arrival_id=arrival.id)
    assert "Ben" in page
    assert party.person("ana").badge_code == "AAAAAAAA"
    assert party.person("ben").presence is Presence.HERE


def test_a_ticket_of_two_people_checks_nobody_in(party: Party, door: FlaskClient, ana: Attendee) -> None:
    def share_a_ticket(change: Change) -> None:
        attendees.add(change.connection, replace(ANA, id="cem", badge_code="CCCCCCCC", name="Cem"), change.now)

    party.database.write(share_a_ticket)
    assert scan(door, "g-ana")[0] == 404


REGION = "text/vnd.kiosk.region+html"


def test_a_page_that_lives_is_told_where_to_look_and_paints_the_result_in_place(
    door: FlaskClient, ana: Attendee
) -> None:
    headers = {"Accept": REGION}
    answer = door.post("/door/check-in", data={"attendee_id": "ana", "request_key": "tap-key-1"}, headers=headers)
    assert (answer.status_code, answer.data) == (204, b"")
    painted = door.get(answer.headers["Location"], headers=headers)
    assert painted.headers["X-Region"] == "result"
    assert 'data-outcome="ok"' in painted.text
    assert "<html" not in painted.text


def test_an_answer_is_kept_without_sounding_the_result_again(
    app: Flask, party: Party, door: FlaskClient, ana: Attendee
) -> None:
    app.extensions["evening"].settings.__dict__["door_questions"] = ("interests", "leaving")
    scan(door, "g-ana")
    [arrival] = party.database.read(arrivals.all_of_them)
    assert "What are you into?" in door.get(f"/door/arrivals/{arrival.id}").text
    path = f"/door/arrivals/{arrival.id}/answers"
    page = door.post(path, data={"interests": "bees", "leaves_in": "60"}, follow_redirects=True)
    assert "data-outcome" not in page.text
    assert "What are you into?" not in page.text
    assert party.person("ana").leaves_at is not None
    assert door.post(path, data={"leaves_in": "99999"}).status_code == 422


def test_what_needs_attention_is_yellow_and_stands_before_the_welcome(
    party: Party, door: FlaskClient, ana: Attendee
) -> None:
    party.database.write(remark, "ana", "", "Wheelchair: side door")
    _, page = scan(door, "g-ana")
    assert 'data-outcome="warn"' in page
    assert "Wheelchair: side door" in page


def test_a_party_is_offered_and_comes_in_with_one_tap(party: Party, door: FlaskClient) -> None:
    def put_on_the_list(change: Change) -> None:
        people = [replace(ANA, id=who, badge_code=who * 8, name=who, registration="7", ticket_code="") for who in "XYZ"]
        attendees.add_all(change.connection, people, change.now)

    party.database.write(put_on_the_list)
    assert "3 on this registration" in door.get("/door?q=YYYYYYYY").text
    tap = {"attendee_id": "Y", "request_key": "tap-key-1", "party": "yes"}
    for _ in range(2):
        assert door.post("/door/check-in", data=tap, follow_redirects=True).status_code == 200
    assert [party.person(who).presence for who in "XYZ"] == ["here"] * 3


def test_who_leaves_is_found_among_those_here_no_longer(party: Party, door: FlaskClient, ana: Attendee) -> None:
    scan(door, "g-ana")
    [arrival] = party.database.read(arrivals.all_of_them)
    assert "Ana García" in door.get("/door?q=ana&here=yes").text
    assert "has left" in door.post(f"/door/arrivals/{arrival.id}/leave", follow_redirects=True).text
    assert "Ana García" not in door.get("/door?q=ana&here=yes").text


def test_a_guest_without_a_phone_is_told_at_the_door_all_that_a_phone_would_tell(
    app: Flask, party: Party, door: FlaskClient
) -> None:
    ana, ben = (party.walks_in(name) for name in ("Ana", "Ben"))
    for who, gives, seeks in ((ana, "grant writing", "bread"), (ben, "bread", "grant writing")):
        for kind, topic in ((Kind.OFFER, gives), (Kind.ASK, seeks)):
            party.database.write(state_topic, who.arrival.attendee_id, kind, topic, party.topics)
        party.database.write(set_purposes, who.arrival.attendee_id, [Purpose.LEARN])
    party.matched(ana.arrival.attendee_id, ben.arrival.attendee_id)
    at_the_door = _why(door.get(f"/door/arrivals/{ana.arrival.id}").text)
    assert "can give" in at_the_door
    assert "To begin with" in at_the_door
    assert "came to" in at_the_door
    phone = holding(app, party.database.write(pair_by_link, ana.link.token))
    assert _why(phone.get("/me").text) == at_the_door


def _why(page: str) -> str:
    """The reasons that stand on a page, up to the question to begin with."""
    return page[page.index('<div class="page why"') : page.index("<form", page.index('<div class="page why"'))].strip()
