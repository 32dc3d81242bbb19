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
    fields: list[Field | None] = []
    for cell in map(str.strip, cells):
        if _ADDRESS.fullmatch(cell):
            field = Field.EMAIL
        elif _NUMBER.fullmatch(cell):
            field = Field.PHONE
        else:
            field = Field.NAME
        named = any(c.isalpha() for c in cell) if field is Field.NAME else True
        fields.append(field if named and field not in fields else None)
    return Recognised(headers=("",) * len(fields), fields=tuple(fields), headings=False)
