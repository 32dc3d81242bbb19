"""`kiosk badges`, run as a person types it."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.actions.walk_in import walk_in
from kiosk.domain.attendee import Presence
from kiosk.store import attendees
from kiosk.store.database import Database
from tests.serving import kiosk

GUESTS = "name,company\nAna Sousa,Stadtgarten\nสมชาย ใจดี,\nZoë Müller,\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An evening with three guests expected and one here."""
    folder = tmp_path_factory.mktemp("badges") / "evening"
    folder.mkdir()
    (folder / "guests.csv").write_text(GUESTS, "utf-8")
    (folder / "event.toml").write_text('address = "http://10.0.0.5"\nwifi_name = "Riverside"\n', "utf-8")
    assert kiosk("import", str(folder / "guests.csv"), folder=folder).returncode == 0
    database = Database(folder / "evening.sqlite3")
    database.write(walk_in, "Here Already", "Door left", "tap for one")
    database.close()
    return folder


def codes(file: Path, page: int = 0) -> list[str]:
    image = pypdfium2.PdfDocument(file)[page].render(scale=2).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(image)]


def people(folder: Path) -> dict[str, Presence]:
    database = Database(folder / "evening.sqlite3")
    found = {f"HTTP://10.0.0.5/B/{who.badge_code}": who.presence for who in database.read(attendees.all_of_them)}
    database.close()
    return found


def test_blank_badges_have_codes_that_nobody_has_and_no_other_blank_one(folder: Path) -> None:
    read: list[str] = []
    for file in ("blank.pdf", "more.pdf"):
        done = kiosk("badges", "--blank", "7", "--sheet", "86x55", "--out", str(folder / file), folder=folder)
        assert done.returncode == 0, done.stderr
        assert "7 blank badges, 86x55" in done.stdout
        read += codes(folder / file)
    assert len(set(read)) == 14
    assert not set(read) & people(folder).keys()


def test_everyone_expected_gets_a_badge_and_nobody_is_checked_in(folder: Path) -> None:
    before = people(folder)
    done = kiosk("badges", "--sheet", "86x55", "--out", str(folder / "badges.pdf"), folder=folder)
    assert done.returncode == 0, done.stderr
    assert sorted(codes(folder / "badges.pdf")) == sorted(url for url, how in before.items() if how == "expected")
    assert people(folder) == before
    assert "3 guests, 86x55" in done.stdout


def test_what_no_font_draws_is_said(folder: Path) -> None:
    done = kiosk("badges", "--out", str(folder / "badges.pdf"), folder=folder)
    assert "of สมชาย ใจดี" in done.stdout.replace("\n", " ")
    assert "Zoë" not in done.stdout


def test_table_cards_and_the_list_to_tick(folder: Path) -> None:
    assert kiosk("badges", "--table-cards", "--out", str(folder / "cards.pdf"), folder=folder).returncode == 0
    assert set(codes(folder / "cards.pdf")) == {"WIFI:T:nopass;S:Riverside;;", "HTTP://10.0.0.5"}
    assert kiosk("badges", "--tick-list", "--out", str(folder / "list.pdf"), folder=folder).returncode == 0
    assert len(pypdfium2.PdfDocument(folder / "list.pdf")) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--sheet", "a9"], "Choose one of these: 62x100"), (["--sheet", "86x55", "--first", "11"], "has 10 places")],
)
def test_a_wrong_size_or_place_is_refused_in_words(folder: Path, options: list[str], said: str) -> None:
    refused = kiosk("badges", *options, "--out", str(folder / "no.pdf"), folder=folder)
    assert refused.returncode == 1
    assert said in refused.stderr.replace("\n", " ")
    assert not (folder / "no.pdf").exists()


def test_a_logo_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text('badge_logo = "logo.png"\n', "utf-8")
    refused = kiosk("badges", "--out", str(tmp_path / "no.pdf"), folder=tmp_path)
    assert refused.returncode == 1
    assert "badge_logo" in refused.stderr
    assert "Traceback" not in refused.stderr
