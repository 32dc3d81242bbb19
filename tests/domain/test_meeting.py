"""When a meeting was a good one, and what passes by it."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta

import pytest

from kiosk.domain.meeting import LASTS
from kiosk.domain.meeting import Contact
from kiosk.domain.meeting import How
from kiosk.domain.meeting import Meeting

MET_AT = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
OVER = MET_AT + LASTS
MEETING = Meeting("m", "ana", "ben", MET_AT, How.SCAN)
ANA_GLAD, BEN_GLAD = ("ana", "ben"), ("ben", "ana")


@pytest.mark.parametrize(
    ("glad", "now", "good"),
    [
        ({ANA_GLAD}, MET_AT, True),
        ({ANA_GLAD, BEN_GLAD}, OVER, True),
        (set(), OVER, True),
        (set(), OVER - timedelta(seconds=1), False),
        ({BEN_GLAD}, OVER, False),
    ],
)
def test_it_was_good_for_whoever_was_glad_and_for_both_where_neither_said_anything_in_time(
    glad: set[tuple[str, str]], now: datetime, good: bool
) -> None:
    assert MEETING.good_for("ana", glad, now) is good


def test_nothing_passes_before_both_offer_something() -> None:
    half = Meeting("m", "ana", "ben", MET_AT, How.TAP, offered={"ben": frozenset(Contact), "ana": frozenset()})
    assert half.passed_to("ana") == half.passed_to("ben") == frozenset()
    both = Meeting(
        "m", "ana", "ben", MET_AT, How.TAP, offered={"ben": frozenset(Contact), "ana": frozenset({Contact.EMAIL})}
    )
    assert both.passed_to("ana") == frozenset(Contact)
    assert both.passed_to("ben") == {Contact.EMAIL}
