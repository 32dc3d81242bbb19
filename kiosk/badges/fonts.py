"""The bundled fonts: which file draws which characters.

Pillow draws a text in one font and has no fallback, so the choice is made here, from the coverage that the build wrote
beside the fonts. One script of a text is written in one family, so that no word changes its face midway.
"""

import json
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import ImageFont
from PIL import features

from kiosk.badges.clusters import clusters
from kiosk.badges.clusters import script

SHAPER_FOUND = bool(features.check("raqm"))
"""Whether letters are joined and combined, as Arabic and Devanagari need. Pillow's wheel has HarfBuzz and looks for
FriBiDi on the system: without it, letters stand in the right order but alone."""

OPENED = 96
"""Fonts kept open, one for a file, size and weight: about 0.1 MB each."""

OPTICAL_SIZE = 40
"""Points, the size of a name on a badge: cut for it, letters stay open and tight."""

_INVISIBLE = {0x200C, 0x200D, 0x200E, 0x200F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
"""Joiners, direction marks, variation selectors: no font needs to draw them."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file: its axes as (tag, least, most) in the file's own order, and the code points it draws."""

    file: str
    axes: tuple[tuple[str, float, float], ...]
    points: frozenset[int]

    def draws(self, cluster: str) -> bool:
        return self.points.issuperset(map(ord, cluster))


class Fonts:
    """Every built font, in the build's order of preference. Threads may share it: nothing changes but a cache."""

    def __init__(self, folder: Path, shaped: bool = SHAPER_FOUND) -> None:
        """`folder` holds the font files and coverage.json. Raises `FileNotFoundError` where there is none."""
        try:
            listed = json.loads((folder / "coverage.json").read_text("utf-8"))
        except FileNotFoundError as missing:
            raise FileNotFoundError(f"There are no fonts in {folder}. `pip install -e .` builds them.") from missing
        families: dict[str, list[Face]] = defaultdict(list)
        for entry in listed:
            axes = tuple((axis["tag"], axis["min"], axis["max"]) for axis in entry["axes"])
            points = {point for first, last in entry["ranges"] for point in range(first, last + 1)}
            families[entry["family"]].append(Face(entry["file"], axes, frozenset(points | _INVISIBLE)))
        self._families = dict(families)
        self._folder = folder
        self.shaped = shaped
        self.open = lru_cache(OPENED)(self._open)

    def missing(self, text: str) -> set[str]:
        """The characters of `text` that no font has: they would be drawn as empty boxes."""
        found = {char for char in unicodedata.normalize("NFC", text) if not char.isspace()}
        return {char for char in found if not any(self._face(family, char) for family in self._families)}

    def faces(self, text: str, family: str) -> list[tuple[str, Face]]:
        """`text` (in NFC) as clusters, each with the face that draws it.

        `family` is asked first, then the others in the build's order; what nobody has falls to `family`. Spaces and
        signs follow the letters before them.
        """
        order = (family, *(other for other in self._families if other != family))
        parts = clusters(unicodedata.normalize("NFC", text))
        letters: dict[str, set[str]] = defaultdict(set)
        for part in parts:
            letters[script(part)].add(part)
        writers = {name: self._writer(found, order) for name, found in letters.items() if name}
        chosen: list[tuple[str, Face]] = []
        writer = family
        for part in parts:
            writer = writers.get(script(part), writer)
            chosen += self._cover(part, (writer, *order))
        return chosen

    def _writer(self, letters: set[str], order: tuple[str, ...]) -> str:
        """The first family that draws all the letters, or else the most of them."""

        def undrawn(family: str) -> int:
            return sum(self._face(family, letter) is None for letter in letters)

        return next((family for family in order if not undrawn(family)), None) or min(order, key=undrawn)

    def _cover(self, part: str, wanted: tuple[str, ...]) -> list[tuple[str, Face]]:
        """`part` with a face, or its characters one by one where no face has them all."""
        for family in wanted:
            if face := self._face(family, part):
                return [(part, face)]
        if len(part) > 1:
            return [piece for char in part for piece in self._cover(char, wanted)]
        return [(part, self._families[wanted[1]][0])]

    def _face(self, family: str, cluster: str) -> Face | None:
        return next((face for face in self._families[family] if face.draws(cluster)), None)

    def _open(self, face: Face, px: int, weight: int) -> ImageFont.FreeTypeFont:
        engine = ImageFont.Layout.RAQM if self.shaped else ImageFont.Layout.BASIC
        # By its bytes, not by its name: FreeType maps a named file, and rewriting that would kill the process (SIGBUS).
        content = BytesIO((self._folder / face.file).read_bytes())
        font = ImageFont.truetype(content, px, layout_engine=engine)
        wanted = {"wght": weight, "opsz": OPTICAL_SIZE}
        font.set_variation_by_axes([min(max(wanted[tag], least), most) for tag, least, most in face.axes])
        return font
