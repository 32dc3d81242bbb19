"""What an organizer decides about columns and statuses is what is read, now and the next time."""

from kiosk.domain.list_mapping import ListMapping
from kiosk.domain.purpose import Purpose
from kiosk.guestlists.guest import Reason
from kiosk.guestlists.read import read_table
from tests.guestlists.lists import COLUMNS
from tests.guestlists.lists import read

LIST = "Wer,Firma,Frage 1,Frage 2,Firma\nAnn,Acme,bees,chess,\nBo,,lernen,,Solo\n"


def test_a_column_of_any_name_is_what_the_organizer_says() -> None:
    mapping = ListMapping({"wer#1": "name", "frage 1#1": "purposes", "frage 2#1": "offers", "firma#2": "company"})

    ann, bo = read_table(LIST, COLUMNS, mapping).guests

    assert (ann.name, ann.company, ann.offers, ann.purposes) == ("Ann", "Acme", ("chess",), ())
    assert (bo.company, bo.purposes) == ("Solo", (Purpose.LEARN,))


def test_two_questions_may_ask_for_the_same() -> None:
    ann = read_table(LIST, COLUMNS, ListMapping({"wer#1": "name", "frage 1#1": "asks", "frage 2#1": "asks"})).guests[0]

    assert ann.asks == ("bees", "chess")


def test_a_column_that_was_recognised_can_be_left_unread() -> None:
    [guest] = read_table("Name,Company\nAnn,Acme\n", COLUMNS, ListMapping({"company#1": ""})).guests

    assert guest.company == ""


def test_what_is_not_said_is_read_as_it_is_recognised_and_what_is_no_field_is_not_read() -> None:
    [guest] = read_table(
        "Name,Company\nAnn,Acme\n", COLUMNS, ListMapping({"gone#1": "name", "company#1": "hat"})
    ).guests

    assert (guest.name, guest.company) == ("Ann", "")


def test_choices_in_columns_of_their_own_are_read_under_any_question() -> None:
    text = "Name,Abend – Bienen,Abend – Schach,Abend – Jazz\nAnn,Ja,Nein,lieber Soul\n"
    mapping = ListMapping({f"abend {choice}#1": "interests" for choice in ("bienen", "schach", "jazz")})

    assert read_table(text, COLUMNS, mapping).guests[0].interests == ("Bienen", "lieber Soul")


def test_a_bare_yes_is_no_interest() -> None:
    assert read("Name,Interests\nAnn,Yes\nBo,no\nCy,yes to bees\n").guests[2].interests == ("yes to bees",)
    assert [g.interests for g in read("Name,Interests\nAnn,Yes\nBo,no\n").guests] == [(), ()]


def test_a_list_without_a_column_of_names_is_read_once_somebody_says_which_it_is() -> None:
    unread = read_table(LIST, COLUMNS)

    assert ({s.reason for s in unread.skipped}, unread.found.has_names) == ({Reason.NO_NAME}, False)
    assert len(read_table(LIST, COLUMNS, ListMapping({"wer#1": "name"})).guests) == 2


def test_an_unknown_status_stays_out_until_it_is_taken_in() -> None:
    text = "Name,Status\nAnn,on the boat\nBo,approved\nCy,waitlist\nDi,On The Boat\n"

    found = read(text)
    chosen = read_table(text, COLUMNS, ListMapping(statuses={"on the boat": True, "approved": False, "waitlist": True}))

    assert [(s.text, s.count, s.reason) for s in found.statuses] == [
        ("on the boat", 2, Reason.UNKNOWN_STATUS),
        ("approved", 1, None),
        ("waitlist", 1, Reason.WAITING),
    ]
    assert [g.name for g in chosen.guests] == ["Ann", "Cy", "Di"]
    assert [(s.name, s.reason) for s in chosen.skipped] == [("Bo", Reason.NOT_CHOSEN)]


def test_a_status_taken_back_stays_out_for_the_reason_it_had() -> None:
    text = "Name,Status\nAnn,waitlist\nBo,???\n"

    found = read_table(text, COLUMNS, ListMapping(statuses={"waitlist": False, "???": False}))

    assert [s.reason for s in found.skipped] == [Reason.WAITING, Reason.NOT_CHOSEN]


def test_the_organizer_sees_what_is_in_a_column() -> None:
    columns = read("Name,Shirt\nAnn,M\nBo,\nCy,M\nDi,L\n").columns

    assert [(c.key, c.field, c.samples) for c in columns] == [
        ("name#1", "name", ("Ann", "Bo", "Cy")),
        ("shirt#1", None, ("M", "L")),
    ]


def test_a_list_is_known_again_by_its_headers_in_any_order() -> None:
    prints = [
        COLUMNS.recognise(headers.split(",")).fingerprint
        for headers in ("Name,E-mail,Note,Note", "note, Note,NAME,e mail", "Name,E-mail,Note", "Name,E-mail,Note,Nope")
    ]

    assert prints[0] == prints[1]
    assert len(set(prints)) == 3
