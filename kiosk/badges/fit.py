"""How large text may be: the size that fits follows from the widths, so nothing has to be tried out."""

from typing import NamedTuple

from PIL import Image

from kiosk.badges.text import Ink
from kiosk.badges.text import Lines
from kiosk.badges.text import Text

REST = 0.66
"""The rest of a name, at most, in parts of the size of the name a person is called by."""

_ANOTHER_LINE = 0.85
"""What another line costs: the letters must grow by more than this to be worth it."""


class Placed(NamedTuple):
    """A line's ink and where it stands on the badge, in px."""

    mask: Image.Image
    left: int
    top: int


class Block(NamedTuple):
    """Lines in ink, one below the other. `baselines` are px below the block's top, `height` reaches its bottom."""

    ink: list[Ink]
    baselines: list[int]
    height: int
    px: int

    def placed(self, left: int, right: int, top: int, leftward: bool) -> list[Placed]:
        """Its lines between `left` and `right`, beginning on the side where its readers begin."""
        return [
            Placed(mask, right - mask.width if leftward else left, top + baseline - rise)
            for (mask, rise), baseline in zip(self.ink, self.baselines, strict=True)
        ]


def fit_name(called: Text, rest: Text | None, width: int, height: int, most: int) -> list[Block]:
    """The name a person is called by, as large as can be, and the rest of it below, at most two lines each.

    Of all ways to break the lines the one is taken that makes both parts large: the product of their sizes decides, the
    smaller part counting twice.
    """
    ways = [
        _share(first, second, width, height, most)
        for first in (called.in_lines(1), called.in_lines(2))
        for second in ((rest.in_lines(1), rest.in_lines(2)) if rest else (None,))
    ]
    _, parts = max(ways, key=lambda way: way[0])
    return [_settle(lines, size, width) for lines, size in parts]


def fit_paragraph(text: Text, width: int, most: float) -> Block:
    """One line at `most` px if it fits, or nearly; else two, as large as they can be."""
    one, two = text.in_lines(1), text.in_lines(2)
    alone = min(most, width / one.width)
    pair = min(most, width / two.width)
    return _settle(one, alone, width) if alone >= _ANOTHER_LINE * pair else _settle(two, pair, width)


def _share(
    first: Lines, second: Lines | None, width: int, height: int, most: int
) -> tuple[float, list[tuple[Lines, float]]]:
    """Sizes for both parts within width and height, and how good they are."""
    if second is None:
        size = min(most, width / first.width, height / first.height)
        return size * _ANOTHER_LINE ** len(first.runs), [(first, size)]
    widest = width / second.width
    size = height / (first.height + REST * second.height)
    if REST * size > widest:
        size = (height - widest * second.height) / first.height
    size = min(most, width / first.width, size)
    below = min(widest, REST * size)
    return size * below**2 * _ANOTHER_LINE ** (len(first.runs) + len(second.runs)), [(first, size), (second, below)]


def _settle(lines: Lines, size: float, width: int) -> Block:
    """The lines in ink, a little smaller where rounding in the font made them too wide."""
    px = max(1, int(size))
    ink = lines.set(px)
    while px > 1 and max(line.mask.width for line in ink) > width:
        px -= 1
        ink = lines.set(px)
    return Block(ink, lines.baselines(px), round(lines.height * px), px)
