"""The file of topics: a table with the columns name, aliases and related, the last two split by ";"."""

import csv
from collections.abc import Iterator
from io import StringIO

from kiosk.domain.spelling import own_key
from kiosk.domain.topic import Topics

_COLUMNS = ["name", "aliases", "related"]
_LONGEST = 60
"""Letters of a name, as in what people type themselves."""

Row = tuple[str, tuple[str, ...], tuple[str, ...]]


def parse_topics(text: str, over: str = "") -> Topics:
    """Topics from the text of a CSV file, laid over those of another: what a name has in both, it has together.

    Raises ValueError with a sentence that names the line of `text` where something is wrong.
    """
    own, known = list(_rows(text)), list(_rows(over)) if over else []
    rows = {own_key(name): (name, aliases, related) for name, aliases, related in own}
    for name, aliases, related in known:
        mine = rows.get(own_key(name), (name, (), ()))
        rows[own_key(name)] = (mine[0], (*mine[1], *aliases), (*mine[2], *related))
    return Topics.from_rows(rows.values())


def _rows(text: str) -> Iterator[Row]:
    lines = csv.DictReader(StringIO(text.removeprefix("\ufeff")), restval="")
    if list(lines.fieldnames or ()) != _COLUMNS:
        raise ValueError(f"line 1: the first line of a topics file must be {','.join(_COLUMNS)}")
    named: dict[str, int] = {}
    for line in lines:
        at, name = lines.line_num, line["name"].strip()
        if None in line:
            raise ValueError(f"line {at}: there are more than three columns; put what has a comma in it into quotes")
        if not own_key(name) or len(name) > _LONGEST:
            raise ValueError(f"line {at}: the name must have between 1 and {_LONGEST} letters")
        if own_key(name) in named:
            raise ValueError(f"line {at}: “{name}” stands in line {named[own_key(name)]} already")
        named[own_key(name)] = at
        yield name, _split(line["aliases"]), _split(line["related"])


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
