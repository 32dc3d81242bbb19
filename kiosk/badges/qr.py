"""QR codes on paper and on screens: black modules on white, with their quiet zone (ISO/IEC 18004).

Text of capitals, digits and " $%*+-./:" alone falls into the dense alphanumeric mode: write addresses in capitals.
"""

from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import Literal

from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.constants import ERROR_CORRECT_Q
from qrcode.main import QRCode

Level = Literal["M", "Q"]
"""How much of the code may be lost and it still reads: M 15 % (screens), Q 25 % (paper that creases)."""

BLACK, WHITE = 0, 255
QUIET = 4
"""Modules of white that the standard asks around a code."""

_MASK = 0
"""The checkerboard. Trying all eight masks takes five times as long, and for addresses like ours it finds none whose
penalty is lower on average, nor one that reads better when the picture is poor (both measured)."""

_LEVELS = {"M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q}

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def modules(text: str, level: Level = "M") -> Modules:
    """The rows of the code, True for black, without the quiet zone.

    Raises `ValueError` for more text than the largest code holds (some 1,600 bytes).
    """
    code = QRCode(error_correction=_LEVELS[level], border=0, mask_pattern=_MASK)
    code.add_data(text)
    code.make()
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def qr_image(text: str, module_px: int, border: int = QUIET, level: Level = "M") -> Image.Image:
    """The code as a 1-bit image: `module_px` pixels a module and side, `border` white modules around it."""
    rows = modules(text, level)
    image = Image.new("1", (len(rows), len(rows)), WHITE)
    image.putdata([BLACK if black else WHITE for row in rows for black in row])
    framed = Image.new("1", (len(rows) + 2 * border, len(rows) + 2 * border), WHITE)
    framed.paste(image, (border, border))
    return framed.resize((framed.width * module_px, framed.height * module_px), Image.Resampling.NEAREST)


def qr_png(text: str, module_px: int = 8, border: int = QUIET, level: Level = "M") -> bytes:
    """`qr_image` as a PNG file."""
    file = BytesIO()
    qr_image(text, module_px, border, level).save(file, "PNG", optimize=True)
    return file.getvalue()


def qr_svg(text: str, level: Level = "M") -> str:
    """The code as SVG without a size of its own: one path of black bars on white, quiet zone included."""
    rows = modules(text, level)
    side = len(rows) + 2 * QUIET
    bars = "".join(_bars(row, y) for y, row in enumerate(rows, start=QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{bars}"/></svg>'
    )


def _bars(row: tuple[bool, ...], y: int) -> str:
    """The black stretches of a row as closed rectangles one module high."""
    path, x = "", QUIET
    for black, stretch in groupby(row):
        width = len(list(stretch))
        if black:
            path += f"M{x} {y}h{width}v1h-{width}z"
        x += width
    return path
