"""What every plan keeps, held against trying all pairings and against a matching that looks at every pair."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import combinations
from random import Random

import numpy as np
import pytest
import rustworkx
from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.pairing import EXACT
from kiosk.domain.pairing import NEAREST
from kiosk.domain.pairs import Pairs
from kiosk.domain.plan import Plan
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.seated import seat
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from tests.bench.room import make_room

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]
Pair = frozenset[str]
How = dict[str, int]
Scene = tuple[list[Candidate], set[Pair], set[Pair]]
"""People, those who must never meet, and those who came up before."""

HOW = st.sampled_from([{"nearest": nearest, "exact": exact} for nearest in (1, 2, NEAREST) for exact in (EXACT, 0)])
"""As it is, looking at few partners, and as in a large room."""


def pair(a: str, b: str) -> Pair:
    return frozenset((a, b))


@st.composite
def rooms(draw: st.DrawFn, most: int = 9) -> Scene:
    """People with all sorts of statements, purposes and luck so far, and what happened between them."""
    size = draw(st.integers(0, most))
    said = st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(["bees", "chess", "tea", "opera"])), max_size=4)
    came_for = st.lists(st.sampled_from([Purpose.FIND_CUSTOMERS, Purpose.LISTEN, Purpose.LEARN]), max_size=1)
    people = [
        Candidate(
            f"p{number}",
            tuple(Statement(kind, topic, topic) for kind, topic in draw(said)),
            tuple(draw(came_for)),
            meetings=draw(st.integers(0, 1)),
            left_out=draw(st.integers(0, 2)),
            here_since=draw(st.integers(0, 3)),
        )
        for number in range(size)
    ]
    pairs = [pair(a.id, b.id) for a, b in combinations(people, 2)]
    some = st.sets(st.sampled_from(pairs)) if pairs else st.just(set())
    return people, draw(some), draw(some)


def allowed_pairs(people: list[Candidate], never: set[Pair], purposes: PurposeTable) -> set[Pair]:
    return {
        pair(a.id, b.id)
        for a, b in combinations(people, 2)
        if pair(a.id, b.id) not in never and purposes.fit(a.purposes, b.purposes) != "clashes"
    }


def fullest_pairings(ids: list[str], allowed: set[Pair]) -> set[frozenset[Pair]]:
    """Every way to pair as many as can be, by trying them all."""

    @cache
    def ways(left: tuple[str, ...]) -> frozenset[frozenset[Pair]]:
        if not left:
            return frozenset({frozenset()})
        first, rest = left[0], left[1:]
        found = set(ways(rest))
        for other in rest:
            if pair(first, other) in allowed:
                found |= {way | {pair(first, other)} for way in ways(tuple(x for x in rest if x != other))}
        return frozenset(found)

    everything = ways(tuple(ids))
    most = max(map(len, everything))
    return {way for way in everything if len(way) == most}


@given(rooms(), st.integers(0, 3))
def test_everyone_is_in_one_match_or_told_why_not(plan: Planner, room: Scene, seed: int) -> None:
    people, never, before = room
    made = plan(people, never, before, seed)
    named = [who for match in made.groups for who in match] + [left.id for left in made.left_out]
    assert sorted(named) == sorted(person.id for person in people)
    assert {len(match) for match in made.groups} <= {2, 3}


@given(rooms(), HOW)
def test_nobody_meets_whom_they_must_not_or_whose_purpose_clashes(
    plan: Planner, purposes: PurposeTable, room: Scene, how: How
) -> None:
    people, never, before = room
    allowed = allowed_pairs(people, never, purposes)
    for match in plan(people, never, before, **how).groups:
        assert all(pair(a, b) in allowed for a, b in combinations(match, 2))


@given(rooms(most=8), HOW)
def test_as_many_are_paired_as_can_be(plan: Planner, purposes: PurposeTable, room: Scene, how: How) -> None:
    people, never, before = room
    fullest = fullest_pairings([p.id for p in people], allowed_pairs(people, never, purposes))
    made = plan(people, never, before, **how)
    assert len(made.groups) == max(map(len, fullest))


@given(rooms(most=8), HOW)
def test_no_one_is_left_out_twice_running_when_another_could_be(
    plan: Planner, purposes: PurposeTable, room: Scene, how: How
) -> None:
    people, never, before = room
    made = plan(people, never, before, **how)
    matched = {who for match in made.groups for who in match}
    out_last_time = {person.id for person in people if person.left_out}
    for way in fullest_pairings([p.id for p in people], allowed_pairs(people, never, purposes)):
        also = {who for two in way for who in two} & out_last_time
        assert not also > matched & out_last_time


@pytest.mark.parametrize("exact", [EXACT, 0])
@pytest.mark.parametrize("nearest", [1, 2, NEAREST])
def test_nor_where_no_three_can_meet(plan: Planner, person: Write, nearest: int, exact: int) -> None:
    """Two camps that meet only each other; who can be paired is asked of a matching that knows only the turns."""
    camps = PurposeTable(clashes=[(Purpose.LEARN, Purpose.LEARN), (Purpose.HIRE, Purpose.HIRE)])
    for seed in range(60):
        random = Random(seed)
        people = [
            person(f"p{n:02}", random.choice(["", "tea", "tea; chess"]), purposes=[camp], left_out=random.randrange(2))
            for n, camp in enumerate([Purpose.LEARN] * 7 + [Purpose.HIRE] * 4)
        ]
        strict = random.random() / 2
        never = {pair(a.id, b.id) for a, b in combinations(people, 2) if random.random() < strict}
        out = {one.id: one.left_out for one in people}
        turns = rustworkx.PyGraph(multigraph=False)
        turns.extend_from_weighted_edge_list(
            [(int(a[1:]), int(b[1:]), out[a] + out[b]) for a, b in map(sorted, allowed_pairs(people, never, camps))]
        )
        best = rustworkx.max_weight_matching(turns, max_cardinality=True, weight_fn=int)
        made = plan(people, never, seed=seed, nearest=nearest, exact=exact, table=camps)
        assert len(made.groups) == len(best)
        assert sum(out[who] for match in made.groups for who in match) == sum(turns.get_edge_data(*e) for e in best)


@given(rooms(most=8))
def test_who_came_up_before_comes_up_again_only_as_the_last_choice(
    plan: Planner, purposes: PurposeTable, room: Scene
) -> None:
    people, never, before = room
    people = [replace(person, left_out=0, meetings=1) for person in people]
    ways = fullest_pairings([p.id for p in people], allowed_pairs(people, never, purposes))
    made = plan(people, never, before)
    if all(len(match) == 2 for match in made.groups):
        again = sum(pair(*match) in before for match in made.groups)
        assert again == min(len(way & before) for way in ways)


@given(rooms(most=8), HOW)
def test_nobody_comes_up_again_where_all_could_meet_someone_new(
    plan: Planner, purposes: PurposeTable, room: Scene, how: How
) -> None:
    people, never, before = room
    people = [replace(person, left_out=0, meetings=1) for person in people]
    ways = fullest_pairings([p.id for p in people], allowed_pairs(people, never, purposes))
    made = plan(people, never, before, **how)
    if all(len(match) == 2 for match in made.groups) and any(not way & before for way in ways):
        assert not {pair(*match) for match in made.groups} & before


@given(rooms(most=8), st.integers(0, 3))
@example(
    # Who waits longest meets someone they were told of, where somebody must.
    room=(
        [Candidate("p0"), Candidate("p1"), Candidate("p2", here_since=1)],
        {pair("p1", "p2")},
        {pair("p0", "p1"), pair("p0", "p2")},
    ),
    seed=0,
)
def test_in_a_small_room_no_other_pairing_is_better_in_what_counts_first(
    plan: Planner, topics: Topics, purposes: PurposeTable, room: Scene, seed: int
) -> None:
    people, never, before = room
    made = plan(people, never, before, seed)
    if people and all(len(match) == 2 for match in made.groups):
        seated = seat(
            people, History(frozenset(never), frozenset(before)), topics, purposes, np.random.default_rng(seed)
        )
        place = {id_: place for place, id_ in enumerate(seated.ids)}

        def merit(way: Iterable[Iterable[str]]) -> tuple[int, int, list[int], int]:
            one, other = np.array([[place[who] for who in two] for two in way], dtype=np.intp).reshape(-1, 2).T
            pairs = seated.worth.between(one, other) if len(one) else nothing
            waited = sorted(seated.turns.order[np.concatenate([one, other])].tolist(), reverse=True)
            turns = int((seated.turns.called[one] + seated.turns.called[other]).sum())
            return turns, -int(pairs.before.sum()), waited, int(pairs.worth.sum())

        nothing = Pairs(*(np.zeros(0, dtype=kind) for kind in (np.intp, np.intp, np.int64, bool)))
        ways = fullest_pairings(list(place), allowed_pairs(people, never, purposes))
        assert merit(made.groups) == max(map(merit, ways))


@given(rooms(), st.randoms(use_true_random=False), st.integers(0, 3), HOW)
def test_the_order_of_people_changes_nothing(plan: Planner, room: Scene, random: Random, seed: int, how: How) -> None:
    people, never, before = room
    shuffled = random.sample(people, len(people))
    assert plan(people, never, before, seed, **how) == plan(shuffled, never, before, seed, **how)


@pytest.mark.slow
def test_a_really_large_room_is_matched_whole_anew_each_round_and_the_same_in_any_order(plan: Planner) -> None:
    people, history = make_room(2 * EXACT, seed=8)
    so_far: set[Pair] = set()
    for seed in range(4):
        made = plan(people, history.never, so_far, seed)
        assert made == plan(people[::-1], history.never, so_far, seed)
        assert made.left_out == ()
        pairs = {pair(*match) for match in made.groups}
        assert len(pairs) == EXACT
        assert not pairs & (history.never | so_far)
        so_far |= pairs


@pytest.mark.parametrize("most", [5, 6])
def test_in_a_really_large_room_those_whom_all_know_come_up_again_only_as_often_as_they_must(
    plan: Planner, most: int
) -> None:
    people, _ = make_room(2 * EXACT, seed=9)
    people = [replace(person, purposes=()) for person in people]
    known = [person.id for person in people[:most]]
    before = {pair(one, person.id) for one in known for person in people if person.id != one}
    again = {pair(*match) for match in plan(people, (), before).groups} & before
    # Among themselves two at a time, and where one of an odd number is left, with someone else.
    assert len(again) == (most + 1) // 2


@pytest.mark.parametrize("exact", [EXACT, 0])
@pytest.mark.parametrize("seed", range(3))
def test_in_a_large_room_as_many_are_paired_as_can_be(plan: Planner, person: Write, seed: int, exact: int) -> None:
    """A few hubs everyone would like best, a long chain of people with one or two left to meet, and one apart."""
    random = Random(seed)
    size = NEAREST * 3
    people = [person(f"p{n:03}", interests="bees" if n < 6 else "") for n in range(size)]
    ids = [candidate.id for candidate in people]
    chain = {pair(ids[n], ids[n + 1]) for n in range(size // 2, size - 2)}
    may = chain | {pair(a, b) for a, b in combinations(ids[: size // 2], 2) if random.random() < 0.06 or b < "p006"}
    may |= {pair(ids[n], ids[random.randrange(size // 2)]) for n in range(size // 2, size - 1, 9)}
    never = {pair(a, b) for a, b in combinations(ids, 2)} - may
    every = rustworkx.PyGraph(multigraph=False)
    every.extend_from_edge_list([(ids.index(a), ids.index(b)) for a, b in map(sorted, may)])
    assert len(plan(people, never, exact=exact).groups) == len(
        rustworkx.max_weight_matching(every, max_cardinality=True)
    )
