"""What a list says of somebody's age, as far as it says that they are under 18."""

import re
from datetime import date

from kiosk.domain.text import fold

OF_AGE = 18
"""Years."""

UNDER_AGE = "under 18"
"""The age of who said yes to being a minor."""

_YEARS = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_SHORT = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


def says_minor(text: str, today: date) -> bool:
    """Whether `text` is `UNDER_AGE`, or years, a year or a day of birth of somebody who is surely under 18 today.

    Where it may be read in two ways, as 4/5/2008, both must say so. What cannot be read says nothing.
    """
    if fold(text) == UNDER_AGE:
        return True
    if _YEARS.fullmatch(text):
        return int(text) < OF_AGE
    births = [birth for birth in _births(text) if birth <= today]
    return bool(births) and all(_years_since(birth, today) < OF_AGE for birth in births)


def _births(text: str) -> list[date]:
    if _YEAR.fullmatch(text):
        return [date(int(text), 1, 1)]
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
        return _dates(year, (month, day))
    if found := _SHORT.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        return _dates(year, (second, first), *([(first, second)] if found[2] == "/" else []))
    return []


def _dates(year: int, *months_and_days: tuple[int, int]) -> list[date]:
    """Those that there are."""
    dates = []
    for month, day in months_and_days:
        try:
            dates.append(date(year, month, day))
        except ValueError:
            continue
    return dates


def _years_since(birth: date, today: date) -> int:
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
