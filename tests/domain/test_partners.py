"""What a pair is worth, and which pairs are looked at."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest

from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.pairing import NEAREST
from kiosk.domain.pairs import UNITS
from kiosk.domain.partners import nearest
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.seated import Seated
from kiosk.domain.seated import seat
from kiosk.domain.topic import Topics
from tests.bench.bound import prices
from tests.bench.room import make_room

Write = Callable[..., Candidate]
Seat = Callable[..., Seated]


@pytest.fixture(scope="session")
def seated(topics: Topics, purposes: PurposeTable) -> Seat:
    def of(people: list[Candidate], history: History | None = None, seed: int = 1) -> Seated:
        return seat(people, history or History(), topics, purposes, np.random.default_rng(seed))

    return of


@pytest.fixture(scope="session")
def room(seated: Seat) -> Seated:
    people, history = make_room(700, seed=3)
    ids = [person.id for person in people]
    before = frozenset(frozenset((ids[n], ids[n + 1])) for n in range(0, 300, 2))
    return seated(people, History(history.never, before - history.never))


def whole(seated: Seated) -> np.ndarray:
    return seated.worth.rows(np.arange(len(seated.ids)))


def test_a_pair_is_worth_the_same_from_both_sides_and_in_any_slice(room: Seated) -> None:
    worth = whole(room)
    assert (worth == worth.T).all()
    slices = list(room.worth.slices())
    assert len(slices) > 1
    assert (np.concatenate([room.worth.rows(rows) for rows in slices]) == worth).all()
    assert (np.concatenate(slices) == np.arange(len(worth))).all()


def test_only_possible_pairs_are_looked_at_and_each_once(room: Seated) -> None:
    pairs, _ = nearest(room.worth, NEAREST)
    assert (pairs.one < pairs.other).all()
    assert len(set(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))) == len(pairs)
    worth = whole(room)
    assert (worth[pairs.one, pairs.other] > -np.inf).all()
    assert pairs.worth == pytest.approx(UNITS * worth[pairs.one, pairs.other], abs=1)
    assert len(pairs) < len(worth) * (NEAREST + 4)
    again = room.worth.between(pairs.other, pairs.one)
    assert (again.worth == pairs.worth).all()
    assert (again.before == pairs.before).all()


def test_who_came_up_before_is_looked_at_only_after_all_others(room: Seated) -> None:
    pairs, _ = nearest(room.worth, NEAREST)
    drawn = (pairs.other - pairs.one) % (len(room.ids) - 2) <= 2
    assert not pairs.before[~drawn].any()


def test_in_a_small_room_all_possible_pairs_are_looked_at(seated: Seat, person: Write) -> None:
    people = [person(f"p{n:02}", purposes=[Purpose.FIND_CUSTOMERS] if n < 5 else ()) for n in range(NEAREST)]
    small = seated(people, History(never=frozenset({frozenset(("p07", "p09"))})))
    pairs, _ = nearest(small.worth, NEAREST)
    assert len(pairs) == NEAREST * (NEAREST - 1) // 2 - 10 - 1


def test_the_pairs_looked_at_hold_nearly_all_there_is_to_gain(room: Seated) -> None:
    pairs, _ = nearest(room.worth, NEAREST)
    size = len(room.ids)
    all_pairs, _ = nearest(room.worth, size)
    assert len(all_pairs) > 10 * len(pairs)
    assert prices(pairs, size).sum() > 0.995 * prices(all_pairs, size).sum()


def test_everyone_can_be_matched_even_where_all_would_like_the_same_few(seated: Seat, person: Write) -> None:
    random = Random(4)
    liked = [person(f"a{n:02}", asks="tea", offers="bees; chess; grants; opera") for n in range(6)]
    others = [
        person(f"b{n:03}", asks=random.choice(["bees", "chess", "grants", "opera"]), offers="tea") for n in range(400)
    ]
    crowd = seated([*liked, *others])
    pairs, price = nearest(crowd.worth, NEAREST)
    looked_at_by = np.bincount(np.concatenate([pairs.one, pairs.other]), minlength=406)
    dear = np.array([id_.startswith("a") for id_ in crowd.ids])
    assert price[dear].min() > price[~dear].max()
    assert looked_at_by.min() >= NEAREST
    # By worth alone, all the others would look at all of these.
    assert looked_at_by[dear].mean() < 200
