"""A printer: what it is, what it is sent, and what may be wrong with it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.badges import brother
from kiosk.badges import cups
from kiosk.badges import zpl
from kiosk.badges.badge import Badge
from kiosk.badges.badge import Look
from kiosk.badges.draw import draw_badge
from kiosk.badges.fonts import Fonts
from kiosk.badges.port import PrinterError
from kiosk.badges.port import open_port
from kiosk.badges.sheets import pdf_of
from kiosk.badges.size import Size
from kiosk.domain.print_job import Trouble

Kind = Literal["pdf", "cups", "brother", "zpl"]


@dataclass(frozen=True, slots=True)
class Printer:
    """`address` is a folder, a queue, or where the printer is; `patience_s` how long it may stand still."""

    name: str
    kind: Kind
    address: str
    size: Size
    doors: tuple[str, ...] = ()
    patience_s: float = 20.0


def prepare(printer: Printer, badge: Badge, fonts: Fonts, look: Look) -> bytes:
    """The badge in this printer's own language. Takes a processor some milliseconds and touches nothing."""
    if printer.kind == "brother":
        return brother.raster(draw_badge(badge, printer.size, fonts, look), printer.size)
    if printer.kind == "zpl":
        return zpl.label(draw_badge(badge, printer.size, fonts, look).convert("1"))
    return pdf_of(badge, printer.size, fonts, look)


def deliver(printer: Printer, prepared: bytes, title: str) -> None:
    """Hand over what was prepared and wait until it is printed, as far as the printer tells. `title` names nobody.

    Raises `PrinterError` with what is wrong. Waits in system calls alone, so other greenlets go on meanwhile.
    """
    if printer.kind == "cups":
        cups.submit(printer.address, prepared, title, printer.size, printer.patience_s)
    elif printer.kind == "pdf":
        _into_folder(Path(printer.address), prepared, title)
    else:
        talk = brother.talk if printer.kind == "brother" else zpl.talk
        with open_port(printer.address, printer.patience_s) as port:
            talk(port, prepared)


def _into_folder(folder: Path, content: bytes, title: str) -> None:
    """Written beside and then renamed: whoever watches the folder finds whole files."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = folder / f".{title}.part"
        part.write_bytes(content)
        part.replace(folder / f"{title}.pdf")
    except OSError:
        raise PrinterError(Trouble.UNREACHABLE) from None
