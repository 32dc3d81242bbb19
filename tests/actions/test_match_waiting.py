"""Flow, and those a round leaves free."""

from dataclasses import replace

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.actions.lengthen_round import lengthen_round
from kiosk.actions.match_waiting import match_waiting
from kiosk.actions.match_waiting import plan_waiting
from kiosk.actions.match_waiting import who_waits
from kiosk.actions.set_flow import set_flow
from kiosk.actions.set_mood import set_mood
from kiosk.actions.set_next_round import set_next_round
from kiosk.actions.set_purposes import set_purposes
from kiosk.actions.start_round import round_is_due
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.fact import MatchesMade
from kiosk.domain.match import Answer
from kiosk.domain.origin import Occasion
from kiosk.domain.plan import Why
from kiosk.domain.purpose import Purpose
from kiosk.domain.refusal import NoRoundRunning
from kiosk.screens.phone import Showing
from kiosk.store import matches
from kiosk.store import prompts
from kiosk.store import rounds
from kiosk.store import unmatched
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.party import LIMITS
from tests.party import PACE
from tests.party import Party


@pytest.fixture
def flowing(party: Party) -> Party:
    party.database.write(set_flow, True)
    return party


def meet(party: Party, one: str, other: str) -> None:
    party.scans(one, other)


def test_flow_matches_nobody_until_it_is_turned_on(party: Party, clock: Clock) -> None:
    party.arrives("Ana"), party.arrives("Ben")
    clock.pass_(minutes=5)
    assert party.flow() == []
    party.database.write(set_flow, True)
    assert len(party.flow()) == 1


def test_flow_is_still_on_after_a_restart(flowing: Party, clock: Clock) -> None:
    flowing.arrives("Ana"), flowing.arrives("Ben")
    clock.pass_(minutes=5)
    flowing.database.close()
    again = Party(Database(flowing.database.path, clock=clock), flowing.topics, flowing.table)
    assert len(again.flow()) == 1
    again.database.close()


def test_two_wait_a_little_and_then_have_a_match_of_their_own_time(
    flowing: Party, clock: Clock, told: list[Fact]
) -> None:
    people = {flowing.arrives("Ana"), flowing.arrives("Ben")}
    clock.pass_(seconds=44)
    assert flowing.flow() == []
    clock.pass_(seconds=1)
    [match] = flowing.flow()
    assert set(match.attendee_ids) == people
    assert (match.origin.how, match.origin.round_id) == (Occasion.FLOW, None)
    assert (match.answer_by, match.ends_at) == (clock() + PACE.answer, clock() + PACE.lasts)
    assert isinstance(told[-1], MatchesMade)
    assert flowing.flow() == []


def test_once_enough_are_free_nobody_waits(flowing: Party) -> None:
    for n in range(8):
        flowing.arrives(f"Person {n}")
    assert len(flowing.flow()) == 4


def test_no_more_matches_run_than_are_allowed_at_once(flowing: Party, clock: Clock) -> None:
    for n in range(8):
        flowing.arrives(f"Person {n}")
    few = replace(LIMITS, at_once=3)
    first = flowing.flow(few)
    assert len(first) == 3
    assert flowing.flow(few) == []
    for who in first[0].attendee_ids:
        flowing.database.write(answer_prompt, first[0].id, who, Answer.NOT_FOR_ME)
    assert len(flowing.flow(few)) == 1


def test_who_said_no_is_matched_by_the_next_plan_and_the_other_at_the_deadline_whatever_was_said(
    flowing: Party, clock: Clock
) -> None:
    ana, ben = flowing.arrives("Ana"), flowing.arrives("Ben")
    clock.pass_(minutes=1)
    [match] = flowing.flow()
    chen = flowing.arrives("Chen")
    flowing.database.write(answer_prompt, match.id, ben, Answer.GOING)
    waiting = flowing.phone(ben)
    flowing.database.write(answer_prompt, match.id, ana, Answer.NOT_FOR_ME)
    [second] = flowing.flow()
    assert set(second.attendee_ids) == {ana, chen}
    assert flowing.phone(ben) == waiting
    assert second.beacon != match.beacon

    clock.pass_(seconds=119)
    dora = flowing.arrives("Dora")
    flowing.database.write(keep_time)
    assert flowing.flow() == []
    clock.pass_(seconds=1)
    flowing.database.write(keep_time)
    freed = flowing.flow()
    assert {ben, dora} <= {who for match in freed for who in match.attendee_ids}


def test_who_left_a_prompt_unanswered_or_said_later_has_a_pause(flowing: Party, clock: Clock) -> None:
    ana, ben = flowing.arrives("Ana"), flowing.arrives("Ben")
    clock.pass_(minutes=1)
    [match] = flowing.flow()
    clock.pass_(seconds=110)
    flowing.database.write(answer_prompt, match.id, ana, Answer.LATER)
    for name in ("Chen", "Dora"):
        flowing.arrives(name)
    clock.pass_(seconds=50)
    flowing.database.write(keep_time)
    [others] = flowing.flow()
    assert {ana, ben}.isdisjoint(others.attendee_ids)
    clock.pass_(seconds=19)
    assert flowing.flow() == []
    clock.pass_(seconds=1)
    [again] = flowing.flow()
    assert set(again.attendee_ids) == {ana, ben}


def test_between_two_conversations_there_is_a_pause(flowing: Party, clock: Clock) -> None:
    ana, ben, chen = (flowing.arrives(name) for name in ("Ana", "Ben", "Chen"))
    flowing.matched(ana, ben)
    meet(flowing, ana, ben)
    clock.pass_(minutes=5)
    flowing.database.write(set_mood, ana, Mood.FREE)
    clock.pass_(seconds=59)
    assert flowing.flow() == []
    clock.pass_(seconds=1)
    [match] = flowing.flow()
    assert set(match.attendee_ids) == {ana, chen}


def test_why_someone_whose_turn_it_is_has_no_match_is_kept(flowing: Party, clock: Clock) -> None:
    seller, listener = flowing.arrives("Ana"), flowing.arrives("Ben")
    flowing.database.write(set_purposes, seller, [Purpose.FIND_CUSTOMERS])
    flowing.database.write(set_purposes, listener, [Purpose.LISTEN])
    clock.pass_(minutes=1)
    assert flowing.flow() == []
    assert flowing.database.read(unmatched.all_of_them) == dict.fromkeys((seller, listener), Why.CROSS_PURPOSES)


def test_what_happens_while_flow_plans_is_heeded(flowing: Party, clock: Clock) -> None:
    for n in range(8):
        flowing.arrives(f"Person {n}")
    pool = flowing.database.read(who_waits, clock(), LIMITS)
    assert pool is not None
    planned = flowing.database.read_long(plan_waiting, clock(), pool, flowing.topics, flowing.table, 1)
    [resting, _], [one, other], *_ = planned.plan.groups
    flowing.database.write(set_mood, resting, Mood.RESTING)
    meet(flowing, one, other)
    made = flowing.database.write(match_waiting, pool, planned, PACE)
    assert [match.attendee_ids for match in made] == list(planned.plan.groups[2:])
    flowing.database.write(set_flow, False)
    assert flowing.database.write(match_waiting, pool, planned, PACE) == []


def test_a_round_pauses_flow_until_it_ends(flowing: Party, clock: Clock) -> None:
    ana, ben = flowing.arrives("Ana"), flowing.arrives("Ben")
    flowing.round()
    flowing.arrives("Chen"), flowing.arrives("Dora")
    clock.pass_(minutes=11)
    assert flowing.flow() == []
    flowing.database.write(end_round)
    assert {match.origin.how for match in flowing.flow()} == {Occasion.FLOW}
    assert flowing.phone(ana).prompt != flowing.phone(ben).prompt


def test_those_a_round_leaves_free_are_matched_in_it_with_who_comes_late(party: Party, clock: Clock) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    [match] = party.round()
    party.database.write(answer_prompt, match.id, ana, Answer.NOT_FOR_ME)
    late = party.arrives("Chen")
    [second] = party.flow()
    running = party.database.read(rounds.running)
    assert running is not None
    assert set(second.attendee_ids) == {ana, late}
    assert (second.origin.how, second.origin.round_id) == (Occasion.ROUND, running.id)
    assert (second.answer_by, second.ends_at) == (clock() + PACE.answer, running.ends_at)
    assert party.phone(ben).showing is Showing.PROMPT
    party.database.write(end_round)
    assert party.database.read(matches.not_ended) == []


def test_in_a_round_nobody_is_matched_again_where_it_is_not_wished_or_little_time_is_left(
    party: Party, clock: Clock
) -> None:
    for name in ("Ana", "Ben"):
        party.arrives(name)
    [match] = party.round()
    for who in match.attendee_ids:
        party.database.write(answer_prompt, match.id, who, Answer.NOT_FOR_ME)
    party.arrives("Chen")
    assert party.flow(replace(LIMITS, in_rounds=False)) == []
    clock.pass_(minutes=8, seconds=1)
    assert party.flow() == []


def test_who_was_left_out_and_then_found_a_partner_in_the_round_was_not_left_out(party: Party, clock: Clock) -> None:
    seller, *listeners = (party.arrives(name) for name in ("Ana", "Ben", "Chen"))
    party.database.write(set_purposes, seller, [Purpose.FIND_CUSTOMERS])
    for who in listeners:
        party.database.write(set_purposes, who, [Purpose.LISTEN])
    party.round()
    assert party.database.read(rounds.times_left_out) == {seller: 1}
    party.arrives("Dora")
    clock.pass_(seconds=45)
    [match] = party.flow()
    assert seller in match.attendee_ids
    assert party.database.read(rounds.times_left_out) == {}


def test_a_round_that_is_given_more_time_keeps_its_matches_as_long(party: Party, clock: Clock) -> None:
    with pytest.raises(NoRoundRunning):
        party.database.write(lengthen_round)
    for name in ("Ana", "Ben"):
        party.arrives(name)
    [match] = party.round()
    for who in match.attendee_ids:
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    party.database.write(lengthen_round)
    clock.pass_(minutes=14, seconds=59)
    party.database.write(keep_time)
    assert party.phone(match.attendee_ids[0]).showing is Showing.ON
    clock.pass_(seconds=1)
    party.database.write(keep_time)
    assert party.database.read(rounds.running) is None
    assert party.database.read(matches.not_ended) == []


def test_a_round_starts_at_the_time_that_was_set_and_once(party: Party, clock: Clock) -> None:
    for name in ("Ana", "Ben"):
        party.arrives(name)
    at = clock()
    clock.pass_(minutes=-1)
    party.database.write(set_next_round, at)
    assert not party.database.read(round_is_due, clock())
    clock.pass_(minutes=1)
    assert party.database.read(round_is_due, clock())
    party.round()
    assert not party.database.read(round_is_due, clock())
    party.database.write(end_round)
    assert not party.database.read(round_is_due, clock())


def test_no_two_running_matches_have_one_sign_and_places_fill_evenly_whatever_made_them(flowing: Party) -> None:
    for n in range(8):
        flowing.arrives(f"Person {n}")
    flowing.flow()
    flowing.database.write(set_flow, False)
    for n in range(8, 16):
        flowing.arrives(f"Person {n}")
    flowing.round()
    running = flowing.database.read(matches.in_sight)
    assert len({match.beacon for match in running}) == len(running) == 8
    assert set(flowing.database.read(prompts.people_at_spots).values()) == {8}
