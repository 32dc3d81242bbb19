"""The organizer's guest list: look, say what is what, look again, save; and the next list is read alike."""

import io
import re
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from kiosk.domain.access import Role
from kiosk.evening import Evening
from kiosk.guestlists.read import read_guest_list
from kiosk.store import attendees
from tests.guestlists.lists import COLUMNS
from tests.guestlists.workbook import workbook
from tests.web.conftest import Screens

OWN = "Wer,Zusage?,Frage\nAnn,bin dabei,bees\nBo,mal sehen,chess\nCy,bin dabei,\n"
CHOSEN = {"column-0": "name", "column-1": "status", "column-2": "interests"}
COMING = {"status": ["bin dabei", "mal sehen"], "coming": "bin dabei"}


@dataclass
class Page:
    """The preview, and what its form would send."""

    client: FlaskClient
    response: TestResponse

    @property
    def headline(self) -> str:
        return re.search(r"<h1>(.*?)</h1>", self.response.text)[1]  # type: ignore[index]

    def send(self, step: str, fields: dict[str, object]) -> "Page":
        hidden = dict(re.findall(r'name="(seal|shown|headings)" value="(\w+)"', self.response.text))
        return Page(self.client, self.client.post(f"/organizer/guest-list{step}", data=hidden | fields))


@pytest.fixture
def organizer(screen: Screens) -> FlaskClient:
    return screen(Role.ORGANIZER)


def bring(organizer: FlaskClient, content: bytes | str) -> Page:
    file = content.encode() if isinstance(content, str) else content
    return Page(organizer, organizer.post("/organizer/guest-list", data={"list": (io.BytesIO(file), "list.csv")}))


def test_a_list_of_any_columns_comes_in_once_somebody_says_what_they_are(
    organizer: FlaskClient, evening: Evening
) -> None:
    page = bring(organizer, OWN)
    assert page.headline == "Which column holds the names?"
    page = page.send("/look", CHOSEN)
    assert page.headline == "0 guests"
    page = page.send("/look", CHOSEN | COMING)
    assert page.headline == "2 guests"
    assert page.send("/save", CHOSEN | COMING).headline == "The guest list is in."
    assert [person.name for person in evening.database.read(attendees.all_of_them)] == ["Ann", "Cy"]


def test_a_list_without_headings_comes_in_once_somebody_says_so(organizer: FlaskClient, evening: Evening) -> None:
    page = bring(organizer, "Ann Lee\nBo Ray\n")
    assert page.headline == "Which column holds the names?"
    page = page.send("/look", {"first_line": "guest", "column-0": ""})
    assert page.headline == "2 guests"
    assert page.send("/look", {"first_line": "headings"}).headline == "Which column holds the names?"
    assert page.send("/look", {"column-0": "name"}).headline == "2 guests"
    assert page.send("/save", {"column-0": "name"}).headline == "The guest list is in."
    assert [person.name for person in evening.database.read(attendees.all_of_them)] == ["Ann Lee", "Bo Ray"]


def test_a_first_line_that_is_a_guest_by_itself_can_be_said_to_be_headings(organizer: FlaskClient) -> None:
    page = bring(organizer, "Ann Lee,ann@example.org\nBo Ray,\n")
    assert page.headline == "2 guests"
    assert "This list has no headings" in page.response.text
    page = page.send("/look", {"first_line": "headings"})
    assert page.send("/look", {"column-0": "name"}).headline == "1 guest"


def test_a_list_of_orders_without_names_says_which_list_to_bring(organizer: FlaskClient) -> None:
    page = bring(organizer, "Order ID,Buyer email,Gross sales,Eventbrite service fee\n1,a@example.org,2,0\n")
    assert "This list from Eventbrite is one of orders, without names." in page.response.text


def test_the_next_list_with_these_columns_is_read_alike_and_can_be_read_afresh(organizer: FlaskClient) -> None:
    bring(organizer, OWN).send("/look", CHOSEN | COMING).send("/save", CHOSEN | COMING)
    page = bring(organizer, "Frage,Wer,Zusage?\njazz,Di,BIN DABEI\n")
    assert page.headline == "1 guest"
    assert "Read the way you chose" in page.response.text
    assert page.send("/look", {"afresh": "yes"}).headline == "Which column holds the names?"


def test_what_was_not_shown_is_not_saved(organizer: FlaskClient, evening: Evening) -> None:
    page = bring(organizer, OWN).send("/save", CHOSEN | COMING)
    assert page.response.status_code == 409
    assert page.headline == "2 guests"
    assert evening.database.read(attendees.all_of_them) == []
    assert page.send("/save", CHOSEN | COMING).headline == "The guest list is in."


def test_the_rows_left_out_come_back_as_a_file_with_the_reason(organizer: FlaskClient) -> None:
    text = 'Name,Status,Note\nAnn,approved,\n,approved,"=1+1"\nBo,waitlist,ü\n'
    file = bring(organizer, text).send("/left-out", {}).response
    assert file.headers["Content-Disposition"] == 'attachment; filename="left-out.csv"'
    assert file.data.decode("utf-8-sig").splitlines() == [
        '"Row","Why it was left out","Name","Status","Note"',
        '"3","There is no name in this row.","","approved","\'=1+1"',
        '"4","On the waiting list.","Bo","waitlist","ü"',
    ]
    assert len(read_guest_list(file.data, COLUMNS).skipped) == 2


def test_a_spreadsheet_is_looked_at_and_saved(organizer: FlaskClient, evening: Evening) -> None:
    page = bring(organizer, workbook([["Name", "Interests"], ["Zoë", "bees"]]))
    assert (page.headline, page.send("/save", {}).headline) == ("1 guest", "The guest list is in.")
    assert [person.name for person in evening.database.read(attendees.all_of_them)] == ["Zoë"]


def test_of_a_hundred_columns_sixty_are_shown_and_those_that_are_read_among_them(organizer: FlaskClient) -> None:
    page = bring(organizer, ",".join([*(f"Q{n}" for n in range(99)), "Name"]) + "\n" + "x," * 99 + "Ann\n")
    assert page.response.text.count("<select") == 60
    assert 'name="column-99"' in page.response.text
    assert "The file has 100 columns; 60 of them are shown." in page.response.text


def test_an_exporter_is_named_and_an_interest_stands_under_its_topic(organizer: FlaskClient, evening: Evening) -> None:
    page = bring(organizer, "guest_id,name,approval_status,Interests\ng-1,Ann,approved,apiculture\n")
    assert "A list from Luma." in page.response.text
    assert evening.topics.name(evening.topics.resolve("apiculture"), "apiculture") in page.response.text


SHAPES = (
    *(b"", b"PK\x03\x04", b"Name\n", b"\xff\xfe", b"Name,Status,Interests\n", b"\xd0\xcf\x11\xe0", b"%PDF-1.7"),
    *(workbook([["Name"], ["Ann"]])[:600], workbook([["Name"], ["Ann"]])),
)


def test_no_file_brings_the_kiosk_down_or_changes_anything_before_it_is_saved(
    organizer: FlaskClient, evening: Evening
) -> None:
    before = b"".join(evening.database.path.parent.joinpath(name).read_bytes() for name in DATABASE)

    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
    @given(
        st.sampled_from(SHAPES),
        st.binary(max_size=200),
        st.dictionaries(st.sampled_from(["column-0", "column-1", "status", "coming", "afresh", "shown"]), st.text()),
    )
    def send(shape: bytes, more: bytes, fields: dict[str, object]) -> None:
        page = bring(organizer, shape + more)
        assert page.response.status_code in (200, 413, 422)
        assert page.send("/look", fields).response.status_code in (200, 409)
        assert page.send("/left-out", fields).response.status_code in (200, 409)

    send()
    after = b"".join(evening.database.path.parent.joinpath(name).read_bytes() for name in DATABASE)
    assert before == after


DATABASE = ("evening.sqlite3", "evening.sqlite3-wal")
