"""evenings.csv: what is left of evenings whose people are forgotten."""

from typing import Any

import sqlalchemy as sa

from kiosk.screens.files.file import Clocks
from kiosk.screens.files.file import Column
from kiosk.screens.files.file import File
from kiosk.screens.files.file import table
from kiosk.store import tallies

_COUNTED = {
    "expected": "people on the list or walked in",
    "came": "people who came",
    "rounds": "rounds that were started",
    "matches": "matches that were made",
    "meetings": "meetings there were",
    "met_someone": "people who met someone",
}


def evenings_file(connection: sa.Connection, clocks: Clocks) -> File:
    def count(name: str) -> Column[sa.Row[Any]]:
        return Column(name, _COUNTED[name], lambda tally: str(tally._mapping[name]))

    columns: tuple[Column[sa.Row[Any]], ...] = (
        *clocks.columns("forgotten_at", "when its people were erased", lambda tally: tally.forgotten_at),
        *clocks.columns("first_arrival_at", "when the first one came", lambda tally: tally.first_arrival_at),
        *clocks.columns("last_arrival_at", "when the last one came", lambda tally: tally.last_arrival_at),
        *map(count, _COUNTED),
    )
    about = "Counts of evenings whose people are forgotten: one row an evening."
    return table("evenings.csv", about, columns, tallies.all_of_them(connection))
