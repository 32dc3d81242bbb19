"""One line to everybody, never more than one at a time."""

from datetime import timedelta

import pytest

from kiosk.actions.forget import forget_now
from kiosk.actions.keep_time import keep_time
from kiosk.actions.send_message import send_message
from kiosk.actions.take_back_message import take_back_message
from kiosk.domain.fact import Fact
from kiosk.domain.fact import MessageChanged
from kiosk.domain.message import LIMIT
from kiosk.domain.refusal import MessageMissing
from kiosk.domain.refusal import SoAlready
from kiosk.screens.projector import projector_screen
from kiosk.store import messages
from tests.conftest import Clock
from tests.party import Party

TEN = timedelta(minutes=10)


def on_projector(party: Party) -> str:
    return party.database.read(projector_screen, party.database.clock(), party.topics).message


def test_a_message_stands_on_every_phone_and_on_the_projector_only_if_wished(party: Party) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    party.database.write(send_message, "The soup is served", None, False)
    assert [party.phone(who).message for who in (ana, ben)] == ["The soup is served"] * 2
    assert on_projector(party) == ""
    party.database.write(send_message, "The band begins", None, True)
    assert party.phone(ana).message == on_projector(party) == "The band begins"


def test_it_goes_when_its_time_has_passed_and_that_is_told_once(party: Party, clock: Clock, told: list[Fact]) -> None:
    ana = party.arrives("Ana")
    party.database.write(send_message, "The soup is served", TEN, False)
    told.clear()
    clock.pass_(minutes=9)
    party.database.write(keep_time)
    assert party.phone(ana).message
    assert told == []
    clock.pass_(minutes=1)
    assert party.phone(ana).message == ""
    for _ in range(2):
        party.database.write(keep_time)
    assert told == [MessageChanged()]


def test_taken_back_it_is_gone_and_cannot_be_taken_back_again(party: Party) -> None:
    ana = party.arrives("Ana")
    party.database.write(send_message, "The soup is served", None, True)
    party.database.write(take_back_message)
    assert party.phone(ana).message == on_projector(party) == ""
    with pytest.raises(SoAlready):
        party.database.write(take_back_message)


def test_it_is_one_line_without_signs_that_turn_it_around_and_never_empty(party: Party) -> None:
    ana = party.arrives("Ana")
    party.database.write(send_message, " Soup\n\u202eis\u202c  here " + "x" * 300, None, False)
    said = party.phone(ana).message
    assert said.startswith("Soup is here x")
    assert len(said) == LIMIT
    with pytest.raises(MessageMissing):
        party.database.write(send_message, " \u202e ", None, False)


def test_it_is_forgotten_with_the_people(party: Party) -> None:
    party.arrives("Ana")
    party.database.write(send_message, "Ana, your taxi is here", None, False)
    party.database.write(forget_now)
    assert party.database.read(messages.standing, party.database.clock()) is None
