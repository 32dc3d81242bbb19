"""QR codes: small for what they hold, crisp, white around, and what goes in comes out."""

import re
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from PIL import ImageChops

from kiosk.badges.qr import QUIET
from kiosk.badges.qr import Level
from kiosk.badges.qr import modules
from kiosk.badges.qr import qr_image
from kiosk.badges.qr import qr_png
from kiosk.badges.qr import qr_svg

ADDRESS = "HTTP://192.168.1.10:8080/B/7K3M9QXT"


def test_an_address_in_capitals_makes_a_smaller_code() -> None:
    assert len(modules(ADDRESS, "M")) == 25
    assert len(modules(ADDRESS, "Q")) == 29
    assert len(modules(ADDRESS.lower(), "M")) == 29


@pytest.mark.parametrize("text", [ADDRESS, "WIFI:T:WPA;S:Kiosk;P:grün;;", "x"])
@pytest.mark.parametrize("level", ["M", "Q"])
def test_a_png_reads_back_as_what_was_put_in(text: str, level: Level) -> None:
    read = zxingcpp.read_barcodes(Image.open(BytesIO(qr_png(text, module_px=3, level=level))).convert("L"))
    assert [code.text for code in read] == [text]
    assert read[0].ec_level == level


def test_modules_are_whole_pixels_and_the_border_is_white() -> None:
    rows = modules(ADDRESS)
    image = qr_image(ADDRESS, module_px=5, border=3)
    assert image.size == ((25 + 6) * 5,) * 2
    for x in range(image.width):
        for y in range(image.height):
            row, column = y // 5 - 3, x // 5 - 3
            inside = 0 <= row < 25 and 0 <= column < 25
            assert image.getpixel((x, y)) == (0 if inside and rows[row][column] else 255)


def test_the_svg_is_one_path_that_paints_the_same_modules() -> None:
    svg = qr_svg(ADDRESS)
    side = len(modules(ADDRESS)) + 2 * QUIET
    assert svg.startswith(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering')
    assert f'<rect width="{side}" height="{side}" fill="#fff"/>' in svg
    (path,) = re.findall(r'<path d="([^"]+)"', svg)
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", path)
    painted = Image.new("1", (side, side), 255)
    for x, y, width, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path):
        assert width == back
        painted.paste(0, (int(x), int(y), int(x) + int(width), int(y) + 1))
    assert ImageChops.difference(painted, qr_image(ADDRESS, module_px=1)).getbbox() is None


def test_too_much_text_is_refused() -> None:
    with pytest.raises(ValueError):
        modules("ü" * 3000)
