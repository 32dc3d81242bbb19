"""Who is matched now, and who waits a little."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.flow import LastPrompt
from kiosk.domain.flow import Limits
from kiosk.domain.flow import Waiting
from kiosk.domain.flow import chosen
from kiosk.domain.flow import due
from kiosk.domain.flow import ready_at
from kiosk.domain.flow import waiting_of
from kiosk.domain.match import State

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
LIMITS = Limits(wait=timedelta(seconds=45), enough=8, at_once=20, pause=timedelta(seconds=60), in_rounds=True)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def someone(name: str, waited_s: float, leaving: bool = False) -> Waiting:
    return Waiting(name, ago(waited_s), ago(waited_s), leaving)


def test_while_few_are_free_nobody_is_matched_before_having_waited_a_little() -> None:
    assert due([someone("ana", 44), someone("ben", 10)], NOW, LIMITS) == frozenset()
    assert due([someone("ana", 45), someone("ben", 10)], NOW, LIMITS) == {"ana"}


def test_who_leaves_soon_does_not_wait() -> None:
    assert due([someone("ana", 0, leaving=True), someone("ben", 0)], NOW, LIMITS) == {"ana"}


def test_whose_last_match_came_to_nothing_has_waited_already_and_who_leaves_does_not_wait() -> None:
    last = {
        "ana": LastPrompt(State.DECLINED, NOW, NOW),
        "ben": LastPrompt(State.MET, ago(900), ago(900)),
        "chen": LastPrompt(State.MISSED, ago(900), ago(900)),
    }
    free_since = dict.fromkeys(("ana", "ben", "chen", "dora"), ago(5))
    waiting = waiting_of(free_since, last, {"chen"}, {"dora"}, LIMITS.pause)
    assert {person.id: person.ready_at for person in waiting} == {"ana": ago(5), "ben": ago(-55), "dora": ago(5)}
    assert due(waiting, NOW, LIMITS) == {"ana", "dora"}


def test_once_enough_are_free_nobody_waits() -> None:
    few = [someone(f"person {n}", 0) for n in range(7)]
    assert due(few, NOW, LIMITS) == frozenset()
    assert len(due([*few, someone("one more", 0)], NOW, LIMITS)) == 8


def test_only_matches_with_someone_who_is_due_are_made() -> None:
    waiting = {name: someone(name, 10) for name in ("ana", "ben", "chen", "dora")}
    groups = [("ana", "ben"), ("chen", "dora")]
    assert chosen(groups, frozenset({"ben"}), waiting, 20) == {("ana", "ben")}


def test_when_places_are_few_leavers_come_first_then_whoever_waited_longest() -> None:
    waiting = {
        "ana": someone("ana", 300),
        "ben": someone("ben", 0),
        "chen": someone("chen", 0, leaving=True),
        "dora": someone("dora", 0),
        "eli": someone("eli", 60),
        "fay": someone("fay", 200),
    }
    groups = [("eli", "fay"), ("ana", "ben"), ("chen", "dora")]
    everyone = frozenset(waiting)
    assert chosen(groups, everyone, waiting, 1) == {("chen", "dora")}
    assert chosen(groups, everyone, waiting, 2) == {("chen", "dora"), ("ana", "ben")}
    assert chosen(groups, everyone, waiting, 0) == chosen(groups, everyone, waiting, -3) == frozenset()


@pytest.mark.parametrize(
    ("last", "ready"),
    [
        (None, ago(600)),
        (LastPrompt(State.MET, ago(900), ago(950)), ago(540)),
        (LastPrompt(State.LATER, ago(20), ago(100)), ago(40)),
        (LastPrompt(State.EXPIRED, ago(20), None), ago(-40)),
        (LastPrompt(State.EXPIRED, ago(20), ago(100)), ago(600)),
        (LastPrompt(State.EXPIRED, ago(-20), None, answering=True), ago(600)),
        (LastPrompt(State.DECLINED, ago(20), ago(100)), ago(600)),
        (LastPrompt(State.MISSED, ago(20), ago(100)), ago(600)),
    ],
)
def test_who_talked_said_later_or_nothing_has_a_pause_and_whose_match_came_to_nothing_has_none(
    last: LastPrompt | None, ready: datetime
) -> None:
    assert ready_at(ago(600), last, LIMITS.pause) == ready


people = st.lists(
    st.builds(Waiting, st.uuids().map(str), st.integers(0, 120).map(ago), st.just(NOW), st.booleans(), st.booleans()),
    max_size=14,
    unique_by=lambda person: person.id,
)


@given(people, st.integers(0, 8), st.randoms(use_true_random=False))
def test_every_leaver_and_everyone_who_waited_is_due_and_with_room_each_of_their_matches_is_made(
    waiting: list[Waiting], places: int, random: object
) -> None:
    now_due = due(waiting, NOW, LIMITS)
    assert all(person.id in now_due for person in waiting if person.leaving or NOW - person.since >= LIMITS.wait)
    ids = [person.id for person in waiting]
    random.shuffle(ids)  # type: ignore[attr-defined]
    groups = [tuple(ids[start : start + 2]) for start in range(0, len(ids) - 1, 2)]
    by_id = {person.id: person for person in waiting}
    made = chosen(groups, now_due, by_id, places)
    assert made <= set(groups)
    assert len(made) <= places
    told = [who for group in made for who in group]
    assert len(told) == len(set(told)), "nobody is in two"
    wanted = {group for group in groups if now_due & set(group)}
    assert len(made) == min(places, len(wanted))
    assert chosen(groups[::-1], now_due, by_id, places) == made
    leavers = {group for group in wanted if any(by_id[who].leaving for who in group)}
    assert leavers <= made or made <= leavers
