"""Threes and fours: for an odd number, for those who would rather, and with someone who knows both."""

from collections.abc import Callable
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.candidate import Candidate
from kiosk.domain.pairing import EXACT
from kiosk.domain.pairing import NEAREST
from kiosk.domain.plan import Plan
from kiosk.domain.plan import PlannedMatch
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]
Pair = frozenset[str]
Scene = tuple[list[Candidate], set[Pair], set[Pair]]


def sizes(made: Plan) -> list[int]:
    return sorted(map(len, made.groups))


def group_of(made: Plan, who: str) -> tuple[str, ...]:
    return next(group for group in made.groups if who in group)


@st.composite
def evenings(draw: st.DrawFn, most: int = 11) -> Scene:
    """People of whom some would rather be three or four, some of whom have met, and some kept apart."""
    size = draw(st.integers(2, most))
    came_for = st.sampled_from([(), (), (Purpose.FIND_CUSTOMERS,), (Purpose.LISTEN,)])
    people = [
        Candidate(
            f"p{number:02}", purposes=draw(came_for), small_group=draw(st.booleans()), left_out=draw(st.integers(0, 1))
        )
        for number in range(size)
    ]
    some = st.sets(st.sampled_from([frozenset((a.id, b.id)) for a, b in combinations(people, 2)]), max_size=3 * size)
    met = draw(some)
    return people, met, draw(some) - met


@given(evenings(), st.sampled_from([EXACT, 0]), st.sampled_from([0.0, 0.5, 1.0]))
def test_no_group_has_two_who_must_not_meet_and_only_a_bridge_knows_others_of_it(
    plan: Planner, purposes: PurposeTable, evening: Scene, exact: int, random_share: float
) -> None:
    people, met, apart = evening
    came_for = {person.id: person.purposes for person in people}
    for match in plan(people, never=apart, met=met, exact=exact, random_share=random_share).matches:
        for two in map(frozenset, combinations(match.people, 2)):
            assert two not in apart
            if match.bridge in two:
                assert two in met
            else:
                assert two not in met
                assert purposes.fit(*(came_for[who] for who in two)) != "clashes"
        assert match.bridge is None or (match.bridge in match.people and len(match.people) == 3)


@given(evenings(), st.sampled_from([EXACT, 0]), st.sampled_from([0.0, 0.5]))
def test_wishes_leave_nobody_out(plan: Planner, evening: Scene, exact: int, random_share: float) -> None:
    people, met, apart = evening
    made = plan(people, never=apart, met=met, exact=exact, random_share=random_share)
    named = [who for group in made.groups for who in group] + [left.id for left in made.left_out]
    assert sorted(named) == [person.id for person in people]
    plain = [Candidate(person.id, purposes=person.purposes, left_out=person.left_out) for person in people]
    pairs = plan(plain, never=apart, met=met, exact=exact)
    assert len(made.left_out) <= len(people) - 2 * len(pairs.matches)


@given(evenings())
def test_four_are_put_together_only_if_all_would_rather(plan: Planner, evening: Scene) -> None:
    people, met, apart = evening
    company = {person.id for person in people if person.small_group}
    for group in plan(people, never=apart, met=met).groups:
        assert len(group) <= 4
        assert len(group) < 4 or company >= set(group)


@given(st.integers(9, 20), st.data())
def test_where_all_may_meet_nobody_who_would_rather_be_more_is_in_a_pair(
    plan: Planner, size: int, data: st.DataObject
) -> None:
    people = [Candidate(f"p{n:02}", small_group=data.draw(st.booleans())) for n in range(size)]
    company = {person.id for person in people if person.small_group}
    made = plan(people, seed=size)
    assert made.left_out == ()
    if company:
        assert not any(len(group) == 2 and company & set(group) for group in made.groups)
    else:
        assert sizes(made) == [2] * (size // 2 - size % 2) + [3] * (size % 2)


@pytest.mark.parametrize("size", [3, 5, NEAREST + 9])
def test_an_odd_number_makes_one_three_and_leaves_nobody_out(plan: Planner, person: Write, size: int) -> None:
    made = plan([person(f"p{number}") for number in range(size)])
    assert made.left_out == ()
    assert sorted(map(len, made.groups)) == [2] * ((size - 3) // 2) + [3]


def test_the_one_left_over_joins_where_the_weakest_two_of_three_are_best(plan: Planner, person: Write) -> None:
    people = [
        person("ana", interests="bees; tea", left_out=1),
        person("ben", interests="bees; tea", left_out=1),
        person("cem", interests="opera; chess", left_out=1),
        person("dia", interests="opera", left_out=1),
        person("eva", interests="bees; chess"),
    ]
    assert plan(people).groups == (("ana", "ben", "eva"), ("cem", "dia"))
    assert plan(people, never={("ben", "eva")}).groups == (("ana", "ben"), ("cem", "dia", "eva"))


def test_the_one_left_over_joins_two_who_are_new_to_them(plan: Planner, person: Write) -> None:
    people = [
        person("ana", interests="bees; tea", left_out=1),
        person("ben", interests="bees; tea", left_out=1),
        person("cem", interests="opera", left_out=1),
        person("dia", interests="opera", left_out=1),
        person("eva", interests="bees; tea"),
    ]
    assert plan(people).groups == (("ana", "ben", "eva"), ("cem", "dia"))
    assert plan(people, before={("ben", "eva")}).groups == (("ana", "ben"), ("cem", "dia", "eva"))
    both_again = {("ana", "ben"), ("ana", "cem"), ("ana", "dia"), ("ben", "cem"), ("ben", "dia")}
    assert plan(people, before=both_again).groups == (("ana", "ben"), ("cem", "dia", "eva"))


@pytest.mark.parametrize(
    ("size", "groups"), [(3, [3]), (4, [4]), (6, [3, 3]), (8, [4, 4]), (10, [3, 3, 4]), (12, [3, 3, 3, 3])]
)
def test_those_who_would_all_rather_be_more_are_threes_and_fours(
    plan: Planner, person: Write, size: int, groups: list[int]
) -> None:
    assert sizes(plan([person(f"p{n}", small_group=True) for n in range(size)])) == groups


def test_those_who_would_rather_be_more_find_one_another_and_leave_the_others_in_pairs(
    plan: Planner, person: Write
) -> None:
    shy = [person(f"s{n}", small_group=True) for n in range(8)]
    people = [*shy, *(person(f"p{n}", interests="bees") for n in range(8))]
    for seed in range(5):
        made = plan(people, seed=seed)
        assert sizes(made) == [2, 2, 2, 2, 4, 4]
        assert all(len({who[0] for who in group}) == 1 for group in made.groups)


def test_the_odd_one_joins_two_of_whom_one_would_rather_be_more(plan: Planner, person: Write) -> None:
    for seed in range(8):
        people = [person(f"p{n}", interests="tea" if n > 1 else "", small_group=n == 0) for n in range(7)]
        assert len(group_of(plan(people, seed=seed), "p0")) == 3


def test_the_odd_one_brings_two_together_whom_they_met(plan: Planner, person: Write) -> None:
    people = [person(name, interests="tea") for name in ("ana", "ben", "cem", "dia")]
    people.append(person("eva", here_since=9.0))
    made = plan(people, met=[("eva", "ana"), ("eva", "ben"), ("cem", "ana"), ("dia", "ben"), ("cem", "ben")])
    assert PlannedMatch(("ana", "ben", "eva"), bridge="eva") in made.matches


def test_the_odd_one_takes_the_place_of_someone_who_brings_two_together(plan: Planner, person: Write) -> None:
    """Eva has met nobody; Dia, who could be paired, knows both Ana and Ben."""
    people = [person("ana", interests="tea"), person("ben", interests="tea"), person("cem"), person("dia")]
    people.append(person("eva", here_since=9.0))
    made = plan(people, met=[("dia", "ana"), ("dia", "ben")])
    assert made.matches == (PlannedMatch(("ana", "ben", "dia"), bridge="dia"), PlannedMatch(("cem", "eva")))
    apart = plan(people, met=[("dia", "ana")], never=[("dia", "ben")])
    assert all(match.bridge is None for match in apart.matches)


def test_nobody_is_sent_again_to_whom_they_were_told_of_only_to_make_a_bridge(plan: Planner, person: Write) -> None:
    people = [person("ana", interests="tea"), person("ben", interests="tea"), person("cem"), person("dia")]
    people.append(person("eva", here_since=9.0))
    made = plan(people, met=[("dia", "ana"), ("dia", "ben")], before=[("eva", "cem")])
    assert ("cem", "eva") not in made.groups


def test_a_bridge_is_the_third_of_those_who_would_rather_be_three(plan: Planner, person: Write) -> None:
    people = [person("ana", interests="tea", small_group=True), person("ben", interests="tea")]
    people += [person(name, interests="opera") for name in ("cem", "dia")]
    people += [person(name, interests="bees") for name in ("eva", "fay")]
    made = plan(people, met=[("eva", "ana"), ("eva", "ben")])
    assert PlannedMatch(("ana", "ben", "eva"), bridge="eva") in made.matches
    assert sizes(made) == [3, 3]


def test_someone_whom_no_pair_can_take_in_changes_places_with_someone_it_can(plan: Planner, person: Write) -> None:
    """Eva may meet only Ana; whoever was with Ana goes to the other two."""
    people = [person(name, left_out=1) for name in ("ana", "ben", "cem", "dia")] + [person("eva")]
    made = plan(people, never=[("eva", "ben"), ("eva", "cem"), ("eva", "dia")])
    assert made.left_out == ()
    assert group_of(made, "eva") == ("ana", "eva")


@pytest.mark.parametrize("exact", [EXACT, 0])
def test_of_a_large_room_in_which_many_would_rather_be_more_all_have_what_they_wished(
    plan: Planner, person: Write, exact: int
) -> None:
    random = Random(4)
    people = [person(f"p{n:03}", random.choice(["bees", "tea"]), small_group=n % 3 == 0) for n in range(121)]
    met = {frozenset(random.sample([one.id for one in people], 2)) for _ in range(200)}
    made = plan(people, met=met, exact=exact)
    assert made.left_out == ()
    assert all(len(group_of(made, one.id)) > 2 for one in people if one.small_group)
