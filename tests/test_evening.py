"""An evening's topics: those that ship, the organizer's own file over them, and what was decided."""

from pathlib import Path

import pytest

from kiosk.actions.decide_topic import decide_topic
from kiosk.evening import Evening
from kiosk.own_topics import read_topics
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.store.database import Database

HEAD = "name,aliases,related\n"


def test_topics_of_ones_own_are_found_in_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "topics.csv").write_text(f"{HEAD}Repair café,mending,\n", encoding="utf-8")
    known = read_topics(Settings(), tmp_path)
    assert known.name(known.resolve("mending"), "") == "Repair café"
    assert known.sure("bees")


def test_a_file_may_have_another_name_and_place(tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_text(f"{HEAD}Repair café,mending,\n", encoding="utf-8")
    for named in ("ours.csv", str(tmp_path / "ours.csv")):
        assert read_topics(Settings(topics=named), tmp_path).sure("mending")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"{HEAD}kites,,\nkites,,\n".encode(), r"topics.csv, line 3: “kites” stands in line 2 already"),
        (b"n\xe4me,aliases,related\n", "Save topics.csv as CSV in UTF-8"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_name(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "topics.csv").write_bytes(content)
    with pytest.raises(SettingsError, match=said):
        read_topics(Settings(), tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"There is no file .*ours.csv"):
        read_topics(Settings(topics="ours.csv"), tmp_path)


def test_what_is_decided_holds_at_once(tmp_path: Path, database: Database) -> None:
    evening = Evening(tmp_path, Settings(), database, 8080)
    before = evening.topics
    database.write(decide_topic, "moon walks", "Astronomy", before)
    assert evening.topics.resolve("Moon Walks") == before.resolve("astronomy") != before.resolve("moon walks")
