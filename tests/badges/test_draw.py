"""The badge as printed: readable by machine and by people, in every script and size."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from PIL import Image
from PIL import ImageChops
from PIL import ImageFilter

from kiosk.badges.badge import Badge
from kiosk.badges.column import STRONG
from kiosk.badges.column import TOPICS
from kiosk.badges.column import grouped
from kiosk.badges.column import set_column
from kiosk.badges.draw import badge_png
from kiosk.badges.draw import draw_badge
from kiosk.badges.fit import Placed
from kiosk.badges.fonts import Fonts
from kiosk.badges.layout import arrange
from kiosk.badges.layout import qr_square
from kiosk.badges.qr import modules
from kiosk.badges.qr import qr_image
from kiosk.badges.size import Size
from kiosk.badges.text import Text
from kiosk.domain.text import clean_name

URL = "HTTP://192.168.1.10:8080/B/7K3M9QXT"
ANA = Badge("Ana Sousa", "Stadtgarten e. V.", "7K3M9QXT", URL, ("beekeeping", "cargo bikes"), "Ask me about")
HARD = {
    "short": Badge("Bo", "", "7K3M9QXT", URL),
    "hyphen": replace(ANA, name="Zoë Müller-Lüdenscheidt"),
    "one long word": replace(ANA, name="Wolfeschlegelsteinhausenbergerdorff"),
    "sixty letters": replace(ANA, name="W" * 60),
    "sixty with words": replace(ANA, name="Maximiliana Wolfeschlegelsteinhausen de la Concepción Bourbon"[:60]),
    "everything long": replace(
        ANA,
        name="Maximiliana Wolfeschlegelsteinhausen de la Concepción Bourbon"[:60],
        company="Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung der " * 2,
        ask_about=("machine learning for public transport in small towns", "old radios", "x" * 200, "not shown"),
    ),
    "vietnamese": replace(ANA, name="Nguyễn Thị Ánh Nguyệt", company="Công ty Cổ phần Ánh Dương"),
    "arabic": replace(ANA, name="محمد بن عبد الرحمن", company="مؤسسة النور", ask_about=("الخط العربي", "Python 3.11")),
    "hebrew": replace(ANA, name="עובדיה (Obi) לוי", company="Tel Aviv"),
    "devanagari": replace(ANA, name="चेतना रंगराजन", company="दिल्ली विश्वविद्यालय", ask_about=("मधुमक्खी पालन", "साइकिल")),
    "chinese": replace(ANA, name="陈晓明", company="贸易"),
    "japanese": replace(ANA, name="遠藤 涼平"),
    "korean": replace(ANA, name="김미숙"),
    "cyrillic": replace(ANA, name="Хома Гаврилів"),
    "emoji": replace(ANA, name="Zoë 🌻 Sunshine", ask_about=("👩‍💻 code",)),
    "stacked marks": replace(ANA, name="Z\u0302\u0303\u0301alg\u0323\u0331\u0324o Ẫẫ"),
    "nothing visible": replace(ANA, name="\u3164", company="·", ask_about=("\u3164",)),
    "address in words": replace(ANA, url="https://kiosk.example.org:8443/B/7K3M9QXT"),
}

THREE_MM = round(3 / 25.4 * 300)

OVERSHOOT_MM = 0.3
"""Round letters reach a little below the line they stand on."""

every_hard_badge = pytest.mark.parametrize("badge", HARD.values(), ids=HARD.keys())
every_size = pytest.mark.parametrize("name_of_size", ["62x100", "62x100-upright", "a6", "a7", "86x55", "54x86"])


@every_size
@every_hard_badge
def test_a_tilted_blurred_small_photo_of_the_badge_still_scans(
    badge: Badge, name_of_size: str, fonts: Fonts, sizes: dict[str, Size]
) -> None:
    page = draw_badge(badge, sizes[name_of_size], fonts).convert("L")
    small = page.resize((page.width * 2 // 5, page.height * 2 // 5), Image.Resampling.BILINEAR)
    photo = small.rotate(20, Image.Resampling.BILINEAR, expand=True, fillcolor=255).filter(
        ImageFilter.GaussianBlur(0.7)
    )
    assert [code.text for code in zxingcpp.read_barcodes(photo)] == [badge.url]


@every_size
@every_hard_badge
def test_nothing_touches_the_code_and_nothing_leaves_the_badge(
    badge: Badge, name_of_size: str, fonts: Fonts, sizes: dict[str, Size]
) -> None:
    size = sizes[name_of_size]
    page = draw_badge(badge, size, fonts)
    square = qr_square(badge.url, size)
    box = (square.left, square.top, square.left + square.side, square.top + square.side)
    assert ImageChops.difference(page.crop(box), qr_image(badge.url, square.module_px, level="Q")).getbbox() is None

    left, top, right, bottom = ImageChops.invert(page.convert("L")).getbbox() or (0, 0, 0, 0)
    margin = size.px(size.margin_mm)
    assert min(left, top, page.width - right, page.height - bottom) >= margin - size.px(OVERSHOOT_MM)

    boxes = [(x, y, x + mask.width, y + mask.height) for mask, x, y in arrange(badge, size, fonts) if mask.width]
    assert all(_apart(one, other) for one, other in combinations([*boxes, box], 2))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(name=st.text(st.sampled_from("WMijgÄẪ -ЩЖα漢한עםمحमद्ि🌻'."), min_size=1, max_size=60))
def test_any_name_stays_in_its_place(name: str, fonts: Fonts, sizes: dict[str, Size]) -> None:
    size = sizes["86x55"]
    badge = replace(ANA, name=clean_name(name))
    square = qr_square(URL, size)
    code = (square.left, square.top, square.left + square.side, square.top + square.side)
    boxes = [(x, y, x + mask.width, y + mask.height) for mask, x, y in arrange(badge, size, fonts) if mask.width]
    assert all(_apart(one, other) for one, other in combinations([*boxes, code], 2))
    assert all(min(x, y, size.width_px - right, size.height_px - bottom) > 0 for x, y, right, bottom in boxes)


@every_size
def test_the_code_is_large_enough_and_of_whole_modules(name_of_size: str, sizes: dict[str, Size]) -> None:
    size = sizes[name_of_size]
    square = qr_square(URL, size)
    assert square.side == (len(modules(URL, "Q")) + 8) * square.module_px
    assert 25 <= square.side / 300 * 25.4 < size.qr_mm + 3.2  # up to a dot a module more
    assert square.left + square.side <= size.width_px
    assert square.top + square.side <= size.height_px


@every_size
def test_the_file_has_the_printers_dots_and_no_grey(name_of_size: str, fonts: Fonts, sizes: dict[str, Size]) -> None:
    size = sizes[name_of_size]
    page = Image.open(BytesIO(badge_png(ANA, size, fonts)))
    assert page.format == "PNG"
    assert page.mode == "1"
    assert page.size == (size.width_px, size.height_px)
    assert page.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_the_name_to_call_is_the_largest_thing(fonts: Fonts, sizes: dict[str, Size]) -> None:
    heights = [line.mask.height for line in _from_top(replace(ANA, name="HH HH", company="HH"), fonts, sizes)]
    assert heights[0] > 1.4 * heights[1] > 1.4 * 1.4 * heights[2]


def test_capitals_of_a_short_name_are_eight_millimetres_high(fonts: Fonts, sizes: dict[str, Size]) -> None:
    assert _from_top(replace(ANA, name="HAN MUSTER"), fonts, sizes)[0].mask.height >= sizes["62x100"].px(8)


def test_a_short_name_stands_a_little_above_the_middle_of_its_room(fonts: Fonts, sizes: dict[str, Size]) -> None:
    size = sizes["62x100"]
    name = _from_top(HARD["short"], fonts, sizes)[0]
    above, below = name.top - size.px(size.margin_mm), qr_square(URL, size).top - name.top - name.mask.height
    assert 0.5 * below < above < below


def test_a_long_rest_takes_two_lines_rather_than_small_letters(fonts: Fonts, sizes: dict[str, Size]) -> None:
    lines = _from_top(replace(ANA, name="Ana Wolfeschlegelsteinhausen de la Concepción Bourbon"), fonts, sizes)
    assert len(lines) == len(_from_top(replace(ANA, name="Ana Sousa"), fonts, sizes)) + 1
    assert min(line.mask.height for line in lines[:3]) > 50


def test_east_asian_names_stay_on_one_line_in_one_size(fonts: Fonts, sizes: dict[str, Size]) -> None:
    assert len(_from_top(replace(HARD["short"], name="遠藤 涼平"), fonts, sizes)) == 2  # the name and the code


def test_lines_begin_where_their_reader_begins(fonts: Fonts, sizes: dict[str, Size]) -> None:
    size = sizes["62x100"]
    margin = size.px(size.margin_mm)
    assert {line.left for line in arrange(ANA, size, fonts)} == {margin}
    hebrew = _from_top(HARD["hebrew"], fonts, sizes)
    assert [line.left + line.mask.width for line in hebrew[:2]] == [size.width_px - margin] * 2
    assert {line.left + line.mask.width for line in hebrew[2:]} == {qr_square(URL, size).left}


def test_topics_are_left_out_before_they_become_too_small_to_read(fonts: Fonts) -> None:
    def topics_px(*topics: str) -> int:
        return set_column(replace(ANA, ask_about=topics), 700, 680, 680, fonts).asked[-1].px

    assert topics_px("tea", "law") == int(TOPICS * 700)
    assert topics_px(*(["community gardens and school yards"] * 3)) >= THREE_MM
    assert topics_px("community gardens " * 12) >= THREE_MM


def test_a_topic_keeps_its_order_among_topics_that_run_the_other_way(fonts: Fonts) -> None:
    mixed = replace(ANA, ask_about=("ידע", "C++"))
    alone = Text("C++", STRONG, False, fonts).in_lines(1)
    block = set_column(mixed, 700, 680, 680, fonts).asked[-1]
    (expected,), (row,) = alone.set(block.px), block.ink
    box = (0, row.rise - expected.rise, expected.mask.width, row.rise - expected.rise + expected.mask.height)
    assert expected.mask.tobytes() == row.mask.crop(box).tobytes()


def test_without_topics_nobody_is_told_to_ask(fonts: Fonts, sizes: dict[str, Size]) -> None:
    quiet = replace(ANA, ask_about=())
    assert draw_badge(quiet, sizes["a7"], fonts) == draw_badge(replace(quiet, ask_label=""), sizes["a7"], fonts)


def test_the_code_is_grouped_as_it_is_read_aloud() -> None:
    assert grouped("7K3M9QXT") == "7K3M 9QXT"


def test_badges_drawn_by_several_threads_come_out_the_same(fonts: Fonts, sizes: dict[str, Size]) -> None:
    badges = list(HARD.values())
    alone = [badge_png(badge, sizes["86x55"], fonts) for badge in badges]
    fonts.open.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda badge: badge_png(badge, sizes["86x55"], fonts), badges)) == alone


def _from_top(badge: Badge, fonts: Fonts, sizes: dict[str, Size]) -> list[Placed]:
    return sorted(arrange(badge, sizes["62x100"], fonts), key=lambda line: line.top)


def _apart(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
