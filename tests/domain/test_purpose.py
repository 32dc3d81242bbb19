import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.purpose import Fit
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.purpose import parse_purposes

SELL, LISTEN, LEARN, FRIENDS, HELP = (
    Purpose.FIND_CUSTOMERS,
    Purpose.LISTEN,
    Purpose.LEARN,
    Purpose.MAKE_FRIENDS,
    Purpose.HELP_NEWCOMERS,
)
SEVERAL = st.lists(st.sampled_from(Purpose), unique=True, max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        ((SELL,), (LISTEN,), Fit.CLASHES),
        ((SELL,), (SELL,), Fit.CLASHES),
        ((SELL,), (FRIENDS,), Fit.CLASHES),
        ((SELL, LEARN), (LISTEN, LEARN), Fit.CLASHES),
        ((SELL, FRIENDS), (LISTEN, FRIENDS), Fit.SUITS),
        ((LEARN, SELL), (LISTEN,), Fit.NEUTRAL),
        ((SELL,), (LEARN,), Fit.NEUTRAL),
        ((LEARN,), (HELP,), Fit.SUITS),
        ((Purpose.FIND_WORK,), (Purpose.HIRE,), Fit.SUITS),
        ((Purpose.FIND_WORK,), (Purpose.FIND_WORK,), Fit.NEUTRAL),
        ((), (SELL,), Fit.NEUTRAL),
        ((), (), Fit.NEUTRAL),
    ],
)
def test_the_best_combination_decides_and_clashing_mains_clash(
    purposes: PurposeTable, a: tuple[Purpose, ...], b: tuple[Purpose, ...], fit: Fit
) -> None:
    assert purposes.fit(a, b) is fit
    assert purposes.fit(b, a) is fit


@given(st.lists(SEVERAL, min_size=1, max_size=8))
def test_a_room_is_told_the_same_as_two_people(purposes: PurposeTable, people: list[tuple[Purpose, ...]]) -> None:
    matrix = purposes.fit_matrix(people)
    told = {1: Fit.SUITS, 0: Fit.NEUTRAL, -1: Fit.CLASHES}
    for i, a in enumerate(people):
        for j, b in enumerate(people):
            assert told[int(matrix[i, j])] is purposes.fit(a, b)


@given(SEVERAL, SEVERAL, st.sampled_from(Purpose))
def test_one_more_purpose_behind_the_main_one_never_spoils_a_match(
    purposes: PurposeTable, a: tuple[Purpose, ...], b: tuple[Purpose, ...], more: Purpose
) -> None:
    order = [Fit.CLASHES, Fit.NEUTRAL, Fit.SUITS]
    if a:
        assert order.index(purposes.fit((*a, more), b)) >= order.index(purposes.fit(a, b))


@pytest.mark.parametrize(
    "settings",
    [
        {"suit": []},
        {"suits": "make_friends"},
        {"suits": [["make_friends"]]},
        {"suits": [["make_friends", "sell"]]},
        {"clashes": ["learn", "hire"]},
        {"suits": [["learn", "hire"]], "clashes": [["hire", "learn"]]},
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        parse_purposes(settings)


def test_an_empty_table_leaves_all_neutral() -> None:
    assert parse_purposes({}).fit((SELL,), (LISTEN,)) is Fit.NEUTRAL
