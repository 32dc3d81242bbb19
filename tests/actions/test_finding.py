"""Help for those who are on and cannot find each other, on their phones and on the projector."""

import pytest

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.find_partner import find_partner
from kiosk.actions.find_partner import take_another_spot
from kiosk.actions.set_shown import set_shown
from kiosk.domain.fact import Fact
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.screens.projector import Pair
from kiosk.screens.projector import projector_screen
from tests.party import PACE
from tests.party import Party


@pytest.fixture
def match(party: Party) -> Match:
    for name in ("Ana", "Ben"):
        party.arrives(name)
    [made] = party.round()
    for who in made.attendee_ids:
        party.database.write(answer_prompt, made.id, who, Answer.GOING)
    return made


def on_the_wall(party: Party) -> Pair:
    screen = party.database.read(projector_screen, party.database.clock(), party.topics)
    return screen.pages[0][0]


def test_both_phones_and_the_projector_call_them_and_nobody_is_named_without_consent(
    party: Party, match: Match, told: list[Fact]
) -> None:
    one, other = match.attendee_ids
    party.database.write(set_shown, other, True)
    told.clear()
    for _ in range(2):
        party.database.write(find_partner, match.id, one)
    assert told == [PromptAnswered(match.id, match.attendee_ids)]
    assert all(party.phone(who).prompt.searching for who in match.attendee_ids)  # type: ignore[union-attr]  # each was just given one
    called = on_the_wall(party)
    assert called.searching
    assert (called.names, called.unnamed) == ((party.person(other).name,), 1)


def test_another_spot_is_taken_once_however_many_taps_saw_the_first(party: Party, match: Match) -> None:
    for who in match.attendee_ids:
        party.database.write(take_another_spot, match.id, who, match.spot, PACE.spots)
    spot = party.match(match.id).spot
    assert spot != match.spot
    assert {party.phone(who).prompt.spot for who in match.attendee_ids} == {spot}  # type: ignore[union-attr]  # each was just given one


def test_where_there_is_one_spot_they_stay_there(party: Party, match: Match) -> None:
    party.database.write(take_another_spot, match.id, match.attendee_ids[0], match.spot, ())
    assert party.match(match.id).spot == match.spot
