"""Forms carry a token of this visit; cookies and headers keep to themselves."""

import re

from flask import Flask

from kiosk.domain.access import Role
from kiosk.store import attendees
from tests.web.conftest import Screens


def test_a_form_without_its_token_is_refused_in_words(app: Flask, screen: Screens) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    phone = screen(Role.ATTENDEE)
    refused = phone.post("/me/mood", data={"mood": "resting"})
    assert refused.status_code == 400
    assert "open for too long" in refused.text
    token = re.search(r'name="csrf-token" content="([^"]+)"', phone.get("/me").text)
    assert token
    assert phone.post("/me/mood", data={"mood": "resting"}, headers={"X-CSRFToken": token[1]}).status_code == 303
    [ana] = app.extensions["evening"].database.read(attendees.all_of_them)
    assert ana.mood == "resting"


def test_every_answer_forbids_frames_and_inline_script(screen: Screens) -> None:
    for path in ("/", "/nowhere", "/healthz", "/link"):
        headers = screen(Role.STRANGER).get(path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe-inline" not in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"


def test_webassembly_runs_on_the_pages_that_read_codes_and_nowhere_else(screen: Screens) -> None:
    def policy(role: Role, path: str) -> str:
        return screen(role).get(path).headers["Content-Security-Policy"]

    assert "script-src 'self' 'wasm-unsafe-eval';" in policy(Role.DOOR, "/door")
    assert "'unsafe-eval'" not in policy(Role.DOOR, "/door")
    for role, path in ((Role.STRANGER, "/"), (Role.ATTENDEE, "/me"), (Role.ORGANIZER, "/organizer")):
        assert "script-src 'self';" in policy(role, path)


def test_opening_a_link_signs_nobody_in_and_posting_it_does(app: Flask, screen: Screens, party) -> None:  # type: ignore[no-untyped-def]
    link = party.walks_in("Ben").link
    phone = screen(Role.STRANGER)
    assert phone.get("/link").status_code == 200
    assert phone.get("/me").status_code == 403
    linked = phone.post("/link", data={"token": link.token})
    assert linked.headers["Location"] == "/me"
    cookie = linked.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert phone.get("/me").status_code == 200


def test_no_page_of_one_attendee_shows_contact_details_of_another(app: Flask, screen: Screens, party) -> None:  # type: ignore[no-untyped-def]
    from kiosk.actions.set_contact import set_contact

    ben = party.arrives("Ben")
    party.database.write(set_contact, ben, "ben@secret.example", "+49 170 0000000")
    phone = screen(Role.ATTENDEE)
    phone.post("/b", data={"code": party.person(ben).badge_code})
    page = phone.get("/me").text
    assert "Ben" in page
    assert "ben@secret.example" not in page
    assert "+49 170" not in page


def test_the_door_never_shows_contact_details(screen: Screens, party) -> None:  # type: ignore[no-untyped-def]
    from kiosk.actions.set_contact import set_contact

    ben = party.walks_in("Benedict Okafor")
    party.database.write(set_contact, ben.arrival.attendee_id, "ben@secret.example", "+49 170 0000000")
    door = screen(Role.DOOR)
    for path in ("/door?q=bene", f"/door/arrivals/{ben.arrival.id}"):
        page = door.get(path).text
        assert "Benedict Okafor" in page
        assert "secret" not in page
        assert "+49" not in page
