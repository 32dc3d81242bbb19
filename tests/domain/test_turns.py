"""Who comes before whom."""

from collections.abc import Callable
from itertools import combinations

from kiosk.domain.candidate import Candidate
from kiosk.domain.plan import Plan

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]


def test_whoever_has_no_good_meeting_yet_comes_before_those_who_had_one(plan: Planner, person: Write) -> None:
    people = [person("ana", interests="tea", meetings=1), person("ben"), person("cem", interests="tea", meetings=1)]
    assert plan(people, never={("ana", "ben")}).groups == (("ben", "cem"),)


def test_whoever_waited_longest_comes_before_their_equals(plan: Planner, person: Write) -> None:
    people = [person("ana", here_since=30.0), person("ben", here_since=10.0), person("cem", here_since=20.0)]
    for seed in range(12):
        assert plan(people, never={("ana", "ben")}, seed=seed).groups == (("ben", "cem"),)


def test_who_leaves_soon_comes_before_those_who_stay_and_after_those_without_a_good_meeting(
    plan: Planner, person: Write
) -> None:
    for seed in range(6):
        leaving = [person("ana", meetings=1, leaving=True), person("cem", meetings=1)]
        ben = person("ben", meetings=1, here_since=99.0)
        assert plan([*leaving, ben], never={("ana", "cem")}, seed=seed).groups == (("ana", "ben"),)
        fresh = [person("ana", meetings=1, leaving=True), person("cem")]
        assert plan([*fresh, ben], never={("ana", "cem")}, seed=seed).groups == (("ben", "cem"),)


def test_who_was_left_out_comes_before_everyone_else(plan: Planner, person: Write) -> None:
    people = [person("ana", meetings=2, left_out=1, here_since=50.0), person("ben"), person("cem", leaving=True)]
    assert plan(people, never={("ana", "cem")}).groups == (("ana", "ben"),)


def test_who_waited_longest_is_matched_wherever_in_a_long_chain_they_are(plan: Planner, person: Write) -> None:
    """Each may meet the next alone; of an odd number every second one can be the one left over."""
    people = [person(f"p{n:02}", here_since=float(n % 7), meetings=1) for n in range(21)]
    never = {(a.id, b.id) for a, b in combinations(people, 2) if int(b.id[1:]) - int(a.id[1:]) > 1}
    made = plan(people, never=never)
    assert [left.id for left in made.left_out] == ["p06"]
    assert [left.id for left in plan(people, never=never, exact=0).left_out] == ["p06"]


def test_waiting_sends_nobody_again_to_whom_they_were_told_of(plan: Planner, person: Write) -> None:
    people = [person("ana", here_since=1.0), person("ben", here_since=2.0), person("cem", here_since=3.0)]
    made = plan(people, never={("ana", "cem")}, before={("ana", "ben")})
    assert made.groups == (("ben", "cem"),)


def test_where_somebody_must_come_up_again_it_is_for_whoever_waited_longest(plan: Planner, person: Write) -> None:
    people = [person("ana", here_since=9.0), person("ben"), person("cem", interests="tea", here_since=1.0)]
    told = {("ana", "ben"), ("ben", "cem")}
    for seed in range(6):
        assert plan(people, never={("ana", "cem")}, before=told, seed=seed).groups == (("ben", "cem"),)
