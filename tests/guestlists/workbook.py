"""Small workbooks, good and bad, made in the test that reads them."""

import io
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook


def workbook(rows: Sequence[Sequence[object]], hidden_first: bool = False) -> bytes:
    """An xlsx file with these rows on its sheet, behind a hidden one where that is asked for."""
    book = Workbook()
    sheet = book.active
    if hidden_first:
        sheet.append(["Name"])
        sheet.append(["Nobody"])
        sheet.sheet_state = "hidden"
        sheet = book.create_sheet("Guests")
        book.active = 1
    for row in rows:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_sheet(xml: str) -> bytes:
    """A workbook whose sheet is this XML, whatever it says."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["Name"], ["Ann"]]))) as good,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for each in good.infolist():
            made.writestr(each.filename, xml if each.filename.endswith("sheet1.xml") else good.read(each))
    return file.getvalue()


def sheet(*rows: str) -> bytes:
    """A workbook with these `<row>`s."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return with_sheet(f'<worksheet xmlns="{space}"><sheetData>{"".join(rows)}</sheetData></worksheet>')
