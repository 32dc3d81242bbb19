"""The life of a round, as its people see it."""

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.meet import say_met
from kiosk.actions.set_mood import set_mood
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.refusal import NoRoundRunning
from kiosk.domain.refusal import OwnBadge
from kiosk.domain.refusal import PromptOver
from kiosk.domain.refusal import RoundStillRunning
from kiosk.domain.refusal import TooFewFree
from kiosk.domain.refusal import UnknownBadge
from kiosk.screens.phone import Showing
from kiosk.store import meetings
from tests.conftest import Clock
from tests.party import PACE
from tests.party import Party


@pytest.fixture
def pair(party: Party) -> tuple[str, str]:
    return party.arrives("Ana García"), party.arrives("Ben Okafor")


@pytest.fixture
def match(party: Party, pair: tuple[str, str]) -> Match:
    return party.round()[0]


def says(party: Party, match: Match, who: str, answer: Answer) -> None:
    party.database.write(answer_prompt, match.id, who, answer)


def test_everyone_free_gets_a_prompt_with_a_beacon_and_a_spot(party: Party) -> None:
    people = [party.arrives(f"Person {n}") for n in range(7)]
    made = party.round()
    assert sorted(who for match in made for who in match.attendee_ids) == sorted(people)
    assert sorted(len(match.prompts) for match in made) == [2, 2, 3]
    assert len({match.beacon for match in made}) == 3
    assert {match.spot for match in made} <= {"long window", "the bar"}
    assert all(party.phone(who).showing is Showing.PROMPT for who in people)


def test_who_rests_or_talks_is_left_in_peace(party: Party, pair: tuple[str, str]) -> None:
    resting = party.arrives("Chen")
    party.database.write(set_mood, resting, Mood.RESTING)
    [match] = party.round()
    assert set(match.attendee_ids) == set(pair)


def test_one_yes_is_not_on_and_tells_the_other_nothing(
    party: Party, pair: tuple[str, str], match: Match, told: list[Fact]
) -> None:
    ana, ben = pair
    before = party.phone(ben)
    says(party, match, ana, Answer.GOING)
    assert party.phone(ana).showing is Showing.WAITING
    assert party.phone(ben) == before
    assert told == [PromptAnswered(match.id, (ana,))]


def test_with_the_second_yes_it_is_on_for_both_and_they_are_talking(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    for who in pair:
        says(party, match, who, Answer.GOING)
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
    says(party, match, ben, Answer.GOING)
    waiting = party.phone(ben)
    told.clear()
    says(party, match, ana, no)
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
        says(party, match, pair[0], Answer.GOING)
    party.database.write(keep_time)
    assert [party.phone(who).showing for who in pair] == [Showing.OVER, Showing.OVER]
    assert all(party.person(who).free for who in pair)


def test_nobody_answers_for_another(party: Party, match: Match) -> None:
    stranger = party.arrives("Chen")
    with pytest.raises(PromptOver):
        says(party, match, stranger, Answer.GOING)


def test_who_cannot_come_after_all_frees_the_other_at_once(party: Party, pair: tuple[str, str], match: Match) -> None:
    ana, ben = pair
    for who in pair:
        says(party, match, who, Answer.GOING)
    says(party, match, ana, Answer.NOT_FOR_ME)
    assert party.phone(ben).showing is Showing.OVER
    assert party.person(ana).free
    assert party.person(ben).free


def test_scanning_the_others_badge_is_a_meeting_for_both_and_only_one(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    ana, ben = pair
    for scanner, scanned in ((ana, ben), (ben, ana), (ana, ben)):
        party.database.write(meet_by_badge, scanner, party.person(scanned).badge_code)
    assert [party.phone(who).showing for who in pair] == [Showing.MET, Showing.MET]
    [meeting] = party.database.read(meetings.all_of_them)
    assert {meeting.one_id, meeting.other_id} == {ana, ben}
    assert (meeting.how, meeting.match_id) == ("scan", match.id)


def test_a_scan_outside_any_prompt_is_a_meeting_by_chance(party: Party, pair: tuple[str, str]) -> None:
    ana, ben = pair
    party.database.write(meet_by_badge, ana, party.person(ben).badge_code)
    assert [met.name for met in party.phone(ben).met] == ["Ana García"]


def test_nobody_meets_themselves_or_a_code_that_is_not_there(party: Party, pair: tuple[str, str]) -> None:
    with pytest.raises(OwnBadge):
        party.database.write(meet_by_badge, pair[0], party.person(pair[0]).badge_code)
    with pytest.raises(UnknownBadge):
        party.database.write(meet_by_badge, pair[0], "00000000")


def test_saying_so_is_a_meeting_once_both_have(party: Party, pair: tuple[str, str], match: Match) -> None:
    ana, ben = pair
    for who in pair:
        says(party, match, who, Answer.GOING)
    party.database.write(say_met, match.id, ana)
    assert party.database.read(meetings.all_of_them) == []
    party.database.write(say_met, match.id, ben)
    party.database.write(say_met, match.id, ben)
    [meeting] = party.database.read(meetings.all_of_them)
    assert meeting.how == "tap"
    assert party.phone(ana).showing is Showing.MET


def test_who_met_is_not_matched_with_each_other_again(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    party.database.write(meet_by_badge, pair[0], party.person(pair[1]).badge_code)
    party.database.write(end_round)
    assert all(party.person(who).free for who in pair)
    with pytest.raises(TooFewFree):
        party.round(seed=2)


def test_who_said_not_for_me_is_not_sent_there_again_but_who_said_later_is(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    says(party, match, pair[0], Answer.LATER)
    party.database.write(end_round)
    [again] = party.round(seed=2)
    assert set(again.attendee_ids) == set(pair)
    says(party, again, pair[0], Answer.NOT_FOR_ME)
    party.database.write(end_round)
    with pytest.raises(TooFewFree):
        party.round(seed=3)


def test_in_a_trio_two_who_said_yes_go_and_the_third_may_join_or_stay_away_unseen(party: Party) -> None:
    people = [party.arrives(name) for name in ("Ana", "Ben", "Chen")]
    [match] = party.round()
    ana, ben, chen = people
    says(party, match, ana, Answer.GOING)
    says(party, match, ben, Answer.GOING)
    quiet = party.phone(ana)
    assert quiet.showing is Showing.ON
    says(party, match, chen, Answer.NOT_FOR_ME)
    assert party.phone(ana) == quiet
    assert [other.name for other in quiet.prompt.others if other.coming] == ["Ben"]  # type: ignore[union-attr]


def test_a_round_ends_by_itself_and_those_who_talked_are_free(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    for who in pair:
        says(party, match, who, Answer.GOING)
    clock.pass_(minutes=13)
    party.database.write(keep_time)
    assert all(party.person(who).free for who in pair)
    assert [party.phone(who).showing for who in pair] == [Showing.FREE, Showing.FREE]
    with pytest.raises(NoRoundRunning):
        party.database.write(end_round)


def test_two_rounds_do_not_run_at_once(party: Party, match: Match) -> None:
    party.arrives("Chen")
    party.arrives("Dora")
    with pytest.raises(RoundStillRunning):
        party.round(seed=2)


def test_a_round_needs_two(party: Party) -> None:
    party.arrives("Ana")
    with pytest.raises(TooFewFree):
        party.round()


def test_who_went_to_rest_while_the_round_was_planned_is_left_in_peace(party: Party) -> None:
    people = [party.arrives(f"Person {n}") for n in range(4)]
    planned = party.database.read_long(plan_next_round, party.topics, party.table, 1)
    party.database.write(set_mood, people[0], Mood.RESTING)
    party.database.write(start_round, planned, PACE)
    assert party.phone(people[0]).showing is Showing.RESTING
    assert sum(party.phone(who).showing is Showing.PROMPT for who in people) == 2
