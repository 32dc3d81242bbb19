"""Zebra and other printers that read ZPL II (Zebra, "ZPL II Programming Guide": ^GFA, ~HS)."""

import re
import time

from PIL import Image
from PIL import ImageChops

from kiosk.badges.port import Port
from kiosk.badges.port import PrinterError
from kiosk.domain.print_job import Trouble

_ASK_STATUS = b"~HS"
_ANSWER_S = 1.5
_ASK_EVERY_S = 0.3
_STATUS = re.compile(rb"\x02([^\x03]*)\x03\s*\x02([^\x03]*)\x03\s*\x02[^\x03]*\x03")


def label(page: Image.Image) -> bytes:
    """A 1-bit badge as one label; a black dot is a one in ZPL and a zero in a picture."""
    bits = ImageChops.invert(page.convert("L")).convert("1").tobytes()
    row = (page.width + 7) // 8
    field = f"^GFA,{len(bits)},{len(bits)},{row},{bits.hex().upper()}"
    return f"^XA^PW{page.width}^LL{page.height}^LH0,0^FO0,0{field}^FS^PQ1^XZ".encode()


def talk(port: Port, prepared: bytes) -> None:
    """Look how the printer is, print, and ask until the label is out. A printer that does not know ~HS says nothing;
    then what it took is taken for printed.
    """
    port.send(_ASK_STATUS)
    answered = _waiting(port, _ANSWER_S) is not None
    port.send(prepared)
    if not answered:
        port.finish()
        return
    until = time.monotonic() + port.patience_s
    while time.monotonic() < until:
        time.sleep(_ASK_EVERY_S)
        port.send(_ASK_STATUS)
        if _waiting(port, min(_ANSWER_S, port.patience_s)) == 0:
            return
    raise PrinterError(Trouble.SLOW)


def _waiting(port: Port, seconds: float) -> int | None:
    """How many labels the printer has still to print, None where it does not say. `PrinterError` for what is wrong."""
    status = b""
    until = time.monotonic() + seconds
    while (found := _STATUS.search(status)) is None:
        if (left := until - time.monotonic()) <= 0:
            return None
        status += port.hear(4096, left)
    first, second = (part.split(b",") for part in found.groups())
    try:
        for flag, trouble in (
            (first[1], Trouble.NO_PAPER),
            (second[2], Trouble.COVER_OPEN),
            (second[3], Trouble.NO_PAPER),  # the ribbon is its ink
            (first[2], Trouble.PAUSED),
        ):
            if int(flag):
                raise PrinterError(trouble)
        return int(first[4]) + int(second[8])
    except (ValueError, IndexError):
        return None
