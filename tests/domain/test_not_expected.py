"""Who stands on a list and is not expected."""

import pytest

from kiosk.domain.not_expected import NotExpected
from kiosk.domain.not_expected import TicketNotExpected
from kiosk.domain.not_expected import Why
from kiosk.domain.not_expected import name_key


@pytest.mark.parametrize("typed", ["Zoë Müller-Lee", "muller lee ZOE", "Lee, Zoë Müller"])
def test_a_whole_name_is_found_in_any_order_and_spelling(typed: str) -> None:
    assert name_key(typed) == name_key("Zoë Müller-Lee")


@pytest.mark.parametrize("typed", ["Zoë", "Zoë Müller", "Zoë Müller-Lee Santos"])
def test_a_part_of_a_name_is_another_name(typed: str) -> None:
    assert name_key(typed) != name_key("Zoë Müller-Lee")


def test_each_reason_is_said_in_its_own_words() -> None:
    said = {str(TicketNotExpected(NotExpected("Ana", "t-1", why))) for why in Why}
    assert len(said) == len(Why)
