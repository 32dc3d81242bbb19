"""Which header means what. The phrases stand in a TOML file that a person may edit."""

import re
import tomllib
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator
from pydantic import BaseModel
from pydantic import ConfigDict

from kiosk.domain.purpose import Purpose
from kiosk.domain.text import clean
from kiosk.domain.text import fold


class Field(StrEnum):
    """What a column may hold. `CODE` is what a ticket's QR code says. `ORDER` is shared by who registered together;
    with the `POSITION` in it, it is a ticket, where no column names one."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"
    TITLE = "title"
    STATUS = "status"
    TICKET = "ticket"
    CODE = "code"
    ORDER = "order"
    POSITION = "position"
    INTERESTS = "interests"
    OFFERS = "offers"
    ASKS = "asks"
    PURPOSES = "purposes"


NAMES = frozenset({Field.NAME, Field.FIRST_NAME, Field.LAST_NAME})
LISTS = (Field.INTERESTS, Field.OFFERS, Field.ASKS, Field.PURPOSES)

_DASH = re.compile(r"\s[–—-]\s")


def _folded(phrase: str) -> str:
    """A phrase as it is compared; `*` at its end stands for any further words."""
    return fold(phrase) + ("*" if phrase.rstrip().endswith("*") else "")


Phrase = Annotated[str, AfterValidator(_folded)]


class Statuses(BaseModel):
    """The words exporters use for someone's answer, whole values. Everything else is an unknown status."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    attending: frozenset[Phrase]
    not_going: frozenset[Phrase]
    waiting: frozenset[Phrase]
    pending: frozenset[Phrase]
    invited: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a question in a column of its own, as pretix writes it: "Interests – Bees", Yes or No."""

    field: Field
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """Where each field stands in a row. No column stands for two fields, no field is read from two columns."""

    headers: tuple[str, ...]
    index: dict[Field, int]
    options: tuple[Option, ...]

    @property
    def has_names(self) -> bool:
        return not NAMES.isdisjoint(self.index)

    def by_field(self) -> dict[Field, str]:
        """The header each field was found in, for the preview."""
        found: dict[Field, list[str]] = {field: [self.headers[i]] for field, i in self.index.items()}
        for option in self.options:
            found.setdefault(option.field, []).append(self.headers[option.index])
        return {field: ", ".join(found[field]) for field in Field if field in found}

    def ignored(self) -> tuple[str, ...]:
        """The headers no field was found in."""
        used = {*self.index.values(), *(option.index for option in self.options)}
        return tuple(header for i, header in enumerate(self.headers) if header and i not in used)


class Columns(BaseModel):
    """The phrases of `guestlist_columns.toml`, folded: case, spaces, accents and punctuation set aside."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    attendee: dict[Field, tuple[Phrase, ...]]
    buyer: dict[Field, tuple[Phrase, ...]]
    yes: frozenset[Phrase]
    lead_ins: tuple[Phrase, ...]
    statuses: Statuses
    purposes: dict[Purpose, frozenset[Phrase]]

    @classmethod
    def load(cls, path: Path) -> "Columns":
        """Read the file. Raises OSError where it is missing and ValueError, in words, where it is wrong."""
        return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))

    def recognise(self, headers: Sequence[str]) -> Recognised:
        """Find the fields among the headers by name, never by position.

        Within a field the earlier phrase wins, whole phrases before wide ones; among equal headers the leftmost does.
        Whoever paid is read only where no column names the attendee: a buyer's address must not become the address
        of three guests.
        """
        cleaned = tuple(map(clean, headers))
        folded = [fold(header) for header in cleaned]
        index: dict[Field, int] = {}
        _find(self.attendee, folded, index, wide=False)
        taken = set(index.values())
        options = tuple(o for i, header in enumerate(cleaned) if i not in taken for o in self._options(i, header))
        # A column of one option is no answer to the whole question, however wide the phrase for it is.
        others = [header if all(o.index != i for o in options) else "" for i, header in enumerate(folded)]
        _find(self.attendee, others, index, wide=True)
        if NAMES.isdisjoint(index):
            _find(self.buyer, others, index, wide=False)
        return Recognised(cleaned, index, options)

    def purpose(self, text: str) -> Purpose | None:
        """The purpose a whole phrase stands for, "I want to" and the like set aside."""
        folded = fold(text)
        while True:
            for purpose, phrases in self.purposes.items():
                if folded in phrases:
                    return purpose
            shorter = next((folded[len(lead) + 1 :] for lead in self.lead_ins if folded.startswith(lead + " ")), "")
            if not shorter:
                return None
            folded = shorter

    def _options(self, index: int, header: str) -> Iterator[Option]:
        for dash in _DASH.finditer(header):
            question = fold(header[: dash.start()])
            for field in LISTS:
                if any(_means(phrase, question) for phrase in self.attendee.get(field, ())):
                    yield Option(field, index, header[dash.end() :])
                    return


def _find(
    phrases: Mapping[Field, tuple[str, ...]], folded: Sequence[str], index: dict[Field, int], *, wide: bool
) -> None:
    """Add to `index` the columns of the fields it lacks, by whole phrases or by wide ones (with a `*`)."""
    for field in Field:
        candidates = (
            i
            for phrase in phrases.get(field, ())
            if phrase.endswith("*") is wide
            for i, header in enumerate(folded)
            if i not in index.values() and _means(phrase, header)
        )
        if field not in index and (first := next(candidates, None)) is not None:
            index[field] = first


def _means(phrase: str, header: str) -> bool:
    if phrase.endswith("*"):
        return f"{header} ".startswith(phrase[:-1] + " ")
    return header == phrase
