"""Someone who has met two others, who have not met, brings them together."""

from dataclasses import replace

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.block import block
from kiosk.actions.end_round import end_round
from kiosk.actions.set_flow import set_flow
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.domain.match import Answer
from kiosk.domain.match import bridge_of
from kiosk.domain.refusal import TooFewFree
from kiosk.screens.phone import PromptView
from tests.conftest import Clock
from tests.party import LIMITS
from tests.party import PACE
from tests.party import Party

Three = tuple[str, str, str]


@pytest.fixture
def three(party: Party) -> Three:
    """Ana and Ben, and Cem, who has met both."""
    ana, ben, cem = party.arrives("Ana"), party.arrives("Ben"), party.arrives("Cem")
    for other in (ana, ben):
        party.scans(cem, other)
    return ana, ben, cem


def prompt(party: Party, who: str) -> PromptView:
    shown = party.phone(who).prompt
    assert shown is not None
    return shown


def test_a_round_sends_two_to_each_other_and_to_someone_both_met(party: Party, three: Three) -> None:
    [match] = party.round()
    assert set(match.attendee_ids) == set(three)
    assert bridge_of(match) == three[2]


def test_each_of_them_is_told_who_knows_both_and_first_of_whom_they_have_yet_to_meet(
    party: Party, three: Three
) -> None:
    ana, ben, cem = three
    party.round()
    assert {prompt(party, who).bridge for who in three} == {cem}
    assert [other.given for other in prompt(party, ana).others] == ["Ben", "Cem"]
    assert [other.given for other in prompt(party, ben).others] == ["Ana", "Cem"]
    met = [other.reasons for who in three for other in prompt(party, who).others if cem in (who, other.attendee_id)]
    # "You have not met yet" would not be true of them.
    assert [why.plainly for why in met] == [""] * 4


def test_flow_matches_them_too(party: Party, three: Three, clock: Clock) -> None:
    party.database.write(set_flow, True)
    clock.pass_(minutes=5)
    [match] = party.flow(replace(LIMITS, enough=3))
    assert bridge_of(match) == three[2]


@pytest.mark.parametrize("blocking", [0, 2])
def test_nobody_brings_in_whom_they_blocked_or_who_blocked_them(party: Party, three: Three, blocking: int) -> None:
    ana, ben, cem = three
    party.database.write(block, *((ana, cem) if blocking == 0 else (cem, ana)))
    [match] = party.round()
    assert match.attendee_ids == tuple(sorted((ana, ben)))
    assert prompt(party, ana).bridge is None


def test_one_who_said_no_to_one_of_them_is_no_bridge_from_then_on(party: Party, three: Three) -> None:
    ana, ben, cem = three
    [match] = party.round()
    party.database.write(answer_prompt, match.id, cem, Answer.NOT_FOR_ME)
    party.database.write(end_round)
    [again] = party.round(seed=2)
    assert again.attendee_ids == tuple(sorted((ana, ben)))


def test_what_has_happened_between_them_since_the_plan_undoes_it(party: Party, three: Three) -> None:
    _, ben, cem = three
    planned = party.database.read_long(plan_next_round, party.database.clock(), party.topics, party.table, 1)
    party.database.write(block, cem, ben)
    with pytest.raises(TooFewFree):
        party.database.write(start_round, planned, PACE)


def test_two_who_met_since_the_plan_need_no_bridge(party: Party, three: Three) -> None:
    ana, ben, _ = three
    planned = party.database.read_long(plan_next_round, party.database.clock(), party.topics, party.table, 1)
    party.scans(ana, ben)
    with pytest.raises(TooFewFree):
        party.database.write(start_round, planned, PACE)
