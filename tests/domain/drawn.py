"""Rooms drawn for tests of the matching itself, where people are places and pairs have a worth."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from kiosk.domain.pairs import Pairs
from kiosk.domain.turns import Turns


@st.composite
def some_pairs(draw: st.DrawFn, most: int = 7) -> tuple[Pairs, np.ndarray]:
    """Some pairs of a few people with their worth, often the same, and whose turn it is."""
    size = draw(st.integers(1, most))
    listed = [two for two in combinations(range(size), 2) if draw(st.booleans())]
    worth = draw(
        st.lists(st.integers(0, draw(st.sampled_from([1, 3, 10**6]))), min_size=len(listed), max_size=len(listed))
    )
    before = draw(st.lists(st.sampled_from([False, False, True]), min_size=len(listed), max_size=len(listed)))
    turn = draw(st.lists(st.integers(0, draw(st.integers(0, 2))), min_size=size, max_size=size))
    return as_pairs(listed, worth, before), np.array(turn)


def as_pairs(listed: list[tuple[int, int]], worth: list[int], before: list[bool] | None = None) -> Pairs:
    one, other = np.array(listed, dtype=np.intp).reshape(-1, 2).T
    marks = np.array(before, dtype=bool) if before is not None else np.zeros(len(listed), dtype=bool)
    return Pairs(one, other, np.array(worth, dtype=np.int64), marks)


def no_prices(pairs: Pairs) -> np.ndarray:
    return np.zeros(1 + int(pairs.other.max(initial=-1)), dtype=np.float32)


def called(turn: Sequence[int]) -> Turns:
    """Whose turn it is, where all have waited as long."""
    return Turns(np.array(turn, dtype=np.int64), np.zeros(len(turn), dtype=np.int64))


def a_large_room(size: int, seed: int, each: int = 8) -> Pairs:
    """A ring, so that all can be matched, and a few more pairs for each of an even number of people."""
    random = np.random.default_rng(seed)
    ends = np.concatenate([np.arange(size), random.integers(0, size, size * each)])
    others = np.concatenate([(np.arange(size) + 1) % size, random.integers(0, size, size * each)])
    listed = sorted({(min(a, b), max(a, b)) for a, b in zip(ends.tolist(), others.tolist(), strict=True) if a != b})
    return as_pairs(listed, random.integers(0, 10**6, len(listed)).tolist())


def matched(partner: np.ndarray, pairs: Pairs) -> Pairs:
    """The pairs in which these are partners; everyone's partner must be their partner's partner, and in `pairs`."""
    everyone = np.arange(len(partner))
    assert (partner[partner] == everyone).all()
    made = pairs.only(partner[pairs.one] == pairs.other)
    assert 2 * len(made) == np.count_nonzero(partner != everyone)
    return made
