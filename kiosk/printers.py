"""The printers that settings speak of, and the badges that PDF printers leave."""

from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

from kiosk.badges.printer import Printer
from kiosk.badges.size import Size
from kiosk.domain.refusal import N_
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.settings.error import wrong_choice
from kiosk.settings.rows import PrinterSetting

PRINTED = "printed"
"""The folder in which a PDF printer leaves its badges, where the settings name none."""


def size_named(sizes: Mapping[str, Size], name: str, setting: str) -> Size:
    """A size of the table; `SettingsError` naming `setting` where there is none of this name."""
    if name not in sizes:
        raise wrong_choice(setting, ", ".join(sizes))
    return sizes[name]


def printers_of(settings: Settings, folder: Path, sizes: Mapping[str, Size]) -> dict[str, Printer]:
    """The printers of the settings by name. Raises `SettingsError` for one that cannot print its size."""

    def printer(place: int, written: PrinterSetting) -> Printer:
        key = f"printers.{place}.size"
        size = size_named(sizes, written.size or settings.badge_size, key)
        if written.kind == "brother" and (size.roll_mm is None or written.dpi != 300):
            raise SettingsError(N_("A brother prints rolls at 300 dots an inch; choose a size with roll_mm."), key)
        address = str(folder / (written.address or PRINTED)) if written.kind == "pdf" else written.address
        alone = size.model_copy(update={"sheet": None, "dpi": written.dpi})
        return Printer(written.name, written.kind, address, alone, written.doors)

    return {written.name: printer(place, written) for place, written in enumerate(settings.printers)}


def forget_papers(folder: Path, printers: Iterable[Printer], attendee_id: str) -> None:
    """Delete what PDF printers left of a person, or of whom else the pattern fits; also one that is there no more."""
    for kept in {folder / PRINTED, *(Path(printer.address) for printer in printers if printer.kind == "pdf")}:
        for file in (*kept.glob(f"{attendee_id}.pdf"), *kept.glob(f".{attendee_id}.part")):
            file.unlink(missing_ok=True)
