"""Papers beside the badges: cards for the tables that tell how to join, and the list to tick on the worst night."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image
from PIL import ImageDraw

from kiosk.badges.bidi import runs_leftward
from kiosk.badges.column import PLAIN
from kiosk.badges.column import STRONG
from kiosk.badges.column import grouped
from kiosk.badges.draw import BLACK_BELOW_HALF
from kiosk.badges.fit import fit_paragraph
from kiosk.badges.fonts import Fonts
from kiosk.badges.layout import NAME
from kiosk.badges.pdf import Box
from kiosk.badges.pdf import Pdf
from kiosk.badges.pdf import Picture
from kiosk.badges.qr import BLACK
from kiosk.badges.qr import WHITE
from kiosk.badges.qr import qr_image
from kiosk.badges.size import MM_PER_INCH
from kiosk.badges.text import Style
from kiosk.badges.text import Text

DPI = 300
A4 = (210.0, 297.0)
_CARD_MM = (210.0, 148.5)
_LEFT, _BOX, _NAME, _COMPANY, _CODE, _RIGHT = 14.0, 14.0, 26.0, 112.0, 170.0, 196.0
_FIRST_ROW, _ROW = 28.0, 8.0
ROWS = 32
"""Guests on one page of the tick list."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One code on a table card: what to do, the QR that does it, and the same in letters for who cannot scan."""

    title: str
    qr: str
    lines: tuple[str, ...]


def wifi_code(name: str, password: str) -> str:
    """What a phone's camera takes for a network to join; without a password the network is open."""
    escaped = [part.translate({ord(sign): f"\\{sign}" for sign in '\\;,":'}) for part in (name, password)]
    return f"WIFI:T:WPA;S:{escaped[0]};P:{escaped[1]};;" if password else f"WIFI:T:nopass;S:{escaped[0]};;"


def write_table_cards(file: BinaryIO, title: str, invitations: Sequence[Invitation], fonts: Fonts) -> None:
    """One A4 page with two equal cards, to be cut in the middle; the invitations stand side by side."""
    card = _Canvas(*_CARD_MM, fonts)
    card.write(title, NAME, (15, 14), 180, 15)
    across = 180 / len(invitations)
    for number, invitation in enumerate(invitations):
        left = 15 + number * across
        heading = f"{number + 1}  {invitation.title}" if len(invitations) > 1 else invitation.title
        card.write(heading, STRONG, (left, 42), across - 6, 8)
        bottom = card.paste_qr(invitation.qr, (left, 54), 62)
        for row, line in enumerate(invitation.lines):
            card.write(line, PLAIN, (left, bottom + 4 + 8 * row), across - 6, 6)
    with Pdf(file) as pdf:
        number = pdf.add(card.finished())
        pdf.page(*A4, [Picture(number, Box(0, top, *_CARD_MM)) for top in (0.0, _CARD_MM[1])])


def write_tick_list(
    file: BinaryIO, title: str, headings: tuple[str, str, str], guests: Sequence[tuple[str, str, str]], fonts: Fonts
) -> None:
    """A4 pages with a box to tick for each guest: name, company and badge code, in the order they are given.

    `headings` stand over the three columns, page numbers beside the title. For the night when nothing else works.
    """
    pages = max(1, -(-len(guests) // ROWS))
    with Pdf(file) as pdf:
        for page in range(pages):
            canvas = _Canvas(*A4, fonts)
            canvas.write(title, NAME, (_LEFT, 9), 150, 8)
            canvas.write(f"{page + 1} / {pages}", PLAIN, (_CODE, 11), _RIGHT - _CODE, 5)
            for heading, left, right in zip(headings, (_NAME, _COMPANY, _CODE), (_COMPANY, _CODE, _RIGHT), strict=True):
                canvas.write(heading, PLAIN, (left, 21), right - left - 3, 3.6)
            for row, (name, company, code) in enumerate(guests[page * ROWS : (page + 1) * ROWS]):
                top = _FIRST_ROW + row * _ROW
                canvas.box(_BOX, top + 0.8, 5.2)
                canvas.write(name, STRONG, (_NAME, top + 0.8), _COMPANY - _NAME - 3, 5.2)
                canvas.write(company, PLAIN, (_COMPANY, top + 1.2), _CODE - _COMPANY - 3, 4)
                canvas.write(grouped(code), PLAIN, (_CODE, top + 1), _RIGHT - _CODE, 4.6)
                canvas.rule(top + _ROW - 0.6)
            pdf.page(*A4, [Picture(pdf.add(canvas.finished()), Box(0, 0, *A4))])


class _Canvas:
    """A page to write on, in millimetres from the left upper corner."""

    def __init__(self, width_mm: float, height_mm: float, fonts: Fonts) -> None:
        self._page = Image.new("L", (_px(width_mm), _px(height_mm)), WHITE)
        self._pen = ImageDraw.Draw(self._page)
        self._fonts = fonts

    def write(self, words: str, style: Style, corner: tuple[float, float], width: float, most: float) -> None:
        """Words in one line of `most` mm, or smaller, so that they fit `width`."""
        if not words:
            return
        unbroken = Text(words.replace(" ", "\u00a0"), style, runs_leftward(words), self._fonts)
        line = fit_paragraph(unbroken, _px(width), _px(most))
        left, top = map(_px, corner)
        top += (_px(most) - line.height) // 2
        for mask, x, y in line.placed(left, left + _px(width), top, False):
            self._page.paste(BLACK, (x, y), mask)

    def paste_qr(self, text: str, corner: tuple[float, float], side: float) -> float:
        """The code at most `side` mm wide, in whole dots a module; where it ends below, in mm."""
        image = qr_image(text, _px(side) // qr_image(text, 1, border=0).width, border=0)  # the paper around is white
        left, top = map(_px, corner)
        self._page.paste(image, (left, top))
        return corner[1] + image.height * MM_PER_INCH / DPI

    def box(self, left: float, top: float, side: float) -> None:
        self._pen.rectangle((_px(left), _px(top), _px(left + side), _px(top + side)), outline=BLACK, width=_px(0.35))

    def rule(self, top: float) -> None:
        self._pen.line((_px(_LEFT), _px(top), _px(_RIGHT), _px(top)), fill=BLACK, width=1)

    def finished(self) -> Image.Image:
        return self._page.point(BLACK_BELOW_HALF, "1")


def _px(mm: float) -> int:
    return round(mm * DPI / MM_PER_INCH)
