"""Where everything on a badge stands.

Two rectangles share the paper and cannot meet: the name has the full width above the QR code, everything else stands in
the column beside it.
"""

from math import ceil
from typing import NamedTuple

from kiosk.badges.badge import Badge
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
from kiosk.badges.size import to_px
from kiosk.badges.text import Style
from kiosk.badges.text import Text
from kiosk.domain.text import given_name

NAME = Style("Bricolage Grotesque", 700)
NAME_MOST = 0.32
"""The largest size of a name, in parts of the badge's height."""

NAME_SHARE = 0.33
"""What a name gets of the height at least: rather than take more from it, everything else becomes smaller."""

GAP = 0.022
UNDER_TOPICS = 2
"""White between two blocks, in parts of the badge's height, and how often it stands above and below the topics."""

SCALES = (1, 0.9, 0.8, 0.7, 0.6)


class Square(NamedTuple):
    """Where a QR code stands with its quiet zone, in px."""

    left: int
    top: int
    side: int
    module_px: int


def qr_square(url: str, size: Size) -> Square:
    """The code at the bottom right, in whole pixels a module, at least `size.qr_mm` wide with its quiet zone.

    Its black ends at the margin where that is wide enough for the quiet zone, which stays on the paper in any case.
    """
    count = len(modules(url, "Q")) + 2 * QUIET
    module_px = ceil(to_px(size.qr_mm) / count)
    edge = max(0, to_px(size.margin_mm) - QUIET * module_px)
    side = count * module_px
    return Square(size.width_px - edge - side, size.height_px - edge - side, side, module_px)


def arrange(badge: Badge, size: Size, fonts: Fonts) -> list[Placed]:
    """Every line of the badge. A name that runs right to left stands at the right, and so does all beside it."""
    square = qr_square(badge.url, size)
    margin, gap = to_px(size.margin_mm), round(GAP * size.height_px)
    right, bottom = size.width_px - margin, size.height_px - margin
    leftward = runs_leftward(badge.name)

    column, room = _share_height(badge, size, square, fonts)
    top = bottom - column.code.baselines[-1]
    placed = column.code.placed(margin, square.left, top, leftward)
    top -= UNDER_TOPICS * gap
    for block in reversed(column.asked):
        top -= block.height
        placed += block.placed(margin, square.left, top, leftward)

    name = _name(badge.name, right - margin, min(room, square.top - margin), round(NAME_MOST * size.height_px), fonts)
    taken = sum(block.height for block in name) + sum(gap + block.height for block in column.upper)
    top = margin + max(0, (min(square.top, top - gap) - margin - taken) // 2)
    for block in name:
        placed += block.placed(margin, right, top, leftward)
        top += block.height
    for block in column.upper:
        placed += block.placed(margin, square.left, top + gap, leftward)
        top += gap + block.height
    return placed


def _share_height(badge: Badge, size: Size, square: Square, fonts: Fonts) -> tuple[Column, int]:
    """The column as large as it may be, and the height that it leaves to the name."""
    margin, gap = to_px(size.margin_mm), round(GAP * size.height_px)
    for scale in SCALES:
        column = set_column(badge, scale * size.height_px, square.left - margin, fonts)
        blocks = [*column.upper, *column.asked, column.code]
        gaps = len(column.upper) + 2 * (UNDER_TOPICS if column.asked else 1)
        room = size.height_px - 2 * margin - gaps * gap - sum(block.height for block in blocks)
        if room >= NAME_SHARE * size.height_px:
            break
    return column, room


def _name(name: str, width: int, height: int, most: int, fonts: Fonts) -> list[Block]:
    """The part to call a person by, and the rest. East Asian names stay whole: there the family's name comes first."""
    called = name if script(name) == "CJK" else given_name(name)
    rest = name[len(called) :].strip()
    leftward = runs_leftward(name)
    second = Text(rest, NAME, leftward, fonts) if rest else None
    return fit_name(Text(called, NAME, leftward, fonts), second, width, height, most)
