"""Pairs drawn at random, to hold the others against."""

from collections import Counter
from collections.abc import Callable

import pytest

from kiosk.domain.candidate import Candidate
from kiosk.domain.origin import Policy
from kiosk.domain.pairing import EXACT
from kiosk.domain.pairing import NEAREST
from kiosk.domain.plan import Plan
from kiosk.domain.purpose import Purpose

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]


@pytest.fixture
def crowd(person: Write) -> list[Candidate]:
    """Forty people who each share something rare with one other."""
    return [person(f"p{n:02}", interests=f"hobby {n // 2}") for n in range(40)]


def test_nothing_is_drawn_unasked(plan: Planner, crowd: list[Candidate]) -> None:
    assert {(match.policy, match.probability) for match in plan(crowd).matches} == {(Policy.BEST, 1.0)}


@pytest.mark.parametrize(("exact", "nearest"), [(EXACT, NEAREST), (0, NEAREST), (EXACT, 1)])
def test_of_many_rounds_the_share_is_drawn_and_each_match_says_how_likely_its_policy_was(
    plan: Planner, crowd: list[Candidate], exact: int, nearest: int
) -> None:
    how = {"random_share": 0.3, "exact": exact, "nearest": nearest}
    made = [match for seed in range(60) for match in plan(crowd, seed=seed, **how).matches]
    policies = Counter((match.policy, match.probability) for match in made)
    assert set(policies) == {(Policy.BEST, 0.7), (Policy.RANDOM, 0.3)}
    assert policies[Policy.RANDOM, 0.3] / len(made) == pytest.approx(0.3, abs=0.04)


def test_pairs_drawn_know_nothing_of_what_people_share(plan: Planner, crowd: list[Candidate]) -> None:
    drawn: Counter[str] = Counter()
    alike = 0
    for seed in range(60):
        for match in plan(crowd, seed=seed, random_share=1.0).matches:
            assert match.policy is Policy.RANDOM
            assert match.probability == 1.0
            one, other = match.people
            alike += int(one[1:]) // 2 == int(other[1:]) // 2
            drawn[other if one == "p00" else one] += "p00" in match.people
    assert alike / (60 * 20) < 3 / 39
    assert max(drawn.values()) < 10


def test_the_others_are_matched_as_well_as_ever(plan: Planner, crowd: list[Candidate]) -> None:
    made = plan(crowd, seed=2, random_share=0.2)
    drawn = {who for match in made.matches if match.policy is Policy.RANDOM for who in match.people}
    assert 0 < len(drawn) < 20
    for n in range(0, 40, 2):
        if not drawn & {f"p{n:02}", f"p{n + 1:02}"}:
            assert (f"p{n:02}", f"p{n + 1:02}") in made.groups


@pytest.mark.parametrize("share", [0.5, 1.0])
@pytest.mark.parametrize("exact", [EXACT, 0])
def test_nobody_is_left_out_or_told_of_the_same_again_for_the_sake_of_chance(
    plan: Planner, person: Write, share: float, exact: int
) -> None:
    """Two camps that meet only each other, as many in each."""
    camps = [[person(f"{side}{n}", purposes=[side_purpose]) for n in range(8)] for side, side_purpose in SIDES.items()]
    apart = [(a.id, b.id) for camp in camps for a in camp for b in camp if a.id < b.id]
    told: set[tuple[str, ...]] = set()
    for seed in range(6):
        made = plan([*camps[0], *camps[1]], never=apart, before=told, seed=seed, random_share=share, exact=exact)
        assert made.left_out == ()
        assert not told & set(made.groups)
        told |= set(made.groups)


SIDES = {"a": Purpose.LEARN, "b": Purpose.HELP_NEWCOMERS}


def test_the_order_of_people_changes_no_draw(plan: Planner, crowd: list[Candidate]) -> None:
    assert plan(crowd, random_share=0.5) == plan(crowd[::-1], random_share=0.5)


def test_a_pair_drawn_that_a_third_joins_is_no_longer_one(plan: Planner, crowd: list[Candidate]) -> None:
    for seed in range(10):
        made = plan(crowd[:9], seed=seed, random_share=1.0)
        assert {len(match.people): match.policy for match in made.matches} == {2: Policy.RANDOM, 3: Policy.BEST}
        assert {match.probability for match in made.matches} == {1.0}
