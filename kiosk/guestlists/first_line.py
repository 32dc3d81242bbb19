"""Lists without headings: their first line is a guest already."""

import re
from collections.abc import Sequence

from kiosk.guestlists.recognised import Field
from kiosk.guestlists.recognised import Recognised

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NUMBER = re.compile(r"\+?[\d /().-]{7,25}")


def is_guest(cells: Sequence[str]) -> bool:
    """Whether a line holds somebody's address or telephone number, which no heading does."""
    return any(_ADDRESS.fullmatch(cell.strip()) or _NUMBER.fullmatch(cell.strip()) for cell in cells)


def without_headings(cells: Sequence[str]) -> Recognised:
    """What a guest's own line tells of columns nobody named: the first words are the name."""
    kinds = [_kind(cell.strip()) for cell in cells]
    fields = tuple(kind if kind not in kinds[:place] else None for place, kind in enumerate(kinds))
    return Recognised(headers=("",) * len(fields), fields=fields, headings=False)


def _kind(cell: str) -> Field | None:
    if _ADDRESS.fullmatch(cell):
        return Field.EMAIL
    if _NUMBER.fullmatch(cell):
        return Field.PHONE
    return Field.NAME if any(map(str.isalpha, cell)) else None
