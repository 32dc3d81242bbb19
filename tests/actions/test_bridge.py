"""Someone who has met two others, who have not met, brings them together."""

from dataclasses import replace

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.block import block
from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.actions.set_flow import set_flow
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.domain.attendee import Mood
from kiosk.domain.match import Answer
from kiosk.domain.match import bridge_of
from kiosk.domain.refusal import TooFewFree
from kiosk.screens.phone import PromptView
from kiosk.screens.phone import Showing
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


def test_nobody_goes_to_meet_whom_they_know_until_the_one_who_is_new_to_them_says_yes(
    party: Party, three: Three
) -> None:
    ana, ben, cem = three
    [match] = party.round()
    party.says(match, ana, Answer.GOING)
    party.says(match, cem, Answer.GOING)
    for who in (ana, cem):
        assert party.phone(who).showing is Showing.WAITING
        assert party.person(who).free
    party.says(match, ben, Answer.GOING)
    for who in three:
        assert party.phone(who).showing is Showing.ON
        assert party.person(who).mood is Mood.TALKING


@pytest.mark.parametrize("said", [Answer.NOT_FOR_ME, Answer.LATER, None])
def test_a_no_of_one_of_the_two_looks_like_silence_to_the_other_and_to_whom_both_know(
    party: Party, three: Three, clock: Clock, said: Answer | None
) -> None:
    ana, ben, cem = three
    [match] = party.round()
    party.says(match, ana, Answer.GOING)
    party.says(match, cem, Answer.GOING)
    waiting = [party.phone(who) for who in (ana, cem)]
    if said:
        party.says(match, ben, said)
    assert [party.phone(who) for who in (ana, cem)] == waiting
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    for who in (ana, cem):
        assert party.phone(who).showing is Showing.OVER
        assert party.person(who).free


def test_two_go_on_without_whom_both_know(party: Party, three: Three) -> None:
    ana, ben, cem = three
    [match] = party.round()
    party.says(match, cem, Answer.NOT_FOR_ME)
    for who in (ana, ben):
        party.says(match, who, Answer.GOING)
    assert {party.phone(who).showing for who in (ana, ben)} == {Showing.ON}


def test_who_is_left_with_someone_they_know_is_free_when_the_one_who_is_new_cannot_come(
    party: Party, three: Three
) -> None:
    ana, ben, cem = three
    [match] = party.round()
    for who in three:
        party.says(match, who, Answer.GOING)
    party.says(match, ana, Answer.NOT_FOR_ME)
    for who in (ben, cem):
        assert party.phone(who).showing is Showing.OVER
        assert party.person(who).free
