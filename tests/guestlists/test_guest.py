"""The same person twice in one file is one guest."""

from kiosk.domain.guest import Guest
from kiosk.domain.purpose import Purpose
from kiosk.guestlists.guest import Reason
from tests.guestlists.lists import read

LUMA_TICKET = "https://luma.com/check-in/evt-1?pk=g-7"


def test_a_repeated_address_is_one_person_whose_blanks_are_filled() -> None:
    found = read(
        "Name,Email,Company,Phone,Interests,Purpose\n"
        "Ann,ann@example.org,Acme,,Bees,Learn\n"
        "Bo,bo@example.org,,,,\n"
        'Ann Lee,ANN@Example.org,Other,555,"Chess, bees",Make friends\n'
        "Ann,ann@example.org,,,,\n"
    )

    assert found.guests[0] == Guest(
        row=2,
        name="Ann",
        company="Acme",
        email="ann@example.org",
        phone="555",
        keys=("email:ann@example.org", "name:ann|acme", "name:ann lee|other", "name:ann|"),
        interests=("Bees", "Chess"),
        purposes=(Purpose.LEARN, Purpose.MAKE_FRIENDS),
    )
    assert [(s.row, s.name, s.reason) for s in found.skipped] == [
        (4, "Ann Lee", Reason.REPEATED),
        (5, "Ann", Reason.REPEATED),
    ]


def test_a_repeated_ticket_is_one_person_who_may_gain_an_address() -> None:
    found = read("guest_id,Name,Email\ng-1,Ann,\ng-1,Ann,ann@example.org\n,Ann,ann@example.org\n")

    assert [(g.keys, g.email) for g in found.guests] == [
        (("ticket:g-1", "name:ann|", "email:ann@example.org"), "ann@example.org")
    ]


def test_one_ticket_number_with_two_addresses_is_two_people() -> None:
    found = read("Ticket ID,Name,Email\n7,Ann,ann@example.org\n7,Bo,bo@example.org\n7,Ann Lee,new@example.org\n")

    assert [g.keys[0] for g in found.guests] == ["email:ann@example.org", "email:bo@example.org"]


def test_two_tickets_bought_with_one_address_are_two_people_and_the_address_is_the_first_ones() -> None:
    found = read(
        "Order #,Attendee #,Name,Email\n5,1,Ann Lee,a@example.org\n5,2,Bo Lee,a@example.org\n9,3,Ann,a@example.org\n"
    )

    assert [(g.name, g.email, g.registration) for g in found.guests] == [
        ("Ann Lee", "a@example.org", "5"),
        ("Bo Lee", "", "5"),
    ]


def test_a_row_is_known_by_its_address_then_its_ticket_then_its_name() -> None:
    found = read("User ID,Name,Email,Company\nu1,Ann,a@example.org,\nu2,Ann,,\n,Ann Lee,,Acme!\n,ANN  LEE,,acme\n")

    assert [g.keys[0] for g in found.guests] == ["email:a@example.org", "ticket:u2", "name:ann lee|acme"]
    assert [s.reason for s in found.skipped] == [Reason.REPEATED]


def test_names_without_a_letter_are_still_told_apart() -> None:
    assert [g.name for g in read("Name\n🐝\n☂\n🐝\n").guests] == ["🐝", "☂"]


def test_an_order_and_the_position_in_it_are_a_ticket() -> None:
    found = read("Order code,Position ID,Attendee name\nABC,1,Ann\nABC,2,Bo\nABC,,Cy\n")

    assert [g.keys[0] for g in found.guests] == ["ticket:ABC-1", "ticket:ABC-2", "name:cy|"]


def test_whoever_declined_does_not_speak_for_the_row_that_comes() -> None:
    found = read("Name,Email,Status,Company\nAnn,a@example.org,declined,Old\nAnn,a@example.org,approved,\n")

    assert [(g.row, g.company) for g in found.guests] == [(3, "")]


def test_the_order_and_the_code_of_the_ticket_are_kept() -> None:
    luma = read(f"guest_id,name,qr_code_url\ngst-1,Ann,{LUMA_TICKET}\n").guests
    shop = read("Order #,Attendee #,Barcode #,Name\n12,1,104827466,Ann\n12,2,,Bo\n").guests

    assert [(g.registration, g.ticket_code, g.keys[0]) for g in luma] == [("", LUMA_TICKET, "ticket:gst-1")]
    assert [(g.registration, g.ticket_code) for g in shop] == [("12", "104827466"), ("12", "2")]
