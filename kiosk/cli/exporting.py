"""The evening from and to files, from the terminal."""

from pathlib import Path

from rich.console import Console

from kiosk.actions.import_evening import import_evening
from kiosk.afterwards.files import all_files
from kiosk.afterwards.record import read_record
from kiosk.evening import Evening


def write_files(evening: Evening, folder: Path, console: Console) -> None:
    """Write every file afterwards into `folder`, readable by its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, content in evening.database.read_long(all_files, evening, evening.topics).items():
        (folder / name).write_bytes(content)
        console.print(str(folder / name), markup=False, highlight=False)


def bring_back(evening: Evening, file: Path, console: Console) -> None:
    """Bring the evening of an evening.json back. Raises `EveningAlready` and `NotAnEvening`."""
    people = evening.database.write(import_evening, read_record(file.read_bytes()))
    console.print(f"{file}: the evening is back, {people} people", markup=False, highlight=False)
