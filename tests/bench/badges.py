"""Badges drawn a second, and whether they are read: `python -m tests.bench.badges [--names 200]`.

The names are hard: eleven scripts, from one letter to sixty, with companies and topics as long as lists bring them, on
lying, upright and large badges. Each drawn badge is then photographed badly: at 40 % of its size (120 dots an inch),
turned by up to 25 degrees, blurred, and grey on grey. From that picture alone are read

- the QR code, by zxing-cpp;
- the short code in letters, by comparing each letter with the 32 letters of the alphabet in the badge's own typeface,
  in the place that the QR code's corners give. This is what an eye does, not more: it does not know the code, the
  size of the letters or where exactly they begin.

`read` is the share of badges of which both were read as printed. `per_s` counts finished badges at 300 dots an inch by
the processor's time, which one core spends; the time on the clock stands beside it.
"""

import time
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from random import Random
from typing import NamedTuple

import click
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image
from PIL import ImageFilter

from kiosk.badges.badge import Badge
from kiosk.badges.column import CODE
from kiosk.badges.column import PLAIN
from kiosk.badges.draw import draw_badge
from kiosk.badges.fonts import Fonts
from kiosk.badges.layout import SCALES
from kiosk.badges.layout import Box
from kiosk.badges.layout import Square
from kiosk.badges.layout import qr_square
from kiosk.badges.qr import QUIET
from kiosk.badges.qr import qr_image
from kiosk.badges.size import Size
from kiosk.badges.size import read_sizes
from kiosk.badges.text import Text
from kiosk.domain.badge_code import ALPHABET
from kiosk.domain.badge_code import LENGTH
from kiosk.domain.badge_code import new_badge_code
from kiosk.files import CONFIG
from kiosk.files import DIST
from tests.bench.table import show

Grey = NDArray[np.float64]

SMALL = 0.4
DARK, LIGHT = 95, 165
"""Of 255: what black and white are in the photograph."""
BLUR_PX = 0.7
MOST_TURNED = 25
SEEN_BLUR_PX = 2.4
"""How blurred, in the badge's own dots, a photograph is: by its lens, and by being made smaller and turned."""

SIZES = ("62x100", "62x100-upright", "86x55", "54x86", "a7", "a6")
NAMES = (
    "Wolfeschlegelsteinhausenbergerdorff Maximiliana de la Concepción",
    "Zoë Müller-Lüdenscheidt",
    "Nguyễn Thị Ánh Nguyệt",
    "Олександра Вікторівна Білокопитенко-Гаврилюк",
    "Ελένη Παπαδοπούλου-Κωνσταντινίδου",
    "محمد بن عبد الرحمن الشريف",
    "עובדיה בן-ציון הלוי",
    "चेतना रंगराजन कृष्णमूर्ति",
    "陈晓明欧阳修",
    "遠藤 涼平 さくら サクラ",
    "김미숙 남궁민",
    "Zoë 🌻 Sunshine 👩‍💻 van der Sonne",
)
COMPANIES = ("", "Stadtgarten e. V.", "Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung")
TOPICS = ("beekeeping", "machine learning for public transport in small towns", "الخط العربي", "C++", "公共交通")


def hard_badges(count: int, random: Random) -> list[Badge]:
    """Names of every script cut at every length, one after the other."""
    made: list[Badge] = []
    for number, name in zip(range(count), cycle(NAMES), strict=False):
        length = random.choice((1, 2, 5, 12, 24, 40, 60))
        long = " ".join([name] * 4) if random.random() < 0.3 else name
        code = new_badge_code(random)
        about = tuple(random.sample(TOPICS, random.randint(0, 3)))
        address = ("192.168.1.10:8080", "10.0.0.5", "mixer.example.org:8443")[number % 3]
        company = random.choice(COMPANIES)
        words = long[:length].strip()
        made.append(Badge(words, company, code, f"HTTP://{address}/B/{code}".upper(), about, "Ask me about"))
    return made


def photograph(page: Image.Image, random: Random) -> Image.Image:
    """The badge as a poor camera sees it, lying on a grey table."""
    grey = page.convert("L").point([round(DARK + (LIGHT - DARK) * value / 255) for value in range(256)])
    small = grey.resize((round(SMALL * page.width), round(SMALL * page.height)), Image.Resampling.BILINEAR)
    turned = small.rotate(
        random.uniform(-MOST_TURNED, MOST_TURNED), Image.Resampling.BILINEAR, expand=True, fillcolor=LIGHT
    )
    return turned.filter(ImageFilter.GaussianBlur(BLUR_PX))


@dataclass(frozen=True)
class Reader:
    """Reads the short code of badges of one size from photographs."""

    size: Size
    fonts: Fonts

    def read(self, photo: Image.Image, url: str) -> tuple[str, str]:
        """What the QR code says and what the letters beside it say; nothing for what cannot be read."""
        found = zxingcpp.read_barcodes(photo)
        if not found:
            return "", ""
        return found[0].text, self._letters(self._flattened(photo, found[0].position, url))

    def _flattened(self, photo: Image.Image, corners: zxingcpp.Position, url: str) -> Grey:
        """The part of the badge where the code stands, in printed size and upright; ink is 1, paper 0."""
        square = qr_square(url, self.size)
        quiet = QUIET * square.module_px
        left, top, side = square.left + quiet, square.top + quiet, square.side - 2 * quiet
        printed = np.array([(left, top, 1), (left + side, top, 1), (left + side, top + side, 1), (left, top + side, 1)])
        seen = (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)
        roughly, *_ = np.linalg.lstsq(printed.astype(float), np.array([(at.x, at.y) for at in seen]), rcond=None)
        exactly = aligned(photo, roughly.T, square, url)
        return straight(photo, exactly, Box(0, self._top, square.left, self.size.height_px))

    @property
    def _top(self) -> int:
        """Above the code, however large it is; its letters stand on the lower margin."""
        return round(self.size.height_px - self.size.px(self.size.margin_mm) - 0.09 * self.size.short_px)

    def _letters(self, part: Grey) -> str:
        """The reading that explains the ink best, over the sizes that the letters may have and where they may stand."""
        baseline = self.size.height_px - self.size.px(self.size.margin_mm) - self._top
        inked = np.flatnonzero(part.max(axis=0) > 0.4)
        if not len(inked):
            return ""
        sizes = (templates(self.fonts, int(scale * CODE * self.size.short_px)) for scale in SCALES)
        return min(reading(part, letters, max(0, int(inked[0]) - 4), baseline) for letters in sizes)[1]


def straight(photo: Image.Image, to_photo: Grey, box: Box) -> Grey:
    """A part of the badge cut out of the photograph; `to_photo` (2 x 3) leads from the badge's dots to its pixels."""
    shift = to_photo @ (box.left, box.top, 1)
    matrix = (to_photo[0, 0], to_photo[0, 1], shift[0], to_photo[1, 0], to_photo[1, 1], shift[1])
    dark, light = photo.getextrema()
    extent = (box.right - box.left, box.bottom - box.top)
    cut = photo.transform(extent, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC, fillcolor=light)
    return (light - np.asarray(cut, float)) / (light - dark)


def aligned(photo: Image.Image, to_photo: Grey, square: Square, url: str) -> Grey:
    """`to_photo` moved until the QR code, which has been read and is known, lies on itself (Lucas and Kanade, 1981)."""
    box = Box(square.left, square.top, square.left + square.side, square.top + square.side)
    known = qr_image(url, square.module_px, level="Q").convert("L").filter(ImageFilter.GaussianBlur(SEEN_BLUR_PX))
    wanted = 1 - np.asarray(known, float) / 255
    rows, columns = np.mgrid[0 : square.side, 0 : square.side]
    for _ in range(8):
        seen = straight(photo, to_photo, box)
        down, right = np.gradient(seen)
        steps = [grade * by for grade in (right, down) for by in (columns, rows, 1)]
        moved, *_ = np.linalg.lstsq(np.stack([step.ravel() for step in steps], 1), (wanted - seen).ravel(), rcond=None)
        onto = np.eye(3)
        onto[:2] += moved.reshape(2, 3)
        to_box = np.array([[1, 0, -square.left], [0, 1, -square.top], [0, 0, 1]], float)
        to_photo = to_photo @ np.linalg.inv(to_box) @ onto @ to_box
    return to_photo


class Letters(NamedTuple):
    """Every letter as a photograph shows it, in boxes of one height that end `below` the line; and a space's width."""

    masks: dict[str, Grey]
    below: int
    space: int


@cache
def templates(fonts: Fonts, px: int) -> Letters:
    font = fonts.open(fonts.faces("0", PLAIN.family)[0][1], px, PLAIN.weight)
    height, below = px, round(0.15 * px)
    masks: dict[str, Grey] = {}
    for letter in ALPHABET:
        advance = round(font.getlength(letter))
        cell = Image.new("L", (advance + 2 * px, height))
        (line,) = Text(letter, PLAIN, False, fonts).in_lines(1).set(px)
        cell.paste(255, (px + round(font.getbbox(letter, anchor="ls")[0]), height - below - line.rise), line.mask)
        seen = cell.filter(ImageFilter.GaussianBlur(SEEN_BLUR_PX)).crop((px, 0, px + advance, height))
        masks[letter] = np.asarray(seen, float) / 255
    return Letters(masks, below, round(font.getlength(" ")))


def reading(part: Grey, letters: Letters, start: int, baseline: int) -> tuple[float, str]:
    """How much ink stays unexplained by the best row of letters that begins near `start`, and which row that is.

    The best row is found by going through every place where a letter may end (Viterbi's way): each letter begins
    where the one before ended, give or take a little, for some pairs are set closer.
    """
    height = next(iter(letters.masks.values())).shape[0]
    bottom, reach = baseline + letters.below, max(2, height // 10)
    line = np.pad(part, ((height, height), (0, 2 * height)))[bottom : bottom + height]
    ink = (line**2).sum(axis=0)
    unexplained = {letter: misfit(line, mask) for letter, mask in letters.masks.items()}
    rows = {start + dx: (float(ink[: start + dx].sum()), "") for dx in range(9)}
    for place in range(LENGTH):
        longer: dict[int, tuple[float, str]] = {}
        for x, (cost, row) in rows.items():
            x += letters.space if place == LENGTH // 2 else 0
            for letter, misfits in unexplained.items():
                end = x + letters.masks[letter].shape[1]
                if end < part.shape[1] + height:
                    for slack in range(-reach, reach + 1):
                        total = cost + float(misfits[max(0, x + slack)])
                        if end + slack not in longer or total < longer[end + slack][0]:
                            longer[end + slack] = (total, row + letter)
        rows = longer
    return min(((cost + float(ink[x:].sum()), row) for x, (cost, row) in rows.items()), default=(float("inf"), ""))


def misfit(line: Grey, mask: Grey) -> NDArray[np.float64]:
    """The squared difference between the line and the letter, for each place where the letter may begin."""
    windows = np.lib.stride_tricks.sliding_window_view(line, mask.shape[1], axis=1).transpose(1, 0, 2)
    return np.asarray(((windows - mask) ** 2).sum(axis=(1, 2)))


@click.command()
@click.option("--names", default=200, show_default=True, type=click.IntRange(12, 5000), help="Badges drawn and read.")
@click.option("--seed", default=1, show_default=True)
def main(names: int, seed: int) -> None:
    """Draw hard names, photograph them badly, read them back."""
    random = Random(seed)
    fonts, sizes = Fonts(DIST / "fonts"), read_sizes(CONFIG / "badges.toml")
    badges = hard_badges(names, random)
    for badge in badges[: len(NAMES)]:
        draw_badge(badge, sizes["62x100"], fonts)  # opens the fonts once, as the first guests do
    began, spent = time.perf_counter(), time.process_time()
    for badge in badges:
        draw_badge(badge, sizes["62x100"], fonts)
    clock, core = time.perf_counter() - began, time.process_time() - spent

    codes, letters, both = 0, 0, 0
    missed: list[str] = []
    for badge, name in zip(badges, cycle(SIZES), strict=False):
        size = sizes[name]
        code, typed = Reader(size, fonts).read(photograph(draw_badge(badge, size, fonts), random), badge.url)
        codes += code == badge.url
        letters += typed == badge.code
        both += code == badge.url and typed == badge.code
        if code != badge.url or typed != badge.code:
            missed.append(f"{name}: {badge.name!r} {badge.code}, read {typed or 'nothing'}")
    rows = [
        ("badges a second on one core", f"{names / core:.0f}"),
        ("badges a second on the clock", f"{names / clock:.0f}"),
        ("QR codes read", f"{codes} of {names}"),
        ("short codes read", f"{letters} of {names}"),
    ]
    rows += [("not read", each) for each in missed[:10]]
    show(f"{names} hard names", ("", ""), rows, {"per_s": names / core, "read": both / names})


if __name__ == "__main__":
    main()
