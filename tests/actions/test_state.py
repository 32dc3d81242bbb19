"""Free, resting, leaving, left: said in one tap, and kept by the clock."""

from datetime import timedelta

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.check_in import check_in
from kiosk.actions.come_back import come_back
from kiosk.actions.keep_time import keep_time
from kiosk.actions.leave import leave
from kiosk.actions.pause import pause
from kiosk.actions.plan_matches import candidates_of
from kiosk.actions.set_leaving import set_leaving
from kiosk.actions.set_minor import set_minor
from kiosk.actions.set_mood import set_mood
from kiosk.actions.set_wishes import set_wishes
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import AttendeeLeft
from kiosk.domain.fact import Fact
from kiosk.domain.match import Answer
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import NotHere
from kiosk.screens.phone import Showing
from kiosk.screens.phone import half_hours
from tests.conftest import Clock
from tests.party import Party


@pytest.fixture
def ana(party: Party) -> str:
    return party.arrives("Ana")


@pytest.fixture
def ben(party: Party) -> str:
    return party.arrives("Ben")


def test_a_rest_ends_by_itself_after_a_quarter_of_an_hour(party: Party, ana: str, clock: Clock) -> None:
    party.database.write(set_mood, ana, Mood.RESTING)
    clock.pass_(minutes=14, seconds=59)
    party.database.write(keep_time)
    assert party.phone(ana).showing is Showing.RESTING
    clock.pass_(seconds=1)
    party.database.write(keep_time)
    assert party.phone(ana).showing is Showing.FREE
    assert party.person(ana).free_since == clock()


def test_a_pause_lasts_until_one_says_so(party: Party, ana: str, clock: Clock) -> None:
    party.database.write(set_mood, ana, Mood.RESTING)
    party.database.write(pause, ana)
    clock.pass_(hours=3)
    party.database.write(keep_time)
    assert party.phone(ana).showing is Showing.RESTING
    party.database.write(set_mood, ana, Mood.FREE)
    assert party.person(ana).free


def test_a_pause_answers_what_is_asked_as_quietly_as_a_later_by_hand(party: Party, ana: str, ben: str) -> None:
    [match] = party.round()
    asked = party.phone(ben)
    party.database.write(pause, ana)
    assert party.phone(ben) == asked
    assert party.phone(ana).showing is Showing.RESTING
    party.database.write(answer_prompt, match.id, ben, Answer.GOING)
    assert party.phone(ben).showing is Showing.WAITING


def test_a_pause_frees_the_one_who_is_on_the_way(party: Party, ana: str, ben: str) -> None:
    [match] = party.round()
    for who in (ana, ben):
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    party.database.write(pause, ana)
    assert party.phone(ben).showing is Showing.OVER
    assert party.phone(ana).showing is Showing.RESTING


def test_who_leaves_soon_is_matched_first_and_has_left_when_their_time_has_come(
    party: Party, ana: str, clock: Clock, told: list[Fact]
) -> None:
    party.database.write(set_leaving, ana, clock() + timedelta(minutes=45))

    def leaving() -> list[bool]:
        return [c.leaving for c in party.database.read(candidates_of, clock(), [party.person(ana)])]

    assert leaving() == [False]
    clock.pass_(minutes=15)
    assert leaving() == [True]
    clock.pass_(minutes=30)
    party.database.write(keep_time)
    assert party.phone(ana).showing is Showing.LEFT
    assert told[-1] == AttendeeLeft(ana)
    party.database.write(come_back, ana)
    assert party.phone(ana).showing is Showing.FREE
    party.database.write(keep_time)
    assert party.person(ana).free


def test_nobody_has_left_in_the_middle_of_a_conversation(party: Party, ana: str, clock: Clock) -> None:
    party.database.write(set_leaving, ana, clock() + timedelta(minutes=5))
    party.database.write(set_mood, ana, Mood.TALKING)
    clock.pass_(minutes=6)
    party.database.write(keep_time)
    assert party.phone(ana).showing is Showing.TALKING
    party.database.write(set_mood, ana, Mood.FREE)
    party.database.write(keep_time)
    assert party.phone(ana).showing is Showing.LEFT


@pytest.mark.parametrize("minutes", [-1, 0, 1441])
def test_one_leaves_within_the_day_and_not_before_now(party: Party, ana: str, clock: Clock, minutes: int) -> None:
    with pytest.raises(BadInput):
        party.database.write(set_leaving, ana, clock() + timedelta(minutes=minutes))


def test_who_leaves_frees_the_other_and_is_welcome_at_the_door_again(party: Party, ana: str, ben: str) -> None:
    [match] = party.round()
    for who in (ana, ben):
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    for _ in range(2):
        party.database.write(leave, ana)
    assert party.phone(ben).showing is Showing.OVER
    party.database.write(check_in, ana, "Door left", "back again")
    assert party.phone(ana).showing is not Showing.LEFT


def test_who_was_never_checked_in_cannot_come_back_leave_or_pause(party: Party) -> None:
    arrived = party.walks_in("Chen")
    party.database.write(undo_arrival, arrived.arrival.id)
    for deed in (come_back, pause):
        with pytest.raises(NotHere):
            party.database.write(deed, arrived.arrival.attendee_id)
    party.database.write(leave, arrived.arrival.attendee_id)
    assert party.phone(arrived.arrival.attendee_id).showing is Showing.AWAITED


def test_a_minor_is_taken_out_of_a_match_at_once(party: Party, ana: str, ben: str) -> None:
    party.round()
    party.database.write(set_minor, ana, True)
    assert party.phone(ben).showing is Showing.OVER
    assert not party.person(ana).free
    party.database.write(set_minor, ana, False)
    assert party.person(ana).free


def test_a_wish_for_small_groups_reaches_the_matcher(party: Party, ana: str, clock: Clock) -> None:
    party.database.write(set_wishes, ana, True, True)
    [candidate] = party.database.read(candidates_of, clock(), [party.person(ana)])
    assert candidate.small_group
    assert party.person(ana).meets_colleagues


def test_the_times_to_choose_from_are_half_hours_ahead(clock: Clock) -> None:
    clock.pass_(minutes=22)
    said = [at.strftime("%H:%M") for at in half_hours(clock())]
    assert said == [
        "19:00",
        "19:30",
        "20:00",
        "20:30",
        "21:00",
        "21:30",
    ]
    clock.pass_(minutes=-3)
    assert half_hours(clock())[0].strftime("%H:%M") == "18:30"
