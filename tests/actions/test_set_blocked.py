"""The organizer blocks somebody: nobody is sent to them until they are unblocked."""

from kiosk.actions.set_blocked import set_blocked
from kiosk.actions.set_flow import set_flow
from kiosk.domain.match import State
from kiosk.domain.surroundings import Surroundings
from kiosk.screens.organizer import organizer_screen
from kiosk.screens.phone import Showing
from kiosk.store import moods
from tests.conftest import Clock
from tests.party import LIMITS
from tests.party import Party


def test_whoever_is_blocked_is_in_no_round_and_in_no_flow_until_unblocked(party: Party, clock: Clock) -> None:
    ana, ben, cem = (party.arrives(name) for name in ("Ana", "Ben", "Cem"))
    party.database.write(set_blocked, cem, True)
    [match] = party.round()
    assert set(match.attendee_ids) == {ana, ben}
    party.database.write(set_blocked, ana, True)
    party.database.write(set_flow, True)
    clock.pass_(minutes=60)
    assert party.flow() == []
    assert not party.person(cem).free
    party.database.write(set_blocked, cem, False)
    assert party.person(cem).free


def test_blocked_they_are_out_of_their_match_at_once_and_the_other_is_free(party: Party) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    match = party.matched(ana, ben)
    assert party.phone(ana).showing is Showing.PROMPT
    party.database.write(set_blocked, ana, True)
    assert party.match(match.id).state is State.EXPIRED
    assert party.phone(ana).showing is not Showing.PROMPT
    assert ben in party.database.read(moods.free_since)
    assert ana not in party.database.read(moods.free_since)


def test_the_organizer_reads_why_they_are_without_a_match(party: Party) -> None:
    party.database.write(set_blocked, party.arrives("Ana"), True)
    screen = party.database.read(organizer_screen, party.database.clock(), LIMITS, Surroundings())
    assert ["blocked" in person.why for person in screen.without] == [True]
