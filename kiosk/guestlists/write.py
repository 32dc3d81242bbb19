"""Rows to a file a spreadsheet opens without running any of it."""

import io
from collections.abc import Iterable
from collections.abc import Sequence

import defusedcsv.csv as defused

_DEFUSED = "=+-@|%"
"""What `defusedcsv` escapes at the beginning of a cell (and a bar further on in such a cell)."""

_PASSED = "\t\n ＝＋－＠"
"""What it passes and a spreadsheet may look through to a formula: blanks before one, and its wide signs."""


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV: UTF-8 with BOM, CRLF, every cell quoted, no cell a formula (OWASP ASVS 5.0, 1.2.10).

    A cell that could be one gets an apostrophe in front and loses nothing, so a telephone number keeps its plus;
    a plain negative number stays a number. `unescaped` takes the apostrophe off again.
    Raises ValueError for a row with more or fewer cells than there are headers.
    """
    file = io.StringIO()
    writer = defused.writer(file, quoting=defused.QUOTE_ALL, lineterminator="\r\n")
    for row in (headers, *rows):
        if len(row) != len(headers):
            raise ValueError(f"{len(row)} cells under {len(headers)} headers")
        writer.writerow([_escaped(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def unescaped(cell: str) -> str:
    """A cell as it was before `csv_bytes` made it safe.

    >>> unescaped("'+41 22 555 01 99")
    '+41 22 555 01 99'
    """
    if len(cell) < 2 or cell[0] != "'" or cell[1] not in _DEFUSED + _PASSED:
        return cell
    return cell[1:].replace("\\|", "|") if cell[1] in _DEFUSED else cell[1:]


def _escaped(cell: str) -> str:
    """Line breaks as spreadsheets keep them inside a cell, no NUL, and no formula of a kind `defusedcsv` passes."""
    text = cell.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text[:1] and text[0] in _PASSED else text
