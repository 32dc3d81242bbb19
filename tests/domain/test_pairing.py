"""Pairs: in small rooms, where all is looked at, and in large ones; with `exact=0` small rooms go the large way."""

from collections.abc import Callable
from itertools import combinations
from random import Random

import pytest
import rustworkx

from kiosk.domain.benefit import pair_weights
from kiosk.domain.candidate import Candidate
from kiosk.domain.pairing import EXACT
from kiosk.domain.pairing import NEAREST
from kiosk.domain.plan import Plan
from kiosk.domain.plan import Why
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.room import Room
from kiosk.domain.topic import Topics

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]


@pytest.mark.parametrize("exact", [EXACT, 0])
def test_in_a_large_room_everyone_still_finds_the_one_who_answers_them(
    plan: Planner, person: Write, exact: int
) -> None:
    half = NEAREST * 2
    people = [
        person(f"{side}{n:03}", asks=f"{side} {n} knots", offers=f"{other} {n} knots", interests="music")
        for side, other in ("ab", "ba")
        for n in range(half)
    ]
    assert plan(people, exact=exact).groups == tuple((f"a{n:03}", f"b{n:03}") for n in range(half))


@pytest.mark.parametrize("exact", [EXACT, 0])
def test_in_a_large_room_the_total_is_as_good_as_looking_at_all_pairs(
    plan: Planner, person: Write, topics: Topics, purposes: PurposeTable, exact: int
) -> None:
    random = Random(7)
    names = [topic.name for topic in topics][:60]
    people = [
        person(f"p{n:03}", *("; ".join(random.sample(names, k)) for k in (5, 2, 2)), meetings=1)
        for n in range(NEAREST * 4)
    ]
    weights = pair_weights(people, Room(people, topics, purposes))
    index = {candidate.id: at for at, candidate in enumerate(people)}
    total = sum(weights[index[a], index[b]] for a, b in plan(people, exact=exact).groups)
    every = rustworkx.PyGraph(multigraph=False)
    every.extend_from_weighted_edge_list([(i, j, weights[i, j]) for i, j in combinations(range(len(people)), 2)])
    best = rustworkx.max_weight_matching(every, max_cardinality=True, weight_fn=lambda w: int(w * 1_000_000))
    assert total >= 0.99 * sum(weights[i, j] for i, j in best)


@pytest.mark.parametrize("exact", [EXACT, 0])
def test_in_a_large_room_nobody_is_left_out_because_all_like_the_same_few(
    plan: Planner, person: Write, exact: int
) -> None:
    liked = [person(f"a{n:02}", asks="grants", offers="tea") for n in range(NEAREST + 2)]
    others = [person(f"b{n:02}", asks="tea", offers="grants") for n in range(2 * NEAREST)]
    made = plan([*liked, *others], exact=exact)
    assert made.left_out == ()
    assert {len(match) for match in made.groups} == {2}


@pytest.mark.parametrize("exact", [EXACT, 0])
def test_in_a_large_room_sellers_left_over_last_time_come_first(plan: Planner, person: Write, exact: int) -> None:
    sellers = [
        person(
            f"s{n:02}", purposes=[Purpose.FIND_CUSTOMERS], left_out=int(n % 3 == 0), interests="" if n % 3 else "tea"
        )
        for n in range(60)
    ]
    learners = [person(f"l{n:02}", purposes=[Purpose.LEARN], interests="chess") for n in range(30)]
    people = [*sellers, *learners, *(person(f"m{n:02}", purposes=[Purpose.LISTEN]) for n in range(2))]
    made = plan(people, exact=exact)
    matched = {who for match in made.groups for who in match}
    assert {seller.id for seller in sellers if seller.left_out} <= matched
    assert len(made.groups) == 31
    assert {left.why for left in made.left_out} == {Why.ODD_ONE_OUT}


@pytest.mark.parametrize("exact", [EXACT, 0])
def test_two_odd_camps_that_clash_still_pair_all_but_one_each_and_make_threes(
    plan: Planner, person: Write, exact: int
) -> None:
    apart = PurposeTable(clashes=[(Purpose.LEARN, Purpose.HIRE)])
    people = [person(f"{camp[0]}{n:02}", purposes=[camp]) for camp in (Purpose.LEARN, Purpose.HIRE) for n in range(35)]
    made = plan(people, table=apart, exact=exact)
    assert made.left_out == ()
    assert sorted(map(len, made.groups)) == [2] * 32 + [3] * 2
    assert all(len({who[0] for who in match}) == 1 for match in made.groups)


def test_nobody_comes_up_again_while_someone_new_is_possible(plan: Planner, person: Write) -> None:
    people = [person(f"p{number}", interests="tea" if number < 5 else "opera") for number in range(10)]
    so_far: set[tuple[str, ...]] = set()
    # Of ten, everyone can be paired anew five times, whoever was paired before (Dirac 1952).
    for seed in range(5):
        matches = set(plan(people, before=so_far, seed=seed).groups)
        assert len(matches) == 5
        assert not matches & so_far
        so_far |= matches


@pytest.mark.parametrize("seed", range(5))
def test_two_who_came_up_before_do_not_again_however_much_they_share(plan: Planner, person: Write, seed: int) -> None:
    people = [person("ana", interests="bees; tea"), person("ben", interests="bees; tea"), person("cem"), person("dia")]
    assert ("ana", "ben") in plan(people, seed=seed).groups
    assert ("ana", "ben") not in plan(people, before={("ana", "ben")}, seed=seed).groups
    assert plan(people[:2], before={("ana", "ben")}, seed=seed).groups == (("ana", "ben"),)
