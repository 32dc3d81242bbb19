"""The event's own logo and colour, folded badges, and who is asked about what."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PIL import ImageChops

from kiosk.badges.badge import Badge
from kiosk.badges.badge import Look
from kiosk.badges.badge import read_logo
from kiosk.badges.draw import draw_badge
from kiosk.badges.fonts import Fonts
from kiosk.badges.layout import arrange
from kiosk.badges.layout import head
from kiosk.badges.size import Size
from kiosk.domain.attendee import Attendee
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement

ANA = Badge("Ana Sousa", "Stadtgarten", "7K3M9QXT", "HTTP://192.168.1.10:8080/B/7K3M9QXT", ("bees",), "Ask me about")
TEAL = (11, 110, 105)


@pytest.fixture(scope="module")
def look() -> Look:
    return Look(Image.new("RGB", (400, 100), "red"), TEAL)


def test_logo_and_colour_stand_above_the_name(fonts: Fonts, sizes: dict[str, Size], look: Look) -> None:
    for name in ("86x55", "54x86", "a6"):
        page = draw_badge(ANA, sizes[name], fonts, look)
        where = head(look, sizes[name])
        assert where.logo
        assert page.getpixel((page.width // 2, 0)) == TEAL
        assert page.getpixel((where.logo.left + 5, where.logo.top + 5)) == (255, 0, 0)
        assert all(line.top >= where.logo.bottom for line in arrange(ANA, sizes[name], fonts, look))


def test_a_label_printer_gets_black_and_white_alone(fonts: Fonts, sizes: dict[str, Size], look: Look) -> None:
    page = draw_badge(ANA, sizes["62x100"], fonts, look)
    assert page.mode == "1"
    assert page.getpixel((page.width // 2, 0)) == 0


def test_a_wide_logo_is_made_smaller_than_the_badge(sizes: dict[str, Size]) -> None:
    where = head(Look(Image.new("RGB", (4000, 50))), sizes["54x86"]).logo
    assert where
    assert where.right < sizes["54x86"].width_px


def test_a_folded_badge_reads_the_right_way_up_from_both_sides(fonts: Fonts, sizes: dict[str, Size]) -> None:
    size = sizes["a7-folded"]
    page = draw_badge(ANA, size, fonts)
    assert page.size == (size.width_px, 2 * size.height_px)
    assert ImageChops.difference(page, page.rotate(180)).getbbox() is None


def test_a_transparent_logo_stands_on_white(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (3000, 300), (0, 0, 0, 0))
    picture.save(tmp_path / "logo.png")
    logo = read_logo(tmp_path / "logo.png")
    assert logo.mode == "RGB"
    assert logo.size == (1600, 160)
    assert logo.getpixel((5, 5)) == (255, 255, 255)


def test_offers_come_before_interests_and_nothing_twice() -> None:
    said = [(Kind.INTEREST, "bees"), (Kind.INTEREST, "law"), (Kind.ASK, "a flat"), (Kind.OFFER, "bread")]
    said += [(Kind.OFFER, "bees")]
    person = Attendee("x", "7K3M9QXT", "Ana", "Stadtgarten", statements=tuple(Statement(k, t, t) for k, t in said))
    badge = Badge.of(person, "http://10.0.0.1", "Ask me about", with_company=True)
    assert badge.ask_about == ("bread", "bees", "law")
    assert badge.url == "HTTP://10.0.0.1/B/7K3M9QXT"
    assert Badge.of(person, "http://10.0.0.1", "", with_company=False).company == ""


def test_other_dots_give_the_same_badge(fonts: Fonts, sizes: dict[str, Size]) -> None:
    fine, coarse = sizes["4x3in"], sizes["4x3in"].at(203)
    assert draw_badge(ANA, coarse, fonts).size == (812, 609)
    one, other = (draw_badge(replace(ANA, name="HH"), size, fonts).getbbox() for size in (fine, coarse))
    assert one
    assert other
    assert [place / 300 for place in one] == pytest.approx([place / 203 for place in other], abs=0.03)
