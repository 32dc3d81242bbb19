import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
import rustworkx
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import matching
from kiosk.domain.benefit import pair_weights
from kiosk.domain.matching import NEAREST
from kiosk.domain.matching import Candidate
from kiosk.domain.matching import History
from kiosk.domain.matching import LeftOut
from kiosk.domain.matching import Plan
from kiosk.domain.matching import Why
from kiosk.domain.matching import plan_round
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.room import Room
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]
Pair = frozenset[str]
Scene = tuple[list[Candidate], set[Pair], set[Pair]]
"""People, those who must never meet, and those who came up before."""


def pair(a: str, b: str) -> Pair:
    return frozenset((a, b))


@pytest.fixture(scope="session")
def plan(topics: Topics, purposes: PurposeTable) -> Planner:
    def of(
        people: list[Candidate],
        never: set[Pair] = frozenset(),
        before: set[Pair] = frozenset(),
        seed: int = 1,
        nearest: int = NEAREST,
        table: PurposeTable = purposes,
    ) -> Plan:
        with pytest.MonkeyPatch.context() as few:
            few.setattr(matching, "NEAREST", nearest)
            return plan_round(people, History(frozenset(never), frozenset(before)), topics, table, seed)

    return of


SOME_NEAREST = st.sampled_from([1, 2, NEAREST])
"""With few partners looked at first, small rooms go the ways of large ones."""


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
    named = [who for match in made.matches for who in match] + [left.id for left in made.left_out]
    assert sorted(named) == sorted(person.id for person in people)
    assert {len(match) for match in made.matches} <= {2, 3}


@given(rooms(), SOME_NEAREST)
def test_nobody_meets_whom_they_must_not_or_whose_purpose_clashes(
    plan: Planner, purposes: PurposeTable, room: Scene, nearest: int
) -> None:
    people, never, before = room
    allowed = allowed_pairs(people, never, purposes)
    for match in plan(people, never, before, nearest=nearest).matches:
        assert all(pair(a, b) in allowed for a, b in combinations(match, 2))


@given(rooms(most=8), SOME_NEAREST)
def test_as_many_are_paired_as_can_be(plan: Planner, purposes: PurposeTable, room: Scene, nearest: int) -> None:
    people, never, before = room
    fullest = fullest_pairings([p.id for p in people], allowed_pairs(people, never, purposes))
    made = plan(people, never, before, nearest=nearest)
    assert len(made.matches) == max(map(len, fullest))


@given(rooms(most=8), SOME_NEAREST)
def test_no_one_is_left_out_twice_running_when_another_could_be(
    plan: Planner, purposes: PurposeTable, room: Scene, nearest: int
) -> None:
    people, never, before = room
    made = plan(people, never, before, nearest=nearest)
    matched = {who for match in made.matches for who in match}
    out_last_time = {person.id for person in people if person.left_out}
    for way in fullest_pairings([p.id for p in people], allowed_pairs(people, never, purposes)):
        also = {who for two in way for who in two} & out_last_time
        assert not also > matched & out_last_time


@pytest.mark.parametrize("nearest", [1, 2, NEAREST])
def test_nor_where_no_three_can_meet(plan: Planner, person: Write, nearest: int) -> None:
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
        made = plan(people, never, seed=seed, nearest=nearest, table=camps)
        assert len(made.matches) == len(best)
        assert sum(out[who] for match in made.matches for who in match) == sum(turns.get_edge_data(*e) for e in best)


@given(rooms(most=8))
def test_who_came_up_before_comes_up_again_only_as_the_last_choice(
    plan: Planner, purposes: PurposeTable, room: Scene
) -> None:
    people, never, before = room
    people = [replace(person, left_out=0, meetings=1) for person in people]
    ways = fullest_pairings([p.id for p in people], allowed_pairs(people, never, purposes))
    made = plan(people, never, before)
    if all(len(match) == 2 for match in made.matches):
        again = sum(pair(*match) in before for match in made.matches)
        assert again == min(len(way & before) for way in ways)


@pytest.mark.parametrize("seed", range(5))
def test_two_who_came_up_before_do_not_again_however_much_they_share(plan: Planner, person: Write, seed: int) -> None:
    people = [person("ana", interests="bees; tea"), person("ben", interests="bees; tea"), person("cem"), person("dia")]
    assert ("ana", "ben") in plan(people, seed=seed).matches
    assert ("ana", "ben") not in plan(people, before={pair("ana", "ben")}, seed=seed).matches
    assert plan(people[:2], before={pair("ana", "ben")}, seed=seed).matches == (("ana", "ben"),)


@given(rooms(), st.randoms(use_true_random=False), st.integers(0, 3))
def test_the_order_of_people_changes_nothing(plan: Planner, room: Scene, random: Random, seed: int) -> None:
    people, never, before = room
    shuffled = random.sample(people, len(people))
    assert plan(people, never, before, seed) == plan(shuffled, never, before, seed)


def test_the_seed_draws_among_equals_and_the_same_seed_draws_the_same(plan: Planner, person: Write) -> None:
    people = [person(f"p{number}") for number in range(8)]
    assert plan(people, seed=5) == plan(people, seed=5)
    assert len({plan(people, seed=seed).matches for seed in range(10)}) > 5


IN_ANOTHER_PROCESS = """
from kiosk.domain.matching import Candidate, History, plan_round
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.statement import Kind, Statement
from kiosk.domain.topic import Topics
said = lambda n: tuple(Statement(kind, f"t{(n * 7 + k) % 11}", f"t{(n * 7 + k) % 11}") for k, kind in enumerate(Kind))
people = [Candidate(f"p{n}", said(n)) for n in range(41)]
print(plan_round(people, History(frozenset({frozenset(("p0", "p1"))})), Topics.from_rows([]), PurposeTable(), 3))
"""


def test_the_same_plan_is_made_by_every_process() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", IN_ANOTHER_PROCESS],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    }
    assert len(runs) == 1
    assert "p40" in runs.pop()


def test_those_who_have_most_for_each_other_meet(plan: Planner, person: Write) -> None:
    people = [
        person("ana", asks="grants", offers="bees"),
        person("ben", asks="bees", offers="grants"),
        person("cem", interests="old maps"),
        person("dia", interests="old maps"),
        person("eva"),
        person("fay"),
    ]
    assert plan(people).matches == (("ana", "ben"), ("cem", "dia"), ("eva", "fay"))


def test_in_a_large_room_everyone_still_finds_the_one_who_answers_them(plan: Planner, person: Write) -> None:
    half = NEAREST * 2
    people = [
        person(f"{side}{n:03}", asks=f"{side} {n} knots", offers=f"{other} {n} knots", interests="music")
        for side, other in ("ab", "ba")
        for n in range(half)
    ]
    assert plan(people).matches == tuple((f"a{n:03}", f"b{n:03}") for n in range(half))


def test_in_a_large_room_the_total_is_as_good_as_looking_at_all_pairs(
    plan: Planner, person: Write, topics: Topics, purposes: PurposeTable
) -> None:
    random = Random(7)
    names = [topic.name for topic in topics][:60]
    people = [
        person(f"p{n:03}", *("; ".join(random.sample(names, k)) for k in (5, 2, 2)), meetings=1)
        for n in range(NEAREST * 4)
    ]
    weights = pair_weights(people, Room(people, topics, purposes))
    index = {candidate.id: at for at, candidate in enumerate(people)}
    total = sum(weights[index[a], index[b]] for a, b in plan(people).matches)
    every = rustworkx.PyGraph(multigraph=False)
    every.extend_from_weighted_edge_list([(i, j, weights[i, j]) for i, j in combinations(range(len(people)), 2)])
    best = rustworkx.max_weight_matching(every, max_cardinality=True, weight_fn=lambda w: int(w * 1_000_000))
    assert total >= 0.99 * sum(weights[i, j] for i, j in best)


@pytest.mark.parametrize("seed", range(3))
def test_in_a_large_room_as_many_are_paired_as_can_be(plan: Planner, person: Write, seed: int) -> None:
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
    assert len(plan(people, never).matches) == len(rustworkx.max_weight_matching(every, max_cardinality=True))


def test_in_a_large_room_nobody_is_left_out_because_all_like_the_same_few(plan: Planner, person: Write) -> None:
    liked = [person(f"a{n:02}", asks="grants", offers="tea") for n in range(NEAREST + 2)]
    others = [person(f"b{n:02}", asks="tea", offers="grants") for n in range(2 * NEAREST)]
    made = plan([*liked, *others])
    assert made.left_out == ()
    assert {len(match) for match in made.matches} == {2}


def test_in_a_large_room_sellers_left_over_last_time_come_first(plan: Planner, person: Write) -> None:
    sellers = [
        person(
            f"s{n:02}", purposes=[Purpose.FIND_CUSTOMERS], left_out=int(n % 3 == 0), interests="" if n % 3 else "tea"
        )
        for n in range(60)
    ]
    learners = [person(f"l{n:02}", purposes=[Purpose.LEARN], interests="chess") for n in range(30)]
    people = [*sellers, *learners, *(person(f"m{n:02}", purposes=[Purpose.LISTEN]) for n in range(2))]
    made = plan(people)
    matched = {who for match in made.matches for who in match}
    assert {seller.id for seller in sellers if seller.left_out} <= matched
    assert len(made.matches) == 31
    assert {left.why for left in made.left_out} == {Why.ODD_ONE_OUT}


def test_two_odd_camps_that_clash_still_pair_all_but_one_each_and_make_threes(plan: Planner, person: Write) -> None:
    apart = PurposeTable(clashes=[(Purpose.LEARN, Purpose.HIRE)])
    people = [person(f"{camp[0]}{n:02}", purposes=[camp]) for camp in (Purpose.LEARN, Purpose.HIRE) for n in range(35)]
    made = plan(people, table=apart)
    assert made.left_out == ()
    assert sorted(map(len, made.matches)) == [2] * 32 + [3] * 2
    assert all(len({who[0] for who in match}) == 1 for match in made.matches)


@pytest.mark.parametrize("size", [3, 5, NEAREST + 9])
def test_an_odd_number_makes_one_three_and_leaves_nobody_out(plan: Planner, person: Write, size: int) -> None:
    made = plan([person(f"p{number}") for number in range(size)])
    assert made.left_out == ()
    assert sorted(map(len, made.matches)) == [2] * ((size - 3) // 2) + [3]


def test_the_one_left_over_joins_where_the_weakest_two_of_three_are_best(plan: Planner, person: Write) -> None:
    people = [
        person("ana", interests="bees; tea", left_out=1),
        person("ben", interests="bees; tea", left_out=1),
        person("cem", interests="opera; chess", left_out=1),
        person("dia", interests="opera", left_out=1),
        person("eva", interests="bees; chess"),
    ]
    assert plan(people).matches == (("ana", "ben", "eva"), ("cem", "dia"))
    assert plan(people, never={pair("ben", "eva")}).matches == (("ana", "ben"), ("cem", "dia", "eva"))


def test_whoever_has_no_good_meeting_yet_gets_the_better_match(plan: Planner, person: Write) -> None:
    people = [
        person("ana", interests="bees", meetings=3),
        person("ben", interests="bees"),
        person("cem", interests="bees", meetings=1),
        person("dia", meetings=1),
    ]
    assert all(
        ("ben", "cem") in plan(people, seed=seed).matches or ("ana", "ben") in plan(people, seed=seed).matches
        for seed in range(5)
    )
    assert not any(("ana", "cem") in plan(people, seed=seed).matches for seed in range(5))


def test_whoever_has_no_good_meeting_yet_comes_before_those_who_had_one(plan: Planner, person: Write) -> None:
    people = [person("ana", interests="tea", meetings=1), person("ben"), person("cem", interests="tea", meetings=1)]
    assert plan(people, never={pair("ana", "ben")}).matches == (("ben", "cem"),)


def test_whoever_waited_longest_comes_before_their_equals(plan: Planner, person: Write) -> None:
    people = [person("ana", here_since=30.0), person("ben", here_since=10.0), person("cem", here_since=20.0)]
    for seed in range(5):
        assert plan(people, never={pair("ana", "ben")}, seed=seed).matches == (("ben", "cem"),)


def test_a_room_that_meets_round_after_round_repeats_nobody_until_all_have_met(plan: Planner, person: Write) -> None:
    people = [person(f"p{number}") for number in range(10)]
    never: set[Pair] = set()
    for seed in range(9):
        made = plan(people, never, seed=seed)
        met = {pair(*match) for match in made.matches}
        assert not met & never
        never |= met
        if len(made.matches) < 5:
            break
    assert len(never) >= 30


def test_the_organizer_is_told_why_someone_has_no_match(plan: Planner, person: Write) -> None:
    sell, listen = [Purpose.FIND_CUSTOMERS], [Purpose.LISTEN]
    assert plan([]) == Plan((), ())
    assert plan([person("ana")]).left_out == (LeftOut("ana", Why.ALONE),)
    assert [left.why for left in plan([person("ana"), person("ben")], {pair("ana", "ben")}).left_out] == [
        Why.MET_EVERYONE,
        Why.MET_EVERYONE,
    ]
    cross = plan([person("ana", purposes=sell), person("ben", purposes=listen), person("cem", purposes=listen)])
    assert cross == Plan((("ben", "cem"),), (LeftOut("ana", Why.CROSS_PURPOSES),))
    both = plan(
        [person("ana", purposes=sell), person("ben", purposes=listen), person("cem"), person("dia")],
        {pair("ana", "cem"), pair("ana", "dia")},
    )
    assert LeftOut("ana", Why.CROSS_PURPOSES) in both.left_out
    odd = plan([person("ana"), person("ben"), person("cem")], {pair("ana", "ben")})
    assert [left.why for left in odd.left_out] == [Why.ODD_ONE_OUT]


def test_no_sentence_tells_that_someone_said_no() -> None:
    sentences = [why.sentence for why in Why]
    assert len(set(sentences)) == len(Why)
    assert not any(word in sentence.lower() for sentence in sentences for word in ("declin", "refus", "said no", "!"))
