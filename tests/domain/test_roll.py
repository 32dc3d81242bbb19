"""Who a row is: found again by an address or a ticket, by a name only where nothing else is known."""

import pytest

from kiosk.domain.roll import KEY_LIMIT
from kiosk.domain.roll import Roll
from kiosk.domain.roll import keys_of

ANN, BO = "Ann Lee", "Bo Lee"


def person(name: str = ANN, email: str = "", ticket: str = "", company: str = "") -> tuple[str, ...]:
    return keys_of(name, company, email, [ticket])


@pytest.mark.parametrize(
    ("known", "row", "same"),
    [
        (person(email="a@x"), person("Sunny", email="A@X"), True),
        (person(ticket="1"), person(ticket="1", email="a@x"), True),
        (person(ticket="1", email="old@x"), person("Ann", ticket="1", email="new@x"), True),
        (person(ticket="1", email="a@x"), person(BO, ticket="1", email="b@x"), False),
        (person(ticket="1", email="a@x"), person(BO, ticket="2", email="a@x"), False),
        (person(ticket="1", email="a@x"), person("Ann", ticket="2", email="a@x"), True),
        (person(), person(email="a@x"), True),
        (person(email="a@x"), person(), True),
        (person(email="a@x"), person(email="b@x"), False),
        (person(email="a@x"), person(ticket="1"), False),
        (person(company="Acme"), person(), False),
        (person(), person(BO), False),
    ],
)
def test_who_is_who(known: tuple[str, ...], row: tuple[str, ...], same: bool) -> None:
    roll: Roll[str] = Roll()
    roll.add("known", known)
    assert roll.find(row) == ("known" if same else None)


def test_of_two_namesakes_none_is_guessed() -> None:
    roll: Roll[int] = Roll()
    roll.add(1, person(email="a@x"))
    roll.add(2, person(email="b@x"))
    assert roll.find(person()) is None
    roll.add(3, person())
    assert roll.find(person()) == 3


def test_an_address_belongs_to_the_first_who_came_with_it() -> None:
    roll: Roll[int] = Roll()
    roll.add(1, person(email="a@x", ticket="1"))
    assert roll.own(person(BO, email="a@x", ticket="2")) == ("ticket:2", "name:bo lee|")
    assert roll.own(person(email="a@x"), 1) == person(email="a@x")


def test_whoever_gains_an_address_is_found_by_both() -> None:
    roll: Roll[int] = Roll()
    roll.add(1, person(ticket="1"))
    assert roll.unknown(person(ticket="1", email="a@x"), 1) == ("email:a@x",)
    roll.add(1, ["email:a@x"])
    assert roll.find(person(email="a@x")) == roll.find(person(ticket="1")) == 1


def test_no_key_is_longer_than_its_column() -> None:
    assert all(len(key) <= KEY_LIMIT for key in person("ﷺ" * 60, email="a@" + "x" * 900, ticket="t" * 900))
