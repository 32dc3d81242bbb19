"""Three in a match: what each may answer, and what the two others see of it."""

import pytest

from kiosk.actions.keep_time import keep_time
from kiosk.actions.meet import say_met
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import Answer
from kiosk.screens.phone import Showing
from kiosk.store import meetings
from tests.conftest import Clock
from tests.party import Party


def test_in_a_trio_two_who_said_yes_go_and_the_third_may_join_or_stay_away_unseen(party: Party) -> None:
    people = [party.arrives(name) for name in ("Ana", "Ben", "Chen")]
    [match] = party.round()
    ana, ben, chen = people
    party.says(match, ana, Answer.GOING)
    party.says(match, ben, Answer.GOING)
    quiet = party.phone(ana)
    assert quiet.showing is Showing.ON
    party.says(match, chen, Answer.NOT_FOR_ME)
    assert party.phone(ana) == quiet
    assert [other.name for other in quiet.prompt.others if other.coming] == ["Ben"]  # type: ignore[union-attr]


def test_in_a_trio_one_who_cannot_come_leaves_two_who_still_can_and_the_third_learns_nothing(
    party: Party, trio: tuple[str, str, str], told: list[Fact]
) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    asked = party.phone(chen)
    told.clear()
    party.says(match, ana, Answer.GOING)
    party.says(match, ben, Answer.GOING)
    party.says(match, ana, Answer.NOT_FOR_ME)
    assert party.phone(ben).showing is Showing.WAITING
    assert party.person(ben).free
    assert party.phone(chen) == asked
    assert all(chen not in fact.attendee_ids for fact in told if isinstance(fact, PromptAnswered))
    party.says(match, chen, Answer.GOING)
    for who in (ben, chen):
        assert party.phone(who).showing is Showing.ON
        assert party.person(who).mood is Mood.TALKING
    assert [other.name for other in party.phone(ben).prompt.others if other.coming] == ["Chen"]  # type: ignore[union-attr]


def test_who_is_left_alone_sees_the_same_whether_the_third_said_no_or_nothing(
    party: Party, trio: tuple[str, str, str], clock: Clock
) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    party.says(match, chen, Answer.NOT_FOR_ME)
    party.says(match, ana, Answer.GOING)
    party.says(match, ben, Answer.GOING)
    party.says(match, ana, Answer.NOT_FOR_ME)
    assert party.phone(ben).showing is Showing.WAITING
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    assert party.phone(ben).showing is Showing.OVER


def test_in_a_trio_two_who_meet_leave_the_third_able_to_join_them(party: Party, trio: tuple[str, str, str]) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    party.scans(ana, ben)
    assert party.phone(chen).showing is Showing.PROMPT
    party.says(match, chen, Answer.GOING)
    assert party.phone(chen).showing is Showing.ON
    party.scans(ana, chen)
    assert party.phone(chen).showing is Showing.MET
    assert {meeting.match_id for meeting in party.database.read(meetings.all_of_them)} == {match.id}


@pytest.mark.parametrize("said", [[2], [1, 2], []])
def test_whatever_was_answered_before_a_third_who_is_met_later_is_met_through_the_match(
    party: Party, trio: tuple[str, str, str], clock: Clock, said: list[int]
) -> None:
    ana, ben, chen = trio
    [match] = party.round()
    for index in said:
        party.says(match, trio[index], Answer.GOING)
    party.scans(ana, ben)
    clock.pass_(seconds=121)
    party.database.write(keep_time)
    assert (party.phone(chen).showing is Showing.ON) == bool(said)
    party.scans(ana, chen)
    assert [meeting.match_id for meeting in party.database.read(meetings.all_of_them)] == [match.id, match.id]
    assert all(party.phone(who).showing is Showing.MET for who in trio)


def test_when_all_three_say_so_each_has_met_the_two_others_through_the_match(
    party: Party, trio: tuple[str, str, str]
) -> None:
    [match] = party.round()
    for who in trio:
        party.says(match, who, Answer.GOING)
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
        party.says(match, who, Answer.LATER)
    party.says(match, chen, Answer.GOING)
    waiting = party.phone(chen)
    party.scans(ana, ben)
    assert party.phone(chen) == waiting
