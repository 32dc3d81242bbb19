"""Bad input gets a sentence and a 4xx, whoever sends it; never a 500, never a traceback."""

import io

import pytest

from kiosk.domain.access import Role
from kiosk.domain.refusal import Refused
from kiosk.web.answer import REGION_TYPE
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
    (Role.ATTENDEE, "/me/prompts/nothing/met", {}, 409),
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
    (Role.ORGANIZER, "/organizer/guest-list/save", {"seal": "0"}, 422),
    (Role.ORGANIZER, "/organizer/export", {"passphrase": "wrong"}, 403),
]


ON_THE_PAGE_ITSELF = ("/organizer/sign-in", "/organizer/export", "/organizer/guest-list")


@pytest.mark.parametrize(("role", "path", "fields", "status"), WRONG)
def test_what_is_wrong_is_said_in_a_sentence(
    screen: Screens, role: Role, path: str, fields: dict[str, str], status: int
) -> None:
    client = screen(role)
    page = client.post(path, data=fields)
    assert page.status_code == status
    assert "Traceback" not in page.text
    if path in ON_THE_PAGE_ITSELF:
        assert 'role="alert"' in page.text
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
