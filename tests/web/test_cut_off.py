"""A door that was cut off: what it keeps of the list, and what it says late."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from kiosk.actions.check_in import check_in
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store.database import Change
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens

ANA = Attendee(
    "ana", "AAAAAAAA", "Ana García", "Riverside", email="ana@secret.example", ticket_code="g-ana", attention="secret"
)
MINUTE = 60_000


@pytest.fixture
def door(screen: Screens, party: Party) -> FlaskClient:
    def put_on_the_list(change: Change) -> None:
        attendees.add(change.connection, ANA, change.now)

    party.database.write(put_on_the_list)
    return screen(Role.DOOR)


def late(door: FlaskClient, key: str = "late-key-1", waited_ms: int = 8 * MINUTE, **deed: str) -> str:
    answer = door.post("/door/cut-off/catch-up", data={"request_key": key, "waited_ms": waited_ms, **deed})
    assert answer.status_code == 200, answer.text
    return str(answer.json["refused"])  # type: ignore[index]


def test_a_door_keeps_names_and_codes_of_who_is_not_here_and_nothing_else(party: Party, door: FlaskClient) -> None:
    party.arrives("Ben")
    kept = door.get("/door/cut-off/guests")
    ana = {"id": "ana", "name": "Ana García", "company": "Riverside", "code": "AAAAAAAA", "attention": True}
    assert kept.json == [ana]
    assert "secret" not in kept.text
    assert kept.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "deed", [{"attendee_id": "ana"}, {"code": "HTTP://10.0.0.9/B/AAAAAAAA"}, {"code": "x", "typed": "g-ana"}]
)
def test_what_is_said_late_is_done_once_and_keeps_both_times(
    party: Party, door: FlaskClient, clock: Clock, deed: dict[str, str]
) -> None:
    assert late(door, **deed) == ""
    assert late(door, **deed) == "", "the answer was lost and it was sent again"
    [arrival] = party.database.read(arrivals.all_of_them)
    assert (arrival.attendee_id, arrival.arrived_at) == ("ana", clock.now)
    assert arrival.client_at == clock.now - timedelta(minutes=8)


def test_a_walk_in_kept_while_cut_off_is_added_once(party: Party, door: FlaskClient) -> None:
    assert late(door, name="Dora Maar") == late(door, name="Dora Maar") == ""
    assert [person.name for person in party.database.read(attendees.here)] == ["Dora Maar"]


def test_who_was_let_in_by_another_door_meanwhile_is_told_and_stays_in_once(
    party: Party, door: FlaskClient, clock: Clock
) -> None:
    party.database.write(check_in, "ana", "Door B", "tap at door B")
    clock.pass_(minutes=5)
    assert late(door, attendee_id="ana") == "In already, since 19:00 by Door B."
    assert len(party.database.read(arrivals.all_of_them)) == 1


def test_what_was_undone_meanwhile_stays_undone(party: Party, door: FlaskClient, clock: Clock) -> None:
    arrived = party.database.write(check_in, "ana", "Door B", "tap at door B")
    clock.pass_(minutes=1)
    party.database.write(undo_arrival, arrived.arrival.id)
    clock.pass_(minutes=5)
    assert late(door, waited_ms=6 * MINUTE).startswith("This person is not on the list")
    assert "undone at another door" in late(door, attendee_id="ana", waited_ms=6 * MINUTE)
    assert late(door, attendee_id="ana", waited_ms=4 * MINUTE) == "", "taken after the undoing, it counts"


def test_a_code_or_a_person_nobody_knows_is_told(door: FlaskClient) -> None:
    assert late(door, code="g-nobody") == "Nobody here has this code."
    assert late(door, attendee_id="nobody").startswith("This person is not on the list")
    assert late(door, name="") == "Please type a name."


def test_without_a_key_or_a_time_nothing_is_done_and_that_is_told(party: Party, door: FlaskClient) -> None:
    for broken in ({"key": ""}, {"waited_ms": -1}):
        assert "Something in the form" in late(door, attendee_id="ana", **broken)  # type: ignore[arg-type]
    assert party.database.read(arrivals.all_of_them) == []


def test_a_screen_that_was_removed_keeps_no_list_and_says_nothing(party: Party, door: FlaskClient) -> None:
    door.delete_cookie("kiosk_door")
    assert door.get("/door/cut-off/guests").status_code == 403
    assert door.post("/door/cut-off/catch-up", data={"attendee_id": "ana"}).status_code == 403
