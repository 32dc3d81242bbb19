"""A guest list from the terminal: read, accounted for, brought in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kiosk.actions.import_guests import Imported
from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.actions.keep_list_mapping import keep_list_mapping
from kiosk.domain.list_mapping import ListMapping
from kiosk.domain.text import fold
from kiosk.evening import Evening
from kiosk.guestlists.guest import GuestList
from kiosk.guestlists.read import read_table
from kiosk.guestlists.read import recognise_table
from kiosk.guestlists.recognised import Field
from kiosk.guestlists.recognised import Recognised
from kiosk.guestlists.table import decode
from kiosk.store import list_mappings


@dataclass(frozen=True, slots=True)
class Looked:
    """A list as it was read, and how: to be saved or only told of."""

    guest_list: GuestList
    fingerprint: str
    mapping: ListMapping


def look_at(
    evening: Evening,
    file: Path,
    columns: Iterable[str],
    coming: Iterable[str],
    out: Iterable[str],
    headings: bool | None = None,
) -> Looked:
    """Read `file` as a list with the same columns was read before, and as is said now ("HEADER=FIELD", statuses).

    Raises click.UsageError for a header or a field there is not, and where no column holds names.
    """
    text = decode(file.read_bytes())
    found = recognise_table(text, evening.columns, headings)
    before = evening.database.read(list_mappings.get, found.fingerprint) or ListMapping()
    statuses = {fold(text) or text: True for text in coming} | {fold(text) or text: False for text in out}
    mapping = ListMapping(before.columns | dict(_column(found, said) for said in columns), before.statuses | statuses)
    guest_list = read_table(text, evening.columns, mapping, headings)
    if not guest_list.found.has_names:
        headers = ", ".join(header for header in found.headers[:60] if header)
        raise click.UsageError(
            f"No column with names was found. Say which it is, as --column 'HEADER=name'. The columns are: {headers}. "
            "Where these are a guest already, say --no-headings."
        )
    return Looked(guest_list, found.fingerprint, mapping)


def bring_in(evening: Evening, looked: Looked) -> Imported:
    """Save the guests, and how their list was read."""
    found, prepared = looked.guest_list, prepare(looked.guest_list.guests, evening.topics)
    imported = evening.database.write(import_guests, prepared, looked.fingerprint, found.not_expected)
    evening.database.write(keep_list_mapping, looked.fingerprint, looked.mapping)
    return imported


def tell(console: Console, title: str, looked: Looked, imported: Imported | None) -> None:
    """Every row, counted by what became of it; those left out one by one."""
    guest_list = looked.guest_list
    table = Table(title=f"{title}: {guest_list.total} rows")
    table.add_column("guests", justify="right")
    table.add_column("")
    if imported:
        table.add_row(str(imported.added), "new")
        table.add_row(str(imported.filled), "known before, blanks filled")
        table.add_row(str(imported.unchanged), "known before, unchanged")
    said = "imported in all" if imported else "would be imported"
    table.add_row(str(len(guest_list.guests)), said, style="bold", end_section=True)
    for reason, count in sorted(Counter(skipped.reason for skipped in guest_list.skipped).items()):
        table.add_row(str(count), reason.sentence)
    table.add_row(str(len(guest_list.skipped)), "skipped in all", style="bold")
    console.print(table)

    def line(text: str) -> None:
        console.print(text, markup=False, highlight=False)

    if guest_list.found.exporter:
        line(f"A list from {guest_list.found.exporter}.")
    for field, headers in guest_list.found.by_field().items():
        line(f"  {field}: {headers}")
    for row in guest_list.skipped:
        line(f"  row {row.row}: {row.name or '(no name)'}: {row.reason.sentence}")
    unknown = [f"{status.text} ({status.count})" for status in guest_list.statuses if status.reason == "unknown_status"]
    if unknown:
        line("Statuses not known: " + "; ".join(unknown) + ". Take them in with --coming STATUS.")
    if guest_list.unread_purposes:
        line("Not understood as a purpose: " + "; ".join(guest_list.unread_purposes))


def _column(found: Recognised, said: str) -> tuple[str, str]:
    """The key of the column and the field in "HEADER=FIELD"; no field after the sign leaves the column unread."""
    header, _, field = said.rpartition("=")
    key = next((key for key in found.keys if key.rpartition("#")[0] == fold(header)), None)
    if key is None:
        raise click.UsageError(f"There is no column “{header}” in this file.")
    if field and field not in set(Field):
        raise click.UsageError(f"“{field}” is no field. Choose one of {', '.join(Field)}.")
    return key, field
