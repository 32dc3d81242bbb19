"""Bytes to rows of text, whatever wrote them: encodings, line ends, quotes, separators."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator
from itertools import islice

from kiosk.domain.refusal import ListTooLarge
from kiosk.domain.refusal import ListUnreadable
from kiosk.domain.refusal import OldSpreadsheet
from kiosk.guestlists.sheet import sheet_text

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_LINES = 2**20
"""As many as a spreadsheet has; nearly all of them blank, or the list has too many rows anyway."""

MOST_COLUMNS = 1_000
LONGEST_CELL = 2_000
"""Characters of a cell that are kept: room for twelve answers, none for a book."""

SEPARATORS = ",;\t"

_LONGEST_RECORD = 100
"""Lines one row may span through line breaks in quoted cells; a quote still open then was never meant as one."""

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How xlsx files begin, and how xls files and those with a password do."""


def decode(content: bytes) -> str:
    """The file as text: xlsx as CSV, UTF-16 and UTF-8 by their marks, else UTF-8, else the Windows code page.

    Whatever its name says: a file called .xls may be tab-separated text. Raises ListTooLarge above 10 MB and
    ListUnreadable for an empty or a binary file, OldSpreadsheet for one of those kinds.
    """
    if len(content) > MOST_BYTES:
        raise ListTooLarge
    if content.startswith(_OLD_OFFICE):
        raise OldSpreadsheet
    text = _sheet(content) if content.startswith(_ZIP) else _text(content)
    sample = text[:4096]
    controls = sum(unicodedata.category(c) == "Cc" and not c.isspace() for c in sample)
    if not text.strip() or text.startswith("%PDF") or controls * 20 > len(sample):
        raise ListUnreadable
    return text.replace("\0", "")


def _sheet(content: bytes) -> str:
    return sheet_text(content, MOST_ROWS + 1, MOST_LINES, MOST_COLUMNS, LONGEST_CELL)


def _text(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # One broken byte must not garble every accent of the list: only mostly broken text is another encoding.
        text = content.decode("utf-8-sig", errors="replace")
        foreign = len(text) - len(text.encode("ascii", errors="ignore"))
        return content.decode("cp1252", errors="replace") if text.count("\ufffd") * 2 > foreign else text


def records(text: str, separator: str) -> Iterator[list[str]]:
    """The rows, blank lines as empty ones, so that counting them gives the line numbers of a spreadsheet.

    A row whose quotes do not add up is split at every separator and the next line starts afresh, so one stray
    quote costs one row instead of all that follow. Raises ListTooLarge beyond the last line of a spreadsheet.
    """
    lines = io.StringIO(text, newline="")
    for _ in range(MOST_LINES + 1):
        start = lines.tell()
        reader = csv.reader(islice(lines, _LONGEST_RECORD), delimiter=separator, skipinitialspace=True, strict=True)
        try:
            row = next(reader, None)
        except csv.Error:
            lines.seek(start)
            row = [cell.strip(' "\r\n') for cell in lines.readline().split(separator)]
        if row is None:
            return
        yield [cell[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]]
    raise ListTooLarge
