"""All files afterwards, by name."""

import io
import zipfile
from collections.abc import Mapping

import sqlalchemy as sa

from kiosk.afterwards.readme import readme
from kiosk.afterwards.record import RECORD
from kiosk.afterwards.record import record_bytes
from kiosk.afterwards.report import report_html
from kiosk.domain.topic import Topics
from kiosk.evening import Evening
from kiosk.guestlists.write import csv_bytes
from kiosk.screens.files import files
from kiosk.screens.files.file import Clocks
from kiosk.screens.record import record
from kiosk.screens.review import review


def all_files(connection: sa.Connection, evening: Evening, topics: Topics) -> dict[str, bytes]:
    """Name to content, the same bytes for the same evening."""
    tables = files(connection, Clocks(evening.zone), topics)
    return {
        "README.txt": readme(tables),
        "report.html": report_html(review(connection, topics), evening),
        **{table.name: csv_bytes(table.headers, table.rows) for table in tables},
        RECORD: record_bytes(record(connection)),
    }


def zipped(made: Mapping[str, bytes]) -> bytes:
    """The files as one ZIP. They bear no time: it would be that of the download."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in made.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
