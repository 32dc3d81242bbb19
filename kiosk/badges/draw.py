"""One badge, drawn: a name to read across a table, topics to begin a talk with, a code to scan."""

from functools import lru_cache
from io import BytesIO

from PIL import Image

from kiosk.badges.badge import PLAIN_LOOK
from kiosk.badges.badge import Badge
from kiosk.badges.badge import Look
from kiosk.badges.fonts import Fonts
from kiosk.badges.layout import Box
from kiosk.badges.layout import arrange
from kiosk.badges.layout import head
from kiosk.badges.layout import qr_square
from kiosk.badges.qr import BLACK
from kiosk.badges.qr import WHITE
from kiosk.badges.qr import qr_image
from kiosk.badges.size import Size

BLACK_BELOW_HALF = [BLACK] * 128 + [WHITE] * 128
"""Letters are drawn with soft edges and printed with hard ones."""


def draw_ink(badge: Badge, size: Size, fonts: Fonts, look: Look = PLAIN_LOOK) -> Image.Image:
    """One side of the badge in black alone, words and code, as a 1-bit image in the printer's own dots.

    The event's logo and colour are left out, and only their place is kept free.
    """
    page = Image.new("L", (size.width_px, size.height_px), WHITE)
    for mask, left, top in arrange(badge, size, fonts, look):
        page.paste(BLACK, (left, top), mask)
    page = page.point(BLACK_BELOW_HALF, "1")
    square = qr_square(badge.url, size)
    page.paste(qr_image(badge.url, square.module_px, level="Q"), (square.left, square.top))
    return page


def draw_badge(badge: Badge, size: Size, fonts: Fonts, look: Look = PLAIN_LOOK) -> Image.Image:
    """The whole paper as it prints: in colour, or in 1 bit for label printers that have no grey; folded ones twice."""
    page = draw_ink(badge, size, fonts, look)
    where = head(look, size)
    if size.colour and look is not PLAIN_LOOK:
        page = page.convert("RGB")
    if where.strip and look.colour:
        page.paste(look.colour if size.colour else BLACK, where.strip)
    if where.logo:
        page.paste(_fitted_logo(look, where.logo, size.colour), where.logo)
    if not size.folded:
        return page
    both = Image.new(page.mode, (page.width, 2 * page.height))
    both.paste(page.rotate(180), (0, 0))
    both.paste(page, (0, page.height))
    return both


@lru_cache(maxsize=8)
def _fitted_logo(look: Look, box: Box, colour: bool) -> Image.Image:
    """The logo as large as its box, dithered to black and white where there is no colour."""
    assert look.logo is not None
    small = look.logo.resize((box.right - box.left, box.bottom - box.top), Image.Resampling.LANCZOS)
    return small if colour else small.convert("1")


def badge_png(badge: Badge, size: Size, fonts: Fonts, look: Look = PLAIN_LOOK) -> bytes:
    """`draw_badge` as a PNG file that knows its dots an inch."""
    file = BytesIO()
    draw_badge(badge, size, fonts, look).save(file, "PNG", dpi=(size.dpi, size.dpi))
    return file.getvalue()
