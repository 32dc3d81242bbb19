"""The life of a round, as its people see it."""

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.actions.make_phone_link import make_phone_link
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.meet import say_met
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_mood import set_mood
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.matching import Why
from kiosk.domain.refusal import NoRoundRunning
from kiosk.domain.refusal import OwnBadge
from kiosk.domain.refusal import PromptOver
from kiosk.domain.refusal import RoundStillRunning
from kiosk.domain.refusal import TooFewFree
from kiosk.domain.refusal import UnknownBadge
from kiosk.screens.phone import Showing
from kiosk.store import meetings
from kiosk.store import rounds
from tests.conftest import Clock
from tests.party import PACE
from tests.party import Party


@pytest.fixture
def pair(party: Party) -> tuple[str, str]:
    return party.arrives("Ana García"), party.arrives("Ben Okafor")


@pytest.fixture
def match(party: Party, pair: tuple[str, str]) -> Match:
    return party.round()[0]


@pytest.fixture
def trio(party: Party) -> tuple[str, str, str]:
    return party.arrives("Ana"), party.arrives("Ben"), party.arrives("Chen")


def scans(party: Party, who: str, other: str) -> None:
    party.database.write(meet_by_badge, who, party.person(other).badge_code)


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
    scans(party, *pair)
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


def test_in_a_trio_one_who_cannot_come_leaves_two_who_still_can_and_the_third_learns_nothing(
    party: Party, trio: tuple[str, str, str], told: list[Fact]
) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    asked = party.phone(chen)
    told.clear()
    says(party, match, ana, Answer.GOING)
    says(party, match, ben, Answer.GOING)
    says(party, match, ana, Answer.NOT_FOR_ME)
    assert party.phone(ben).showing is Showing.WAITING
    assert party.person(ben).free
    assert party.phone(chen) == asked
    assert all(chen not in fact.attendee_ids for fact in told if isinstance(fact, PromptAnswered))
    says(party, match, chen, Answer.GOING)
    for who in (ben, chen):
        assert party.phone(who).showing is Showing.ON
        assert party.person(who).mood is Mood.TALKING
    assert [other.name for other in party.phone(ben).prompt.others if other.coming] == ["Chen"]  # type: ignore[union-attr]


def test_who_is_left_alone_sees_the_same_whether_the_third_said_no_or_nothing(
    party: Party, trio: tuple[str, str, str], clock: Clock
) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    says(party, match, chen, Answer.NOT_FOR_ME)
    says(party, match, ana, Answer.GOING)
    says(party, match, ben, Answer.GOING)
    says(party, match, ana, Answer.NOT_FOR_ME)
    assert party.phone(ben).showing is Showing.WAITING
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    assert party.phone(ben).showing is Showing.OVER


def test_in_a_trio_two_who_meet_leave_the_third_able_to_join_them(party: Party, trio: tuple[str, str, str]) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    scans(party, ana, ben)
    assert party.phone(chen).showing is Showing.PROMPT
    says(party, match, chen, Answer.GOING)
    assert party.phone(chen).showing is Showing.ON
    scans(party, ana, chen)
    assert party.phone(chen).showing is Showing.MET
    assert {meeting.match_id for meeting in party.database.read(meetings.all_of_them)} == {match.id}


@pytest.mark.parametrize("said", [[2], [1, 2], []])
def test_whatever_was_answered_before_a_third_who_is_met_later_is_met_through_the_match(
    party: Party, trio: tuple[str, str, str], clock: Clock, said: list[int]
) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    for index in said:
        says(party, match, trio[index], Answer.GOING)
    scans(party, ana, ben)
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    assert (party.phone(chen).showing is Showing.ON) == bool(said)
    scans(party, ana, chen)
    assert [meeting.match_id for meeting in party.database.read(meetings.all_of_them)] == [match.id, match.id]
    assert all(party.phone(who).showing is Showing.MET for who in trio)


def test_when_all_three_say_so_each_has_met_the_two_others_through_the_match(
    party: Party, trio: tuple[str, str, str]
) -> None:
    [match] = party.round()
    for who in trio:
        says(party, match, who, Answer.GOING)
    for who in trio:
        party.database.write(say_met, match.id, who)
    assert [meeting.match_id for meeting in party.database.read(meetings.all_of_them)] == [match.id] * 3
    assert all(party.phone(who).showing is Showing.MET for who in trio)


def test_of_three_who_said_no_and_then_meets_one_is_not_said_to_be_on_the_way(
    party: Party, trio: tuple[str, str, str]
) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    for who in (ana, ben):
        says(party, match, who, Answer.LATER)
    says(party, match, chen, Answer.GOING)
    waiting = party.phone(chen)
    scans(party, ana, ben)
    assert party.phone(chen) == waiting


def test_a_meeting_after_the_deadline_is_still_one_of_the_match(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    scans(party, *pair)
    [meeting] = party.database.read(meetings.all_of_them)
    assert meeting.match_id == match.id
    assert all(party.phone(who).showing is Showing.MET for who in pair)


def test_a_badge_scanned_again_does_not_undo_that_someone_is_free(
    party: Party, pair: tuple[str, str], match: Match
) -> None:
    scans(party, *pair)
    party.database.write(set_mood, pair[0], Mood.FREE)
    scans(party, *pair)
    assert party.person(pair[0]).free


def test_a_no_said_twice_is_one(party: Party, pair: tuple[str, str], match: Match, told: list[Fact]) -> None:
    for _ in range(2):
        says(party, match, pair[0], Answer.LATER)
    assert told == [PromptAnswered(match.id, (pair[0],))]


def test_who_met_goes_on_talking_after_the_round_until_they_say_that_they_are_free(party: Party) -> None:
    people = [party.walks_in(name) for name in ("Ana", "Ben")]
    for arrived in people:
        party.database.write(pair_by_link, arrived.link.token)
    ana, ben = (arrived.arrival.attendee_id for arrived in people)
    party.round()
    scans(party, ana, ben)
    party.database.write(set_mood, ben, Mood.FREE)
    party.database.write(end_round)
    assert party.phone(ana).showing is Showing.TALKING
    assert party.phone(ben).showing is Showing.FREE


def test_who_met_and_has_no_phone_to_say_so_is_free_when_the_round_ends(party: Party) -> None:
    ana, ben = party.walks_in("Ana"), party.arrives("Ben")
    party.database.write(pair_by_link, ana.link.token)
    party.round()
    scans(party, ana.arrival.attendee_id, ben)
    assert party.person(ben).mood is Mood.TALKING
    party.database.write(end_round)
    assert party.person(ben).free
    assert party.person(ana.arrival.attendee_id).mood is Mood.TALKING


def test_a_round_ends_by_itself_and_those_who_never_found_each_other_are_free(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    for who in pair:
        party.database.write(pair_by_link, party.database.write(make_phone_link, who).token)
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
    planned = party.database.read_long(plan_next_round, party.database.clock(), party.topics, party.table, 1)
    party.database.write(set_mood, people[0], Mood.RESTING)
    party.database.write(start_round, planned, PACE)
    assert party.phone(people[0]).showing is Showing.RESTING
    assert sum(party.phone(who).showing is Showing.PROMPT for who in people) == 2


def test_two_who_meet_while_the_round_is_planned_are_not_sent_to_each_other(party: Party) -> None:
    people = [party.arrives(f"Person {n}") for n in range(4)]
    planned = party.database.read_long(plan_next_round, party.database.clock(), party.topics, party.table, 1)
    one, other = planned.plan.groups[0]
    scans(party, one, other)
    started = party.database.write(start_round, planned, PACE)
    prompted = {who for who in people if party.phone(who).showing is Showing.PROMPT}
    assert prompted == set(planned.plan.groups[1])
    assert party.database.read(rounds.left_out_of, started.id) == dict.fromkeys((one, other), Why.ODD_ONE_OUT)


def test_whose_partner_went_to_rest_while_the_round_was_planned_is_left_out_and_comes_first_the_next_time(
    party: Party,
) -> None:
    for n in range(4):
        party.arrives(f"Person {n}")
    planned = party.database.read_long(plan_next_round, party.database.clock(), party.topics, party.table, 1)
    resting, partner = planned.plan.groups[0]
    party.database.write(set_mood, resting, Mood.RESTING)
    started = party.database.write(start_round, planned, PACE)
    assert party.database.read(rounds.left_out_of, started.id) == {partner: Why.ODD_ONE_OUT}
    assert party.database.read(rounds.times_left_out) == {partner: 1}
