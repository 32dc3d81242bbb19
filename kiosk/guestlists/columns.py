"""Which header means what. The phrases stand in a TOML file that a person may edit."""

import re
import tomllib
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator
from pydantic import BaseModel
from pydantic import ConfigDict

from kiosk.domain.purpose import Purpose
from kiosk.domain.text import clean
from kiosk.domain.text import fold
from kiosk.guestlists.recognised import LISTS
from kiosk.guestlists.recognised import NAMES
from kiosk.guestlists.recognised import Field
from kiosk.guestlists.recognised import Recognised

_DASH = re.compile(r"\s[–—-]\s")


def _folded(phrase: str) -> str:
    """A phrase as it is compared; `*` at its end stands for any further words."""
    return fold(phrase) + ("*" if phrase.rstrip().endswith("*") else "")


Phrase = Annotated[str, AfterValidator(_folded)]


class Statuses(BaseModel):
    """The words exporters use for someone's answer, whole values. Everything else is an unknown status."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    attending: frozenset[Phrase]
    cancelled: frozenset[Phrase]
    not_going: frozenset[Phrase]
    waiting: frozenset[Phrase]
    pending: frozenset[Phrase]
    invited: frozenset[Phrase]


class Preset(BaseModel):
    """One exporter: the headers it is known by, and those of its columns that mean something of their own there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    known_by: tuple[tuple[Phrase, ...], ...]
    """All headers of any one of these lines."""
    columns: dict[Field, tuple[Phrase, ...]] = {}
    unread: frozenset[Phrase] = frozenset()

    def fits(self, headers: Sequence[str]) -> bool:
        """Whether folded `headers` are this exporter's."""
        return any(all(any(_means(phrase, h) for h in headers) for phrase in line) for line in self.known_by)


class Columns(BaseModel):
    """The phrases of `guestlist_columns.toml`, folded: case, spaces, accents and punctuation set aside."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    attendee: dict[Field, tuple[Phrase, ...]]
    buyer: dict[Field, tuple[Phrase, ...]]
    yes: frozenset[Phrase]
    no: frozenset[Phrase]
    lead_ins: tuple[Phrase, ...]
    statuses: Statuses
    purposes: dict[Purpose, frozenset[Phrase]]
    presets: tuple[Preset, ...] = ()

    @classmethod
    def load(cls, path: Path) -> "Columns":
        """Read the file. Raises OSError where it is missing and ValueError, in words, where it is wrong."""
        return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))

    def recognise(self, headers: Sequence[str]) -> Recognised:
        """Find the fields among the headers by name, never by position.

        What is an exporter's own comes first. Within a field the earlier phrase wins, whole phrases before wide ones;
        among equal headers the leftmost does. Whoever paid is read only where no column names the attendee: a buyer's
        address must not become the address of three guests.
        """
        cleaned = tuple(map(clean, headers))
        folded = [fold(header) for header in cleaned]
        index: dict[Field, int] = {}
        preset = next((preset for preset in self.presets if preset.fits(folded)), None)
        if preset:
            _find(preset.columns, folded, index, wide=False)
            folded = ["" if header in preset.unread else header for header in folded]
        _find(self.attendee, folded, index, wide=False)
        taken = set(index.values())
        options = dict(found for i, header in enumerate(cleaned) if i not in taken for found in self._option(i, header))
        # A column of one option is no answer to the whole question, however wide the phrase for it is.
        others = ["" if i in options else header for i, header in enumerate(folded)]
        _find(self.attendee, others, index, wide=True)
        if NAMES.isdisjoint(index):
            _find(self.buyer, others, index, wide=False)
        places = {i: field for field, i in index.items()} | {i: field for i, (field, _) in options.items()}
        # What the door should know is read from every column that may hold it.
        known = (preset.columns if preset else {}, self.attendee)
        telling = [phrase for phrases in known for phrase in phrases.get(Field.ATTENTION, ())]
        places = {i: Field.ATTENTION for i, h in enumerate(others) if any(_means(p, h) for p in telling)} | places
        return Recognised(
            headers=cleaned,
            fields=tuple(places.get(i) for i in range(len(cleaned))),
            options={i: text for i, (_, text) in options.items()},
            exporter=preset.name if preset else "",
        )

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

    def _option(self, index: int, header: str) -> Iterator[tuple[int, tuple[Field, str]]]:
        """One choice of a question in a column of its own, as pretix writes it: "Interests – Bees", Yes or No."""
        for dash in _DASH.finditer(header):
            question = fold(header[: dash.start()])
            for field in LISTS:
                if any(_means(phrase, question) for phrase in self.attendee.get(field, ())):
                    yield index, (field, header[dash.end() :])
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
