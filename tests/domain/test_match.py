"""From offered to met: what becomes of the others when one of a match answers, meets, or is not here any more."""

from dataclasses import replace
from datetime import UTC
from datetime import datetime
from datetime import timedelta
from itertools import product

import pytest

from kiosk.domain.beacon import Beacon
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.match import State
from kiosk.domain.match import answered
from kiosk.domain.match import ended
from kiosk.domain.match import expired
from kiosk.domain.match import gone
from kiosk.domain.match import met
from kiosk.domain.match import said_met
from kiosk.domain.match import seen_anew
from kiosk.domain.match import told_of
from kiosk.domain.match import without
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Origin
from kiosk.domain.reason import Ground
from kiosk.domain.reason import Opener
from kiosk.domain.reason import Reasons
from kiosk.domain.refusal import PromptOver

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
LATE = NOW + timedelta(seconds=121)
GOING, LATER, NO = Answer.GOING, Answer.LATER, Answer.NOT_FOR_ME


def offered(*people: str) -> Match:
    prompts = tuple(Prompt(who, ()) for who in people)
    by, ends = NOW + timedelta(seconds=120), NOW + timedelta(minutes=12)
    return Match("match", Origin(Occasion.ROUND), NOW, by, ends, Beacon("blue", "star", "fox"), "bar", prompts)


def after(match: Match, *said: tuple[str, Answer]) -> Match:
    for who, answer in said:
        match = answered(match, who, answer, NOW)
    return match


def states(match: Match) -> list[str]:
    return [prompt.state.value for prompt in match.prompts]


@pytest.fixture
def pair() -> Match:
    return offered("ana", "ben")


@pytest.fixture
def trio() -> Match:
    return offered("ana", "ben", "chen")


@pytest.fixture
def bridged(trio: Match) -> Match:
    """Chen has met Ana and Ben, who are new to each other."""
    knows, new = (
        Reasons((), (), (), False, (), (), "", Opener(Ground.OPEN, ""), bridged=bridged) for bridged in (True, False)
    )
    told = {"ana": (new, knows), "ben": (new, knows), "chen": (knows, knows)}
    return replace(trio, prompts=tuple(replace(prompt, reasons=told[prompt.attendee_id]) for prompt in trio.prompts))


def test_a_pair_is_on_with_the_second_yes(pair: Match) -> None:
    assert states(after(pair, ("ana", GOING))) == ["accepted", "offered"]
    on = after(pair, ("ana", GOING), ("ben", GOING))
    assert (states(on), on.state) == (["on", "on"], State.ON)


def test_who_is_gone_frees_the_other_of_a_pair_at_once(pair: Match) -> None:
    on = after(pair, ("ana", GOING), ("ben", GOING))
    left = gone(on, "ana", NOW)
    assert (left.prompt_of("ben").state, left.state) == (State.MISSED, State.MISSED)
    left = gone(after(pair, ("ben", GOING)), "ana", NOW)
    assert (left.prompt_of("ben").state, left.state) == (State.EXPIRED, State.EXPIRED)


def test_two_of_three_go_on_without_the_one_who_is_gone(trio: Match) -> None:
    on = after(trio, ("ana", GOING), ("ben", GOING), ("chen", GOING))
    left = gone(on, "ana", NOW)
    assert (states(left), left.state) == (["expired", "on", "on"], State.ON)
    left = gone(trio, "ana", NOW)
    assert (states(left), left.state) == (["expired", "offered", "offered"], State.OFFERED)


def test_who_met_and_is_gone_did_meet(pair: Match) -> None:
    over = met(pair, "ana", "ben", NOW)
    assert gone(over, "ana", NOW) == over


def test_one_left_alone_of_three_waits_for_the_third_until_the_deadline_and_not_after_it(trio: Match) -> None:
    on = after(trio, ("ana", GOING), ("ben", GOING))
    left = answered(on, "ana", NO, NOW)
    assert (states(left), left.state) == (["missed", "accepted", "offered"], State.OFFERED)
    assert states(answered(left, "chen", GOING, NOW)) == ["missed", "on", "on"]
    assert states(expired(left)) == ["missed", "expired", "expired"]
    left = answered(expired(on), "ana", NO, LATE)
    assert (states(left), left.state) == (["missed", "missed", "expired"], State.MISSED)
    left = answered(expired(after(on, ("chen", NO))), "ana", NO, LATE)
    assert (states(left), left.state) == (["missed", "missed", "declined"], State.MISSED)


def test_of_three_of_whom_one_knows_both_it_is_on_once_those_who_are_new_to_each_other_said_yes(bridged: Match) -> None:
    waiting = after(bridged, ("ana", GOING), ("chen", GOING))
    assert (states(waiting), waiting.state) == (["accepted", "offered", "accepted"], State.OFFERED)
    assert states(after(waiting, ("ben", GOING))) == ["on", "on", "on"]
    assert states(expired(waiting)) == ["expired", "expired", "expired"]
    on = after(bridged, ("ana", GOING), ("ben", GOING))
    assert states(on) == ["on", "on", "offered"]
    assert states(after(on, ("chen", GOING))) == ["on", "on", "on"]
    assert states(after(waiting, ("ben", GOING), ("chen", NO))) == ["on", "on", "missed"]


def test_nobody_goes_on_with_the_one_they_know_alone(bridged: Match) -> None:
    on = after(bridged, ("ana", GOING), ("ben", GOING))
    all_on = after(on, ("chen", GOING))
    assert states(after(all_on, ("ana", NO))) == ["missed", "missed", "missed"]
    assert states(gone(all_on, "ana", NOW)) == ["expired", "missed", "missed"]
    # Chen was not asked to wait for anyone, and is not told that Ana left.
    left = after(on, ("ana", NO))
    assert states(left) == ["missed", "missed", "offered"]
    assert seen_anew(on, left) == ("ana", "ben")
    assert states(after(left, ("chen", GOING))) == ["missed", "missed", "accepted"]
    assert states(gone(bridged, "ana", NOW)) == ["expired", "expired", "expired"]
    assert states(gone(bridged, "chen", NOW)) == ["offered", "offered", "expired"]


def test_who_is_left_by_someone_erased_with_the_one_they_know_has_no_match_any_more(bridged: Match) -> None:
    assert without(bridged, "ana") is None
    left = without(bridged, "chen")
    assert left is not None
    assert left.attendee_ids == ("ana", "ben")


def test_who_waits_again_is_not_told_any_more_of_the_one_who_left_and_the_third_is(trio: Match) -> None:
    left = after(trio, ("ana", GOING), ("ben", GOING), ("ana", NO))
    assert told_of(left, "ben") == ("chen",)
    assert told_of(left, "chen") == ("ana", "ben")
    waiting = after(left, ("ben", LATER), ("chen", GOING))
    assert told_of(waiting, "chen") == ("ana", "ben")


@pytest.mark.parametrize("said", [None, LATER, NO])
def test_of_three_the_one_who_does_not_come_is_told_of_until_the_deadline(trio: Match, said: Answer | None) -> None:
    on = after(trio, ("ana", GOING), ("ben", GOING), *([("chen", said)] if said else []))
    assert told_of(on, "ben") == ("ana", "chen")
    assert told_of(expired(on), "ben") == ("ana",)


def test_who_waits_again_has_said_of_nobody_that_they_met(trio: Match) -> None:
    on, _ = said_met(after(trio, ("ana", GOING), ("ben", GOING)), "ben")
    again = after(on, ("ana", NO), ("chen", GOING))
    _, agreed = said_met(again, "chen")
    assert agreed == ()


@pytest.mark.parametrize("before", list(product([None, LATER, NO], repeat=2)))
@pytest.mark.parametrize("others", [[("ana", GOING)], [("ana", GOING), ("ben", GOING)]])
def test_until_the_deadline_a_no_looks_like_silence_to_the_others(
    trio: Match, others: list[tuple[str, Answer]], before: tuple[Answer | None, Answer | None]
) -> None:
    """Ana and Ben live through the same, whether Chen said no, when, or nothing: also when Ana then cannot come."""
    first, last = before
    match = after(trio, ("chen", first)) if first else trio
    match = after(match, *others)
    if last and not first:
        told = after(match, ("chen", last))
        assert seen_anew(match, told) == ("chen",)
        match = told
    silent, match = (answered(m, "ana", NO, NOW) for m in (after(trio, *others), match))
    for who in ("ana", "ben"):
        assert match.prompt_of(who) == silent.prompt_of(who)


def test_two_who_meet_leave_the_third_as_they_were_until_the_deadline(trio: Match) -> None:
    two = met(after(trio, ("ana", GOING), ("ben", GOING)), "ana", "ben", NOW)
    assert (states(two), two.running) == (["met", "met", "offered"], True)
    assert seen_anew(trio, met(trio, "ana", "ben", NOW)) == ("ana", "ben")
    late = expired(two)
    assert (states(late), late.state) == (["met", "met", "expired"], State.MET)
    assert states(met(late, "ana", "chen", LATE)) == ["met", "met", "met"]


def test_a_third_who_said_yes_is_on_until_they_have_met_or_the_round_ends(trio: Match) -> None:
    joined = answered(met(trio, "ana", "ben", NOW), "chen", GOING, NOW)
    waited = met(after(trio, ("chen", GOING)), "ana", "ben", NOW)
    assert states(joined) == states(waited) == ["met", "met", "on"]
    assert states(expired(joined)) == states(joined)
    assert ended(joined, LATE).state is State.MET
    assert states(ended(joined, LATE)) == ["met", "met", "missed"]


def test_of_three_who_said_no_is_never_said_to_be_on_the_way(trio: Match) -> None:
    match = met(after(trio, ("ana", LATER), ("ben", NO), ("chen", GOING)), "ana", "ben", NOW)
    assert states(match) == ["later", "declined", "accepted"]


def test_of_two_who_said_no_and_meet_all_the_same_have_met(pair: Match) -> None:
    match = met(after(pair, ("ana", LATER)), "ana", "ben", NOW)
    assert (states(match), match.state) == (["met", "met"], State.MET)


def test_who_said_that_they_met_and_then_cannot_come_has_agreed_to_nothing(trio: Match) -> None:
    on = after(trio, ("ana", GOING), ("ben", GOING), ("chen", GOING))
    on, _ = said_met(on, "ana")
    _, agreed = said_met(answered(on, "ana", NO, NOW), "ben")
    assert agreed == ()


def test_the_same_answer_twice_changes_nothing(trio: Match) -> None:
    for answer in Answer:
        once = after(trio, ("ana", answer))
        assert answered(once, "ana", answer, NOW + timedelta(seconds=1)) == once


def test_a_match_nobody_can_come_to_is_over(pair: Match) -> None:
    over = after(pair, ("ana", NO), ("ben", LATER))
    assert over.state is State.EXPIRED
    with pytest.raises(PromptOver):
        answered(over, "ana", GOING, NOW)
