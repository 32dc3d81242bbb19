from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.liking import USUAL
from kiosk.domain.liking import Liking

IDS = ("ana", "ben", "cem", "dia", "eva")
TAPS = st.dictionaries(st.sampled_from(list(permutations(IDS, 2))), st.booleans())
Taps = dict[tuple[str, str], bool]


def likely(glad: Taps, ids: tuple[str, ...] = IDS) -> dict[tuple[str, str], float]:
    """How likely any two are to be both glad."""
    found = np.broadcast_to(Liking(ids, glad).rows(np.arange(len(ids))), (len(ids), len(ids)))
    return {(a, b): float(found[i, j]) for i, a in enumerate(ids) for j, b in enumerate(ids) if i != j}


def test_while_nobody_had_time_to_be_glad_all_pairs_are_alike() -> None:
    assert set(likely({}).values()) == {0.0}


@given(TAPS)
def test_it_is_a_chance_and_the_same_from_both_sides(glad: Taps) -> None:
    found = likely(glad)
    assert all(0 <= chance < 1 for chance in found.values())
    assert all(found[a, b] == found[b, a] for a, b in found)


@given(TAPS, st.permutations(IDS))
def test_neither_the_order_of_people_nor_of_taps_changes_it(glad: Taps, order: list[str]) -> None:
    turned = dict(reversed(glad.items()))
    assert likely(turned, tuple(order)) == pytest.approx(likely(glad), abs=1e-3)


@given(TAPS)
def test_it_comes_in_slices_as_it_comes_whole(glad: Taps) -> None:
    liking = Liking(IDS, glad)
    whole = np.broadcast_to(liking.rows(np.arange(5)), (5, 5))
    assert (np.broadcast_to(liking.rows(np.array([3, 1])), (2, 5)) == whole[[3, 1]]).all()


def test_whoever_was_glad_of_others_is_more_likely_to_be_and_so_is_whomever_others_were_glad_of() -> None:
    found = likely({("ana", "eva"): True, ("eva", "ana"): False, ("ben", "eva"): False, ("eva", "ben"): False})
    assert found["ana", "cem"] > found["ben", "cem"]
    found = likely({("eva", "ana"): True, ("ana", "eva"): False, ("ben", "eva"): False, ("eva", "ben"): False})
    assert found["ana", "cem"] > found["ben", "cem"]


def test_of_two_who_were_equally_liked_the_one_liked_by_the_choosy_counts_for_more() -> None:
    choosy = {("eva", other): False for other in ("cem", "dia")}
    easy = {("fay", other): True for other in ("cem", "dia")}
    found = likely({**choosy, **easy, ("eva", "ana"): True, ("fay", "ben"): True}, (*IDS, "fay"))
    assert found["ana", "cem"] > found["ben", "cem"]


def test_the_side_less_likely_to_be_glad_decides() -> None:
    """Ana and Ben are both middling; Cem is glad of all and nobody of him, Dia the other way round."""
    taps = {("cem", "eva"): True, ("cem", "fay"): True, ("eva", "cem"): False, ("fay", "cem"): False}
    taps |= {("gus", "hal"): True, ("hal", "gus"): False, ("gus", "ida"): False, ("ida", "gus"): True}
    found = likely(taps, ("cem", "gus", "jan"))
    assert found["cem", "jan"] < found["gus", "jan"]


def test_both_must_be_glad_so_that_two_easily_glad_are_better_together_than_each_with_someone_who_is_not() -> None:
    others = ("eva", "fay")
    taps = {(who, other): who in ("cem", "dia") for who in ("cem", "dia", "gus", "hal") for other in others}
    taps |= {(other, who): said for (who, other), said in taps.items()}
    found = likely(taps, ("cem", "dia", "gus", "hal"))
    assert found["cem", "dia"] + found["gus", "hal"] > 1.2 * (found["cem", "gus"] + found["dia", "hal"])


def test_few_taps_move_it_less_than_many() -> None:
    one = likely({("ana", "eva"): True})
    two = likely({("ana", "eva"): True, ("ana", "dia"): True})
    usual = USUAL**2
    assert usual < one["ana", "cem"] < two["ana", "cem"]
    assert usual * 0.8 < one["ben", "cem"] < one["ana", "cem"]


def test_what_those_said_who_have_left_still_counts() -> None:
    found = likely({("gone", "ana"): True, ("gone", "ben"): False}, ("ana", "ben", "cem"))
    assert found["ana", "cem"] > found["ben", "cem"]
