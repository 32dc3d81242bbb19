"""A report to the organizer: kept once, read with the name of who wrote it, and put away."""

import pytest

from kiosk.actions.report import put_report_away
from kiosk.actions.report import report
from kiosk.domain.fact import Fact
from kiosk.domain.fact import Reported
from kiosk.domain.refusal import NothingSaid
from kiosk.domain.surroundings import Surroundings
from kiosk.screens.organizer import Told
from kiosk.screens.organizer import organizer_screen
from tests.party import LIMITS
from tests.party import Party


def on_the_desk(party: Party) -> tuple[Told, ...]:
    return party.database.read(organizer_screen, party.database.clock(), LIMITS, Surroundings()).reports


def test_the_organizer_reads_it_once_with_the_name_until_it_is_put_away(party: Party, told: list[Fact]) -> None:
    ana = party.arrives("Ana")
    told.clear()
    for _ in range(2):
        party.database.write(report, ana, "Someone follows me around", "tap one")
    assert told == [Reported()]
    [read] = on_the_desk(party)
    assert (read.by, read.text) == ("Ana", "Someone follows me around")
    party.database.write(put_report_away, read.id)
    assert on_the_desk(party) == ()


def test_an_empty_report_is_asked_for_words(party: Party) -> None:
    with pytest.raises(NothingSaid):
        party.database.write(report, party.arrives("Ana"), " \x00 ", "tap one")
