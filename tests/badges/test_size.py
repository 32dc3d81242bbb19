"""The table of sizes: what is shipped, and what is said about a table with a mistake."""

from pathlib import Path

import pytest

from kiosk.badges.size import Size
from kiosk.badges.size import read_sizes
from kiosk.badges.size import to_px

GOOD = "width_mm = 90\nheight_mm = 55\nmargin_mm = 4\nqr_mm = 27\n"


def test_the_default_is_the_brother_label_dot_for_dot(sizes: dict[str, Size]) -> None:
    name, size = next(iter(sizes.items()))
    assert (name, size.width_px, size.height_px) == ("62x100", 1109, 696)
    assert list(sizes) == ["62x100", "a7", "86x55"]
    assert (sizes["a7"].width_px, sizes["a7"].height_px) == (1240, 874)


def test_an_inch_is_three_hundred_dots() -> None:
    assert to_px(25.4) == 300


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('["a"]\n' + GOOD.replace("27", "24"), "badges.toml: a.qr_mm: "),
        ('["a"]\n' + GOOD.replace("width_mm = 90\n", ""), "badges.toml: a.width_mm: "),
        ('["a"]\nwidht_mm = 9\n' + GOOD, "badges.toml: a.widht_mm: "),
        ('["a"\n' + GOOD, "badges.toml: "),
        ('["a"]\n' + GOOD.replace("55", "30"), "badges.toml: a: "),
        ("", "badges.toml: "),
    ],
)
def test_a_mistake_in_the_table_is_named(tmp_path: Path, table: str, said: str) -> None:
    file = tmp_path / "badges.toml"
    file.write_text(table, "utf-8")
    with pytest.raises(ValueError) as caught:
        read_sizes(file)
    assert str(caught.value).startswith(said)
