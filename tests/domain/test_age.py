"""What a list says of somebody's age."""

from datetime import date

import pytest

from kiosk.domain.age import says_minor

TODAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    "text",
    [
        "17",
        "9",
        "under 18",
        "Under 18",
        "2008-05-15",
        "2008-05-15 00:00:00",
        "15.05.2008",
        "15/5/2008",
        "12/31/2010",
        "2009",
    ],
)
def test_who_is_surely_under_18_is_a_minor(text: str) -> None:
    assert says_minor(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "18",
        "64",
        "2008-05-14",
        "14.05.2008",
        "1990-02-30",
        "2008",
        "1970",
        "6/5/2008",
        "2010-13-01",
        "",
        "young",
        "2030-01-01",
        "17-19",
        "under 21",
        "over 18",
        "1.2.08",
    ],
)
def test_what_says_otherwise_or_cannot_be_read_says_nothing(text: str) -> None:
    assert not says_minor(text, TODAY)
