"""What people wrote into a form: several things in one cell."""

import re
from collections.abc import Iterable

from kiosk.domain.text import clean
from kiosk.domain.text import fold
from kiosk.domain.text import without_junk

MOST_ITEMS = 12
ITEM_LIMIT = 60
"""Code points of one interest, offer or ask."""

# A separator inside brackets belongs to the item: "music (jazz, soul)". The look ahead is bounded, so that a
# hostile cell of commas costs no more than its length. "&" and "/" join one thing: "Food & Drink", "UX/UI".
_BETWEEN_ITEMS = re.compile(r"[,;|\n\r•‣▪、，；،؛](?![^()\n]{0,80}\))")
_BETWEEN_PURPOSES = re.compile(r"[&/+]|\b(?:and|und)\b", re.IGNORECASE)
_LIST_MARKS = "-*–— \t"


def items(cell: str) -> list[str]:
    """The things listed in one cell, as they were typed."""
    return _BETWEEN_ITEMS.split(cell)


def united(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in their order, cleaned, each thing once however it is spelled, no junk, at most `MOST_ITEMS`.

    >>> united(items("Bees; Food & Drink; N/A; bees"))
    ('Bees', 'Food & Drink')
    """
    once: dict[str, str] = {}
    for text in texts:
        item = without_junk(clean(text.strip().lstrip(_LIST_MARKS), ITEM_LIMIT))
        if item:
            once.setdefault(fold(item) or item, item)
        if len(once) == MOST_ITEMS:
            break
    return tuple(once.values())


def parts(item: str) -> list[str]:
    """The halves of a purpose that names two: "make friends and learn"."""
    return [part for part in map(str.strip, _BETWEEN_PURPOSES.split(item)) if part]
