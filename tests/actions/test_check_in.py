"""The door's promises."""

from datetime import timedelta

import pytest

from kiosk.actions.answer_at_door import Answers
from kiosk.actions.answer_at_door import answer_at_door
from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.bind_badge import bind_badge
from kiosk.actions.check_in import check_in
from kiosk.actions.check_in_party import check_in_party
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.remark import remark
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.actions.walk_in import walk_in
from kiosk.domain.access import Role
from kiosk.domain.attendee import Attendee
from kiosk.domain.attendee import Mood
from kiosk.domain.attendee import Presence
from kiosk.domain.device import Device
from kiosk.domain.fact import ArrivalUndone
from kiosk.domain.fact import AttendeeArrived
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import DevicesChanged
from kiosk.domain.fact import Fact
from kiosk.domain.guest import Guest
from kiosk.domain.link import token_hash
from kiosk.domain.match import Answer
from kiosk.domain.match import State
from kiosk.domain.refusal import AlreadyHere
from kiosk.domain.refusal import BadgeTaken
from kiosk.domain.refusal import LinkSpent
from kiosk.domain.refusal import NameMissing
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.screens.phone import Showing
from kiosk.store import arrivals
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.store.database import Change
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.party import Party

ANA = Guest(2, "Ana García", keys=("email:ana@example.org",))


@pytest.fixture
def ana(database: Database, topics: Topics) -> str:
    database.write(import_guests, prepare([ANA], topics))
    return database.read(attendees.all_of_them)[0].id


def test_who_is_checked_in_is_here_and_free_and_it_is_told(database: Database, ana: str, told: list[Fact]) -> None:
    arrived = database.write(check_in, ana, "Door left", "tap-1")
    person = database.read(attendees.need, ana)
    assert (person.presence, person.mood) == (Presence.HERE, Mood.FREE)
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


def test_undoing_someone_who_is_on_frees_the_other_at_once(party: Party) -> None:
    ana, ben = party.walks_in("Ana"), party.arrives("Ben")
    [match] = party.round()
    for who in match.attendee_ids:
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    party.database.write(undo_arrival, ana.arrival.id)
    assert party.match(match.id).prompt_of(ben).state is State.MISSED
    assert party.person(ben).free
    assert party.phone(ben).showing is Showing.OVER


def test_undoing_one_of_three_who_are_on_lets_the_other_two_go_on(party: Party) -> None:
    ana, *others = party.walks_in("Ana"), party.arrives("Ben"), party.arrives("Chen")
    [match] = party.round()
    for who in match.attendee_ids:
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    party.database.write(undo_arrival, ana.arrival.id)
    for who in others:
        assert party.phone(who).showing is Showing.ON
        assert party.person(who).mood is Mood.TALKING


def test_undo_signs_out_whoever_scanned_the_link_of_a_wrong_row_and_tells_it(party: Party, told: list[Fact]) -> None:
    ana, ben = party.walks_in("Ana"), party.walks_in("Ben")
    wrong = party.database.write(pair_by_link, ana.link.token)
    right = party.database.write(pair_by_link, ben.link.token)
    told.clear()
    party.database.write(undo_arrival, ana.arrival.id)
    assert party.database.read(devices.by_token, Role.ATTENDEE, token_hash(wrong.token)) is None
    assert party.database.read(devices.by_token, Role.ATTENDEE, token_hash(right.token)) == right.device
    assert [fact for fact in told if isinstance(fact, DevicesChanged)] == [DevicesChanged((wrong.device.id,))]


def test_undo_ends_the_link_that_nobody_has_scanned_yet(party: Party) -> None:
    ana = party.walks_in("Ana")
    party.database.write(undo_arrival, ana.arrival.id)
    for secret in (ana.link.token, ana.link.digits):
        with pytest.raises(LinkSpent):
            party.database.write(pair_by_link, secret)


def test_a_phone_linked_before_this_arrival_stays_linked(party: Party, clock: Clock) -> None:
    ana = party.walks_in("Ana")

    def linked_early(change: Change) -> None:
        device = Device("early", Role.ATTENDEE, "Ana", change.now - timedelta(days=1), ana.arrival.attendee_id)
        devices.add(change.connection, device, token_hash("early"))

    party.database.write(linked_early)
    party.database.write(undo_arrival, ana.arrival.id)
    assert party.database.read(devices.by_token, Role.ATTENDEE, token_hash("early")) is not None


def test_a_walk_in_is_one_name_and_one_tap_and_sent_twice_is_one_person(database: Database) -> None:
    first = database.write(walk_in, "  Zoë\u202e  Müller ", "Door left", "tap-1")
    again = database.write(walk_in, "Zoë Müller", "Door left", "tap-1")
    assert first.arrival == again.arrival
    assert [(a.name, a.walked_in, a.presence) for a in database.read(attendees.all_of_them)] == [
        ("Zoë Müller", True, Presence.HERE)
    ]


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u0007"])
def test_a_walk_in_needs_a_name(database: Database, name: str) -> None:
    with pytest.raises(NameMissing):
        database.write(walk_in, name, "Door left", "tap-1")


def test_nobody_unknown_is_checked_in(database: Database) -> None:
    with pytest.raises(UnknownAttendee):
        database.write(check_in, "nobody", "Door left", "tap-1")


def test_a_blank_badge_becomes_theirs_and_the_old_code_is_nobodys(
    database: Database, ana: str, told: list[Fact]
) -> None:
    old = database.read(attendees.need, ana).badge_code
    database.write(bind_badge, ana, "7K3MQ2XW")
    assert database.read(attendees.need, ana).badge_code == "7K3MQ2XW"
    assert database.read(attendees.by_code, old) is None
    assert told == [AttendeeChanged(ana)]


def test_a_badge_has_one_owner(party: Party) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    with pytest.raises(BadgeTaken) as refused:
        party.database.write(bind_badge, ben, party.person(ana).badge_code)
    assert "Ana" in str(refused.value)
    party.database.write(bind_badge, ana, party.person(ana).badge_code)


def of_one_registration(party: Party, *names: str) -> list[str]:
    """People still expected who are on one registration; their ids."""

    def put_on_the_list(change: Change) -> None:
        people = [Attendee(name, f"CODE{number:04}", name, registration="order 7") for number, name in enumerate(names)]
        attendees.add_all(change.connection, people, change.now)

    party.database.write(put_on_the_list)
    return list(names)


def test_a_party_comes_in_with_one_tap_and_a_double_tap_brings_nobody_twice(party: Party, told: list[Fact]) -> None:
    of_one_registration(party, "Ana", "Ben", "Chen")
    party.database.write(check_in, "Chen", "Door left", "tap-of-chen")
    told.clear()
    arrived = party.database.write(check_in_party, "Ben", "Door left", "tap-of-ben")
    assert [one.arrival.attendee_id for one in arrived] == ["Ben", "Ana"]
    assert told == [AttendeeArrived("Ben"), AttendeeArrived("Ana")]
    assert party.database.write(check_in_party, "Ben", "Door left", "tap-of-ben") == ()
    assert len(party.database.read(arrivals.all_of_them)) == 3


def test_who_is_on_no_registration_is_a_party_of_one(party: Party) -> None:
    ana, ben = (party.walks_in(name).arrival for name in ("Ana", "Ben"))
    for arrival in (ana, ben):
        party.database.write(undo_arrival, arrival.id)
    arrived = party.database.write(check_in_party, ana.attendee_id, "Door left", "tap-key-1")
    assert [one.arrival.attendee_id for one in arrived] == [ana.attendee_id]


def test_what_is_answered_at_the_door_is_kept_and_what_is_skipped_stays(party: Party, topics: Topics) -> None:
    ana = party.arrives("Ana")
    leaves_at = party.database.clock() + timedelta(hours=1)
    party.database.write(answer_at_door, ana, Answers(("bees", " ", "chess"), shown=True, leaves_at=leaves_at), topics)
    party.database.write(answer_at_door, ana, Answers(matched=False), topics)
    person = party.person(ana)
    assert [(s.text, s.topic) for s in person.stated(Kind.INTEREST)] == [("bees", "beekeeping"), ("chess", "chess")]
    assert (person.shown, person.agreed_to_match, person.leaves_at) == (True, False, leaves_at)


def test_a_remark_is_one_clean_line_and_may_be_taken_back(party: Party) -> None:
    ana = party.arrives("Ana")
    party.database.write(remark, ana, " speaks\nat eight ", "Wheelchair\u202e")
    person = party.person(ana)
    assert (person.note, person.attention) == ("speaks at eight", "Wheelchair")
    party.database.write(remark, ana, "", "")
    assert party.person(ana).attention == ""
