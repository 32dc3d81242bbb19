"""Badges on paper: a PDF with one badge a page, or as many as a sheet of labels or cards holds."""

from collections.abc import Iterable
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from itertools import islice
from itertools import repeat
from typing import BinaryIO

from kiosk.badges.badge import PLAIN_LOOK
from kiosk.badges.badge import Badge
from kiosk.badges.badge import Look
from kiosk.badges.draw import draw_badge
from kiosk.badges.draw import draw_ink
from kiosk.badges.fonts import Fonts
from kiosk.badges.layout import head
from kiosk.badges.pdf import Box
from kiosk.badges.pdf import Fill
from kiosk.badges.pdf import Pdf
from kiosk.badges.pdf import Picture
from kiosk.badges.size import MM_PER_INCH
from kiosk.badges.size import Size


def write_badges(
    file: BinaryIO, badges: Iterable[Badge], size: Size, fonts: Fonts, look: Look = PLAIN_LOOK, first: int = 1
) -> None:
    """Write all of `badges` to `file` as they are drawn; a thousand take no more memory than one sheet.

    `first` is the place on the first sheet to begin with, counted from 1: for a sheet that was begun before.
    """
    with Pdf(file) as pdf:
        side = _Side(pdf, size, fonts, look)
        if size.sheet is None:
            for badge in badges:
                pdf.page(size.width_mm, size.paper_height_mm, list(side.drawn(badge, 0, 0)))
            return
        places = chain(repeat(None, first - 1), badges)
        while sheet := list(islice(places, size.sheet.places)):
            corners = map(size.sheet.corner_mm, range(len(sheet)))
            parts = [side.drawn(badge, *corner) for badge, corner in zip(sheet, corners, strict=True) if badge]
            pdf.page(*size.sheet.paper_mm, list(chain.from_iterable(parts)))


def pdf_of(badge: Badge, size: Size, fonts: Fonts, look: Look = PLAIN_LOOK) -> bytes:
    """One badge as a PDF of one page."""
    file = BytesIO()
    write_badges(file, [badge], size, fonts, look)
    return file.getvalue()


class _Side:
    """One side of a badge in a PDF: a black picture, over it the strip as a box and the logo, written once."""

    def __init__(self, pdf: Pdf, size: Size, fonts: Fonts, look: Look) -> None:
        self._pdf = pdf
        self._size = size
        self._fonts = fonts
        self._look = look
        self._head = head(look, size)
        self._logo = pdf.add(look.logo) if look.logo and size.colour else 0

    def drawn(self, badge: Badge, left: float, top: float) -> Iterator[Picture | Fill]:
        """The badge with its left upper corner there, in millimetres."""
        size = self._size
        if not size.colour:
            number = self._pdf.add(draw_badge(badge, size, self._fonts, self._look))
            yield Picture(number, Box(left, top, size.width_mm, size.paper_height_mm))
            return
        number = self._pdf.add(draw_ink(badge, size, self._fonts, self._look))
        if size.folded:
            yield from self._at(number, left, top, turned=True)
            top += size.height_mm
        yield from self._at(number, left, top)

    def _at(self, number: int, left: float, top: float, turned: bool = False) -> Iterator[Picture | Fill]:
        size, mm = self._size, MM_PER_INCH / self._size.dpi
        yield Picture(number, Box(left, top, size.width_mm, size.height_mm), turned)
        for box, colour in ((self._head.strip, self._look.colour), (self._head.logo, None)):
            if box is None:
                continue
            width, height = (box.right - box.left) * mm, (box.bottom - box.top) * mm
            x, y = box.left * mm, box.top * mm
            if turned:
                x, y = size.width_mm - x - width, size.height_mm - y - height
            place = Box(left + x, top + y, width, height)
            yield Fill(colour, place) if colour else Picture(self._logo, place, turned)
