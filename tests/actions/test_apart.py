"""What people say of each other decides whom they are sent to, and in which order they come."""

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.end_round import end_round
from kiosk.actions.plan_matches import candidates_of
from kiosk.actions.plan_matches import history_of
from kiosk.actions.relate import relate
from kiosk.domain.match import Answer
from kiosk.domain.match import WhyNot
from kiosk.domain.meeting import LASTS
from kiosk.domain.refusal import TooFewFree
from kiosk.domain.relation import Relation
from kiosk.store import attendees
from kiosk.store.database import Change
from tests.conftest import Clock
from tests.party import Party


@pytest.fixture
def pair(party: Party) -> tuple[str, str]:
    return party.arrives("Ana"), party.arrives("Ben")


@pytest.fixture
def meeting(party: Party, pair: tuple[str, str]) -> str:
    return party.scans(pair[0], pair[1]).id


def set_of(party: Party, attendee_id: str, **values: object) -> None:
    def change_columns(change: Change) -> None:
        attendees.change(change.connection, attendee_id, **values)

    party.database.write(change_columns)


def test_two_who_met_are_sent_to_each_other_again_once_both_ask_and_not_a_third_time(
    party: Party, pair: tuple[str, str], meeting: str
) -> None:
    ana, ben = pair
    party.database.write(relate, meeting, ana, Relation.AGAIN, True)
    with pytest.raises(TooFewFree):
        party.round()
    party.database.write(relate, meeting, ben, Relation.AGAIN, True)
    [again] = party.round()
    assert set(again.attendee_ids) == set(pair)
    party.scans(ben, ana)
    party.database.write(end_round)
    with pytest.raises(TooFewFree):
        party.round(seed=2)


def test_who_asked_to_meet_again_and_then_says_no_asks_no_more(
    party: Party, pair: tuple[str, str], meeting: str
) -> None:
    for who in pair:
        party.database.write(relate, meeting, who, Relation.AGAIN, True)
    [again] = party.round()
    party.database.write(answer_prompt, again.id, pair[0], Answer.NOT_FOR_ME)
    party.database.write(end_round)
    with pytest.raises(TooFewFree):
        party.round(seed=2)


@pytest.mark.parametrize("relation", [Relation.KNOWS, Relation.BLOCKS])
def test_one_who_knows_or_blocks_the_other_is_not_sent_there_even_if_both_had_asked(
    party: Party, pair: tuple[str, str], meeting: str, relation: Relation
) -> None:
    for who in pair:
        party.database.write(relate, meeting, who, Relation.AGAIN, True)
    party.database.write(relate, meeting, pair[1], relation, True)
    with pytest.raises(TooFewFree):
        party.round()


@pytest.mark.parametrize("why_not", WhyNot)
def test_whatever_the_reason_of_a_no_they_are_not_sent_to_each_other_again(
    party: Party, pair: tuple[str, str], why_not: WhyNot
) -> None:
    [match] = party.round()
    party.database.write(answer_prompt, match.id, pair[0], Answer.NOT_FOR_ME, why_not, pair[1])
    party.database.write(end_round)
    with pytest.raises(TooFewFree):
        party.round(seed=2)


def test_a_minor_is_sent_to_nobody(party: Party, pair: tuple[str, str]) -> None:
    set_of(party, pair[0], minor=True)
    with pytest.raises(TooFewFree):
        party.round()


def test_colleagues_are_not_sent_to_each_other(party: Party, pair: tuple[str, str]) -> None:
    for who in pair:
        set_of(party, who, company="City Library")
    others = [party.arrives(name) for name in ("Chen", "Dora", "Femi")]
    matched = [set(match.attendee_ids) for match in party.round()]
    assert not any(set(pair) <= people for people in matched)
    assert {who for people in matched for who in people} >= set(others)


def test_who_was_glad_no_longer_comes_first_and_who_said_nothing_while_the_other_was_glad_still_does(
    party: Party, pair: tuple[str, str], meeting: str, clock: Clock
) -> None:
    ana, ben = pair

    def good() -> dict[str, int]:
        people = [party.person(who) for who in pair]
        return {c.id: c.meetings for c in party.database.read(candidates_of, clock(), people)}

    assert good() == {ana: 0, ben: 0}
    clock.now += LASTS
    assert good() == {ana: 1, ben: 1}
    party.database.write(relate, meeting, ana, Relation.GLAD, True)
    assert good() == {ana: 1, ben: 0}


def test_the_matcher_learns_who_was_glad_and_hears_silence_only_of_those_who_say_it_at_times(
    party: Party, pair: tuple[str, str], meeting: str, clock: Clock
) -> None:
    ana, ben = pair
    chen = party.arrives("Chen")
    party.scans(ana, chen)
    party.database.write(relate, meeting, ana, Relation.GLAD, True)
    assert party.database.read(history_of, clock()).glad == {(ana, ben): True}
    clock.now += LASTS
    assert party.database.read(history_of, clock()).glad == {(ana, ben): True, (ana, chen): False}
