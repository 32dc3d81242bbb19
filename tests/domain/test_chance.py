"""What can be told from few."""

import pytest

from kiosk.domain.chance import Share
from kiosk.domain.chance import apart


def test_a_share_is_known_more_nearly_from_many_than_from_few() -> None:
    few, many = Share(3, 10).range, Share(300, 1000).range
    assert few == pytest.approx((0.1078, 0.6032), abs=1e-4)  # Wilson's interval, as statsmodels gives it
    assert many == pytest.approx((0.2724, 0.3291), abs=1e-4)


@pytest.mark.parametrize(("count", "of"), [(0, 0), (0, 1), (1, 1), (0, 30), (30, 30)])
def test_a_range_stays_between_none_and_all(count: int, of: int) -> None:
    low, high = Share(count, of).range
    assert 0 <= low <= Share(count, of).share <= high <= 1


def test_two_shares_are_apart_only_where_chance_does_not_explain_it() -> None:
    assert not apart(Share(6, 10), Share(3, 10))
    assert apart(Share(600, 1000), Share(300, 1000))
    assert apart(Share(300, 1000), Share(600, 1000))
    assert not apart(Share(1, 2), Share(0, 0))
