"""Two who are here, the match a round makes of them, and three."""

import pytest

from kiosk.domain.match import Match
from tests.party import Party


@pytest.fixture
def pair(party: Party) -> tuple[str, str]:
    return party.arrives("Ana García"), party.arrives("Ben Okafor")


@pytest.fixture
def match(party: Party, pair: tuple[str, str]) -> Match:
    return party.round()[0]


@pytest.fixture
def trio(party: Party) -> tuple[str, str, str]:
    return party.arrives("Ana"), party.arrives("Ben"), party.arrives("Chen")
