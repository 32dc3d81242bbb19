"""What two people answer to a prompt, and what the other sees of it."""

import pytest

from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.refusal import PromptOver
from kiosk.domain.refusal import TooFewFree
from kiosk.screens.phone import Showing
from tests.conftest import Clock
from tests.party import Party


def test_one_yes_is_not_on_and_tells_the_other_nothing(
    party: Party, pair: tuple[str, str], match: Match, told: list[Fact]
) -> None:
    ana, ben = pair
    before = party.phone(ben)
    party.says(match, ana, Answer.GOING)
    assert party.phone(ana).showing is Showing.WAITING
    assert party.phone(ben) == before
    assert told == [PromptAnswered(match.id, (ana,))]


def test_with_the_second_yes_it_is_on_for_both_and_they_are_talking(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    for who in pair:
        party.says(match, who, Answer.GOING)
    for who in pair:
        screen = party.phone(who)
        assert screen.showing is Showing.ON
        assert screen.prompt is not None
        assert [other.coming for other in screen.prompt.others] == [True]
        assert screen.attendee.mood is Mood.TALKING


@pytest.mark.parametrize("no", [Answer.NOT_FOR_ME, Answer.LATER])
def test_a_no_frees_who_said_it_and_the_other_sees_what_silence_would_show(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock, told: list[Fact], no: Answer
) -> None:
    ana, ben = pair
    party.says(match, ben, Answer.GOING)
    waiting = party.phone(ben)
    told.clear()
    party.says(match, ana, no)
    assert party.phone(ana).showing is Showing.FREE
    assert party.phone(ben) == waiting
    assert told == [PromptAnswered(match.id, (ana,))]
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    assert party.phone(ben).showing is Showing.OVER


def test_an_unanswered_prompt_is_over_at_its_deadline_and_both_are_free(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    clock.pass_(seconds=120)
    with pytest.raises(PromptOver):
        party.says(match, pair[0], Answer.GOING)
    party.database.write(keep_time)
    assert [party.phone(who).showing for who in pair] == [Showing.OVER, Showing.OVER]
    assert all(party.person(who).free for who in pair)


def test_nobody_answers_for_another(party: Party, match: Match) -> None:
    stranger = party.arrives("Chen")
    with pytest.raises(PromptOver):
        party.says(match, stranger, Answer.GOING)


def test_who_cannot_come_after_all_frees_the_other_at_once(party: Party, pair: tuple[str, str], match: Match) -> None:
    ana, ben = pair
    for who in pair:
        party.says(match, who, Answer.GOING)
    party.says(match, ana, Answer.NOT_FOR_ME)
    assert party.phone(ben).showing is Showing.OVER
    assert party.person(ana).free
    assert party.person(ben).free


def test_who_said_not_for_me_is_not_sent_there_again_but_who_said_later_is(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    party.says(match, pair[0], Answer.LATER)
    party.database.write(end_round)
    [again] = party.round(seed=2)
    assert set(again.attendee_ids) == set(pair)
    party.says(again, pair[0], Answer.NOT_FOR_ME)
    party.database.write(end_round)
    with pytest.raises(TooFewFree):
        party.round(seed=3)


def test_a_no_said_twice_is_one(party: Party, pair: tuple[str, str], match: Match, told: list[Fact]) -> None:
    for _ in range(2):
        party.says(match, pair[0], Answer.LATER)
    assert told == [PromptAnswered(match.id, (pair[0],))]
