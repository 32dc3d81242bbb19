"""One badge, drawn: a name to read across a table, topics to begin a talk with, a code to scan."""

from io import BytesIO

from PIL import Image

from kiosk.badges.badge import Badge
from kiosk.badges.fonts import Fonts
from kiosk.badges.layout import arrange
from kiosk.badges.layout import qr_square
from kiosk.badges.qr import BLACK
from kiosk.badges.qr import WHITE
from kiosk.badges.qr import qr_image
from kiosk.badges.size import DPI
from kiosk.badges.size import Size

__all__ = ["Badge", "badge_png", "draw_badge"]

_BLACK_BELOW_HALF = [BLACK] * 128 + [WHITE] * 128


def draw_badge(badge: Badge, size: Size, fonts: Fonts) -> Image.Image:
    """The badge as a 1-bit image of `size.width_px` x `size.height_px` at 300 dots an inch.

    Only black and white: label printers have no grey and would spoil the edges of letters with dots.
    """
    page = Image.new("L", (size.width_px, size.height_px), WHITE)
    for mask, left, top in arrange(badge, size, fonts):
        page.paste(BLACK, (left, top), mask)
    page = page.point(_BLACK_BELOW_HALF, "1")
    square = qr_square(badge.url, size)
    page.paste(qr_image(badge.url, square.module_px, level="Q"), (square.left, square.top))
    return page


def badge_png(badge: Badge, size: Size, fonts: Fonts) -> bytes:
    """`draw_badge` as a PNG file that knows its 300 dots an inch."""
    file = BytesIO()
    draw_badge(badge, size, fonts).save(file, "PNG", dpi=(DPI, DPI))
    return file.getvalue()
