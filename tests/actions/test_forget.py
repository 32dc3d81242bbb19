"""The kiosk forgets on time, and wholly."""

from datetime import timedelta

from kiosk.actions.erase_attendee import erase_attendee
from kiosk.actions.forget import forget
from kiosk.actions.forget import forget_now
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_contact import set_contact
from kiosk.domain.guest import Guest
from kiosk.domain.not_expected import NotExpected
from kiosk.domain.not_expected import Why
from kiosk.store import attendees
from kiosk.store import backups
from kiosk.store import devices
from kiosk.store import not_expected
from kiosk.store import tallies
from tests.conftest import Clock
from tests.party import Party

KEEP = timedelta(days=30)
CANARY = "canary-7f3a9"


def test_people_are_there_until_their_time_is_up_and_then_nowhere_in_the_folder(party: Party, clock: Clock) -> None:
    ana = party.walks_in(f"Ana {CANARY}")
    ben = party.arrives(f"Ben {CANARY}")
    party.database.write(pair_by_link, ana.link.token)
    party.database.write(set_contact, ben, f"{CANARY}@example.org", CANARY)
    party.round()
    party.scans(ben, ana.arrival.attendee_id)

    backups.make(party.database)

    clock.pass_(days=29)
    assert not party.database.write(forget, KEEP)
    assert len(party.database.read(attendees.all_of_them)) == 2

    clock.pass_(days=2)
    assert party.database.write(forget, KEEP)
    backups.start_over(party.database)
    assert party.database.read(attendees.all_of_them) == []
    assert party.database.read(devices.in_use) == []
    for file in party.database.path.parent.rglob("*"):
        assert file.is_dir() or CANARY.encode() not in file.read_bytes(), file.name


def test_how_many_came_and_met_is_what_stays(party: Party, clock: Clock) -> None:
    ana, ben, _ = (party.arrives(name) for name in ("Ana", "Ben", "Cem"))
    party.round()
    party.scans(ben, ana)
    came_at = clock.now
    clock.pass_(days=31)
    assert party.database.write(forget, KEEP)
    (tally,) = party.database.read(tallies.all_of_them)
    assert (tally.expected, tally.came, tally.rounds, tally.matches) == (3, 3, 1, 1)
    assert (tally.meetings, tally.met_someone) == (1, 2)
    assert (tally.first_arrival_at, tally.forgotten_at) == (came_at, clock.now)


def test_forgetting_an_evening_nobody_came_to_leaves_no_tally(party: Party) -> None:
    party.database.write(import_guests, prepare([Guest(2, "Ana", keys=("email:a",))], party.topics))
    party.database.write(forget_now)
    assert party.database.read(attendees.all_of_them) == []
    assert party.database.read(tallies.all_of_them) == []


def test_who_was_not_expected_is_forgotten_with_all_others_or_when_they_ask(party: Party) -> None:
    yan = NotExpected("Yan Li", "t-1", Why.WAITING)
    party.database.write(import_guests, (), "a list", [yan])
    party.database.write(erase_attendee, party.arrives("Yan Li"), party.topics)
    assert party.database.read(not_expected.named, "Yan Li") == []
    party.database.write(import_guests, (), "a list", [yan])
    party.database.write(forget_now)
    assert party.database.read(not_expected.with_ticket, ["t-1"]) == []


def test_a_list_whose_evening_is_still_to_come_is_kept(party: Party, clock: Clock) -> None:
    party.database.write(import_guests, prepare([Guest(2, "Ana", keys=("email:a",))], party.topics))
    clock.pass_(days=90)
    assert not party.database.write(forget, KEEP)
    assert len(party.database.read(attendees.all_of_them)) == 1
