"""Steering the evening from the organizer's page."""

import pytest
from flask.testing import FlaskClient

from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.store import audit
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens


@pytest.fixture
def organizer(screen: Screens) -> FlaskClient:
    return screen(Role.ORGANIZER)


def page(organizer: FlaskClient) -> str:
    return organizer.get("/organizer").text


def deeds(party: Party) -> list[Deed]:
    return [entry.deed for entry in reversed(party.database.read(audit.latest, 50))]


def test_a_message_is_sent_read_on_a_phone_and_taken_back(
    organizer: FlaskClient, screen: Screens, party: Party, clock: Clock
) -> None:
    phone = screen(Role.ATTENDEE)
    sent = organizer.post("/organizer/message", data={"text": "Soup <b>now</b>", "minutes": "30", "projector": "yes"})
    assert sent.status_code == 303
    assert "Soup &lt;b&gt;now&lt;/b&gt;" in phone.get("/me").text
    assert "Soup &lt;b&gt;now&lt;/b&gt;" in screen(Role.PROJECTOR).get("/projector").text
    shown = page(organizer)
    assert "On every phone and the projector" in shown
    assert "until 19:30" in shown
    organizer.post("/organizer/message/back")
    assert "Soup" not in phone.get("/me").text
    assert "Soup" not in page(organizer)
    assert deeds(party) == [Deed.MESSAGE, Deed.MESSAGE_BACK]


@pytest.mark.parametrize("form", [{"text": " "}, {"text": "Soup", "minutes": "7"}, {}])
def test_a_message_that_says_nothing_or_stands_for_no_time_is_refused(
    organizer: FlaskClient, party: Party, form: dict[str, str]
) -> None:
    assert organizer.post("/organizer/message", data=form).status_code == 422
    assert deeds(party) == []


def test_the_evening_is_ended_and_goes_on_after_all(organizer: FlaskClient, screen: Screens, party: Party) -> None:
    phone = screen(Role.ATTENDEE)
    assert "End the evening" in page(organizer)
    organizer.post("/organizer/end")
    ended = page(organizer)
    assert "The evening ended at 19:00" in ended
    for gone in ("Start a round", "Turn flow on", "End the evening"):
        assert gone not in ended
    assert "Thank you for coming, Ana." in phone.get("/me").text
    assert organizer.post("/organizer/end").status_code == 409
    organizer.post("/organizer/go-on")
    assert "End the evening" in page(organizer)
    assert deeds(party) == [Deed.EVENING_ENDED, Deed.EVENING_GOES_ON]


def test_before_anyone_has_come_there_is_nothing_to_end(organizer: FlaskClient) -> None:
    assert "End the evening" not in page(organizer)
