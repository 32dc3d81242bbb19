"""Finding people at the door."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.actions.check_in import check_in
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.domain.attendee import Attendee
from kiosk.domain.guest import Guest
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.screens.door import MOST_HITS
from kiosk.screens.door import Hits
from kiosk.screens.door import door_screen
from kiosk.screens.door import hits_for
from kiosk.screens.door import questions_for
from kiosk.store import attendees
from kiosk.store.database import Database
from kiosk.store.directory import Guests
from tests.conftest import Clock
from tests.party import Party

PEOPLE = ["Zoë Müller-Lüdenscheidt", "Łukasz Øster", "Nguyễn Thị Ánh", "遠藤 涼平", "Хома Гаврилів", "100% Real"]


@pytest.fixture(autouse=True)
def list_of_people(database: Database, topics: Topics) -> None:
    named = [Guest(n, name, company="Stadtgarten", keys=(f"name:{n}",)) for n, name in enumerate(PEOPLE)]
    many = [Guest(100 + n, f"Maria Santos {n}", keys=(f"name:{100 + n}",)) for n in range(20)]
    database.write(import_guests, prepare([*named, *many], topics))


@pytest.fixture
def guests(database: Database) -> Guests:
    return Guests(database)


Search = Callable[[str], Hits]


@pytest.fixture
def found(database: Database, guests: Guests) -> Search:
    return lambda typed: database.read(hits_for, typed, guests.find(typed, MOST_HITS))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("zoe", "Zoë Müller-Lüdenscheidt"),
        ("MULLER zo", "Zoë Müller-Lüdenscheidt"),
        ("luden", "Zoë Müller-Lüdenscheidt"),
        ("lukasz", "Łukasz Øster"),
        ("anh nguyen", "Nguyễn Thị Ánh"),
        ("遠", "遠藤 涼平"),
        ("гав", "Хома Гаврилів"),
    ],
)
def test_names_are_found_in_any_order_without_accents_or_case(found: Search, typed: str, name: str) -> None:
    assert [hit.name for hit in found(typed).hits] == [name]


@pytest.mark.parametrize("typed", ["", "z", " z ", "%", "_", "."])
def test_there_is_no_list_to_browse(found: Search, typed: str) -> None:
    hits = found(typed)
    assert (hits.enough, hits.hits) == (False, ())


def test_few_hits_are_shown_and_that_there_are_more(found: Search) -> None:
    hits = found("maria")
    assert len(hits.hits) == MOST_HITS
    assert hits.more


def test_a_badge_code_finds_its_owner(database: Database, found: Search) -> None:
    person = database.read(attendees.all_of_them)[0]
    typed = f"{person.badge_code[:4]} {person.badge_code[4:].lower()}"
    assert [hit.attendee_id for hit in found(typed).hits] == [person.id]


def test_names_stand_before_companies_and_who_is_here_last(database: Database, topics: Topics, found: Search) -> None:
    more = [
        Guest(200, "Aaron Lee", company="Stadt and Partner", keys=("name:200",)),
        Guest(201, "Zita Andersson", keys=("name:201",)),
        Guest(202, "Andrea Zed", keys=("name:202",)),
    ]
    database.write(import_guests, prepare(more, topics))
    andrea = next(a for a in database.read(attendees.all_of_them) if a.name == "Andrea Zed")
    database.write(check_in, andrea.id, "Door", "tap-key-1")
    assert [hit.name for hit in found("and").hits] == ["Zita Andersson", "Aaron Lee", "Andrea Zed"]


@pytest.mark.parametrize(("typed", "is_code"), [("7K3M9QXT", True), ("7k3m 9qxt", True), ("Dora Maar", False)])
def test_a_badge_code_is_nobodys_name_and_a_name_of_eight_letters_no_code(
    found: Search, typed: str, is_code: bool
) -> None:
    assert found(typed).is_code is is_code


def test_the_pace_is_told_once_it_says_something_and_grows_old(party: Party, clock: Clock) -> None:
    def told() -> tuple[int, float, int | None]:
        screen = party.database.read(door_screen, clock())
        return screen.here, screen.a_minute, screen.minutes_left

    assert told() == (0, 0.0, None)
    for number in range(4):
        party.arrives(f"Guest {number}")
    assert told() == (4, 0.8, None)
    party.arrives("Guest 5")
    expected = len(PEOPLE) + 20
    assert told() == (5, 1.0, expected)
    clock.pass_(minutes=5)
    assert told() == (5, 0.0, None)


def test_of_the_questions_only_what_is_not_known_is_asked() -> None:
    wanted = ("interests", "matched", "shown", "leaving")
    nobody = Attendee("x", "AAAAAAAA", "Ana")
    assert questions_for(nobody, wanted) == wanted
    told = replace(nobody, statements=(Statement(Kind.INTEREST, "bees", "bees"),), agreed_to_match=False, shown=True)
    assert questions_for(told, wanted) == ("leaving",)
    assert questions_for(nobody, ()) == ()
