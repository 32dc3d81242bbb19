"""What anyone may read of the evening."""

from collections.abc import Mapping
from collections.abc import Sequence

import pytest

from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.state_topic import state_topic
from kiosk.domain.guest import Guest
from kiosk.domain.statement import Kind
from kiosk.domain.topic import Topics
from kiosk.screens.public import FEWEST
from kiosk.screens.public import MOST_TOPICS
from kiosk.screens.public import public_screen
from kiosk.store.database import Database
from tests.party import Party


def shown(
    database: Database, topics: Topics, interests: Mapping[str, int] | Sequence[str]
) -> tuple[tuple[str, int], ...]:
    """The page's topics when so many people state each text."""
    texts = [t for t, n in interests.items() for _ in range(n)] if isinstance(interests, Mapping) else interests
    guests = [Guest(n, f"Guest {n}", keys=(f"ticket:{n}",), interests=(text,)) for n, text in enumerate(texts)]
    database.write(import_guests, prepare(guests, topics))
    return database.read(public_screen, topics).topics


def test_a_topic_of_their_own_is_named_as_most_people_typed_it(database: Database, topics: Topics) -> None:
    typed = {"SCHÖNE GÄRTEN": 1, "Schöne Gärten": 2, "schone garten": 1}
    assert shown(database, topics, typed) == (("Schöne Gärten", 4),)


@pytest.mark.parametrize("turned", [False, True])
def test_where_as_many_typed_each_the_plain_text_with_its_accents_is_taken(
    database: Database, topics: Topics, turned: bool
) -> None:
    typed = ["SCHÖNE GÄRTEN", "schone garten", "schöne gärten", "☆ schöne gärten ☆"]
    assert shown(database, topics, typed[::-1] if turned else typed) == (("schöne gärten", 4),)


def test_a_known_topic_has_its_own_name_whatever_people_typed(database: Database, topics: Topics) -> None:
    assert shown(database, topics, {"Bees": 3, "apiary": 1}) == (("beekeeping", 4),)


def test_what_fewer_than_three_people_state_is_not_shown(database: Database, topics: Topics) -> None:
    assert shown(database, topics, {"Kites": FEWEST - 1, "Origami": FEWEST}) == (("Origami", FEWEST),)


def test_a_person_counts_once_however_often_they_say_it(party: Party) -> None:
    people = [party.arrives(name) for name in ("Ana", "Ben", "Chen")]
    for who in people:
        for text in ("Kites", "KITES", "kites?"):
            party.database.write(state_topic, who, Kind.INTEREST, text, party.topics)
    for kind in Kind:
        party.database.write(state_topic, people[0], kind, "Origami", party.topics)
    assert party.database.read(public_screen, party.topics).topics == (("Kites", 3),)


def test_the_topics_most_people_state_stand_first_and_no_more_than_fit(database: Database, topics: Topics) -> None:
    listed = shown(database, topics, {f"Topic {chr(97 + n)}": 3 + n for n in range(MOST_TOPICS + 2)})
    assert len(listed) == MOST_TOPICS
    assert listed[0] == (f"Topic {chr(97 + MOST_TOPICS + 1)}", MOST_TOPICS + 4)
    assert [count for _, count in listed] == sorted((count for _, count in listed), reverse=True)
