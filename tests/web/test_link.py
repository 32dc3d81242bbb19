"""A link that does not work says what to do next; a person may have several phones and sees them."""

import pytest
from flask.testing import FlaskClient

from kiosk.actions.make_phone_link import make_phone_link
from kiosk.domain.access import Role
from kiosk.store import attendees
from kiosk.store import devices
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens

Two = tuple[FlaskClient, FlaskClient, str]


def test_a_used_link_says_what_to_do_with_the_digits_form_there(screen: Screens, party: Party) -> None:
    link = party.walks_in("Ben").link
    assert screen(Role.STRANGER).post("/link", data={"token": link.token}).status_code == 303
    refused = screen(Role.STRANGER).post("/link", data={"token": link.token})
    assert refused.status_code == 410
    assert "used or is too old" in refused.text
    assert "type its six digits here" in refused.text
    assert 'action="/link/digits"' in refused.text


def test_stale_digits_say_the_same(screen: Screens, party: Party, clock: Clock) -> None:
    link = party.walks_in("Ben").link
    clock.pass_(seconds=121)
    refused = screen(Role.STRANGER).post("/link/digits", data={"digits": link.digits})
    assert refused.status_code == 410
    assert 'action="/link/digits"' in refused.text


@pytest.fixture
def two(screen: Screens, party: Party) -> Two:
    """Two phones of one person."""
    first, second = screen(Role.ATTENDEE), screen(Role.STRANGER)
    [ana] = party.database.read(attendees.all_of_them)
    second.post("/link", data={"token": party.database.write(make_phone_link, ana.id).token})
    return first, second, ana.id


def test_each_phone_of_a_person_is_listed_and_one_unlinks_the_other(party: Party, two: Two) -> None:
    first, second, ana = two
    assert first.get("/me").text.count("Another phone") == 1
    linked = party.database.read(devices.phones_of, ana)
    [other] = [phone.id for phone in linked if f"/{phone.id}/" in first.get("/me").text]
    assert first.post(f"/me/phones/{other}/unlink").status_code == 303
    assert second.get("/me").status_code == 403
    assert "Another phone" not in first.get("/me").text


def test_nobody_unlinks_the_phone_of_another(screen: Screens, party: Party, two: Two) -> None:
    _, second, ana = two
    ben = screen(Role.STRANGER)
    ben.post("/link", data={"token": party.walks_in("Ben").link.token})
    for phone in party.database.read(devices.phones_of, ana):
        assert ben.post(f"/me/phones/{phone.id}/unlink").status_code == 404
    assert second.get("/me").status_code == 200


def test_a_phone_linked_again_is_one_phone(screen: Screens, party: Party, two: Two) -> None:
    _, second, ana = two
    second.post("/link", data={"token": party.database.write(make_phone_link, ana).token})
    assert len(party.database.read(devices.phones_of, ana)) == 2
    assert second.get("/me").status_code == 200
