"""Brother QL label printers: the raster commands of the QL-800 series (Brother, "Raster Command Reference QL-800").

Written out here, since the libraries for it bring USB drivers, a second command line and dithering of their own for
what is a dozen commands and rows of bits. What is sent is what brother-ql-next 0.12 sends, byte for byte.
"""

import time

from PIL import Image

from kiosk.badges.port import Port
from kiosk.badges.port import PrinterError
from kiosk.badges.size import Size
from kiosk.domain.print_job import Trouble

PINS = 720
"""Of the print head; a 62 mm roll lies in its middle and shows 696 of them."""

_FORGET = bytes(400)
_INITIALIZE = b"\x1b@"
_RASTER_MODE = b"\x1bia\x01"
_ASK_STATUS = b"\x1biS"
_ENDLESS, _DIE_CUT = 0x0A, 0x0B
_CHECK_MEDIA = 0x80 | 0x40 | 0x08 | 0x04 | 0x02
_FEED_DOTS = 35
_STATUS_BYTES = 32
_ANSWER_S = 1.5
_PRINTED, _ERROR = 0x01, 0x02

_TROUBLES = (
    (8, 0x01, Trouble.NO_PAPER),
    (8, 0x02, Trouble.NO_PAPER),
    (8, 0x04, Trouble.JAMMED),
    (9, 0x01, Trouble.WRONG_ROLL),
    (9, 0x10, Trouble.COVER_OPEN),
    (9, 0x40, Trouble.JAMMED),
    (9, 0x80, Trouble.FAULT),
)
"""Byte of the status, bit in it, and what it means (error information 1 and 2 of the reference)."""


def raster(page: Image.Image, size: Size) -> bytes:
    """A 1-bit badge as the printer wants it: across the roll, mirrored, a row of 90 bytes a dot line."""
    assert size.roll_mm is not None
    width, length = size.roll_mm
    if page.width > page.height:
        page = page.transpose(Image.Transpose.ROTATE_270)
    across = Image.new("1", (PINS, page.height), 1)
    across.paste(page, ((PINS - page.width) // 2, 0))
    rows = across.transpose(Image.Transpose.FLIP_LEFT_RIGHT).point([255] + [0] * 255, "1").tobytes()
    media = bytes((_CHECK_MEDIA, _DIE_CUT if length else _ENDLESS, width, length))
    head = (
        b"\x1biz" + media + page.height.to_bytes(4, "little") + b"\x00\x00",
        b"\x1biM\x40",  # cut by itself
        b"\x1biA\x01",  # after each label
        b"\x1biK\x08",  # and at the end
        b"\x1bid" + (0 if length else _FEED_DOTS).to_bytes(2, "little"),
    )
    row = PINS // 8
    lines = (b"g\x00" + bytes((row,)) + rows[start : start + row] for start in range(0, len(rows), row))
    return b"".join((*head, *lines, b"\x1a"))


def talk(port: Port, prepared: bytes) -> None:
    """Look how the printer is, print, and wait for its word. Over the network some models say nothing; then what they
    took is taken for printed.
    """
    port.send(_RASTER_MODE + _FORGET + _INITIALIZE + _RASTER_MODE + _ASK_STATUS)
    answered = _heard(port, _ANSWER_S) is not None
    port.send(prepared)
    if not answered:
        port.finish()
        return
    until = time.monotonic() + port.patience_s
    while (left := until - time.monotonic()) > 0:
        if _heard(port, left) == _PRINTED:
            return
    raise PrinterError(Trouble.SLOW)


def _heard(port: Port, seconds: float) -> int | None:
    """The kind of the next status, None where none comes. Raises `PrinterError` for a status that tells of an error."""
    status = b""
    until = time.monotonic() + seconds
    while len(status) < _STATUS_BYTES and (left := until - time.monotonic()) > 0:
        status += port.hear(_STATUS_BYTES - len(status), left)
    if len(status) < _STATUS_BYTES:
        return None
    for byte, bit, trouble in _TROUBLES:
        if status[byte] & bit:
            raise PrinterError(trouble)
    if status[18] == _ERROR:
        raise PrinterError(Trouble.FAULT)
    return status[18]
