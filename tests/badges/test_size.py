"""The table of sizes: what is shipped, and what is said about a table with a mistake."""

from pathlib import Path

import pytest

from kiosk.badges.size import Size
from kiosk.badges.size import read_sizes

GOOD = "width_mm = 90\nheight_mm = 55\nmargin_mm = 4\nqr_mm = 27\n"
SHEET = "sheet = {paper_mm = [210, 297], columns = 2, rows = 2, first_mm = [10, 10], next_mm = [95, 60]}\n"


def test_the_default_is_the_brother_label_dot_for_dot(sizes: dict[str, Size]) -> None:
    name, size = next(iter(sizes.items()))
    assert (name, size.width_px, size.height_px) == ("62x100", 1109, 696)
    assert (sizes["a7"].width_px, sizes["a7"].height_px) == (1240, 874)


def test_every_size_that_was_asked_for_is_there(sizes: dict[str, Size]) -> None:
    assert {"62x100", "62-endless", "4x3in", "avery-5395", "86x55", "a6", "a7", "54x86"} <= set(sizes)
    assert {size.upright for size in sizes.values()} == {True, False}
    assert {name for name, size in sizes.items() if size.folded} == {"62-endless-folded", "a6-folded", "a7-folded"}
    assert {name: size.sheet.places for name, size in sizes.items() if size.sheet} == {
        "avery-5392": 6,
        "avery-5395": 8,
        "86x55": 10,
        "a6": 4,
        "a6-lying": 4,
        "a6-folded": 2,
        "a7": 8,
        "a7-upright": 8,
        "a7-folded": 4,
    }


def test_sheets_leave_the_same_margin_on_both_sides(sizes: dict[str, Size]) -> None:
    for size in sizes.values():
        if size.sheet:
            left, top = size.sheet.corner_mm(0)
            last_left, last_top = size.sheet.corner_mm(size.sheet.places - 1)
            width, height = size.sheet.paper_mm
            assert left == pytest.approx(width - last_left - size.width_mm, abs=0.1)
            assert top == pytest.approx(height - last_top - size.paper_height_mm, abs=0.6)


def test_a_badge_on_a_brother_roll_is_as_wide_as_the_printer_prints(sizes: dict[str, Size]) -> None:
    rolls = [size for size in sizes.values() if size.roll_mm]
    assert {696} == {min(size.width_px, size.height_px) for size in rolls}


def test_an_inch_is_three_hundred_dots() -> None:
    size = Size(width_mm=90, height_mm=55, margin_mm=4, qr_mm=27)
    assert size.px(25.4) == 300
    assert size.at(203).px(25.4) == 203


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('["a"]\n' + GOOD.replace("27", "24"), "badges.toml: a.qr_mm: "),
        ('["a"]\n' + GOOD.replace("width_mm = 90\n", ""), "badges.toml: a.width_mm: "),
        ('["a"]\nwidht_mm = 9\n' + GOOD, "badges.toml: a.widht_mm: "),
        ('["a"\n' + GOOD, "badges.toml: "),
        ('["a"]\n' + GOOD.replace("55", "30"), "badges.toml: a: "),
        ("", "badges.toml: "),
        ('["a"]\n' + GOOD + SHEET.replace("columns = 2", "columns = 3"), "beyond the sheet"),
        ('["a"]\n' + GOOD + SHEET.replace("[95, 60]", "[85, 60]"), "over each other"),
        ('["a"]\nfolded = true\n' + GOOD + SHEET, "over each other"),
    ],
)
def test_a_mistake_in_the_table_is_named(tmp_path: Path, table: str, said: str) -> None:
    file = tmp_path / "badges.toml"
    file.write_text(table, "utf-8")
    with pytest.raises(ValueError) as caught:
        read_sizes(file)
    assert str(caught.value).startswith("badges.toml: ")
    assert said in str(caught.value)
