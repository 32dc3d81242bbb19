"""What each column of a list was taken for, and what an organizer made of it."""

import re
from collections import Counter
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from kiosk.domain.text import fold


class Field(StrEnum):
    """What a column may hold. `AGE` is years, a day of birth or a yes to being under 18. `CODE` is what a ticket's QR
    code says. `TICKETS` is how many come on a row's order, `BRINGS` how many its guest brings. `ORDER` is shared by who
    registered together; with the `POSITION` in it, it is a ticket, where no column names one."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"
    TITLE = "title"
    INTERESTS = "interests"
    OFFERS = "offers"
    ASKS = "asks"
    PURPOSES = "purposes"
    ATTENTION = "attention"
    AGE = "age"
    STATUS = "status"
    TICKET = "ticket"
    CODE = "code"
    TICKETS = "tickets"
    BRINGS = "brings"
    ORDER = "order"
    POSITION = "position"


NAMES = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME})
LISTS = (Field.INTERESTS, Field.OFFERS, Field.ASKS, Field.PURPOSES)

_DASH = re.compile(r"\s[–—-]\s")


@dataclass(frozen=True)
class Recognised:
    """Which field each column holds, None where it is not read. What several columns hold is read from all of them."""

    headers: tuple[str, ...]
    fields: tuple[Field | None, ...]
    options: dict[int, str] = field(default_factory=dict)
    """Of columns that are one choice of a question ("Interests – Bees": Yes), the choice."""
    exporter: str = ""
    """Who wrote the list, where that is known."""
    headings: bool = True
    """Whether its first line names the columns; else it is a guest's, and `headers` are empty."""

    @cached_property
    def places(self) -> dict[Field, tuple[int, ...]]:
        """Where each field stands in a row."""
        found: dict[Field, list[int]] = defaultdict(list)
        for place, named in enumerate(self.fields):
            if named is not None:
                found[named].append(place)
        return {each: tuple(found[each]) for each in Field if each in found}

    @property
    def has_names(self) -> bool:
        return not NAMES.isdisjoint(self.places)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Each column's name for as long as its header stays, wherever it stands: the second "Company" is another."""
        seen: Counter[str] = Counter()
        keys = []
        for header in map(fold, self.headers):
            seen[header] += 1
            keys.append(f"{header}#{seen[header]}")
        return tuple(keys)

    @property
    def fingerprint(self) -> str:
        """The same for every list with these headers, in whatever order."""
        return sha256("\n".join(sorted(self.keys)).encode()).hexdigest()

    def with_columns(self, chosen: Mapping[str, str]) -> "Recognised":
        """Read by what somebody chose for columns, by key; a field that does not exist is not read."""
        known = {each.value: each for each in Field}
        fields = tuple(
            known.get(chosen[key]) if key in chosen else named
            for key, named in zip(self.keys, self.fields, strict=True)
        )
        options = {
            place: self.options.get(place) or _DASH.split(header, maxsplit=1)[1]
            for place, header in enumerate(self.headers)
            if fields[place] in LISTS and _DASH.search(header) and (place in self.options or self.keys[place] in chosen)
        }
        return replace(self, fields=fields, options=options)

    def by_field(self) -> dict[Field, str]:
        """The header each field was found in; several are joined by a comma."""
        return {each: ", ".join(self.headers[i] for i in places) for each, places in self.places.items()}

    def ignored(self) -> tuple[str, ...]:
        """The headers no field was found in."""
        return tuple(h for h, named in zip(self.headers, self.fields, strict=True) if h and named is None)
