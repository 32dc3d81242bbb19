import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pairs import Marked
from kiosk.domain.possible import Possible
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from tests.domain.drawn import as_pairs

MARKS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda two: two[0] != two[1]))


@given(MARKS)
def test_a_mark_holds_for_both_of_a_pair_and_nobody_else(marks: set[tuple[int, int]]) -> None:
    marked = Marked(list(marks), 6)
    both = marks | {(b, a) for a, b in marks}
    one, other = np.divmod(np.arange(36), 6)
    assert set(zip(one[marked.has(one, other)].tolist(), other[marked.has(one, other)].tolist(), strict=True)) == both
    assert {(a, b) for a in range(6) for b in marked.of(a).tolist()} == both
    rows = np.array([4, 1, 4])
    cells = {(int(rows[row]), int(column)) for row, column in zip(*marked.cells(rows), strict=True)}
    assert cells == {(a, b) for a, b in both if a in (4, 1)}
    assert len(marked.cells(rows)[0]) == 2 * len(marked.of(4)) + len(marked.of(1))


@given(
    MARKS, st.lists(st.sampled_from([Purpose.FIND_CUSTOMERS, Purpose.LISTEN, Purpose.LEARN]), min_size=6, max_size=6)
)
def test_possible_is_who_may_meet_and_does_not_clash(
    purposes: PurposeTable, never: set[tuple[int, int]], came_for: list[Purpose]
) -> None:
    possible = Possible([(purpose,) for purpose in came_for], purposes, Marked(list(never), 6))
    for a in range(6):
        of = possible.of(a)
        assert (of == possible.rows(np.array([a]))[0]).all()
        for b in range(6):
            kept_apart = a == b or (a, b) in never or (b, a) in never
            assert of[b] == (not kept_apart and purposes.fit((came_for[a],), (came_for[b],)) != "clashes")


def test_pairs_can_be_added_without_standing_there_twice() -> None:
    some = as_pairs([(0, 1), (2, 3)], [5, 7], [True, False])
    more = as_pairs([(0, 2), (2, 3)], [9, 7])
    both = some.and_also(more)
    assert list(
        zip(both.one.tolist(), both.other.tolist(), both.worth.tolist(), both.before.tolist(), strict=True)
    ) == [
        (0, 1, 5, True),
        (0, 2, 9, False),
        (2, 3, 7, False),
    ]
