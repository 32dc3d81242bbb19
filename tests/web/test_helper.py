"""A helper sees the evening as the organizer does, and changes nothing."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from kiosk.actions.report import report
from kiosk.actions.send_message import send_message
from kiosk.actions.set_contact import set_contact
from kiosk.actions.set_next_round import set_next_round
from kiosk.actions.set_shown import set_shown
from kiosk.domain.access import Role
from kiosk.store import devices
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens


@pytest.fixture
def helper(screen: Screens, party: Party, clock: Clock) -> FlaskClient:
    """Of an evening in full swing, with everything a console has buttons for."""
    screen(Role.DOOR)
    for name in ("Ana", "Ben", "Cem", "Dora"):
        party.database.write(set_shown, party.arrives(name), True)
    party.round()
    zoe = party.arrives("Zoë")
    party.database.write(set_contact, zoe, "zoe@secret.example", "+49 170 5550")
    party.database.write(report, zoe, "Somebody is rude to me", "a key of a tap")
    party.database.write(set_next_round, clock() + timedelta(hours=1))
    party.database.write(send_message, "The soup is served", None, False)
    return screen(Role.HELPER)


def actions(page: str) -> set[str]:
    return set(re.findall(r'(?:form)?action="([^"]*)"', page))


def test_a_helper_sees_figures_rounds_who_is_without_a_match_and_the_projector(helper: FlaskClient) -> None:
    page = helper.get("/organizer").text
    for seen in ("Round since", "Nobody has met yet", "Zoë", "door left", "The soup is served"):
        assert seen in page
    assert helper.get("/projector").status_code == 200


def test_no_button_is_shown_that_a_helper_cannot_use(helper: FlaskClient) -> None:
    assert actions(helper.get("/organizer").text) == {"/organizer/sign-out", "/language"}


def test_no_link_is_shown_that_a_helper_cannot_open(helper: FlaskClient) -> None:
    links = set(re.findall(r'<a [^>]*href="(/[^"#]*)"', helper.get("/organizer").text))
    assert links == {"/organizer", "/projector"}
    assert {helper.get(link).status_code for link in links} == {200}


def test_the_organizer_has_the_buttons_a_helper_has_not(helper: FlaskClient, screen: Screens) -> None:
    page = screen(Role.ORGANIZER).get("/organizer").text
    assert len(actions(page)) > 10
    assert "Somebody is rude to me" in page


def test_no_contact_details_and_no_guests_report_reach_a_helper(helper: FlaskClient) -> None:
    page = helper.get("/organizer").text
    for secret in ("secret.example", "5550", "rude"):
        assert secret not in page


def test_a_helper_can_be_removed_and_can_go_by_themselves(helper: FlaskClient, screen: Screens, party: Party) -> None:
    assert helper.post("/organizer/sign-out").headers["Location"] == "/organizer/sign-in"
    assert helper.get("/organizer").status_code == 303
    other = screen(Role.HELPER)
    [known] = [each for each in party.database.read(devices.in_use) if each.role is Role.HELPER]
    screen(Role.ORGANIZER).post(f"/organizer/screens/{known.id}/revoke")
    assert other.get("/organizer").status_code == 303


def test_the_organizers_own_session_outlives_a_helpers_on_the_same_browser(screen: Screens, party: Party) -> None:
    organizer = screen(Role.ORGANIZER)
    made = organizer.post("/organizer/screens", data={"role": "helper", "name": "Hilde"})
    token = re.search(r"/link#([0-9a-f]{32})", made.text)
    assert token
    assert organizer.post("/link", data={"token": token[1]}).headers["Location"] == "/organizer"
    assert "Turn flow on" in organizer.get("/organizer").text
