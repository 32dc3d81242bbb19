"""A guest list in, guests out: what people typed stays, nobody is lost unsaid."""

import pytest

from kiosk.domain.guest import Guest
from kiosk.domain.list_mapping import ListMapping
from kiosk.domain.not_expected import NotExpected
from kiosk.domain.not_expected import Why
from kiosk.domain.purpose import Purpose
from kiosk.guestlists.guest import Reason
from kiosk.guestlists.read import read_guest_list
from kiosk.guestlists.read import read_table
from kiosk.guestlists.write import csv_bytes
from tests.guestlists.lists import COLUMNS
from tests.guestlists.lists import CONFIG
from tests.guestlists.lists import only
from tests.guestlists.lists import read


def test_the_full_name_is_used_where_it_is_filled() -> None:
    names = [g.name for g in read("name,first_name,last_name\n山田 陽子,陽子,山田\n,Ann,Lee\n,,Bo\n").guests]

    assert names == ["山田 陽子", "Ann Lee", "Bo"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vorname,Name\nJan,Müller\n", "Jan Müller"),
        ("Name,Surname\nIvana,Horvat\n", "Ivana Horvat"),
        ("First name,Name\nAnn,Ann Lee\n", "Ann Lee"),
    ],
)
def test_a_name_column_that_holds_half_a_name_is_completed(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize("name", ["Jo McKay", "Anna van der Berg", "bell hooks", "Nil", "=1+1", "O'Brien-Núñez"])
def test_a_name_stays_as_it_was_typed(name: str) -> None:
    assert only(f"Name\n{name}\n").name == name


def test_a_formula_for_a_name_stays_text() -> None:
    assert only('Name\n"=HYPERLINK(""http://example.org"",""Sam"")"\n').name == '=HYPERLINK("http://example.org","Sam")'


def test_control_and_bidi_characters_vanish_from_every_text() -> None:
    guest = only("Name,Company,Interests\n\u202eLau\0ra\x07,\u2066Acme\u2069,be\u200bes\n")

    assert (guest.name, guest.company, guest.interests) == ("Laura", "Acme", ("bees",))


def test_a_row_without_a_name_is_skipped_for_that() -> None:
    found = read("Name,Email\n,a@example.org\n-,b@example.org\nN/A,c@example.org\n")

    assert [(s.row, s.reason) for s in found.skipped] == [(n, Reason.NO_NAME) for n in (2, 3, 4)]


def test_long_texts_are_cut() -> None:
    guest = only(f"Name,Company,Interests\n{'n' * 90},{'c' * 900},{'i' * 90}\n")

    assert (len(guest.name), len(guest.company), len(guest.interests[0])) == (60, 200, 60)


@pytest.mark.parametrize("email", ["ann", "@example.org", "ann@", "ann@b@example.org", "ann lee@example.org", "N/A"])
def test_an_impossible_address_is_dropped_and_the_person_stays(email: str) -> None:
    assert only(f"Name,Email\nAnn,{email}\n") == Guest(2, "Ann", keys=("name:ann|",))


def test_blanks_around_an_address_do_not_matter() -> None:
    assert only("Name,Email\nAnn, \u200bann@example.org \n").email == "ann@example.org"


def test_a_telephone_number_stays_text() -> None:
    assert only("Name,Phone\nAnn,+41 022 0555 0199\n").phone == "+41 022 0555 0199"


def test_junk_answers_are_nothing() -> None:
    guest = only("Name,Company,Job title,Interests,Looking for\nAnn,N/A,-,None,TBD; bees; n/a\n")

    assert (guest.company, guest.title, guest.interests, guest.asks) == ("", "", (), ("bees",))


@pytest.mark.parametrize(
    "status",
    [
        *("approved", "Attending", "going", "Checked In", "Yes", "complete", "PAID", "", "  "),
        *("bezahlt", "Payé", "pagato", "pagado", "pending (confirmed)", "En attente (confirmé)"),
    ],
)
def test_who_said_yes_or_was_not_asked_is_a_guest(status: str) -> None:
    assert len(read(f"Name,Status\nAnn,{status}\n").guests) == 1


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("not_going", Reason.NOT_GOING),
        ("Not Attending", Reason.NOT_GOING),
        ("declined", Reason.NOT_GOING),
        ("Cancelled", Reason.CANCELLED),
        ("refunded", Reason.CANCELLED),
        ("waitlist", Reason.WAITING),
        ("pending", Reason.PENDING),
        ("pending_approval", Reason.PENDING),
        ("invited", Reason.INVITED),
        ("canceled (paid fee)", Reason.CANCELLED),
        ("Annulé (frais payés)", Reason.CANCELLED),
        ("scaduto", Reason.CANCELLED),
        ("Freigabe ausstehend", Reason.PENDING),
        ("En attente d'approbation", Reason.PENDING),
        ("in attesa", Reason.PENDING),
        ("going nowhere", Reason.UNKNOWN_STATUS),
        ("???", Reason.UNKNOWN_STATUS),
        ("-", Reason.UNKNOWN_STATUS),
    ],
)
def test_everyone_else_is_skipped_for_a_reason(status: str, reason: Reason) -> None:
    found = read(f"Name,Status\nAnn,{status}\n")

    assert ([s.reason for s in found.skipped], found.guests) == ([reason], ())


def test_who_is_left_out_for_their_status_is_told_of_with_their_ticket_and_nothing_to_reach_them_by() -> None:
    found = read(
        "Name,E-mail,Ticket ID,Status\n"
        "Ann,ann@example.org,T-1,cancelled\nBo,bo@example.org,T-2,maybe not\n,x@example.org,T-3,cancelled\n"
    )

    assert found.not_expected == (NotExpected("Ann", "t-1", Why.CANCELLED), NotExpected("Bo", "t-2", Why.LEFT_OUT))


@pytest.mark.parametrize("going", ["Ann,ann@example.org,T-9,going", "Ann,,T-1,going"])
def test_who_cancelled_one_ticket_and_comes_with_another_is_expected(going: str) -> None:
    for rows in (f"{going}\nAnn,ann@example.org,T-1,cancelled\n", f"Ann,ann@example.org,T-1,cancelled\n{going}\n"):
        assert read(f"Name,E-mail,Ticket ID,Status\n{rows}").not_expected == ()


def test_what_the_door_should_know_is_read_from_every_column_that_holds_it() -> None:
    text = "Name,Notes for the door,Accessibility,Wishes\nAnn,Guest of the mayor,Step-free please,Aisle\n"
    [guest] = read_table(text, COLUMNS, ListMapping({"wishes#1": "attention"}, {})).guests
    assert guest.attention == "Guest of the mayor · Step-free please · Aisle"

    found = read("Name,Accessibility\nAnn,yes\nBo,No\nCy,n/a\nDi,Hearing loop\n")
    assert [guest.attention for guest in found.guests] == ["Accessibility", "", "", "Hearing loop"]


@pytest.mark.parametrize(
    ("header", "cell", "age"),
    [
        ("Age", "17", "17"),
        ("Date of birth", "2010-05-31", "2010-05-31"),
        ("Are you under 18?", "Yes", "under 18"),
        ("Under 18", "0", ""),
    ],
)
def test_an_age_is_read_as_it_is_written(header: str, cell: str, age: str) -> None:
    assert only(f"Name,{header}\nAnn,{cell}\n").age == age


def test_every_reason_has_its_own_sentence() -> None:
    sentences = {reason.sentence for reason in Reason}

    assert len(sentences) == len(Reason)
    assert all(sentence.endswith(".") for sentence in sentences)


def test_the_preview_learns_which_columns_were_read() -> None:
    found = read("Name,E-mail,T-shirt size,Notes,\nAnn,,,,\n")

    assert found.found.by_field() == {"name": "Name", "email": "E-mail"}
    assert found.found.ignored() == ("T-shirt size", "Notes")


def test_the_example_list_is_read_whole() -> None:
    found = read_guest_list((CONFIG / "guests.example.csv").read_bytes(), COLUMNS)

    assert (len(found.guests), found.skipped, found.found.ignored(), found.unread_purposes) == (24, (), (), ())
    assert all(g.interests and g.offers and g.asks and g.purposes for g in found.guests)
    assert {p for g in found.guests for p in g.purposes} == set(Purpose)


def test_what_is_exported_can_be_imported_again() -> None:
    texts = [("=1+1", "+41 22 555 01 99"), ('Zoë, the "baker"', "-"), ("@home", "")]

    guests = read_guest_list(csv_bytes(["Name", "Phone"], texts), COLUMNS).guests

    assert [(g.name, g.phone) for g in guests] == [
        ("=1+1", "+41 22 555 01 99"),
        ('Zoë, the "baker"', ""),
        ("@home", ""),
    ]
