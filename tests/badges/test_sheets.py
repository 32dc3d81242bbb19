"""PDFs of badges and of the papers beside them, rendered again and read."""

import io
import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.badge import Badge
from kiosk.badges.badge import Look
from kiosk.badges.fonts import Fonts
from kiosk.badges.papers import ROWS
from kiosk.badges.papers import Invitation
from kiosk.badges.papers import wifi_code
from kiosk.badges.papers import write_table_cards
from kiosk.badges.papers import write_tick_list
from kiosk.badges.sheets import write_badges
from kiosk.badges.size import Size

MM = 72 / 25.4
LOOK = Look(Image.new("RGB", (40, 10), "red"), (11, 110, 105))


def badges(count: int) -> Iterator[Badge]:
    for number in range(count):
        code = f"7K3M{number:04d}"
        yield Badge(f"Guest {number}", "", code, f"HTTP://192.168.1.10:8080/B/{code}")


def written(size: Size, count: int, fonts: Fonts, first: int = 1) -> pypdfium2.PdfDocument:
    file = io.BytesIO()
    write_badges(file, badges(count), size, fonts, LOOK, first)
    return pypdfium2.PdfDocument(file.getvalue())


def rendered(document: pypdfium2.PdfDocument, page: int, dpi: int = 150) -> Image.Image:
    return document[page].render(scale=dpi / 72).to_pil().convert("RGB")


def codes(image: Image.Image) -> list[tuple[str, float, float]]:
    """The end of each code and where its middle is, in parts of the page."""
    found: list[tuple[str, float, float]] = []
    for code in zxingcpp.read_barcodes(image):
        one, other = code.position.top_left, code.position.bottom_right
        found.append((code.text[-8:], (one.x + other.x) / 2 / image.width, (one.y + other.y) / 2 / image.height))
    return found


def test_a_blank_badge_of_any_size_holds_its_code(sizes: dict[str, Size], fonts: Fonts) -> None:
    for size in sizes.values():
        file = io.BytesIO()
        write_badges(file, [Badge.blank("7K3M9QXT", "http://10.0.0.5")], size, fonts)
        page = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=2).to_pil()
        assert {code.text for code in zxingcpp.read_barcodes(page)} == {"HTTP://10.0.0.5/B/7K3M9QXT"}, size.name


@pytest.mark.parametrize("name", ["avery-5392", "avery-5395", "86x55", "a6", "a6-lying", "a7", "a7-upright"])
def test_every_badge_of_a_sheet_stands_in_its_place(name: str, fonts: Fonts, sizes: dict[str, Size]) -> None:
    size = sizes[name]
    assert size.sheet
    document = written(size, size.sheet.places + 1, fonts)
    assert len(document) == 2
    assert document.get_page_size(0) == pytest.approx([side * MM for side in size.sheet.paper_mm], abs=0.01)
    width, height = size.sheet.paper_mm
    found = {text: (x * width, y * height) for text, x, y in codes(rendered(document, 0))}
    assert len(found) == size.sheet.places
    for text, (x, y) in found.items():
        left, top = size.sheet.corner_mm(int(text[4:]))
        assert left + size.width_mm / 3 < x < left + size.width_mm
        assert top + size.height_mm / 3 < y < top + size.height_mm
    assert [text for text, _, _ in codes(rendered(document, 1))] == [f"7K3M{size.sheet.places:04d}"]


def test_a_sheet_that_was_begun_is_gone_on_with(fonts: Fonts, sizes: dict[str, Size]) -> None:
    document = written(sizes["86x55"], 3, fonts, first=9)
    assert [len(codes(rendered(document, page))) for page in range(len(document))] == [2, 1]


@pytest.mark.parametrize("name", ["62x100", "62x100-upright", "4x3in", "54x86", "62-endless-folded"])
def test_without_a_sheet_each_badge_is_a_page_of_its_size(name: str, fonts: Fonts, sizes: dict[str, Size]) -> None:
    size = sizes[name]
    document = written(size, 2, fonts)
    assert len(document) == 2
    assert document.get_page_size(1) == pytest.approx((size.width_mm * MM, size.paper_height_mm * MM), abs=0.01)
    assert {text for text, _, _ in codes(rendered(document, 1))} == {"7K3M0001"}


def test_a_folded_badge_is_printed_on_both_sides_with_logo_and_colour(fonts: Fonts, sizes: dict[str, Size]) -> None:
    page = rendered(written(sizes["a6-folded"], 2, fonts), 0)
    assert sorted(text for text, _, _ in codes(page)) == ["7K3M0000"] * 2 + ["7K3M0001"] * 2

    def at(x_mm: float, y_mm: float) -> object:
        return page.getpixel((round(x_mm / 25.4 * 150), round(y_mm / 25.4 * 150)))

    fold = sizes["a6-folded"].height_mm
    assert at(60, fold - 1) == at(60, fold + 1) == LOOK.colour
    assert at(0.5 + 7 + 2, fold + 7 + 2) == (255, 0, 0)
    assert at(0.5 + 148 - 7 - 2, fold - 7 - 2) == (255, 0, 0)


def test_a_thousand_pages_take_no_more_memory_than_a_few(fonts: Fonts, sizes: dict[str, Size]) -> None:
    class Nowhere(io.RawIOBase):
        def write(self, content: object) -> int:
            return len(content)  # type: ignore[arg-type]

    tracemalloc.start()
    write_badges(Nowhere(), badges(80), sizes["54x86"], fonts, LOOK)  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000  # their pictures together are twice that


def test_table_cards_say_how_to_join_first_the_wifi(fonts: Fonts) -> None:
    file = io.BytesIO()
    wifi = Invitation("Join the Wi-Fi", wifi_code("River;side", 'p"w'), ("River;side", 'p"w'))
    join = Invitation("Scan to join", "HTTP://192.168.1.10:8080", ("192.168.1.10:8080",))
    write_table_cards(file, "Spring mixer", [wifi, join], fonts)
    page = rendered(pypdfium2.PdfDocument(file.getvalue()), 0)
    found = sorted(zxingcpp.read_barcodes(page), key=lambda code: code.position.top_left.x)
    assert [code.text for code in found] == [r"WIFI:T:WPA;S:River\;side;P:p\"w;;"] * 2 + [
        "HTTP://192.168.1.10:8080"
    ] * 2


def test_an_open_network_has_no_password() -> None:
    assert wifi_code("Riverside", "") == "WIFI:T:nopass;S:Riverside;;"


def test_the_tick_list_has_a_box_for_everyone(fonts: Fonts) -> None:
    file = io.BytesIO()
    guests = [(f"Guest {number}", "Stadtgarten", "7K3M9QXT") for number in range(ROWS + 1)]
    write_tick_list(file, "Spring mixer", ("Name", "Company", "Code"), guests, fonts)
    document = pypdfium2.PdfDocument(file.getvalue())
    assert len(document) == 2
    boxes = [_dark_stretches(rendered(document, page), x_mm=16.6) for page in range(2)]
    assert boxes == [3 * ROWS, 3]  # the upper and the lower edge, and the line below


def _dark_stretches(page: Image.Image, x_mm: float) -> int:
    """How often a line down the page, below its title, crosses ink."""
    x, top = round(x_mm / 25.4 * 150), round(27 / 25.4 * 150)
    column = page.convert("L").crop((x, top, x + 1, page.height)).tobytes()
    return len(re.findall(rb"[\x00-\xa0]+", column))


def test_a_file_that_failed_is_left_without_an_end(fonts: Fonts, sizes: dict[str, Size], tmp_path: Path) -> None:
    def broken() -> Iterator[Badge]:
        yield from badges(1)
        raise ZeroDivisionError

    with (tmp_path / "x.pdf").open("wb") as file, pytest.raises(ZeroDivisionError):
        write_badges(file, broken(), sizes["54x86"], fonts)
    assert b"%%EOF" not in (tmp_path / "x.pdf").read_bytes()
