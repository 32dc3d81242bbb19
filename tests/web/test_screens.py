"""Paired browsers on the organizer's page: who is connected, removed, signed out."""

from flask import Flask
from flask.testing import FlaskClient

from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.pair_device import pair_organizer
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.evening import Evening
from kiosk.store import audit
from kiosk.store import devices
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.conftest import holding


def deeds(party: Party) -> list[Deed]:
    return [entry.deed for entry in party.database.read(audit.latest, 50)]


def device_id(party: Party, role: Role) -> str:
    return next(each.id for each in party.database.read(devices.in_use) if each.role is role)


def test_a_door_is_connected_while_it_asks_and_then_last_heard_some_minutes_ago(
    screen: Screens, clock: Clock, evening: Evening
) -> None:
    organizer, door = screen(Role.ORGANIZER), screen(Role.DOOR)
    assert "not since the kiosk was started" in organizer.get("/organizer").text
    door.get("/door")
    shown = organizer.get("/organizer").text
    assert "door left" in shown
    assert "not since the kiosk was started" not in shown
    clock.pass_(minutes=4)
    assert "last heard 4 min ago" in organizer.get("/organizer").text


def test_a_tablet_for_guests_has_no_socket_and_is_connected_by_asking(
    screen: Screens, clock: Clock, party: Party, evening: Evening
) -> None:
    tablet = screen(Role.SELF_SERVICE)
    known = device_id(party, Role.SELF_SERVICE)
    clock.pass_(minutes=5)
    assert not evening.sightings.of(known, clock()).connected
    assert tablet.get("/healthz").status_code == 200
    assert evening.sightings.of(known, clock()).connected


def test_a_removed_screen_is_a_strangers_and_it_is_noted(screen: Screens, party: Party) -> None:
    organizer, door = screen(Role.ORGANIZER), screen(Role.DOOR)
    assert door.get("/door").status_code == 200
    organizer.post(f"/organizer/screens/{device_id(party, Role.DOOR)}/revoke")
    assert door.get("/door").status_code == 403
    assert deeds(party) == [Deed.SCREEN_REMOVED]


def test_all_other_organizers_are_signed_out_and_the_one_who_asks_stays(app: Flask, party: Party) -> None:
    mine, other = (holding(app, party.database.write(pair_organizer, name)) for name in ("here", "there"))
    mine.post("/organizer/screens/sign-out-others")
    assert mine.get("/organizer").status_code == 200
    assert other.get("/organizer").headers["Location"] == "/organizer/sign-in"
    assert deeds(party) == [Deed.SIGNED_OUT]
    assert "Signed in as organizer: 1 browser" in mine.get("/organizer").text


def test_one_organizer_ends_anothers_session(app: Flask, party: Party) -> None:
    mine, lost = (holding(app, party.database.write(pair_organizer, name)) for name in ("here", "lost laptop"))
    shown = mine.get("/organizer").text
    assert "lost laptop" in shown
    ids = [each.id for each in party.database.read(devices.in_use) if each.name == "lost laptop"]
    mine.post(f"/organizer/screens/{ids[0]}/revoke")
    assert lost.get("/organizer").status_code == 303


def test_a_guests_phone_is_seen_and_unlinked_on_their_page_and_nobody_elses(
    app: Flask, screen: Screens, party: Party
) -> None:
    organizer, ana = screen(Role.ORGANIZER), party.walks_in("Ana")
    phone = holding(app, party.database.write(pair_by_link, ana.link.token))
    who, linked = ana.arrival.attendee_id, device_id(party, Role.ATTENDEE)
    phone.get("/me")
    assert "connected" in organizer.get(f"/organizer/attendees/{who}").text
    wrong = organizer.post(f"/organizer/attendees/{party.arrives('Ben')}/phones/{linked}")
    assert wrong.status_code == 404
    assert phone.get("/me").status_code == 200
    organizer.post(f"/organizer/attendees/{who}/phones/{linked}")
    assert phone.get("/me").status_code == 403
    assert deeds(party) == [Deed.UNLINKED]


def test_only_a_visit_from_another_machine_counts_as_a_phone_in_the_wifi(app: Flask, evening: Evening) -> None:
    visitor: FlaskClient = app.test_client()
    visitor.get("/")
    assert not evening.sightings.guest_reached
    visitor.get("/", environ_base={"REMOTE_ADDR": "192.0.2.77"})
    assert evening.sightings.guest_reached


def test_a_door_in_the_wifi_is_no_guests_phone(screen: Screens, evening: Evening) -> None:
    screen(Role.DOOR).get("/door", environ_base={"REMOTE_ADDR": "192.0.2.77"})
    assert not evening.sightings.guest_reached
