"""A file of settings is changed where something changed, whole or not at all, and by others is noticed."""

import resource
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk.files import CONFIG
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.settings.file import SettingsFile
from kiosk.settings.file import read_settings
from kiosk.settings.file import settings_with
from kiosk.settings.file import write_settings

WRITTEN = """# our evening
name = "Mixer"  # as on the poster

# where we are
spots = [
    # by the door
    { name = "bar", room_for = 12 }, # loud
    { name = "plant" }, # quiet
    { name = "window", room_for = 4 },
]
printers = [
    # { name = "Left", kind = "zpl", address = "192.168.1.40" },
]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "event.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def change(path: Path, **values: object) -> str:
    write_settings(path, settings_with(read_settings(path), values))
    return path.read_text(encoding="utf-8")


def test_what_nobody_changed_stays_as_it_was_written_comments_and_all(file: Path) -> None:
    assert change(file) == WRITTEN
    said = change(file, name="Summer “mixer”", keep_days=7)
    assert said == WRITTEN.replace('"Mixer"', '"Summer “mixer”"') + "keep_days = 7\n"


def test_one_spot_is_changed_and_its_neighbours_keep_their_comments(file: Path) -> None:
    spots = [spot.model_dump() for spot in read_settings(file).spots]
    spots[1]["at"] = (20, 75.5)
    [plant] = [line for line in change(file, spots=spots).splitlines() if "plant" in line]
    assert "at = [20, 75.5]" in plant
    assert plant.endswith("# quiet")
    said = change(file, spots=[spots[0], spots[2]])
    assert "# by the door\n" in said
    assert "# loud\n" in said
    assert "plant" not in said
    assert [spot.name for spot in read_settings(file).spots] == ["bar", "window"]


def test_a_printer_is_added_below_the_one_that_was_commented_out(file: Path) -> None:
    said = change(file, printers=[{"name": "Right", "kind": "pdf"}])
    assert '# { name = "Left"' in said
    assert read_settings(file).printers[0].name == "Right"


def test_spots_written_as_tables_stay_tables(file: Path) -> None:
    file.write_text('name = "x"\n\n[[spots]]\nname = "bar" # loud\n\n[[spots]]\nname = "plant"\n', encoding="utf-8")
    said = change(file, host="us", spots=[{"name": "bar", "at": (1, 2)}, {"name": "plant"}, {"name": "sofa"}])
    assert said.count("[[spots]]") == 3
    assert 'name = "bar" # loud' in said
    assert read_settings(file).host == "us"


def test_a_file_that_is_not_there_is_begun(tmp_path: Path) -> None:
    path = tmp_path / "event.toml"
    assert change(path, name="Summer").splitlines()[1:] == ['name = "Summer"']
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_mode_and_line_ends_stay_and_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    file.write_bytes(WRITTEN.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    change(link, name="Summer")
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert file.read_bytes() == WRITTEN.replace('"Mixer"', '"Summer"').replace("\n", "\r\n").encode()


def test_where_it_cannot_be_written_nothing_has_changed(file: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, before[1]))  # as a disk that is full in the middle of it
    try:
        with pytest.raises(OSError, match="File too large"):
            change(file, name="Summer")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file.read_text(encoding="utf-8") == WRITTEN
    assert list(file.parent.iterdir()) == [file]


def test_a_file_with_a_mistake_in_it_is_not_written_over(file: Path) -> None:
    file.write_text("name = ", encoding="utf-8")
    with pytest.raises(SettingsError, match="not written as TOML"):
        write_settings(file, Settings(name="Summer"))
    assert file.read_text(encoding="utf-8") == "name = "


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
SPOTS = st.lists(
    st.fixed_dictionaries(
        {"name": NAMES, "room_for": st.integers(2, 500)},
        optional={"at": st.none() | st.tuples(st.floats(0, 100), st.floats(0, 100))},
    ),
    max_size=5,
    unique_by=lambda spot: str(spot["name"]),
)
EVENINGS = st.builds(
    Settings,
    name=NAMES,
    about=st.text(st.characters(codec="utf-8"), max_size=20),
    spots=SPOTS,
    rules=st.lists(NAMES, max_size=4),
    programme=st.lists(st.fixed_dictionaries({"at": NAMES, "what": NAMES}), max_size=3),
    random_share=st.floats(0, 1),
    match_again_in_round=st.booleans(),
    door_questions=st.lists(st.sampled_from(["interests", "shown"]), max_size=2),
)


@hypothesis_settings(max_examples=60, deadline=None)
@given(evenings=st.lists(EVENINGS, min_size=1, max_size=4), begin=st.sampled_from(["", WRITTEN, "example", "tables"]))
def test_whatever_is_set_one_after_the_other_reads_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory, evenings: list[Settings], begin: str
) -> None:
    path = tmp_path_factory.mktemp("settings") / "event.toml"
    tables = 'name = "x"\n\n[[spots]]\nname = "bar"\n\n[[programme]]\nat = "19:00"\nwhat = "Hello"\n'
    example = (CONFIG / "event.example.toml").read_text("utf-8")
    path.write_text({"example": example, "tables": tables}.get(begin, begin), encoding="utf-8")
    for evening in evenings:
        write_settings(path, evening)
        assert read_settings(path) == evening


def test_a_change_by_somebody_else_is_noticed_once_it_stands_still(file: Path) -> None:
    watched = SettingsFile(file)
    assert not watched.has_changed()
    file.write_text("", encoding="utf-8")  # as an editor does before it writes
    assert not watched.has_changed()
    file.write_text('name = "Summer"', encoding="utf-8")
    assert not watched.has_changed()
    assert watched.has_changed()
    watched.is_known()
    assert not watched.has_changed()
    file.unlink()
    assert not watched.has_changed()
    assert not watched.has_changed()
