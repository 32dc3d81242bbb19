from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.benefit import PURPOSE_SERVED
from kiosk.domain.benefit import RELATED_TOPIC
from kiosk.domain.benefit import SAME_TOPIC
from kiosk.domain.benefit import SHARED_WORDS
from kiosk.domain.benefit import answer
from kiosk.domain.benefit import common_ground
from kiosk.domain.benefit import gains
from kiosk.domain.benefit import pair_weights
from kiosk.domain.candidate import Candidate
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.room import Room
from kiosk.domain.room import stated
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics

Person = Callable[..., Candidate]
TEXTS = ["bees", "gardens", "Gardening", "chess", "grants", "old maps of the harbour", "harbour maps", "🐝", "Rust"]
STATEMENTS = st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(TEXTS)), max_size=7)
PEOPLE = st.lists(st.tuples(STATEMENTS, st.lists(st.sampled_from(Purpose), max_size=2)), min_size=2, max_size=6)
Drawn = list[tuple[list[tuple[Kind, str]], list[Purpose]]]


def _people(drawn: Drawn, topics: Topics) -> list[Candidate]:
    return [
        Candidate(
            f"p{index}", tuple(Statement(kind, text, topics.resolve(text)) for kind, text in theirs), tuple(came_for)
        )
        for index, (theirs, came_for) in enumerate(drawn)
    ]


@pytest.fixture
def weight(topics: Topics, purposes: PurposeTable) -> Callable[..., float]:
    """How good it would be for the first two to meet, in a room of all these."""

    def of(*people: Candidate) -> float:
        return float(pair_weights(people, Room(people, topics, purposes))[0, 1])

    return of


@pytest.mark.parametrize(
    ("ask", "offer", "strength"),
    [
        ("bees", "Beekeeping", SAME_TOPIC),
        ("bees", "gardening", RELATED_TOPIC),
        ("a tour of the old harbour", "harbour tour for newcomers", SHARED_WORDS),
        ("harbour", "history of the harbour", SHARED_WORDS),
        ("my first harbour", "my first opera", 0),
        ("a language model of birds", "a language course in Lisbon", 0),
        ("help with how to start", "help with how to start over", 0),
        ("bees", "chess", 0),
    ],
)
def test_an_offer_meets_an_ask_by_topic_then_by_near_topic_then_by_its_words(
    topics: Topics, ask: str, offer: str, strength: float
) -> None:
    asked, offered = (
        Statement(Kind.ASK, ask, topics.resolve(ask)),
        Statement(Kind.OFFER, offer, topics.resolve(offer)),
    )
    assert answer(asked, offered, topics) == strength


def test_the_same_topic_counts_more_than_a_near_one_and_that_more_than_words() -> None:
    assert SAME_TOPIC > RELATED_TOPIC > SHARED_WORDS > 0


@given(PEOPLE)
def test_gains_are_the_best_answers_to_each_ask(topics: Topics, purposes: PurposeTable, drawn: Drawn) -> None:
    people = _people(drawn, topics)
    found = gains(people, Room(people, topics, purposes))
    for i, asker in enumerate(people):
        for j, offerer in enumerate(people):
            offers = [s for s in offerer.statements if s.kind is Kind.OFFER]
            met = [
                max((answer(ask, offer, topics) for offer in offers), default=0.0)
                for ask in stated(asker, Kind.ASK).values()
            ]
            amount = sum(met) + PURPOSE_SERVED * (purposes.fit(asker.purposes, offerer.purposes) == "suits")
            assert found[i, j] == pytest.approx(amount / (1 + amount))


@given(PEOPLE)
def test_a_pair_weighs_the_same_from_both_sides(topics: Topics, purposes: PurposeTable, drawn: Drawn) -> None:
    people = _people(drawn, topics)
    weights = pair_weights(people, Room(people, topics, purposes))
    assert np.allclose(weights, weights.T)
    assert (weights >= 0).all()
    assert (np.diag(weights) == 0).all()


@given(PEOPLE, st.sampled_from(TEXTS))
def test_one_more_offer_never_lowers_any_pair(topics: Topics, purposes: PurposeTable, drawn: Drawn, more: str) -> None:
    people = _people(drawn, topics)
    before = pair_weights(people, Room(people, topics, purposes))
    offer = Statement(Kind.OFFER, more, topics.resolve(more))
    people[0] = replace(people[0], statements=(*people[0].statements, offer))
    after = pair_weights(people, Room(people, topics, purposes))
    assert (after >= before - 1e-12).all()


def test_an_offer_that_answers_an_ask_raises_a_pair_with_something_in_return(
    person: Person, weight: Callable[..., float]
) -> None:
    ana = person("ana", asks="grants", offers="bees")
    assert weight(ana, person("ben", asks="bees", offers="grants")) > weight(ana, person("ben", asks="bees"))


def test_one_sides_gain_with_the_others_nothing_counts_for_nothing(
    person: Person, weight: Callable[..., float]
) -> None:
    assert weight(person("ana", asks="grants; bees; chess"), person("ben", offers="grants; bees; chess")) == 0


def test_an_exchange_is_as_good_as_its_smaller_side(person: Person, weight: Callable[..., float]) -> None:
    even = weight(person("ana", asks="grants", offers="bees"), person("ben", asks="bees", offers="grants"))
    lopsided = weight(
        person("ana", asks="grants; chess; Rust; opera", offers="gardening"),
        person("ben", asks="bees", offers="grants; chess; Rust; opera"),
    )
    assert even > lopsided > 0


def test_more_for_one_side_still_counts_where_the_other_has_something(
    person: Person, weight: Callable[..., float]
) -> None:
    ben = person("ben", asks="bees; wine", offers="grants; chess")
    one_each = weight(person("ana", asks="grants", offers="bees"), ben)
    more_for_ana = weight(person("ana", asks="grants; chess", offers="bees"), ben)
    more_for_both = weight(person("ana", asks="grants; chess", offers="bees; wine"), ben)
    assert one_each < more_for_ana < more_for_both


def test_a_long_list_does_not_outweigh_a_person_with_one_ask(person: Person, weight: Callable[..., float]) -> None:
    many = "grants; chess; Rust; opera; salsa; tea"
    one = weight(person("ana", asks="bees", offers="wine"), person("ben", asks="wine", offers="bees"))
    six = weight(person("ana", asks=many, offers=many), person("ben", asks=many, offers=many))
    assert one < six < 2 * one


def test_a_rare_interest_is_more_than_half_of_an_exchange_and_only_many_outweigh_one(
    person: Person, weight: Callable[..., float]
) -> None:
    def alike(interests: str) -> float:
        return weight(person("ana", interests=interests), person("ben", interests=interests))

    exchange = weight(person("ana", asks="grants", offers="tea"), person("ben", asks="tea", offers="grants"))
    assert exchange / 2 < alike("bees") < exchange < alike("bees; chess; opera; wine; Rust; salsa")


def test_a_rare_shared_interest_beats_a_common_one(person: Person, weight: Callable[..., float]) -> None:
    others = [person(f"p{n}", interests="music") for n in range(8)]
    rare = weight(person("ana", interests="bees"), person("ben", interests="bees"), *others)
    common = weight(person("ana", interests="music"), person("ben", interests="music"), *others)
    assert rare > common > 0


def test_an_interest_counts_less_with_each_more_who_shares_it(person: Person, weight: Callable[..., float]) -> None:
    crowd = [person(f"p{n}") for n in range(10)]
    fans = [person(f"p{n}", interests="chess") for n in range(10)]
    pair = [person("ana", interests="chess"), person("ben", interests="chess")]
    weights = [weight(*pair, *fans[:n], *crowd[n:]) for n in range(11)]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 11


def test_an_interest_stated_twice_in_two_spellings_counts_once(
    person: Person, topics: Topics, purposes: PurposeTable
) -> None:
    people = [person("ana", interests="ML; Machine-Learning"), person("ben", interests="machine learning; ml")]
    once = [person("ana", interests="ML"), person("ben", interests="ml")]
    twice = common_ground(people, Room(people, topics, purposes))
    assert (twice == common_ground(once, Room(once, topics, purposes))).all()


def test_purposes_that_suit_raise_a_pair_and_those_that_clash_end_it(
    person: Person, weight: Callable[..., float]
) -> None:
    def meeting(*came_for: Purpose) -> float:
        ana = person("ana", asks="bees", offers="wine", interests="chess", purposes=came_for[:1])
        return weight(ana, person("ben", asks="wine", offers="bees", interests="chess", purposes=came_for[1:]))

    assert meeting(Purpose.HIRE, Purpose.FIND_WORK) > meeting(Purpose.HIRE, Purpose.LEARN) > 0
    assert meeting(Purpose.FIND_CUSTOMERS, Purpose.LISTEN) == 0


def test_shared_interests_are_more_welcome_where_purposes_suit(person: Person, weight: Callable[..., float]) -> None:
    def meeting(interests: str, *came_for: Purpose) -> float:
        ana = person("ana", interests=interests, purposes=came_for[:1])
        return weight(ana, person("ben", interests=interests, purposes=came_for[1:]))

    suiting, neutral = (Purpose.HIRE, Purpose.FIND_WORK), (Purpose.HIRE, Purpose.LEARN)
    assert meeting("bees", *suiting) - meeting("", *suiting) > meeting("bees", *neutral) > 0


def test_two_who_came_for_company_are_good_company_with_nothing_else_said(
    person: Person, weight: Callable[..., float]
) -> None:
    friends = (Purpose.MAKE_FRIENDS,)
    assert weight(person("ana", purposes=friends), person("ben", purposes=friends)) > 0
    assert weight(person("ana"), person("ben")) == 0


def test_people_who_said_nothing_at_all_are_no_trouble(person: Person, topics: Topics, purposes: PurposeTable) -> None:
    people = [person("ana"), person("ben"), person("cem")]
    assert (pair_weights(people, Room(people, topics, purposes)) == 0).all()
