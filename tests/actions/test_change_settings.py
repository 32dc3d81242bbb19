"""Settings are saved, then told; and nobody is forgotten by a slip."""

from datetime import timedelta

import pytest

from kiosk.actions.change_settings import change_settings
from kiosk.domain.fact import Fact
from kiosk.domain.fact import SettingsChanged
from kiosk.domain.refusal import NotSaved
from kiosk.domain.refusal import SettingsChangedSince
from kiosk.domain.refusal import WouldForget
from tests.conftest import Clock
from tests.party import Party

MONTH = timedelta(days=30)
DAY = timedelta(days=1)


def test_settings_are_saved_and_then_told(party: Party, told: list[Fact]) -> None:
    saved: list[str] = []
    party.database.write(change_settings, MONTH, MONTH, lambda: saved.append("saved"))
    assert saved == ["saved"]
    assert told == [SettingsChanged()]


def test_what_could_not_be_saved_is_not_told(party: Party, told: list[Fact]) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    def stale() -> None:
        raise SettingsChangedSince

    with pytest.raises(NotSaved):
        party.database.write(change_settings, MONTH, MONTH, full)
    with pytest.raises(SettingsChangedSince):
        party.database.write(change_settings, MONTH, MONTH, stale)
    assert told == []


def test_days_that_are_over_already_are_refused_before_anything_is_saved(party: Party, clock: Clock) -> None:
    saved: list[str] = []
    party.database.write(change_settings, MONTH, DAY, lambda: saved.append("nobody has come"))
    party.arrives("Ana")
    clock.pass_(days=2)
    with pytest.raises(WouldForget):
        party.database.write(change_settings, MONTH, DAY, lambda: saved.append("too few"))
    party.database.write(change_settings, MONTH, 3 * DAY, lambda: saved.append("enough"))
    clock.pass_(days=40)
    party.database.write(change_settings, MONTH, DAY, lambda: saved.append("over either way"))
    assert saved == ["nobody has come", "enough", "over either way"]
