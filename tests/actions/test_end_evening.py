"""The organizer ends the evening, and it may go on after all."""

from datetime import timedelta

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.end_evening import end_evening
from kiosk.actions.end_evening import go_on_with_evening
from kiosk.actions.forget import forget_now
from kiosk.actions.introduce import introduce
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.set_flow import set_flow
from kiosk.actions.set_next_round import set_next_round
from kiosk.actions.start_round import round_is_due
from kiosk.domain.fact import EveningTurned
from kiosk.domain.fact import Fact
from kiosk.domain.match import Answer
from kiosk.domain.refusal import EveningOver
from kiosk.domain.refusal import SoAlready
from kiosk.domain.scene import Scene
from kiosk.domain.surroundings import Surroundings
from kiosk.screens.organizer import organizer_screen
from kiosk.screens.phone import Showing
from kiosk.screens.projector import projector_screen
from kiosk.store import agenda
from kiosk.store import matches
from kiosk.store import rounds
from tests.conftest import Clock
from tests.party import LIMITS
from tests.party import Party


def test_the_end_ends_the_round_and_every_match_and_nobody_is_matched_any_more(party: Party, clock: Clock) -> None:
    ana, ben = party.arrives("Ana"), party.arrives("Ben")
    party.database.write(set_flow, True)
    party.round()
    party.matched(party.arrives("Cem"), party.arrives("Dora"))
    party.database.write(end_evening)
    assert party.database.read(rounds.running) is None
    assert party.database.read(matches.not_ended) == []
    clock.pass_(minutes=30)
    assert party.flow() == []
    with pytest.raises(EveningOver):
        party.round()
    assert {party.phone(who).showing for who in (ana, ben)} == {Showing.ENDED}


def test_a_round_that_was_set_does_not_start_after_the_end_and_does_when_it_goes_on(party: Party, clock: Clock) -> None:
    party.database.write(set_next_round, clock() + timedelta(minutes=5))
    party.database.write(end_evening)
    clock.pass_(minutes=6)
    assert not party.database.read(round_is_due, clock())
    party.database.write(go_on_with_evening)
    assert party.database.read(round_is_due, clock())


def test_taken_back_the_end_leaves_flow_as_it_was(party: Party, told: list[Fact]) -> None:
    party.arrives("Ana")
    party.arrives("Ben")
    party.database.write(set_flow, True)
    party.database.write(end_evening)
    party.database.write(go_on_with_evening)
    assert told[-2:] == [EveningTurned(), EveningTurned()]
    screen = party.database.read(organizer_screen, party.database.clock(), LIMITS, Surroundings())
    assert (screen.ended_at, screen.flow.on) == (None, True)


def test_ended_twice_or_taken_back_twice_is_said_to_be_so_already(party: Party) -> None:
    with pytest.raises(SoAlready):
        party.database.write(go_on_with_evening)
    party.database.write(end_evening)
    with pytest.raises(SoAlready):
        party.database.write(end_evening)


def test_the_projector_says_thank_you_whatever_was_held(party: Party) -> None:
    for name in ("Ana", "Ben", "Cem"):
        party.arrives(name)

    def scene() -> Scene:
        return party.database.read(projector_screen, party.database.clock(), party.topics).scene

    assert scene() is Scene.ROOM
    party.database.write(end_evening)
    assert scene() is Scene.THANKS
    party.database.write(go_on_with_evening)
    assert scene() is Scene.ROOM


def test_who_talks_goes_on_talking_and_badges_still_make_meetings(party: Party) -> None:
    ana, ben, cem = (party.arrives(name) for name in ("Ana", "Ben", "Cem"))
    match = party.matched(ana, ben)
    for who in (ana, ben):
        party.database.write(answer_prompt, match.id, who, Answer.GOING)
    party.database.write(end_evening)
    one = party.database.write(meet_by_badge, ana, party.person(ben).badge_code)
    other = party.database.write(meet_by_badge, ana, party.person(cem).badge_code)
    assert {met.name for met in party.phone(ana).met} == {"Ben", "Cem"}
    with pytest.raises(EveningOver):
        party.database.write(introduce, ana, one.id, other.id, "")


def test_another_evening_in_the_same_folder_has_not_ended(party: Party) -> None:
    party.arrives("Ana")
    party.database.write(end_evening)
    party.database.write(forget_now)
    assert party.database.read(agenda.get).ended_at is None
