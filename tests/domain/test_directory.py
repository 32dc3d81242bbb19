"""Finding one person among many by the little that is typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.attendee import Presence
from kiosk.domain.directory import Directory
from kiosk.domain.directory import Found
from kiosk.domain.directory import Listed
from kiosk.domain.directory import enough
from kiosk.domain.latin import latin

PEOPLE = [
    Listed("zoe", "Zoë Müller-Lüdenscheidt", "Stadtgarten", "z.mueller@garten.example", "+49 170 55 51 234"),
    Listed("jonathan", "Jonathan Carter", "Rooftop Honey", "jc@honey.example", "0170 9999"),
    Listed("dmytro", "Дмитро Коваленко", "Річкова лабораторія"),
    Listed("eleni", "Ελένη Παπαδοπούλου"),
    Listed("yoko", "山田陽子"),
    Listed("berg", "Lieke van den Berg"),
    Listed("noa", "נועה לוי"),
]
DIRECTORY = Directory(PEOPLE)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("mueller", "zoe"),
        ("muller zoe", "zoe"),
        ("ludensch", "zoe"),
        ("carter jon", "jonathan"),
        ("rooftop", "jonathan"),
        ("jon honey", "jonathan"),
        ("дмитро", "dmytro"),
        ("kovalenko", "dmytro"),
        ("papadopoulou", "eleni"),
        ("陽", "yoko"),
        ("vandenberg", "berg"),
        ("נועה", "noa"),
        ("1234", "zoe"),
        ("51 234", "zoe"),
        ("z.mueller@gar", "zoe"),
        ("ller@garten.example", "zoe"),
    ],
)
def test_who_fits_is_found_and_is_no_guess(typed: str, who: str) -> None:
    assert DIRECTORY.find(typed, 8) == Found((who,))


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("jonahtan", "jonathan"),
        ("jonthan", "jonathan"),
        ("karter", "jonathan"),
        ("jon crater", "jonathan"),
        ("dmitriy", "dmytro"),
        ("papadopulu", "eleni"),
        ("leike berg", "berg"),
        ("luedensheid", "zoe"),
    ],
)
def test_a_slip_of_the_finger_finds_them_as_a_guess(typed: str, who: str) -> None:
    assert DIRECTORY.find(typed, 8) == Found((who,), guessed=True)


@pytest.mark.parametrize(
    "typed", ["", "z", "%", "__", "@example", "12", "999", "@", "xyzzy", "honey.example", "zoe carter"]
)
def test_there_is_no_list_to_browse_and_no_domain_to_list(typed: str) -> None:
    assert DIRECTORY.find(typed, 8).ids == ()


def test_two_letters_are_enough_and_one_sign_of_a_script_of_syllables() -> None:
    assert [enough(typed) for typed in ("a", "an", "山", "é", "é.", "נו")] == [False, True, True, False, False, True]


def test_only_those_here_are_found_where_that_is_asked() -> None:
    directory = Directory([replace(PEOPLE[0], presence=Presence.HERE), replace(PEOPLE[0], id="other")])
    assert directory.find("zoe", 8).ids == ("other", "zoe")
    assert directory.find("zoe", 8, Presence.HERE).ids == ("zoe",)


def test_whoever_is_renamed_or_dropped_is_found_by_the_old_name_no_longer() -> None:
    directory = Directory(PEOPLE)
    directory.put(replace(PEOPLE[0], name="Zora Neale"))
    directory.drop("jonathan")
    assert directory.find("zora", 8).ids == ("zoe",)
    assert directory.find("carter", 8).ids == ()
    assert directory.find("luedensch", 8).ids == ()


names = st.text(alphabet="abcdeéöÖяж山 -'", min_size=2, max_size=12).filter(lambda name: enough(name))


@given(st.lists(names, min_size=1, max_size=30), st.integers(0))
def test_everyone_is_found_by_their_whole_name(everyone: list[str], which: int) -> None:
    people = [Listed(str(number), name) for number, name in enumerate(everyone)]
    wanted = people[which % len(people)]
    found = Directory(people).find(wanted.name, len(people))
    assert wanted.id in found.ids
    assert not found.guessed


@given(st.lists(st.text(max_size=12), max_size=20), st.text(max_size=20), st.integers(1, 5))
def test_whatever_is_typed_is_answered_with_few(everyone: list[str], typed: str, limit: int) -> None:
    found = Directory(Listed(str(number), name) for number, name in enumerate(everyone)).find(typed, limit)
    assert len(found.ids) <= limit


def test_every_letter_of_the_table_is_written_in_latin() -> None:
    assert latin("щербаюк цыганов") == "shcherbaiuk tsyganov"
    assert latin("zoe") == "zoe"
