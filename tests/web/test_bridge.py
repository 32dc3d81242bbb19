"""Of three, who has met both others: all of them are told so, on the phone and at the door without one."""

from flask import Flask

from kiosk.actions.pair_device import pair_by_link
from kiosk.domain.access import Role
from kiosk.domain.match import Answer
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.conftest import holding


def test_two_are_told_who_knows_both_and_that_one_that_they_do(app: Flask, screen: Screens, party: Party) -> None:
    ana, ben, cem = people = [party.walks_in(name) for name in ("Ana", "Ben", "Cem")]
    for other in (ana, ben):
        party.scans(cem.arrival.attendee_id, other.arrival.attendee_id)
    party.round()
    door = screen(Role.DOOR)
    said = {}
    for who in people:
        without_phone = door.get(f"/door/arrivals/{who.arrival.id}").text
        phone = holding(app, party.database.write(pair_by_link, who.link.token)).get("/me").text
        said[who] = ["<bdi>Cem</bdi> knows you both." in page for page in (phone, without_phone)]
        assert [("You know them both." in page) for page in (phone, without_phone)] == [who is cem] * 2
    assert said == {ana: [True, True], ben: [True, True], cem: [False, False]}


def test_who_waits_is_told_for_whom(app: Flask, party: Party) -> None:
    ana, ben, cem = [party.walks_in(name) for name in ("Ana", "Ben", "Cem")]
    for other in (ana, ben):
        party.scans(cem.arrival.attendee_id, other.arrival.attendee_id)
    [match] = party.round()
    for who in (ana, cem):
        party.says(match, who.arrival.attendee_id, Answer.GOING)
        page = holding(app, party.database.write(pair_by_link, who.link.token)).get("/me").text
        assert "Nothing is on until the two who are new to each other said yes." in page
