"""The door's promises."""

import pytest

from kiosk.actions.check_in import check_in
from kiosk.actions.import_guests import import_guests
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.actions.walk_in import walk_in
from kiosk.domain.attendee import Presence
from kiosk.domain.fact import ArrivalUndone
from kiosk.domain.fact import AttendeeArrived
from kiosk.domain.fact import Fact
from kiosk.domain.guest import Guest
from kiosk.domain.refusal import AlreadyHere
from kiosk.domain.refusal import NameMissing
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.topic import Topics
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.party import Party

ANA = Guest(2, "Ana García", list_key="email:ana@example.org")


@pytest.fixture
def ana(database: Database, topics: Topics) -> str:
    database.write(import_guests, [ANA], topics)
    return database.read(attendees.all_of_them)[0].id


def test_who_is_checked_in_is_here_and_free_and_it_is_told(database: Database, ana: str, told: list[Fact]) -> None:
    arrived = database.write(check_in, ana, "Door left", "tap-1")
    person = database.read(attendees.need, ana)
    assert person.free
    assert person.arrived_at == arrived.arrival.arrived_at == database.clock()
    assert told == [AttendeeArrived(ana)]


def test_a_double_tap_is_one_arrival(database: Database, ana: str) -> None:
    first = database.write(check_in, ana, "Door left", "tap-1")
    again = database.write(check_in, ana, "Door left", "tap-1")
    assert again.arrival == first.arrival
    assert len(database.read(arrivals.all_of_them)) == 1


def test_a_second_check_in_says_when_and_where_the_first_was_and_changes_nothing(
    database: Database, ana: str, clock: Clock, told: list[Fact]
) -> None:
    first = database.write(check_in, ana, "Door left", "tap-1")
    clock.pass_(minutes=7)
    told.clear()
    with pytest.raises(AlreadyHere) as refused:
        database.write(check_in, ana, "Door right", "tap-2")
    assert (refused.value.arrived_at, refused.value.door) == (first.arrival.arrived_at, "Door left")
    assert database.read(arrivals.all_of_them) == [first.arrival]
    assert told == []


def test_undo_takes_the_arrival_back_and_keeps_it_for_the_files(
    database: Database, ana: str, clock: Clock, told: list[Fact]
) -> None:
    arrived = database.write(check_in, ana, "Door left", "tap-1")
    clock.pass_(seconds=5)
    for _ in range(2):
        assert database.write(undo_arrival, arrived.arrival.id) == ana
    assert database.read(attendees.need, ana).presence is Presence.EXPECTED
    assert [a.undone_at for a in database.read(arrivals.all_of_them)] == [clock()]
    assert told.count(ArrivalUndone(ana)) == 1


def test_after_an_undo_the_person_can_be_checked_in_again(database: Database, ana: str) -> None:
    first = database.write(check_in, ana, "Door left", "tap-1")
    database.write(undo_arrival, first.arrival.id)
    second = database.write(check_in, ana, "Door left", "tap-2")
    assert database.read(arrivals.standing_of, ana) == second.arrival


def test_undoing_the_check_in_of_someone_in_a_match_ends_the_match(party: Party) -> None:
    arrived = party.walks_in("Ben")
    other = party.arrives("Chen")
    [match] = party.round()
    party.database.write(undo_arrival, arrived.arrival.id)
    assert not party.match(match.id).running
    assert party.phone(other).showing == "over"


def test_a_walk_in_is_one_name_and_one_tap_and_sent_twice_is_one_person(database: Database) -> None:
    first = database.write(walk_in, "  Zoë\u202e  Müller ", "Door left", "tap-1")
    again = database.write(walk_in, "Zoë Müller", "Door left", "tap-1")
    assert first.arrival == again.arrival
    assert [(a.name, a.walked_in, a.free) for a in database.read(attendees.all_of_them)] == [("Zoë Müller", True, True)]


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u0007"])
def test_a_walk_in_needs_a_name(database: Database, name: str) -> None:
    with pytest.raises(NameMissing):
        database.write(walk_in, name, "Door left", "tap-1")


def test_nobody_unknown_is_checked_in(database: Database) -> None:
    with pytest.raises(UnknownAttendee):
        database.write(check_in, "nobody", "Door left", "tap-1")
