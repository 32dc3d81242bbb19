"""Who is kept apart without a word."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.apart import Apart
from kiosk.domain.apart import kept_apart
from kiosk.domain.apart import not_apart
from kiosk.domain.attendee import Attendee
from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.matching import plan_round
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.topic import Topics

SIX = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def person(who: str, **values: object) -> Attendee:
    return Attendee(who, who, who, **{"arrived_at": SIX, **values})  # type: ignore[arg-type]


def pairs(*people: Attendee) -> set[str]:
    together = combinations(sorted(each.id for each in people), 2)
    return {" ".join(pair) for pair in together if not not_apart([frozenset(pair)], kept_apart(people))}


OTHERS = [person(who) for who in ("x", "y", "z")]


def test_colleagues_are_apart_unless_both_say_that_colleagues_are_fine() -> None:
    def room(ana_fine: bool, ben_fine: bool) -> set[str]:
        ana = person("ana", company="City Library", meets_colleagues=ana_fine)
        return pairs(ana, person("ben", company="city  library", meets_colleagues=ben_fine), *OTHERS)

    assert room(False, False) == room(True, False) == room(False, True) == {"ana ben"}
    assert room(True, True) == set()


def test_no_company_is_nobodys_company() -> None:
    assert pairs(*OTHERS, person("ana", company=" "), person("ben", company="")) == set()


def test_an_evening_of_one_company_keeps_nobody_apart_by_it() -> None:
    crew = [person(f"crew {n}", company="Rooftop Honey") for n in range(4)]
    assert pairs(*crew, *OTHERS) == set()
    assert len(pairs(*crew, *OTHERS, person("w"))) == 6


def test_two_of_one_registration_are_apart_if_they_arrived_within_a_minute() -> None:
    def room(seconds: int, registration: str) -> set[str]:
        later = person("ben", registration=registration, arrived_at=SIX + timedelta(seconds=seconds))
        return pairs(person("ana", registration="ABC"), later, person("chen", registration=""), *OTHERS)

    assert room(60, "ABC") == {"ana ben"}
    assert room(61, "ABC") == room(0, "XYZ") == set()
    assert pairs(person("ana", registration="ABC"), person("ben", registration="ABC", arrived_at=None)) == set()


@given(st.lists(st.tuples(st.sets(st.sampled_from("abcdefgh")), st.sets(st.sampled_from("abcdefgh"))), max_size=3))
def test_who_is_kept_apart_is_planned_for_like_pairs_that_must_never_meet(
    groups: list[tuple[set[str], set[str]]],
) -> None:
    apart = tuple(Apart(frozenset(people), frozenset(fine & people)) for people, fine in groups)
    pairs = frozenset(map(frozenset, combinations("abcdefgh", 2)))
    never = pairs - not_apart(pairs, apart)
    people = [Candidate(who) for who in "abcdefgh"]
    as_groups, as_pairs = (
        plan_round(people, history, Topics.from_rows([]), PurposeTable(), 5)
        for history in (History(apart=apart), History(never=never))
    )
    assert as_groups == as_pairs
    assert all(never.isdisjoint(map(frozenset, combinations(match.people, 2))) for match in as_groups.matches)
