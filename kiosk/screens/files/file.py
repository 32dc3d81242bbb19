"""A table of text: its columns, each with what it means and how its cell is made, and its rows."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from datetime import tzinfo
from typing import Generic
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """`meaning` is a line for whoever opens the file; `cell` makes the text from what a row is about."""

    name: str
    meaning: str
    cell: Callable[[T], str]


@dataclass(frozen=True, slots=True)
class File:
    name: str
    about: str
    columns: tuple[tuple[str, str], ...]
    """Each column's header and meaning."""
    rows: tuple[tuple[str, ...], ...]

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.columns)


def table(name: str, about: str, columns: Sequence[Column[T]], items: Iterable[T]) -> File:
    """The file with a row for each of `items`."""
    described = tuple((column.name, column.meaning) for column in columns)
    return File(name, about, described, tuple(tuple(column.cell(item) for column in columns) for item in items))


@dataclass(frozen=True, slots=True)
class Clocks:
    """Every time stands in two columns: in UTC, and as the clocks of `zone` showed it."""

    zone: tzinfo

    def columns(self, name: str, meaning: str, at: Callable[[T], datetime | None]) -> tuple[Column[T], Column[T]]:
        """The columns `name`_utc and `name`_local. Empty where there is no time."""

        def utc(item: T) -> str:
            found = at(item)
            return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if found else ""

        def local(item: T) -> str:
            found = at(item)
            return found.astimezone(self.zone).strftime("%Y-%m-%d %H:%M:%S") if found else ""

        return (
            Column(f"{name}_utc", f"{meaning}, in UTC", utc),
            Column(f"{name}_local", "the same on the clocks of the evening", local),
        )


def yes(value: bool) -> str:
    return "yes" if value else "no"


def listed(texts: Iterable[str]) -> str:
    """Several in one cell."""
    return "; ".join(texts)
