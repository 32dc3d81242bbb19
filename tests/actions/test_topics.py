"""What people type is taken for topics; they correct it for themselves, the organizer for the evening."""

import pytest

from kiosk.actions.choose_topic import choose_topic
from kiosk.actions.decide_topic import decide_topic
from kiosk.actions.decide_topic import undo_topic_decision
from kiosk.actions.drop_topic import drop_topic
from kiosk.actions.state_topic import MOST_OF_A_KIND
from kiosk.actions.state_topic import state_topic
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import Fact
from kiosk.domain.fact import TopicsDecided
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import SoAlready
from kiosk.domain.refusal import TooManyTopics
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.store import topic_decisions
from tests.party import Party


@pytest.fixture
def ana(party: Party) -> str:
    return party.arrives("Ana")


@pytest.fixture
def ben(party: Party) -> str:
    return party.arrives("Ben")


def state(party: Party, who: str, *texts: str) -> None:
    for text in texts:
        party.database.write(state_topic, who, Kind.INTEREST, text, party.topics)


def topics_of(party: Party, who: str) -> list[tuple[str, str]]:
    return [(s.text, s.topic) for s in party.person(who).stated(Kind.INTEREST)]


def decide(party: Party, typed: str, meant: str) -> None:
    party.database.write(decide_topic, typed, meant, party.topics)


def undo(party: Party, words: str) -> None:
    party.database.write(undo_topic_decision, words, party.topics)


def test_what_is_typed_keeps_its_spelling_beside_its_topic(party: Party, ana: str) -> None:
    state(party, ana, " BEES\u202e ", "Kites")
    assert topics_of(party, ana) == [("BEES", "beekeeping"), ("Kites", "kites")]


def test_two_words_for_one_topic_are_one_statement(party: Party, ana: str) -> None:
    state(party, ana, "bees", "apiary", "bees", "n/a")
    assert topics_of(party, ana) == [("bees", "beekeeping")]


def test_a_dozen_of_a_kind_is_enough(party: Party, ana: str) -> None:
    state(party, ana, *(f"topic {chr(97 + n)}" for n in range(MOST_OF_A_KIND)))
    with pytest.raises(TooManyTopics):
        state(party, ana, "one more")


def test_what_is_taken_away_is_taken_away_by_its_words(party: Party, ana: str) -> None:
    state(party, ana, "bees", "kites")
    for _ in range(2):
        party.database.write(drop_topic, ana, Kind.INTEREST, "bees")
    assert topics_of(party, ana) == [("kites", "kites")]


def test_a_person_says_which_topic_they_mean(party: Party, ana: str, told: list[Fact]) -> None:
    state(party, ana, "bee hives")
    party.database.write(choose_topic, ana, Kind.INTEREST, "bee hives", "beekeeping", party.topics)
    assert party.person(ana).statements == (Statement(Kind.INTEREST, "bee hives", "beekeeping", "beekeeping"),)
    assert told[-1] == AttendeeChanged(ana)
    party.database.write(choose_topic, ana, Kind.INTEREST, "bee hives", "bee hives", party.topics)
    assert topics_of(party, ana) == [("bee hives", "bee hives")]


def test_words_chosen_for_a_topic_stated_before_are_one_statement(party: Party, ana: str) -> None:
    state(party, ana, "bees", "hives", "kites")
    party.database.write(choose_topic, ana, Kind.INTEREST, "hives", "beekeeping", party.topics)
    assert topics_of(party, ana) == [("bees", "beekeeping"), ("kites", "kites")]


def test_nobody_means_a_topic_that_is_none(party: Party, ana: str) -> None:
    state(party, ana, "hives")
    with pytest.raises(BadInput):
        party.database.write(choose_topic, ana, Kind.INTEREST, "hives", "nonsense", party.topics)


def test_merged_words_are_one_topic_for_everyone_at_once_and_from_then_on(
    party: Party, ana: str, ben: str, told: list[Fact]
) -> None:
    state(party, ana, "hives", "bees")
    decide(party, "Hives", "apiary")
    assert told[-1] == TopicsDecided()
    assert topics_of(party, ana) == [("hives", "beekeeping"), ("bees", "beekeeping")]
    state(party, ben, "HIVES!")
    assert topics_of(party, ben) == [("HIVES!", "beekeeping")]
    undo(party, "hives")
    assert topics_of(party, ana) == [("hives", "hives"), ("bees", "beekeeping")]
    assert topics_of(party, ben) == [("HIVES!", "hives")]


def test_split_words_are_a_topic_of_their_own_and_the_others_stay(party: Party, ana: str, ben: str) -> None:
    state(party, ana, "apiary")
    state(party, ben, "bees")
    decide(party, "apiary", "apiary")
    assert topics_of(party, ana) == [("apiary", "apiary")]
    assert topics_of(party, ben) == [("bees", "beekeeping")]
    undo(party, "apiary")
    assert topics_of(party, ana) == [("apiary", "beekeeping")]


def test_a_whole_topic_is_merged_with_all_its_words_and_comes_back(party: Party, ana: str, ben: str) -> None:
    state(party, ana, "bees")
    state(party, ben, "gardening")
    decide(party, "beekeeping", "gardens")
    assert topics_of(party, ana) == [("bees", "gardens")]
    decide(party, "gardens", "green things")
    assert topics_of(party, ana) == [("bees", "green things")]
    assert topics_of(party, ben) == [("gardening", "green things")]
    undo(party, "gardens")
    undo(party, "beekeeping")
    assert topics_of(party, ana) == [("bees", "beekeeping")]
    assert topics_of(party, ben) == [("gardening", "gardens")]


def test_what_a_person_confirmed_is_not_split_off_and_follows_its_topic(party: Party, ana: str, ben: str) -> None:
    for who in (ana, ben):
        state(party, who, "apiary")
    party.database.write(choose_topic, ana, Kind.INTEREST, "apiary", "beekeeping", party.topics)
    decide(party, "apiary", "apiary")
    assert topics_of(party, ana) == [("apiary", "beekeeping")]
    assert topics_of(party, ben) == [("apiary", "apiary")]
    decide(party, "beekeeping", "gardens")
    assert topics_of(party, ana) == [("apiary", "gardens")]


@pytest.mark.parametrize(("typed", "meant"), [("bees", "apiary"), ("kites", "kites"), ("beekeeping", "hives")])
def test_what_is_so_already_is_refused(party: Party, typed: str, meant: str) -> None:
    decide(party, "hives", "bees")
    with pytest.raises(SoAlready):
        decide(party, typed, meant)


@pytest.mark.parametrize(("typed", "meant"), [("", "bees"), ("bees", " "), ("\u202e", "bees")])
def test_words_that_say_nothing_are_refused(party: Party, typed: str, meant: str) -> None:
    with pytest.raises(BadInput):
        decide(party, typed, meant)


def test_a_merge_never_ends_where_it_began(party: Party) -> None:
    for typed, meant in (("kites", "boats"), ("boats", "stars"), ("stars", "moons")):
        decide(party, typed, meant)
    with pytest.raises(SoAlready):
        decide(party, "moons", "kites")
    decided = party.topics.decided(party.database.read(topic_decisions.all_of_them))
    assert {decided.resolve(text) for text in ("kites", "boats", "stars", "moons")} == {"moons"}
