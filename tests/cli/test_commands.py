"""Commands for the worst night, run as a person types them."""

import re
from pathlib import Path

from kiosk.actions.walk_in import walk_in
from kiosk.store import attendees
from kiosk.store.database import Database
from tests.serving import kiosk
from tests.serving import serving
from tests.serving import until


def arrive(folder: Path, name: str) -> None:
    folder.mkdir(exist_ok=True)
    database = Database(folder / "evening.sqlite3")
    database.write(walk_in, name, "Door left", f"tap for {name}")
    database.close()


def names(folder: Path) -> list[str]:
    database = Database(folder / "evening.sqlite3")
    found = [person.name for person in database.read(attendees.all_of_them)]
    database.close()
    return found


def test_a_damaged_evening_says_so_and_is_restored_from_the_last_backup(tmp_path: Path) -> None:
    folder = tmp_path / "evening"
    arrive(folder, "Ana")
    made = kiosk("backup", folder=folder)
    assert made.returncode == 0
    assert "backups" in made.stdout
    (folder / "evening.sqlite3").write_bytes(b"something else was written here")

    for command in (["doctor"], ["run", "--port", "1"]):
        refused = kiosk(*command, folder=folder)
        assert refused.returncode == 1
        assert "kiosk restore" in refused.stderr
        assert "Traceback" not in refused.stderr
    restored = kiosk("restore", "--yes", folder=folder)
    assert restored.returncode == 0, restored.stderr
    assert names(folder) == ["Ana"]


def test_without_a_backup_there_is_nothing_to_restore(tmp_path: Path) -> None:
    folder = tmp_path / "evening"
    arrive(folder, "Ana")
    refused = kiosk("restore", "--yes", folder=folder)
    assert refused.returncode == 1
    assert refused.stderr.strip() == "There is no backup here that can be read."


def test_while_the_kiosk_runs_nothing_is_restored_and_no_second_one_starts(tmp_path: Path) -> None:
    with serving(tmp_path / "evening") as served:
        kiosk("backup", folder=served.folder)
        for command in (["restore", "--yes"], ["run", "--port", "1"]):
            refused = kiosk(*command, folder=served.folder)
            assert refused.returncode == 1
            assert "Stop it first" in refused.stderr


def test_the_running_kiosk_makes_a_backup_by_itself(tmp_path: Path) -> None:
    with serving(tmp_path / "evening") as served:
        until(lambda: any(is_backup(path) for path in served.folder.glob("backups/*")))


def is_backup(path: Path) -> bool:
    return re.fullmatch(r"evening-\d{8}T\d{6}Z\.sqlite3", path.name) is not None


def test_erasing_forgets_everyone_at_once_or_only_after_so_many_days(tmp_path: Path) -> None:
    folder = tmp_path / "evening"
    arrive(folder, "Canary Anastasia")
    kiosk("backup", folder=folder)
    (folder / "guest-list.waiting").write_text("name\nAnastasia\n", encoding="utf-8")  # a list only looked at
    kept = kiosk("erase", "--after", "30", folder=folder)
    assert kept.returncode == 0
    assert "Nothing was erased" in kept.stdout
    assert names(folder) == ["Canary Anastasia"]

    erased = kiosk("erase", "--yes", folder=folder)
    assert erased.returncode == 0, erased.stderr
    assert names(folder) == []
    for file in folder.rglob("*"):
        assert file.is_dir() or b"Anastasia" not in file.read_bytes(), file


def test_files_are_not_written_where_the_kiosk_promises_to_forget(tmp_path: Path) -> None:
    folder = tmp_path / "evening"
    arrive(folder, "Ana")
    refused = kiosk("export", str(folder / "files"), folder=folder)
    assert refused.returncode == 2
    assert "choose another" in refused.stderr
    assert not (folder / "files").exists()
