"""What stands beside or above the QR code: company and title under the name, topics, and the code in letters."""

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.badges.badge import TOPICS_SHOWN
from kiosk.badges.badge import Badge
from kiosk.badges.bidi import runs_leftward
from kiosk.badges.fit import Block
from kiosk.badges.fit import fit_paragraph
from kiosk.badges.fonts import Fonts
from kiosk.badges.text import DOT
from kiosk.badges.text import MARKS
from kiosk.badges.text import Style
from kiosk.badges.text import Text

PLAIN = Style("Atkinson Hyperlegible Next", 400)
STRONG = Style("Atkinson Hyperlegible Next", 700)

COMPANY, LABEL, TOPICS, CODE = 0.072, 0.056, 0.076, 0.066
"""Sizes, in parts of the badge's shorter side."""

READABLE = 0.7
"""The part of its size that a text may lose before words are left out instead."""

_NO_BREAK = "\u00a0"
_BETWEEN = f"{_NO_BREAK}{DOT} "


class Column(NamedTuple):
    """From top to bottom: company and title, label and topics, the code, which always stands beside the QR code."""

    upper: list[Block]
    asked: list[Block]
    code: Block


def set_column(badge: Badge, side: float, width: int, code_width: int, fonts: Fonts) -> Column:
    """The column `width` px wide and the code `code_width`, in the sizes of a badge whose shorter side is `side` px."""

    def block(wordings: Iterator[str], style: Style, share: float) -> list[Block]:
        """The first wording that stays readable, else the last; nothing for no wording."""
        found: list[Block] = []
        for wording in wordings:
            text = Text(wording, style, runs_leftward(wording), fonts)
            found = [fit_paragraph(text, width, share * side)]
            if found[0].px >= READABLE * share * side:
                break
        return found

    topics = badge.ask_about[:TOPICS_SHOWN]
    return Column(
        upper=block(_shorter(badge.company), PLAIN, COMPANY),
        asked=block(_shorter(badge.ask_label if topics else ""), PLAIN, LABEL) + block(_fewer(topics), STRONG, TOPICS),
        code=fit_paragraph(
            Text(grouped(badge.code).replace(" ", _NO_BREAK), PLAIN, False, fonts), code_width, CODE * side
        ),
    )


def grouped(code: str) -> str:
    """A badge code as it is read aloud: "7K3M 9QXT"."""
    return f"{code[:4]} {code[4:]}"


def _shorter(text: str) -> Iterator[str]:
    """`text`, then without its last word, without its last two, and so on."""
    if text:
        yield text
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        yield " ".join(words[:count]) + "…"


def _fewer(topics: tuple[str, ...]) -> Iterator[str]:
    """The topics in a row, unbroken and then broken inside, then one topic less; in the end part of the first."""
    for count in range(len(topics), 0, -1):
        shown = [_in_its_order(topic) for topic in topics[:count]]
        yield _BETWEEN.join(topic.replace(" ", _NO_BREAK) for topic in shown)
        yield _BETWEEN.join(shown)
    yield from _shorter(topics[0] if topics else "")


def _in_its_order(topic: str) -> str:
    """A topic that its neighbours of another direction do not turn around: "C++" among Hebrew words."""
    mark = MARKS[runs_leftward(topic)]
    return f"{mark}{topic}{mark}"
