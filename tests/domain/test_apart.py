"""Who is kept apart without a word."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta

from kiosk.domain.apart import kept_apart
from kiosk.domain.attendee import Attendee

SIX = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


def person(who: str, **values: object) -> Attendee:
    return Attendee(who, who, who, **{"arrived_at": SIX, **values})  # type: ignore[arg-type]


def pairs(*people: Attendee) -> set[str]:
    return {" ".join(sorted(pair)) for pair in kept_apart(people)}


OTHERS = [person(who) for who in ("x", "y", "z")]


def test_colleagues_are_apart_unless_both_say_that_colleagues_are_fine() -> None:
    def room(ana_fine: bool, ben_fine: bool) -> set[str]:
        ana = person("ana", company="City Library", meets_colleagues=ana_fine)
        return pairs(ana, person("ben", company="city  library", meets_colleagues=ben_fine), *OTHERS)

    assert room(False, False) == room(True, False) == room(False, True) == {"ana ben"}
    assert room(True, True) == set()


def test_no_company_is_nobodys_company() -> None:
    assert pairs(*OTHERS, person("ana", company=" "), person("ben", company="")) == set()


def test_an_evening_of_one_company_keeps_nobody_apart_by_it() -> None:
    crew = [person(f"crew {n}", company="Rooftop Honey") for n in range(4)]
    assert pairs(*crew, *OTHERS) == set()
    assert len(pairs(*crew, *OTHERS, person("w"))) == 6


def test_two_of_one_registration_are_apart_if_they_arrived_within_a_minute() -> None:
    def room(seconds: int, registration: str) -> set[str]:
        later = person("ben", registration=registration, arrived_at=SIX + timedelta(seconds=seconds))
        return pairs(person("ana", registration="ABC"), later, person("chen", registration=""), *OTHERS)

    assert room(60, "ABC") == {"ana ben"}
    assert room(61, "ABC") == room(0, "XYZ") == set()
    assert pairs(person("ana", registration="ABC"), person("ben", registration="ABC", arrived_at=None)) == set()
