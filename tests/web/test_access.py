"""Every route against every role. A route the table does not know is closed, and this test fails."""

import re
from html import unescape

import pytest
from flask import Flask

from kiosk.domain.access import REGIONS
from kiosk.domain.access import ROUTES
from kiosk.domain.access import Role
from kiosk.store import attendees
from kiosk.web.doorman import NotLinked
from kiosk.web.doorman import NotPaired
from tests.web.conftest import Screens

AT_THE_DOOR = (NotLinked.sentence, NotPaired.sentence)


def test_every_route_stands_in_the_table_and_every_line_of_it_is_a_route(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ROUTES)


def test_no_stranger_hears_any_live_region() -> None:
    assert set(REGIONS) == {"phone", "profile", "door", "printing", "projector", "organizer", "helper"}
    assert not any(Role.STRANGER in roles for roles in REGIONS.values())


@pytest.mark.parametrize("role", Role)
def test_a_role_gets_in_where_the_table_says_and_nowhere_else(app: Flask, screen: Screens, role: Role) -> None:
    client = screen(role)
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        values = dict.fromkeys(rule.arguments, "x")
        path = adapter.build(rule.endpoint, values)
        allowed = ROUTES[rule.endpoint] & {role, Role.STRANGER}
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            if (rule.endpoint, role) in (
                ("phone.unlink", Role.ATTENDEE),
                ("kept.erase", Role.ATTENDEE),
                ("organizer.sign_out", Role.ORGANIZER),
                ("organizer.sign_out", Role.HELPER),
            ):
                continue  # these would end the visit; they have tests of their own
            response = client.open(path, method=method)
            told_off = response.status_code == 403 and any(said in unescape(response.text) for said in AT_THE_DOOR)
            turned_away = told_off or response.headers.get("Location") == "/organizer/sign-in"
            if not allowed:
                assert turned_away, f"{role} got into {method} {path}: {response.status_code}"
            elif rule.endpoint != "organizer.sign_in":
                assert not turned_away, f"{role} was kept out of {method} {path}"
            assert response.status_code < 500, f"{method} {path}: {response.status_code}"


def test_a_stranger_learns_nothing_from_a_badge_code(app: Flask, screen: Screens) -> None:
    screen(Role.ATTENDEE)  # somebody has a badge
    database = app.extensions["evening"].database
    [ana] = database.read(attendees.all_of_them)
    stranger = screen(Role.STRANGER)
    pages = [
        stranger.get(f"/{letter}/{code}")
        for letter in "bB"
        for code in (ana.badge_code, ana.badge_code.lower(), "00000000", "nonsense", "x" * 60)
    ]
    assert {page.status_code for page in pages} == {200}
    without_token = {_without_token(page.text) for page in pages}
    assert len(without_token) == 1
    assert ana.name not in pages[0].text
    refused = [stranger.post("/b", data={"code": code}) for code in (ana.badge_code, "00000000")]
    assert len({(page.status_code, _without_token(page.text)) for page in refused}) == 1


def _without_token(page: str) -> str:
    """A page without its form token, which is drawn anew for each visit whatever the code."""
    return re.sub(r'(content|value)="[\w.\-]{60,}"', "", page)


def test_a_badge_code_signs_nobody_in(screen: Screens) -> None:
    stranger = screen(Role.STRANGER)
    stranger.get("/b/00000000")
    assert stranger.get("/me").status_code == 403
