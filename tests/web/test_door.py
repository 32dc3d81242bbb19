"""The door over HTTP: what is typed and what is scanned."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Presence
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store.database import Change
from tests.party import Party
from tests.web.conftest import Screens

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
    assert party.person("ana").free


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
