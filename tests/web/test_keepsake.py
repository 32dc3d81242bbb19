"""The people one met, taken along: details of those who both agreed, own notes, and nothing that leads elsewhere."""

import csv
import io
import re

import pytest
from flask.testing import FlaskClient

from kiosk.actions.block import block
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.remember import remember
from kiosk.actions.set_contact import set_contact
from kiosk.actions.share_contact import share_contact
from kiosk.domain.access import Role
from kiosk.domain.meeting import Contact
from kiosk.guestlists.write import unescaped
from tests.domain.test_vcard import read
from tests.party import Party
from tests.web.conftest import Screens
from tests.web.conftest import holding

MARKUP = "<script>alert(1)</script>"
FILES = ("/me/met.vcf", "/me/met.csv", "/me/met.html")


@pytest.fixture
def people(app, party: Party) -> tuple[FlaskClient, dict[str, str], dict[str, str]]:  # type: ignore[no-untyped-def]
    """The phone of Zoë, who met four; their ids and the meetings' by name. Ben and Zoë agreed, Chen did not."""
    zoe = party.walks_in("Zoë")
    phone = holding(app, party.database.write(pair_by_link, zoe.link.token))
    ids = {name: party.arrives(name) for name in ("Ben", "Chen", "محمد", MARKUP)}
    own = zoe.arrival.attendee_id
    party.database.write(set_contact, own, "zoe@example.org", "")
    met = {}
    for number, (name, who) in enumerate(ids.items()):
        party.database.write(set_contact, who, f"secret{number}@example.org", f"+49 170 555{number}")
        met[name] = party.scans(own, who).id
    both = [Contact.EMAIL, Contact.PHONE]
    for who, name in ((own, "Ben"), (ids["Ben"], "Ben"), (own, "Chen"), (ids[MARKUP], MARKUP)):
        party.database.write(share_contact, met[name], who, both)
    party.database.write(remember, met["Ben"], own, f"=1+1; {MARKUP}", "send, soon")
    party.database.write(remember, met["Ben"], ids["Ben"], "what Ben keeps", "")
    return phone, {"Zoë": own, **ids}, met


def rows(answer: str) -> list[dict[str, str]]:
    table = csv.DictReader(io.StringIO(answer.removeprefix("\ufeff"), newline=""))
    return [{key: unescaped(cell) for key, cell in row.items()} for row in table]


def test_contacts_hold_what_passed_and_the_own_note(people: tuple[FlaskClient, dict[str, str], dict[str, str]]) -> None:
    phone, _, met = people
    answer = phone.get("/me/met.vcf")
    assert answer.mimetype == "text/vcard"
    assert "attachment" in answer.headers["Content-Disposition"]
    cards = {card["FN"]: card for card in read(answer.data)}
    assert set(cards) == {"Ben", "Chen", "محمد", MARKUP}
    assert (cards["Ben"]["EMAIL;TYPE=INTERNET"], cards["Ben"]["TEL"]) == ("secret0@example.org", "+49 170 5550")
    assert cards["Ben"]["NOTE"] == f"Met at Spring mixer, 2026-11-22\n=1+1; {MARKUP}\nI promised to send, soon"
    for other in ("Chen", "محمد", MARKUP):
        assert not {"TEL", "EMAIL;TYPE=INTERNET"} & set(cards[other])
    [alone] = read(phone.get(f"/me/meetings/{met['Ben']}/card.vcf").data)
    assert alone == cards["Ben"]


def test_the_table_is_read_back_and_no_cell_of_it_is_run(
    people: tuple[FlaskClient, dict[str, str], dict[str, str]],
) -> None:
    answer = people[0].get("/me/met.csv").text
    by_name = {row["Name"]: row for row in rows(answer)}
    assert by_name["Ben"]["Note"] == f"=1+1; {MARKUP}"
    assert '"=' not in answer
    assert by_name["Ben"]["Telephone"] == "+49 170 5550"
    assert by_name["Ben"]["Met at"] == "2026-11-22 19:00"
    assert by_name["Chen"]["E-mail"] == ""


def test_the_page_stands_alone(people: tuple[FlaskClient, dict[str, str], dict[str, str]]) -> None:
    answer = people[0].get("/me/met.html")
    assert "attachment" in answer.headers["Content-Disposition"]
    page = answer.text
    assert "<script" not in page
    assert not re.search(r"\b(src|action)=|@import|url\(|https?://|<link|<form|<img", page)
    assert set(re.findall(r'href="([^"]+)"', page)) == {"mailto:secret0@example.org", "tel:+491705550"}
    assert "محمد" in page
    assert "send, soon" in page
    assert "&lt;script&gt;" in page


def test_nothing_of_the_others_is_in_any_file(people: tuple[FlaskClient, dict[str, str], dict[str, str]]) -> None:
    for path in FILES:
        text = people[0].get(path).text
        for private in ("secret1", "secret2", "secret3", "5551", "5552", "5553", "what Ben keeps", *people[1].values()):
            assert private not in text, (path, private)


def test_what_is_taken_back_and_who_is_blocked_is_in_no_file_from_then_on(
    party: Party, people: tuple[FlaskClient, dict[str, str], dict[str, str]]
) -> None:
    phone, ids, met = people
    party.database.write(share_contact, met["Ben"], ids["Ben"], ())
    party.database.write(block, ids["Zoë"], ids["Chen"])
    for path in FILES:
        text = phone.get(path).text
        assert "secret0" not in text
        assert "Chen" not in text
        assert "Ben" in text


def test_a_card_of_a_meeting_of_others_is_not_to_be_had(
    screen: Screens, people: tuple[FlaskClient, dict[str, str], dict[str, str]]
) -> None:
    stranger = screen(Role.ATTENDEE)
    assert stranger.get(f"/me/meetings/{people[2]['Ben']}/card.vcf").status_code == 404


def test_who_met_nobody_is_told_how_to_and_offered_no_file(screen: Screens) -> None:
    phone = screen(Role.ATTENDEE)
    page = phone.get("/me/keepsake").text
    assert "Scan somebody" in page
    assert "/me/met.vcf" not in page
    assert phone.get("/me/met.vcf").data == b""
