"""When the next round starts, as an organizer types it."""

from datetime import UTC
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.agenda import next_at
from kiosk.domain.refusal import NotATime

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
"""19:00 in Berlin."""


def test_a_time_is_the_next_one_the_clock_on_the_wall_shows() -> None:
    assert next_at("19:30", EVENING, BERLIN) == datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    assert next_at(" 00:15 ", EVENING, BERLIN) == datetime(2026, 11, 22, 23, 15, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["19:00", "18:30", "", "half past", "25:00"])
def test_what_has_just_passed_or_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(NotATime):
        next_at(typed, EVENING, BERLIN)
