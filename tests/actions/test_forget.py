"""The kiosk forgets on time, and wholly."""

from datetime import timedelta

from kiosk.actions.forget import forget
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_contact import set_contact
from kiosk.domain.guest import Guest
from kiosk.store import attendees
from kiosk.store import devices
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
    party.database.write(meet_by_badge, ben, party.person(ana.arrival.attendee_id).badge_code)

    clock.pass_(days=29)
    assert not party.database.write(forget, KEEP)
    assert len(party.database.read(attendees.all_of_them)) == 2

    clock.pass_(days=2)
    assert party.database.write(forget, KEEP)
    party.database.compact()
    assert party.database.read(attendees.all_of_them) == []
    assert party.database.read(devices.in_use) == []
    for file in party.database.path.parent.iterdir():
        assert CANARY.encode() not in file.read_bytes(), file.name


def test_a_list_whose_evening_is_still_to_come_is_kept(party: Party, clock: Clock) -> None:
    party.database.write(import_guests, prepare([Guest(2, "Ana", list_key="email:a")], party.topics))
    clock.pass_(days=90)
    assert not party.database.write(forget, KEEP)
    assert len(party.database.read(attendees.all_of_them)) == 1
