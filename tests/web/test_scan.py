"""A badge scanned with a phone: linked or not yet."""

from flask import Flask

from kiosk.actions.make_screen_link import make_screen_link
from kiosk.actions.pair_device import pair_by_link
from kiosk.domain.access import Role
from kiosk.store import meetings
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.conftest import holding


def test_a_scan_from_a_phone_that_is_not_linked_goes_on_once_it_is(party: Party, screen: Screens) -> None:
    ben = party.person(party.arrives("Ben"))
    phone = screen(Role.STRANGER)
    phone.get(f"/b/{ben.badge_code}")
    linked = phone.post("/link", data={"token": party.walks_in("Ana").link.token})
    assert linked.headers["Location"] == f"/B/{ben.badge_code}"
    assert ben.badge_code in phone.get(linked.headers["Location"]).text
    assert party.database.read(meetings.all_of_them) == []


def test_a_scan_of_long_ago_is_forgotten_and_a_newer_one_is_used_once(
    party: Party, screen: Screens, clock: Clock
) -> None:
    phone = screen(Role.STRANGER)
    phone.get("/b/7K3MQ2XW")
    clock.pass_(minutes=11)
    assert phone.post("/link", data={"token": party.walks_in("Ana").link.token}).headers["Location"] == "/me"
    assert phone.post("/link", data={"token": party.walks_in("Ben").link.token}).headers["Location"] == "/me"


def test_a_door_that_is_paired_goes_to_the_door_whatever_was_scanned(party: Party, screen: Screens) -> None:
    tablet = screen(Role.STRANGER)
    tablet.get("/b/7K3MQ2XW")
    link = party.database.write(make_screen_link, Role.DOOR, "Door left")
    assert tablet.post("/link", data={"token": link.token}).headers["Location"] == "/door"


def test_what_a_photo_reads_is_the_address_on_the_badge_and_is_a_meeting(party: Party, screen: Screens) -> None:
    ben = party.person(party.arrives("Ben"))
    phone = screen(Role.ATTENDEE)
    assert "code-scanner" in phone.get("/me/scan").text
    assert phone.post("/b", data={"code": f"HTTP://192.168.1.10:8080/B/{ben.badge_code}"}).status_code == 303
    assert len(party.database.read(meetings.all_of_them)) == 1


def test_whom_one_scanned_is_said_once_even_while_one_is_to_meet_somebody_else(app: Flask, party: Party) -> None:
    ana, ben, cem = (party.walks_in(name) for name in ("Ana", "Ben", "Cem"))
    phone = holding(app, party.database.write(pair_by_link, ana.link.token))
    party.matched(ana.arrival.attendee_id, ben.arrival.attendee_id)
    strip = 'role="status">You met <'
    for other, how_often in ((cem, 1), (ben, 0)):  # that one met whom one was to meet is what the phone shows then
        phone.post("/b", data={"code": party.person(other.arrival.attendee_id).badge_code})
        assert phone.get("/me").text.count(strip) == how_often
        assert strip not in phone.get("/me").text
