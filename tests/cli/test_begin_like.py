"""The next evening begins with what was set for the last, and with nobody of it."""

import stat
from pathlib import Path

import pytest

from kiosk.cli.begin_like import begin_like
from kiosk.domain.refusal import EveningAlready
from kiosk.settings.error import SettingsError
from kiosk.settings.file import read_settings
from kiosk.store.database import Database
from kiosk.venue.secrets import ensure_passphrase
from tests.party import Party
from tests.serving import kiosk

WRITTEN = '# ours\nname = "May"\ntopics = "lists/ours.csv"\nbadge_logo = "logo.png"\n'


@pytest.fixture
def may(tmp_path: Path, party: Party) -> Path:
    """An evening that was: settings, topics and a logo, and people in the database and the printed badges."""
    folder = tmp_path / "may"
    for kept in ("lists", "printed", "backups"):
        (folder / kept).mkdir(parents=True)
    (folder / "event.toml").write_text(WRITTEN, encoding="utf-8")
    (folder / "lists" / "ours.csv").write_text("name,aliases,related\nkites,,\n", encoding="utf-8")
    (folder / "logo.png").write_bytes(b"a picture")
    (folder / "printed" / "Ana.pdf").write_bytes(b"a badge")
    ensure_passphrase(folder, "bees-and-boats")
    party.walks_in("Ana")
    party.database.write_copy(folder / "evening.sqlite3")
    return folder


def contents(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_settings_topics_and_logo_come_along_and_nobody(may: Path, tmp_path: Path) -> None:
    june = tmp_path / "june"
    begin_like(may, june)
    assert contents(june) == ["event.toml", "lists/ours.csv", "logo.png"]
    assert (june / "event.toml").read_text(encoding="utf-8") == WRITTEN
    assert read_settings(june / "event.toml").name == "May"
    assert {stat.S_IMODE(file.stat().st_mode) for file in june.rglob("*") if file.is_file()} == {0o600}
    assert stat.S_IMODE(june.stat().st_mode) == 0o700


def test_topics_found_by_their_name_come_along(may: Path, tmp_path: Path) -> None:
    (may / "event.toml").write_text('name = "May"\n', encoding="utf-8")
    (may / "topics.csv").write_text("name,aliases,related\nkites,,\n", encoding="utf-8")
    begin_like(may, tmp_path / "june")
    assert contents(tmp_path / "june") == ["event.toml", "topics.csv"]


def test_what_is_named_elsewhere_on_the_laptop_stays_there(may: Path, tmp_path: Path) -> None:
    shared = tmp_path / "logo.png"
    shared.write_bytes(b"a picture")
    for place, named in enumerate((shared, "../logo.png")):
        (may / "event.toml").write_text(f'badge_logo = "{named}"\n', encoding="utf-8")
        begin_like(may, tmp_path / "next" / str(place))
    assert contents(tmp_path / "next") == ["0/event.toml", "1/event.toml"]


def test_an_evening_is_never_written_over(may: Path, tmp_path: Path) -> None:
    june = tmp_path / "june"
    june.mkdir()
    Database(june / "evening.sqlite3").close()
    for taken in (june, may):
        with pytest.raises(EveningAlready):
            begin_like(may, taken)
    assert contents(june) == ["evening.sqlite3"]


def test_where_there_are_no_settings_or_none_that_can_be_used_nothing_is_begun(may: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"There is no event\.toml in "):
        begin_like(tmp_path / "nowhere", tmp_path / "june")
    (may / "event.toml").write_text('nmae = "May"', encoding="utf-8")
    with pytest.raises(SettingsError, match="did you mean “name”"):
        begin_like(may, tmp_path / "june")
    assert not (tmp_path / "june").exists()


def test_it_is_begun_from_the_terminal_and_refused_in_words(may: Path, tmp_path: Path) -> None:
    june = tmp_path / "june"
    begun = kiosk("new", "--like", str(may), folder=june)
    assert begun.returncode == 0, begun.stderr
    assert f"kiosk run --data {june}" in begun.stdout
    again = kiosk("new", "--like", str(may), folder=june)
    assert again.returncode == 1
    assert again.stderr.strip() == "There is an evening in this folder already. Choose an empty one."
