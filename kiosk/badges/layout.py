"""Where everything on a badge stands.

Two rectangles share the paper and cannot meet. On a lying badge the name has the full width above the QR code and
everything else stands in the column beside it; on an upright one everything has the full width above the code, and only
its letters stand beside it.
"""

from math import ceil
from typing import NamedTuple

from kiosk.badges.badge import PLAIN_LOOK
from kiosk.badges.badge import Badge
from kiosk.badges.badge import Look
from kiosk.badges.bidi import runs_leftward
from kiosk.badges.clusters import script
from kiosk.badges.column import Column
from kiosk.badges.column import set_column
from kiosk.badges.fit import Block
from kiosk.badges.fit import Placed
from kiosk.badges.fit import fit_name
from kiosk.badges.fonts import Fonts
from kiosk.badges.qr import QUIET
from kiosk.badges.qr import modules
from kiosk.badges.size import Size
from kiosk.badges.text import Style
from kiosk.badges.text import Text
from kiosk.domain.text import given_name

NAME = Style("Bricolage Grotesque", 700)
NAME_MOST = 0.32
"""The largest size of a name, in parts of the badge's shorter side."""

NAME_SHARE = 0.33
"""What a name gets of that side at least: rather than take more from it, everything else becomes smaller."""

GAP = 0.022
UNDER_TOPICS = 2
"""White between two blocks, in parts of the badge's shorter side, and how often it stands around the topics."""

SCALES = (1, 0.9, 0.8, 0.7, 0.6)

LOGO_HEIGHT = 0.11
LOGO_WIDTH = 0.6
"""The most a logo takes: of the badge's shorter side, and of the width between the margins."""

STRIP = 0.5
"""The strip in the event's colour, in parts of the margin that it stands in."""


class Square(NamedTuple):
    """Where a QR code stands with its quiet zone, in px."""

    left: int
    top: int
    side: int
    module_px: int


class Box(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int


class Head(NamedTuple):
    """The event's own: the strip at the upper edge and the logo under it. `bottom` is where the name may begin."""

    strip: Box | None
    logo: Box | None
    bottom: int


def qr_square(url: str, size: Size) -> Square:
    """The code at the bottom right, in whole pixels a module, at least `size.qr_mm` wide with its quiet zone.

    Its black ends at the margin where that is wide enough for the quiet zone, which stays on the paper in any case.
    """
    count = len(modules(url, "Q")) + 2 * QUIET
    module_px = ceil(size.px(size.qr_mm) / count)
    edge = max(0, size.px(size.margin_mm) - QUIET * module_px)
    side = count * module_px
    return Square(size.width_px - edge - side, size.height_px - edge - side, side, module_px)


def head(look: Look, size: Size) -> Head:
    """Where the event's colour and logo stand; without a logo the name begins at the margin."""
    margin = size.px(size.margin_mm)
    strip = Box(0, 0, size.width_px, round(STRIP * margin)) if look.colour else None
    if look.logo is None:
        return Head(strip, None, margin)
    room = (LOGO_WIDTH * (size.width_px - 2 * margin), LOGO_HEIGHT * size.short_px)
    scale = min(room[0] / look.logo.width, room[1] / look.logo.height)
    width, height = (max(1, round(scale * side)) for side in look.logo.size)
    logo = Box(margin, margin, margin + width, margin + height)
    return Head(strip, logo, logo.bottom + round(GAP * size.short_px))


def arrange(badge: Badge, size: Size, fonts: Fonts, look: Look = PLAIN_LOOK) -> list[Placed]:
    """Every line of the badge. A name that runs right to left stands at the right, and so does all beside it."""
    square = qr_square(badge.url, size)
    margin, gap = size.px(size.margin_mm), round(GAP * size.short_px)
    top = head(look, size).bottom
    right = size.width_px - margin
    end = right if size.upright else square.left
    leftward = runs_leftward(badge.name)

    column, room = _share_height(badge, size, square, top, fonts)
    code_top = size.height_px - margin - column.code.baselines[-1]
    placed = column.code.placed(margin, square.left, code_top, leftward)
    floor = (square.top if size.upright else code_top) - UNDER_TOPICS * gap
    for block in reversed(column.asked):
        floor -= block.height
        placed += block.placed(margin, end, floor, leftward)

    ceiling = min(square.top, floor - gap)
    most = round(NAME_MOST * size.short_px)
    name = _name(badge.name, right - margin, min(room, square.top - top), most, fonts)
    taken = sum(block.height for block in name) + sum(gap + block.height for block in column.upper)
    top += max(0, (ceiling - top - taken) // 2)
    for block in name:
        placed += block.placed(margin, right, top, leftward)
        top += block.height
    for block in column.upper:
        placed += block.placed(margin, end, top + gap, leftward)
        top += gap + block.height
    return placed


def _share_height(badge: Badge, size: Size, square: Square, top: int, fonts: Fonts) -> tuple[Column, int]:
    """The column as large as it may be, and the height that it leaves to the name, which begins at `top`."""
    margin, gap = size.px(size.margin_mm), round(GAP * size.short_px)
    width = size.width_px - 2 * margin if size.upright else square.left - margin
    for scale in SCALES:
        column = set_column(badge, scale * size.short_px, width, square.left - margin, fonts)
        blocks = [*column.upper, *column.asked, *([] if size.upright else [column.code])]
        gaps = len(column.upper) + 2 * (UNDER_TOPICS if column.asked else 1)
        bottom = square.top if size.upright else size.height_px - margin
        room = bottom - top - gaps * gap - sum(block.height for block in blocks)
        if room >= NAME_SHARE * size.short_px:
            break
    return column, room


def _name(name: str, width: int, height: int, most: int, fonts: Fonts) -> list[Block]:
    """The part to call a person by, and the rest. East Asian names stay whole: there the family's name comes first."""
    called = name if script(name) == "CJK" else given_name(name)
    rest = name[len(called) :].strip()
    leftward = runs_leftward(name)
    second = Text(rest, NAME, leftward, fonts) if rest else None
    return fit_name(Text(called, NAME, leftward, fonts), second, width, height, most)
