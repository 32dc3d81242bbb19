"""The first sheet of an xlsx file, as the CSV text it could have been.

openpyxl streams the rows. python-calamine is ten times as fast, but it reserves room for the whole rectangle of the
sheet: a file of 500 bytes that names its last cell ends the process (tried with 0.9).
"""

import csv
import io
import warnings
from collections.abc import Iterator
from zipfile import ZipFile

from openpyxl import load_workbook

from kiosk.domain.refusal import ListTooLarge
from kiosk.domain.refusal import ListUnreadable

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes an xlsx file may unpack to: twice a list of 20,000 rows and 60 columns."""

MOST_TEXT = 32 * 1024 * 1024
"""Characters of the table: a text that stands in the file once may stand in every cell."""


def sheet_text(content: bytes, most_rows: int, most_lines: int, most_columns: int, longest_cell: int) -> str:
    """CSV with a line for every row, blank ones as well, so that the line numbers stay those of the sheet.

    At most `most_rows` of them may be filled, the header being one. Raises ListTooLarge for more, and for what unpacks
    to too much, and ListUnreadable for what is no workbook.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    filled = 0
    try:
        for number, cells in enumerate(_rows(content)):
            texts = [_text(cell)[:longest_cell] for cell in cells[:most_columns]]
            filled += any(texts)
            if filled > most_rows or number > most_lines or file.tell() > MOST_TEXT:
                raise ListTooLarge
            writer.writerow(texts if any(texts) else [])
    except ListTooLarge:
        raise
    except Exception as broken:  # whatever a broken workbook makes of a library is one thing here: no list
        raise ListUnreadable from broken
    return file.getvalue()


def _rows(content: bytes) -> Iterator[tuple[object, ...]]:
    with ZipFile(io.BytesIO(content)) as archive:
        if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
            raise ListTooLarge
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles, which nobody looks at
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
        sheets[0].reset_dimensions()  # a file may claim to be smaller than it is
        yield from sheets[0].iter_rows(values_only=True)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a telephone number, not 1.5551234567E10
    return str(value)
