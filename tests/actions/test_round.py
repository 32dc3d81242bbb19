"""A round begins, goes on by itself and ends."""

import pytest

from kiosk.actions.end_round import end_round
from kiosk.actions.keep_time import keep_time
from kiosk.actions.make_phone_link import make_phone_link
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.set_mood import set_mood
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.domain.attendee import Mood
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.plan import Why
from kiosk.domain.refusal import NoRoundRunning
from kiosk.domain.refusal import RoundStillRunning
from kiosk.domain.refusal import TooFewFree
from kiosk.screens.phone import Showing
from kiosk.store import rounds
from tests.conftest import Clock
from tests.party import PACE
from tests.party import Party


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


def test_a_round_ends_by_itself_and_those_who_never_found_each_other_are_free(
    party: Party, pair: tuple[str, str], match: Match, clock: Clock
) -> None:
    for who in pair:
        party.database.write(pair_by_link, party.database.write(make_phone_link, who).token)
    for who in pair:
        party.says(match, who, Answer.GOING)
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
    party.scans(one, other)
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
