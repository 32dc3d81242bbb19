"""The organizer's settings: shown as the file says, changed in the file, holding at once."""

import logging
import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.fact import Fact
from kiosk.domain.fact import SettingsChanged
from kiosk.evening import Evening
from kiosk.settings import Settings
from kiosk.settings.file import fingerprint
from kiosk.settings.file import read_settings
from kiosk.store import audit
from kiosk.web.settings_form import GROUPS
from tests.conftest import Clock
from tests.party import Party
from tests.web.conftest import Screens

PAGE = "/organizer/settings"
WRITTEN = """# ours
name = "Spring mixer"  # as on the poster
timezone = "Europe/Berlin"
"""


@pytest.fixture(autouse=True)
def file(evening: Evening) -> Path:
    evening.file.path.write_text(WRITTEN, encoding="utf-8")
    return evening.file.path


@pytest.fixture
def organizer(screen: Screens) -> FlaskClient:
    return screen(Role.ORGANIZER)


def form(organizer: FlaskClient, group: str, **changed: str | None) -> dict[str, str]:
    """What the browser would send of a group's form, some fields typed anew; None takes the tick away."""
    page = organizer.get(PAGE).text
    shown = re.search(rf'(?s)<section class="card" id="{group}".*?</section>', page)
    assert shown, group
    sent = {}
    for tag in re.findall(r"<input [^>]*>", shown[0]):
        kind, name, value = (re.search(rf' {each}="([^"]*)"', tag) for each in ("type", "name", "value"))
        assert name
        if not (kind and kind[1] == "checkbox") or " checked" in tag:
            sent[name[1]] = unescape(value[1] if value else "on")
    for name, text in re.findall(r'(?s)<textarea id="([^"]+)".*?>\n(.*?)</textarea>', shown[0]):
        sent[name] = unescape(text)
    for name, options in re.findall(r'(?s)<select id="([^"]+)".*?>(.*?)</select>', shown[0]):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else re.findall(r'value="([^"]*)"', options)[0]
    sent |= {name.replace("__", "."): value for name, value in changed.items() if value is not None}
    return {name: value for name, value in sent.items() if changed.get(name, "") is not None}


def test_every_setting_stands_on_the_page_once_with_its_meaning(organizer: FlaskClient) -> None:
    assert sorted(key for group in GROUPS.values() for key in group.keys) == sorted(Settings.model_fields)
    page = unescape(organizer.get(PAGE).text)
    for about in Settings.model_fields.values():
        assert str(about.description) in page


def test_what_is_saved_stands_in_the_file_and_holds_at_once(
    organizer: FlaskClient, evening: Evening, file: Path, told: list[Fact]
) -> None:
    answer = organizer.post(f"{PAGE}/times", data=form(organizer, "times", round_minutes="20", answer_seconds="90"))
    assert answer.status_code == 303
    assert answer.location == f"{PAGE}?saved=times#times"
    assert file.read_text(encoding="utf-8") == f"{WRITTEN}round_minutes = 20\nanswer_seconds = 90\n" or (
        file.read_text(encoding="utf-8") == f"{WRITTEN}answer_seconds = 90\nround_minutes = 20\n"
    )
    assert (evening.pace.lasts, evening.pace.answer) == (timedelta(minutes=20), timedelta(seconds=90))
    assert told[-1] == SettingsChanged()
    assert "Saved." in organizer.get(answer.location).text
    organizer.post(f"{PAGE}/evening", data=form(organizer, "evening", name="Summer mixer"))
    assert 'name = "Summer mixer"  # as on the poster' in file.read_text(encoding="utf-8")
    assert '<p class="title" dir="auto">Summer mixer</p>' in organizer.get(PAGE).text


def test_a_form_sent_back_as_it_was_changes_nothing(organizer: FlaskClient, evening: Evening, file: Path) -> None:
    before = evening.settings
    for group in GROUPS:
        assert organizer.post(f"{PAGE}/{group}", data=form(organizer, group)).status_code == 303
    assert file.read_text(encoding="utf-8") == WRITTEN
    assert evening.settings == before


def test_rows_are_added_changed_and_taken_away(organizer: FlaskClient, evening: Evening, file: Path) -> None:
    first = {"spots.0.name": "bar", "spots.0.room_for": "12", "spots.1.name": "plant"}
    organizer.post(f"{PAGE}/room", data=form(organizer, "room", **first))
    placed = {"spots.0.name": "", "spots.1.at.across": "20", "spots.1.at.down": "75.5", "spots.2.name": "sofa"}
    organizer.post(f"{PAGE}/room", data=form(organizer, "room", **placed))
    assert [(spot.name, spot.room_for, spot.at) for spot in evening.pace.spots] == [
        ("plant", 8, (20, 75.5)),
        ("sofa", 8, None),
    ]
    assert read_settings(file) == evening.settings
    page = organizer.get(PAGE).text
    assert 'transform="translate(20.0 75.5)"' in page
    rules = form(organizer, "evening", rules="Ask first.\r\n\r\n A no needs no reason. ", programme__0__at="19:00")
    organizer.post(f"{PAGE}/evening", data={**rules, "programme.0.what": "Welcome"})
    assert evening.settings.rules == ("Ask first.", "A no needs no reason.")
    assert evening.settings.programme[0].what == "Welcome"


@pytest.mark.parametrize(
    ("group", "typed", "at", "said"),
    [
        ("times", {"round_minutes": "1"}, "round_minutes", "Write a whole number from 2 to 180."),
        ("times", {"answer_seconds": "soon"}, "answer_seconds", "Write a whole number from 30 to 1800."),
        ("evening", {"name": " "}, "name", "This must not be empty."),
        ("evening", {"timezone": "Mars"}, "timezone", "This time zone is not known"),
        ("evening", {"language": "tlh"}, "language", "Choose one of these"),
        ("evening", {"programme.0.what": "Welcome"}, "programme.0.at", "This must not be empty."),
        ("room", {"spots.0.name": "bar", "spots.0.at.across": "5"}, "spots.0.at", "Write a number from 0 to 100."),
        ("room", {"spots.0.name": "bar", "spots.0.room_for": ""}, "spots.0.room_for", "Write a whole number from 2"),
        ("door", {"badge_colour": "red"}, "badge_colour", "Write a colour such as #0b6e69."),
        ("door", {"badge_size": "a9"}, "badge_size", "Choose one of these: 62x100"),
        ("door", {"badge_logo": "logo.png"}, "badge_logo", "logo.png cannot be read as a picture"),
        ("door", {"door_questions": "age"}, "door_questions", "Choose one of these"),
        ("matching", {"topics": "ours.csv"}, "topics", "There is no file"),
        ("matching", {"random_share": "2"}, "random_share", "Write a number from 0 to 1."),
        ("network", {"address": "mixer.example"}, "address", "Write the whole address"),
        ("printers", {"printers.0.name": "Left", "printers.0.kind": "zpl"}, "printers.0.address", "Say its address"),
        (
            "printers",
            {"printers.0.name": "L", "printers.0.kind": "pdf", "printers.0.size": "a9"},
            "printers.0.size",
            "C",
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_written(
    organizer: FlaskClient, evening: Evening, file: Path, group: str, typed: dict[str, str], at: str, said: str
) -> None:
    before = evening.settings
    answer = organizer.post(f"{PAGE}/{group}", data=form(organizer, group, **typed))
    assert answer.status_code == 400
    assert f'id="{at}-error">{said}' in unescape(answer.text)
    assert answer.text.count('data-ground="stop"') == 1
    assert file.read_text(encoding="utf-8") == WRITTEN
    assert evening.settings is before
    assert evening.database.read(audit.latest, 9) == []


def test_two_spots_of_one_name_are_refused_above_them(organizer: FlaskClient) -> None:
    answer = organizer.post(f"{PAGE}/room", data=form(organizer, "room", spots__0__name="bar", spots__1__name="bar"))
    assert answer.status_code == 400
    assert "Give each a name of its own." in answer.text


def test_what_was_changed_in_the_meantime_is_not_written_over(
    organizer: FlaskClient, evening: Evening, file: Path
) -> None:
    opened = form(organizer, "times", round_minutes="20")
    file.write_text(f"{WRITTEN}round_minutes = 15\n", encoding="utf-8")
    answer = organizer.post(f"{PAGE}/times", data=opened)
    assert answer.status_code == 409
    assert "changed elsewhere while this page was open" in answer.text
    assert "In the file now: 15" in answer.text
    assert 'value="20"' in answer.text
    assert read_settings(file).round_minutes == 15
    seen = re.search(r'action="/organizer/settings/times#times">.*?name="seen" value="(\w+)"', answer.text, re.DOTALL)
    assert seen
    assert organizer.post(f"{PAGE}/times", data={**opened, "seen": seen[1]}).status_code == 303
    assert evening.settings.round_minutes == 20


def test_what_was_changed_in_another_group_is_kept(organizer: FlaskClient, evening: Evening, file: Path) -> None:
    opened = form(organizer, "times", round_minutes="20")
    file.write_text(f'{WRITTEN}host = "Rosa"\n', encoding="utf-8")
    assert organizer.post(f"{PAGE}/times", data=opened).status_code == 303
    assert (evening.settings.host, evening.settings.round_minutes) == ("Rosa", 20)


def test_a_file_that_is_gone_is_written_anew_with_what_held(
    organizer: FlaskClient, evening: Evening, file: Path
) -> None:
    file.unlink()
    assert organizer.post(f"{PAGE}/times", data=form(organizer, "times", round_minutes="20")).status_code == 303
    assert read_settings(file) == evening.settings
    assert (evening.settings.name, evening.settings.round_minutes) == ("Spring mixer", 20)


def test_a_file_with_a_mistake_is_said_and_not_written_over(
    organizer: FlaskClient, evening: Evening, file: Path
) -> None:
    opened = form(organizer, "times", round_minutes="20")
    file.write_text('nmae = "x"', encoding="utf-8")
    assert "did you mean “name”" in organizer.get(PAGE).text
    answer = organizer.post(f"{PAGE}/times", data=opened)
    assert answer.status_code == 400
    assert file.read_text(encoding="utf-8") == 'nmae = "x"'
    assert evening.settings.round_minutes == 12


def test_what_the_file_names_and_is_not_there_is_said_and_mended_on_the_page(
    organizer: FlaskClient, evening: Evening, file: Path
) -> None:
    file.write_text(f'{WRITTEN}badge_logo = "logo.png"\n', encoding="utf-8")
    said = "Logo: logo.png cannot be read as a picture"
    assert said in organizer.get(PAGE).text
    refused = organizer.post(f"{PAGE}/times", data=form(organizer, "times", round_minutes="20"))
    assert refused.status_code == 400
    assert refused.text.count(said) == 2
    assert evening.settings.badge_logo == ""
    assert organizer.post(f"{PAGE}/door", data=form(organizer, "door", badge_logo="")).status_code == 303
    assert organizer.post(f"{PAGE}/times", data=form(organizer, "times", round_minutes="20")).status_code == 303


def test_fewer_days_to_keep_do_not_forget_everyone_by_surprise(
    organizer: FlaskClient, evening: Evening, party: Party, clock: Clock
) -> None:
    party.arrives("Ana")
    clock.pass_(days=3)
    answer = organizer.post(f"{PAGE}/privacy", data=form(organizer, "privacy", keep_days="3"))
    assert answer.status_code == 400
    assert "everyone would be forgotten at once" in answer.text
    assert evening.settings.keep_days == 30
    assert organizer.post(f"{PAGE}/privacy", data=form(organizer, "privacy", keep_days="4")).status_code == 303


NASTY = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        (
            *(
                "",
                "0",
                "-1",
                "nan",
                "inf",
                "1e400",
                "9" * 400,
                "1.5",
                "x" * 5000,
                "\x00",
                "\u202e",
                "\r\n\r\n",
                '"""',
                "#",
            ),
            *(
                "../../etc/passwd",
                "/etc/passwd",
                "/",
                "http://",
                "{}",
                "[[spots]]",
                "<script>alert(1)</script>",
                "%(x)s",
            ),
        )
    ),
)


def test_whatever_is_typed_is_saved_as_it_is_or_refused_in_a_sentence(
    organizer: FlaskClient, evening: Evening, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    forms = {group: form(organizer, group) for group in GROUPS}
    fields = [(group, name) for group, sent in forms.items() for name in sent if name != "csrf_token"]

    @hypothesis_settings(max_examples=80, deadline=None, database=None)
    @given(field=st.sampled_from(fields), value=NASTY, row=NASTY)
    def send(field: tuple[str, str], value: str, row: str) -> None:
        group, name = field
        rows = {f"{key}.0.name": row for key in ("spots", "printers") if name.startswith(f"{key}.0.")}
        seen = fingerprint(read_settings(file), GROUPS[group].keys)
        answer = organizer.post(f"{PAGE}/{group}", data={**forms[group], "seen": seen, **rows, name: value})
        assert answer.status_code in (303, 400, 409)
        assert "<script>alert" not in answer.text
        assert read_settings(file) == evening.settings

    with caplog.at_level(logging.ERROR):
        send()
    assert not caplog.records


def test_it_is_noted_who_changed_settings(organizer: FlaskClient, evening: Evening) -> None:
    organizer.post(f"{PAGE}/times", data=form(organizer, "times", round_minutes="20"))
    [noted] = evening.database.read(audit.latest, 9)
    assert (noted.deed, noted.who) == (Deed.SETTINGS, "Organizer test")
    assert "Settings changed" in organizer.get("/organizer/audit").text


def test_a_group_that_is_not_there_is_not_found(organizer: FlaskClient) -> None:
    assert organizer.post(f"{PAGE}/passphrase").status_code == 404
    assert organizer.post(f"{PAGE}/times", data={"round_minutes": "20"}).status_code == 400


def test_the_page_goes_on_while_the_kiosk_speaks_another_language(app: Flask, organizer: FlaskClient) -> None:
    organizer.set_cookie("kiosk_language", "ar")
    assert organizer.get(PAGE).status_code == 200
