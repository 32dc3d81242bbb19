"""Bad input gets a sentence and a 4xx, whoever sends it; never a 500, never a traceback."""

import io
import re

import gevent
import pytest
from flask import Flask

from kiosk.actions.undo_arrival import undo_arrival
from kiosk.domain.access import Role
from kiosk.domain.refusal import Refused
from kiosk.web.answer import REGION_TYPE
from tests.party import Party
from tests.web.conftest import PASSPHRASE
from tests.web.conftest import Screens

WRONG = [
    (Role.DOOR, "/door/check-in", {}, 422),
    (Role.DOOR, "/door/check-in", {"attendee_id": "nobody", "request_key": "12345678"}, 404),
    (Role.DOOR, "/door/walk-in", {"name": " ", "request_key": "12345678"}, 422),
    (Role.DOOR, "/door/walk-in", {"name": "Ana"}, 422),
    (Role.DOOR, "/door/arrivals/nothing/undo", {}, 404),
    (Role.DOOR, "/door/links", {"attendee_id": "nobody"}, 404),
    (Role.ATTENDEE, "/me/mood", {"mood": "dancing"}, 422),
    (Role.ATTENDEE, "/me/topics", {"kind": "wish", "text": "x"}, 422),
    (Role.ATTENDEE, "/me/purposes", {"purpose": "rule"}, 422),
    (Role.ATTENDEE, "/me/contact", {"email": "nowhere"}, 422),
    (Role.ATTENDEE, "/me/prompts/nothing", {"answer": "going"}, 409),
    (Role.ATTENDEE, "/me/prompts/nothing", {"answer": "maybe"}, 422),
    (Role.ATTENDEE, "/me/prompts/nothing", {"answer": "not_for_me", "why": "ugly"}, 422),
    (Role.ATTENDEE, "/me/prompts/nothing/met", {}, 409),
    (Role.ATTENDEE, "/me/prompts/nothing/find", {}, 409),
    (Role.ATTENDEE, "/me/prompts/nothing/spot", {"spot": "bar"}, 409),
    (Role.ATTENDEE, "/me/introductions", {"one": "x", "other": "y"}, 404),
    (Role.ATTENDEE, "/me/report", {"text": "Help", "request_key": ""}, 422),
    (Role.ATTENDEE, "/me/report", {"text": "", "request_key": "12345678"}, 422),
    (Role.ATTENDEE, "/me/leaving", {"at": "soon"}, 422),
    (Role.ATTENDEE, "/me/leaving", {"at": "2026-11-22T20:00"}, 422),
    (Role.ATTENDEE, "/me/meetings/nothing/say", {"relation": "glad", "holds": "yes"}, 404),
    (Role.ATTENDEE, "/me/meetings/nothing/say", {"relation": "hates", "holds": "yes"}, 422),
    (Role.ATTENDEE, "/me/meetings/nothing/share", {"field": "address"}, 422),
    (Role.ATTENDEE, "/me/meetings/nothing/note", {"note": "x"}, 404),
    (Role.ATTENDEE, "/me/meetings/nothing/share", {"agree": "yes"}, 404),
    (Role.ATTENDEE, "/b", {"code": "?"}, 404),
    (Role.STRANGER, "/link", {"token": "0" * 32}, 410),
    (Role.STRANGER, "/link/digits", {"digits": "12"}, 410),
    (Role.STRANGER, "/organizer/sign-in", {"passphrase": "wrong"}, 403),
    (Role.ORGANIZER, "/organizer/rounds", {}, 409),
    (Role.ORGANIZER, "/organizer/rounds/end", {}, 409),
    (Role.ORGANIZER, "/organizer/screens", {"role": "organizer", "name": "Me"}, 422),
    (Role.ORGANIZER, "/organizer/screens", {"role": "door", "name": ""}, 422),
    (Role.ORGANIZER, "/organizer/screens/nothing/revoke", {}, 404),
    (Role.ORGANIZER, "/organizer/guest-list", {}, 422),
    (Role.ORGANIZER, "/organizer/guest-list/save", {"seal": "0"}, 409),
    (Role.ORGANIZER, "/organizer/export", {"passphrase": "wrong"}, 403),
]


ON_THE_PAGE_ITSELF = ("/link", "/link/digits", "/organizer/sign-in", "/organizer/export", "/organizer/guest-list")


@pytest.mark.parametrize(("role", "path", "fields", "status"), WRONG)
def test_what_is_wrong_is_said_in_a_sentence(
    screen: Screens, role: Role, path: str, fields: dict[str, str], status: int
) -> None:
    client = screen(role)
    page = client.post(path, data=fields)
    assert page.status_code == status
    assert "Traceback" not in page.text
    if path in ON_THE_PAGE_ITSELF:
        assert 'role="alert"' in page.text or 'class="sentence"' in page.text
        return
    notice = client.post(path, data=fields, headers={"Accept": REGION_TYPE})
    assert notice.status_code == status
    assert notice.headers["X-Region"] == "notice"
    assert notice.text.count("<p") == 1


def test_every_refusal_has_its_own_sentence_and_a_status_that_blames_the_request_or_the_moment() -> None:
    def all_of(refusal: type[Refused]) -> list[type[Refused]]:
        return [refusal, *(each for child in refusal.__subclasses__() for each in all_of(child))]

    sentences = [refusal.sentence for refusal in all_of(Refused)]
    assert len(set(sentences)) == len(sentences)
    for refusal in all_of(Refused):
        assert refusal.status in (403, 404, 409, 410, 413, 422, 429, 503)
        assert refusal.sentence.endswith(".")
        assert "!" not in refusal.sentence


def test_a_page_that_is_not_there_says_so(screen: Screens) -> None:
    page = screen(Role.STRANGER).get("/nowhere")
    assert page.status_code == 404
    assert "There is no such page here." in page.text


def test_a_file_that_is_no_list_is_refused_and_nothing_is_kept(screen: Screens) -> None:
    organizer = screen(Role.ORGANIZER)
    page = organizer.post(
        "/organizer/guest-list", data={"list": (io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"\x00" * 500), "photo.png")}
    )
    assert page.status_code == 422


def test_guessing_the_passphrase_is_slowed_for_the_network_and_never_for_the_laptop(screen: Screens) -> None:
    stranger = screen(Role.STRANGER)
    statuses = [
        stranger.post(
            "/organizer/sign-in", data={"passphrase": "wrong"}, environ_base={"REMOTE_ADDR": "192.0.2.7"}
        ).status_code
        for _ in range(6)
    ]
    assert statuses == [403] * 5 + [429]
    assert stranger.post("/organizer/sign-in", data={"passphrase": PASSPHRASE}).status_code == 303


def test_guessing_six_digits_is_slowed(screen: Screens) -> None:
    stranger = screen(Role.STRANGER)
    statuses = [
        stranger.post(
            "/link/digits", data={"digits": f"{n:06d}"}, environ_base={"REMOTE_ADDR": "192.0.2.7"}
        ).status_code
        for n in range(12)
    ]
    assert statuses[:10] == [410] * 10
    assert statuses[10:] == [429] * 2


def test_guesses_sent_at_once_are_not_all_judged(app: Flask) -> None:
    def guess() -> int:
        client = app.test_client()
        return client.post(
            "/organizer/sign-in", data={"passphrase": "wrong"}, environ_base={"REMOTE_ADDR": "192.0.2.9"}
        ).status_code

    statuses = [each.get() for each in [gevent.spawn(guess) for _ in range(20)]]
    assert statuses.count(403) <= 5
    assert set(statuses) == {403, 429}


def test_stale_scans_do_not_shut_out_the_next_guest(screen: Screens, party: Party) -> None:
    stranger = screen(Role.STRANGER)
    room = {"REMOTE_ADDR": "192.0.2.8"}
    for n in range(30):
        assert stranger.post("/link", data={"token": f"{n:032x}"}, environ_base=room).status_code == 410
    link = party.walks_in("Ben").link
    assert stranger.post("/link", data={"token": link.token}, environ_base=room).status_code == 303


def test_a_key_used_for_one_person_does_not_check_in_another(screen: Screens, party: Party) -> None:
    ana, ben = party.arrives("Ana"), party.walks_in("Ben")
    party.database.write(undo_arrival, ben.arrival.id)
    door = screen(Role.DOOR)
    reused = {"attendee_id": ben.arrival.attendee_id, "request_key": "tap for Ana"}
    assert door.post("/door/check-in", data=reused).status_code == 409
    assert door.post("/door/walk-in", data={"name": "Chen", "request_key": "tap for Ana"}).status_code == 409
    assert party.person(ana).free


def test_a_list_saved_twice_is_saved_once_and_says_so(screen: Screens) -> None:
    organizer = screen(Role.ORGANIZER)
    page = organizer.post("/organizer/guest-list", data={"list": (io.BytesIO(b"Name\nAna\n"), "list.csv")})
    seal = re.search(r'name="seal" value="([0-9a-f]{64})"', page.text)
    assert seal
    assert organizer.post("/organizer/guest-list/save", data={"seal": seal[1]}).status_code == 200
    again = organizer.post("/organizer/guest-list/save", data={"seal": seal[1]})
    assert again.status_code == 409
    assert "This preview is over" in again.text


def test_a_newer_link_is_the_one_the_door_shows_after_a_reload(screen: Screens, party: Party) -> None:
    door = screen(Role.DOOR)
    arrived = door.post("/door/walk-in", data={"name": "Ana", "request_key": "walk-in-1"}, follow_redirects=True)
    path = arrived.request.path
    attendee_id = re.search(r'name="attendee_id" value="(\w{16})"', arrived.text)
    assert attendee_id
    newer = door.post("/door/links", data={"attendee_id": attendee_id[1]}, headers={"Accept": REGION_TYPE})
    digits = re.search(r'class="digits">(\d{3})&nbsp;(\d{3})<', newer.text)
    assert digits
    assert f"{digits[1]}&nbsp;{digits[2]}" in door.get(path).text
