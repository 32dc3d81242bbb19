import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.candidate import Candidate
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.reason import AT_MOST
from kiosk.domain.reason import NOTHING_KNOWN
from kiosk.domain.reason import PURPOSES_SUIT
from kiosk.domain.reason import QUESTIONS
from kiosk.domain.reason import SAME_PURPOSE
from kiosk.domain.reason import Ground
from kiosk.domain.reason import Reasons
from kiosk.domain.reason import reasons_for
from kiosk.domain.room import Room
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics

Write = Callable[..., Candidate]
Teller = Callable[..., Reasons]


@pytest.fixture
def told(topics: Topics, purposes: PurposeTable) -> Teller:
    """What the first is told about the second, in a room of all these."""

    def of(*present: Candidate, seed: int = 1) -> Reasons:
        return reasons_for(present[0], present[1], Room(present, topics, purposes), seed)

    return of


def test_a_prompt_says_what_to_give_what_to_get_and_what_is_shared(told: Teller, person: Write) -> None:
    ana = person("ana", interests="bees", offers="Grant applications; chess", asks="a first flat")
    ben = person("ben", interests="Beekeeping", offers="first flat; opera", asks="grants; writing a grant")
    reasons = told(ana, ben)
    assert reasons.give == ("grants",)
    assert reasons.get == ("first flat",)
    assert reasons.share == ("beekeeping",)
    assert reasons.plainly == ""


def test_giving_is_told_in_the_words_of_the_one_who_asked(told: Teller, person: Write) -> None:
    assert told(person("ana", offers="Mandarin"), person("ben", asks="learning Chinese")).give == ("learning Chinese",)


def test_giving_something_near_is_told_in_the_givers_own_words(told: Teller, person: Write) -> None:
    assert told(person("ana", offers="gardening"), person("ben", asks="bees")).give == ("gardening",)


def test_getting_is_told_in_the_words_of_the_one_who_offers(told: Teller, person: Write) -> None:
    assert told(person("ana", asks="bees"), person("ben", offers="Honey; gardening")).get == ("Honey",)


def test_what_was_asked_for_exactly_stands_before_what_is_near(told: Teller, person: Write) -> None:
    ana = person("ana", asks="opera nights by the harbour; bees; grants")
    ben = person("ben", offers="the harbour, its opera; gardening; grants")
    assert told(ana, ben).get == ("grants", "gardening", "the harbour, its opera")


def test_shared_interests_come_rarest_first_and_only_a_few(told: Teller, person: Write) -> None:
    both = "music; tea; chess; bees; opera"
    others = [
        person("cem", interests="music; tea; chess"),
        person("dia", interests="music; tea"),
        person("eva", interests="music"),
    ]
    share = told(person("ana", interests=both), person("ben", interests=both), *others).share
    assert share == ("beekeeping", "opera", "chess")
    assert len(share) == AT_MOST


def test_one_thing_said_in_two_spellings_is_told_once(told: Teller, person: Write) -> None:
    ana = person("ana", asks="roses by the river; river roses")
    assert told(ana, person("ben", offers="Roses, river")).get == ("Roses, river",)


INTERESTS = st.lists(st.sampled_from(["bees", "chess", "tea"]), max_size=3)


@given(st.lists(INTERESTS, min_size=2, max_size=5))
def test_only_two_is_said_only_when_it_is_true(topics: Topics, purposes: PurposeTable, said: list[list[str]]) -> None:
    people = [
        Candidate(f"p{n}", tuple(Statement(Kind.INTEREST, text, topics.resolve(text)) for text in theirs))
        for n, theirs in enumerate(said)
    ]
    reasons = reasons_for(people[0], people[1], Room(people, topics, purposes), 1)
    if reasons.only_two:
        rarest = topics.resolve(reasons.share[0])
        assert [rarest in map(topics.resolve, theirs) for theirs in said] == [True, True] + [False] * (len(said) - 2)
    else:
        assert not any(
            all((text in theirs) == (n < 2) for n, theirs in enumerate(said)) for text in ("bees", "chess", "tea")
        )


def test_only_two_is_not_said_of_someone_who_has_gone(topics: Topics, purposes: PurposeTable, person: Write) -> None:
    ana, ben, cem = (person(name, interests="bees") for name in ("ana", "ben", "cem"))
    assert not reasons_for(ana, ben, Room([ben, cem], topics, purposes), 1).only_two


def test_both_purposes_stand_in_the_prompt(told: Teller, person: Write) -> None:
    reasons = told(
        person("ana", purposes=[Purpose.LEARN]), person("ben", purposes=[Purpose.HELP_NEWCOMERS, Purpose.HIRE])
    )
    assert reasons.reader_came_to == ("learn",)
    assert reasons.other_came_to == ("help_newcomers", "hire")


def test_when_nothing_is_shared_the_honest_reason_is_told(told: Teller, person: Write) -> None:
    def plainly(mine: list[Purpose], theirs: list[Purpose]) -> str:
        return told(
            person("ana", interests="tea", purposes=mine), person("ben", offers="wine", purposes=theirs)
        ).plainly

    assert plainly([Purpose.LEARN, Purpose.LISTEN], [Purpose.LISTEN]) == SAME_PURPOSE
    assert plainly([Purpose.HIRE], [Purpose.FIND_WORK]) == PURPOSES_SUIT
    assert plainly([Purpose.HIRE], [Purpose.LEARN]) == plainly([], []) == NOTHING_KNOWN


@pytest.mark.parametrize(
    ("mine", "theirs", "kind", "topic"),
    [
        ({"interests": "bees", "asks": "wine"}, {"interests": "bees", "offers": "wine"}, Ground.SHARE, "beekeeping"),
        ({"asks": "wine", "offers": "tea"}, {"offers": "Wine tasting", "asks": "tea"}, Ground.GET, "Wine tasting"),
        ({"offers": "tea"}, {"asks": "green tea"}, Ground.GIVE, "green tea"),
        ({"purposes": [Purpose.LISTEN]}, {"purposes": [Purpose.LISTEN]}, Ground.CAME, ""),
        ({}, {}, Ground.OPEN, ""),
    ],
)
def test_the_question_is_made_from_what_there_is(
    told: Teller, person: Write, mine: dict[str, object], theirs: dict[str, object], kind: Ground, topic: str
) -> None:
    openers = [told(person("ana", **mine), person("ben", **theirs), seed=seed).opener for seed in range(20)]
    assert {(opener.kind, opener.topic) for opener in openers} == {(kind, topic)}
    assert {opener.question for opener in openers} == set(QUESTIONS[kind])


def test_the_same_seed_asks_the_same_question(told: Teller, person: Write) -> None:
    assert told(person("ana"), person("ben"), seed=4) == told(person("ana"), person("ben"), seed=4)


def test_every_question_has_a_topic_where_it_has_one_to_name_and_ends_as_a_question() -> None:
    for kind, questions in QUESTIONS.items():
        for question in questions:
            assert ("%(topic)s" in question) == (kind in (Ground.SHARE, Ground.GET, Ground.GIVE))
            assert (question % {"topic": "bees", "name": "Ben"}).endswith("?")


def test_reasons_are_kept_and_read_again(told: Teller, person: Write) -> None:
    ana = person("ana", interests="bees", asks="wine", offers="tea", purposes=[Purpose.LEARN])
    reasons = told(ana, person("ben", interests="bees", offers="wine", asks="tea", purposes=[Purpose.HIRE]))
    kept = json.dumps(reasons.to_json())
    assert Reasons.from_json(json.loads(kept)) == reasons
    assert reasons.only_two


def test_nothing_a_person_is_told_has_a_figure_in_it(told: Teller, person: Write) -> None:
    ana = person("ana", interests="bees", asks="wine", offers="tea", purposes=[Purpose.LEARN])
    kept = told(ana, person("ben", interests="bees", offers="wine", asks="tea")).to_json()

    def leaves(value: object) -> list[object]:
        return [leaf for part in value for leaf in leaves(part)] if isinstance(value, list) else [value]

    found = leaves(list(kept.values()))
    assert {type(leaf) for leaf in found} == {str, bool}
    assert not any(re.search(r"\d|%(?!\()", leaf) for leaf in found if isinstance(leaf, str))
