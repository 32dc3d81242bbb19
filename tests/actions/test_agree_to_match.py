"""Nobody is matched without their own yes."""

import pytest

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.actions.walk_in import walk_in
from kiosk.domain.refusal import TooFewFree
from kiosk.domain.refusal import UnknownAttendee
from kiosk.store import moods
from tests.party import PACE
from tests.party import Party


def unasked(party: Party, name: str) -> str:
    return party.database.write(walk_in, name, "Door left", f"tap for {name}").arrival.attendee_id


def test_whoever_was_not_asked_is_here_and_no_candidate(party: Party) -> None:
    ana, ben, chen = party.arrives("Ana"), party.arrives("Ben"), unasked(party, "Chen")
    assert party.person(chen).agreed_to_match is None
    assert party.database.read(moods.counts).free == 2
    [match] = party.round()
    assert set(match.attendee_ids) == {ana, ben}


def test_a_no_is_kept_and_taken_back(party: Party) -> None:
    party.arrives("Ana")
    ben = party.arrives("Ben")
    party.database.write(agree_to_match, ben, False)
    with pytest.raises(TooFewFree):
        party.round()
    party.database.write(agree_to_match, ben, True)
    assert len(party.round()) == 1


def test_a_no_while_a_round_is_planned_is_heard(party: Party) -> None:
    party.arrives("Ana")
    ben = party.arrives("Ben")
    planned = party.database.read_long(plan_next_round, party.database.clock(), party.topics, party.table, 1)
    party.database.write(agree_to_match, ben, False)
    with pytest.raises(TooFewFree):
        party.database.write(start_round, planned, PACE)


def test_nobody_agrees_for_who_is_not_there(party: Party) -> None:
    with pytest.raises(UnknownAttendee):
        party.database.write(agree_to_match, "nobody", True)
