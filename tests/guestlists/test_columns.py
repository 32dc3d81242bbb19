"""Every exporter's header row is read right, by names alone."""

from pathlib import Path

import pytest

from kiosk.domain.purpose import Purpose
from kiosk.domain.text import fold
from kiosk.guestlists.columns import Columns
from kiosk.guestlists.recognised import Field
from tests.guestlists.exporters import EXPORTERS
from tests.guestlists.lists import COLUMNS
from tests.guestlists.lists import only


@pytest.mark.parametrize(("headers", "expected"), EXPORTERS.values(), ids=EXPORTERS)
def test_every_exporter_is_recognised_and_nothing_else_is_guessed(headers: str, expected: dict[str, str]) -> None:
    found = COLUMNS.recognise(headers.split(","))

    assert found.by_field() == expected
    assert len(found.ignored()) == len(headers.split(",")) - sum(map(len, found.places.values()))


@pytest.mark.parametrize(("headers", "expected"), EXPORTERS.values(), ids=EXPORTERS)
def test_a_row_of_every_exporter_is_a_guest_as_it_stands(headers: str, expected: dict[str, str]) -> None:
    written = {"name": "Ann Lee", "first_name": "Ann", "last_name": "Lee", "email": "ann@example.org", "status": "Yes"}
    cells = {header: written[field] for field, header in expected.items() if field in written}

    row = ",".join(cells.get(header, "") for header in headers.split(","))
    guest = only(f"{headers}\n{row}\n")

    assert (guest.name, guest.email) == ("Ann Lee", "ann@example.org" if "email" in expected else "")


@pytest.mark.parametrize(("headers", "expected"), EXPORTERS.values(), ids=EXPORTERS)
def test_the_order_of_the_columns_does_not_matter(headers: str, expected: dict[str, str]) -> None:
    backwards = COLUMNS.recognise(headers.split(",")[::-1]).by_field()

    assert {field: sorted(header.split(", ")) for field, header in backwards.items()} == {
        field: sorted(header.split(", ")) for field, header in expected.items()
    }


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_exporter_is_called_by_its_name_and_a_list_of_ones_own_by_none(name: str) -> None:
    shops = [preset.name for preset in COLUMNS.presets]

    found = COLUMNS.recognise(EXPORTERS[name][0].split(","))

    assert found.exporter == next((shop for shop in shops if name.startswith(shop)), "")


def test_no_header_fills_two_fields() -> None:
    columns = COLUMNS.model_copy(
        update={"attendee": {Field.NAME: ("name",), Field.OFFERS: ("topics",), Field.ASKS: ("topics", "topics*")}}
    )

    assert columns.recognise(["Name", "Topics", "Topics again"]).places == {"name": (0,), "offers": (1,), "asks": (2,)}
    assert columns.recognise(["Name", "Topics"]).places == {"name": (0,), "offers": (1,)}


def test_of_two_equal_headers_the_left_one_is_read() -> None:
    assert COLUMNS.recognise(["Name", "Company", "Company"]).places == {"name": (0,), "company": (1,)}


def test_case_spaces_accents_and_punctuation_of_a_header_do_not_matter() -> None:
    found = COLUMNS.recognise(["  FIRST_NAME ", "Prenom", "e mail:", "what are you INTO"])

    assert found.places == {"first_name": (0,), "email": (2,), "interests": (3,)}


def test_the_buyer_is_read_only_where_no_attendee_is_named() -> None:
    assert COLUMNS.recognise(["Attendee name", "Buyer email"]).places == {"name": (0,)}
    assert COLUMNS.recognise(["Buyer name", "Buyer email"]).places == {"name": (0,), "email": (1,)}


def test_a_question_asked_in_other_words_at_its_end_is_still_known() -> None:
    found = COLUMNS.recognise(["Name", "What brings you to our garden party?", "What are you into, besides work?"])

    assert found.by_field()[Field.PURPOSES] == "What brings you to our garden party?"
    assert found.by_field()[Field.INTERESTS] == "What are you into, besides work?"


def test_a_whole_phrase_wins_over_a_wider_one() -> None:
    assert COLUMNS.recognise(["Name", "What are you into lately?", "Interests"]).places == {
        "name": (0,),
        "interests": (2,),
    }


def test_no_phrase_of_the_file_stands_for_two_things() -> None:
    for section in (COLUMNS.attendee, COLUMNS.buyer, COLUMNS.purposes):
        phrases = [phrase for field in section.values() for phrase in field]
        assert len(phrases) == len(set(phrases))
    statuses = [phrase for _, phrases in COLUMNS.statuses for phrase in phrases]
    assert len(statuses) == len(set(statuses))


def test_no_phrase_of_the_file_folds_to_nothing() -> None:
    sections = (COLUMNS.attendee.values(), COLUMNS.buyer.values(), COLUMNS.purposes.values(), [COLUMNS.yes])
    phrases = [phrase for section in sections for field in section for phrase in field]

    assert all(fold(phrase) for phrase in (*phrases, *COLUMNS.lead_ins))


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Find a job", Purpose.FIND_WORK),
        ("Hire someone", Purpose.HIRE),
        ("Find a co-founder", Purpose.FIND_PARTNERS),
        ("Meet people in my field", Purpose.LEARN),
        ("Just here to listen", Purpose.LISTEN),
        ("Help people new to the field", Purpose.HELP_NEWCOMERS),
        ("Learn something new", Purpose.LEARN),
        ("Find customers", Purpose.FIND_CUSTOMERS),
        ("Make friends", Purpose.MAKE_FRIENDS),
        ("I want to make new friends!", Purpose.MAKE_FRIENDS),
        ("hoping to find a CO FOUNDER", Purpose.FIND_PARTNERS),
        ("Ich möchte neue Leute kennenlernen", Purpose.MAKE_FRIENDS),
        ("Nur zuhören", Purpose.LISTEN),
        ("Help my sister find a job", None),
        ("I do not want to make friends", None),
        ("to", None),
        ("", None),
    ],
)
def test_a_purpose_is_read_from_a_whole_phrase_only(text: str, purpose: Purpose | None) -> None:
    assert COLUMNS.purpose(text) is purpose


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_is_read_back_from_its_own_key(purpose: Purpose) -> None:
    assert COLUMNS.purpose(purpose.value) is purpose


@pytest.mark.parametrize("text", ["no table at all", "unknown = 1", "[attendee]\nnome = []"])
def test_a_columns_file_that_is_wrong_says_so(tmp_path: Path, text: str) -> None:
    file = tmp_path / "columns.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ValueError):
        Columns.load(file)
