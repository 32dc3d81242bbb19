"""README.txt: every file and column, told from the same lines that make them."""

from collections.abc import Iterable

from kiosk.afterwards.record import RECORD
from kiosk.domain.record import LEFT_OUT
from kiosk.screens.files.file import File

_HEAD = """The files of the evening
========================

They are about people. Keep them as carefully as you would want it of others, and delete them when they have served.

The .csv files are tables in UTF-8, every cell in quotes. A cell that a spreadsheet could take for a formula begins
with an apostrophe. Several things in one cell stand between semicolons. Nobody's no is in any file.

report.html shows the evening at a glance, without a name; any browser opens and prints it.
"""

_RECORD = f"""{RECORD}
{"-" * len(RECORD)}
Everything above and more, for a machine: each table of the kiosk by its name, a row a line. `kiosk import-evening
{RECORD}` brings the evening back into an empty folder. E-mail addresses and telephone numbers are in it only where
the person agreed to your keeping them. Who said no, or later, reads as one who did not answer. Left out are:
"""


def readme(tables: Iterable[File]) -> bytes:
    """The text with Windows line ends, since it may be opened there."""
    sections = [_HEAD, *map(_section, tables), _RECORD + "\n" + _rows(LEFT_OUT.items())]
    return "\n".join(sections).replace("\n", "\r\n").encode("utf-8-sig")


def _section(file: File) -> str:
    return f"{file.name}\n{'-' * len(file.name)}\n{file.about}\n\n{_rows(file.columns)}"


def _rows(described: Iterable[tuple[str, str]]) -> str:
    rows = list(described)
    width = max(len(name) for name, _ in rows)
    return "".join(f"  {name:<{width}}  {meaning}\n" for name, meaning in rows)
