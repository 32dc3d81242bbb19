"""Text on paper: cut into runs of one face and one direction, broken into lines, measured, set in ink."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from itertools import groupby
from math import ceil
from typing import NamedTuple

from PIL import Image
from PIL import ImageDraw

from kiosk.badges.bidi import in_visual_order
from kiosk.badges.bidi import levels
from kiosk.badges.clusters import clusters
from kiosk.badges.fonts import Face
from kiosk.badges.fonts import Fonts

DOT = "·"
"""Stands between the items of a list and falls away where a line ends."""

MARKS = {False: "\u200e", True: "\u200f"}
"""Invisible letters that run right (False) and left (True): between two of them, text keeps its own order."""

_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_HYPHENS = tuple("-‐–—/")
_MEASURED_AT = 100
_CAPITALS = 0.74
_DESCENDERS = 0.22
_LEADING = 0.06
"""What a line of Latin takes above and below its baseline and then leaves free, in parts of its size; taller scripts
take what they need."""

_LEAST_WIDTH = 0.01
"""So that a text of nothing visible has a size too."""


class Style(NamedTuple):
    family: str
    weight: int


class Piece(NamedTuple):
    """A cluster, the face that draws it, and its level: even runs to the right, odd to the left."""

    cluster: str
    face: Face
    level: int


class Run(NamedTuple):
    text: str
    face: Face
    leftward: bool


class Ink(NamedTuple):
    """A line as it prints: `mask` is cut to the ink and begins `rise` px above the baseline."""

    mask: Image.Image
    rise: int


@dataclass(frozen=True)
class Lines:
    """Lines that do not have a size yet; `width` and `height` are what they take for each px of it."""

    runs: tuple[tuple[Run, ...], ...]
    weight: int
    fonts: Fonts

    @cached_property
    def width(self) -> float:
        return max(_LEAST_WIDTH, *(width for width, _, _ in self._boxes))

    @cached_property
    def height(self) -> float:
        return sum(above + below for _, above, below in self._boxes)

    def baselines(self, px: int) -> list[int]:
        """Each line's baseline in px below the top."""
        tops = accumulate((above + below for _, above, below in self._boxes), initial=0.0)
        return [round((top + above) * px) for top, (_, above, _) in zip(tops, self._boxes, strict=False)]

    def set(self, px: int) -> list[Ink]:
        return [_set(line, px, self.weight, self.fonts) for line in self.runs]

    @cached_property
    def _boxes(self) -> list[tuple[float, float, float]]:
        return [_measure(line, self.weight, self.fonts) for line in self.runs]


class Text:
    """A paragraph in one style. `leftward` is its direction, whatever the single words do."""

    def __init__(self, text: str, style: Style, leftward: bool, fonts: Fonts) -> None:
        chosen = fonts.faces(text, style.family)
        heights = levels("".join(cluster for cluster, _ in chosen), leftward)
        starts = accumulate((len(cluster) for cluster, _ in chosen), initial=0)
        self._words = _words([Piece(*part, heights[start]) for part, start in zip(chosen, starts, strict=False)])
        self._weight = style.weight
        self._fonts = fonts

    def in_lines(self, count: int) -> Lines:
        """Broken into one or two lines between words, as even as they can be."""
        lines = [self._words]
        if count == 2 and len(self._words) > 1:
            widths = [_measure(_runs([word]), self._weight, self._fonts)[0] for word in self._words]
            upto = list(accumulate(widths))
            cut = min(range(1, len(widths)), key=lambda cut: max(upto[cut - 1], upto[-1] - upto[cut - 1]))
            lines = [self._words[:cut], self._words[cut:]]
        return Lines(tuple(_runs(line) for line in lines), self._weight, self._fonts)


def _words(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stay together: a line may break after a space or a hyphen."""
    words: list[list[Piece]] = [[]]
    for piece in pieces:
        if words[-1] and (words[-1][-1].cluster == " " or words[-1][-1].cluster in _HYPHENS) and piece.cluster != " ":
            words.append([])
        words[-1].append(piece)
    return words


def _runs(words: list[list[Piece]]) -> tuple[Run, ...]:
    """A line's runs from left to right, without what hangs over its end."""
    line = [piece for word in words for piece in word if piece.cluster not in MARKS.values()]
    while line and line[-1].cluster in (" ", "\u00a0", DOT):
        line.pop()
    stretches = [(level, face, list(found)) for (face, level), found in groupby(line, lambda p: (p.face, p.level))]
    runs = [(level, Run("".join(p.cluster for p in found), face, level % 2 == 1)) for level, face, found in stretches]
    return tuple(in_visual_order(runs))


def _shaped(run: Run, fonts: Fonts) -> tuple[str, str | None]:
    """What Pillow is to draw and in which direction; without a shaper, leftward text is turned around here."""
    if fonts.shaped:
        return run.text, "rtl" if run.leftward else "ltr"
    return "".join(reversed(clusters(run.text))).translate(_MIRRORED) if run.leftward else run.text, None


def _measure(line: tuple[Run, ...], weight: int, fonts: Fonts) -> tuple[float, float, float]:
    """Width, and height above and below the baseline, of a line at size 1."""
    width, above, below = 0.0, _CAPITALS * _MEASURED_AT, _DESCENDERS * _MEASURED_AT
    for run in line:
        text, direction = _shaped(run, fonts)
        font = fonts.open(run.face, _MEASURED_AT, weight)
        _, top, _, bottom = font.getbbox(text, anchor="ls", direction=direction)
        width += font.getlength(text, direction=direction)
        above, below = max(above, -top), max(below, bottom)
    return width / _MEASURED_AT, above / _MEASURED_AT, below / _MEASURED_AT + _LEADING


def _set(line: tuple[Run, ...], px: int, weight: int, fonts: Fonts) -> Ink:
    """The line drawn at its size. Room for the ink that reaches beyond its box is left all around."""
    shaped = [(*_shaped(run, fonts), fonts.open(run.face, px, weight)) for run in line]
    widths = [font.getlength(text, direction=direction) for text, direction, font in shaped]
    canvas = Image.new("L", (ceil(sum(widths)) + 2 * px, 4 * px))
    pen = ImageDraw.Draw(canvas)
    x = float(px)
    for (text, direction, font), width in zip(shaped, widths, strict=True):
        pen.text((x, 2.5 * px), text, fill=255, font=font, anchor="ls", direction=direction)
        x += width
    box = canvas.getbbox() or (0, 0, 0, 0)
    return Ink(canvas.crop(box), round(2.5 * px) - box[1])
