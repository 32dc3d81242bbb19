"""What the kiosk understood, as its owner sees it."""

import pytest

from kiosk.actions.choose_topic import choose_topic
from kiosk.actions.decide_topic import decide_topic
from kiosk.actions.state_topic import state_topic
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.screens.profile import Understood
from kiosk.screens.profile import profile_screen
from kiosk.store import topic_decisions
from tests.party import Party


@pytest.fixture
def topics() -> Topics:
    return Topics.from_rows([("beekeeping", ["bees"], []), ("machine learning", ["ML"], []), ("hiking", [], [])])


def understood(party: Party, who: str) -> Understood:
    now = party.topics.decided(party.database.read(topic_decisions.all_of_them))
    [said] = party.database.read(profile_screen, who, now).understood[Kind.OFFER]
    return said


def says(party: Party, text: str) -> tuple[str, Understood]:
    who = party.arrives("Ana")
    party.database.write(state_topic, who, Kind.OFFER, text, party.topics)
    return who, understood(party, who)


@pytest.mark.parametrize("text", ["Beekeeping", "BEE-KEEPING", "kites"])
def test_what_is_plain_is_not_asked(party: Party, text: str) -> None:
    _, said = says(party, text)
    assert (said.text, said.taken_for, said.others, said.asked) == (text, None, (), False)


def test_another_word_for_it_is_told_and_not_asked(party: Party) -> None:
    _, said = says(party, "ML")
    assert said.taken_for is not None
    assert said.taken_for.name == "machine learning"
    assert not said.asked


def test_a_slip_is_mended_and_asked_until_confirmed(party: Party) -> None:
    who, said = says(party, "machne lerning")
    assert said.taken_for is not None
    assert said.taken_for.name == "machine learning"
    assert said.asked
    party.database.write(choose_topic, who, Kind.OFFER, said.text, said.taken_for.topic, party.topics)
    after = understood(party, who)
    assert (after.text, after.taken_for, after.asked) == ("machne lerning", said.taken_for, False)


def test_what_may_be_a_topic_is_a_question_and_stays_as_typed_until_answered(party: Party) -> None:
    who, said = says(party, "hikng")
    assert said.taken_for is None
    assert [choice.name for choice in said.others] == ["hiking"]
    assert said.asked
    party.database.write(choose_topic, who, Kind.OFFER, said.text, said.as_typed.topic, party.topics)
    assert not understood(party, who).asked


def test_what_the_organizer_decided_is_told_to_whom_it_touches(party: Party) -> None:
    who, _ = says(party, "hives")
    party.database.write(decide_topic, "hives", "beekeeping", party.topics)
    said = understood(party, who)
    assert said.taken_for is not None
    assert said.taken_for.name == "beekeeping"
    assert said.asked
