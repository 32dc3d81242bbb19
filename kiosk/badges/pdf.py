"""PDF files of pictures and boxes, written page by page: of what is written only the places are kept (ISO 32000-1)."""

import zlib
from collections.abc import Sequence
from typing import BinaryIO
from typing import NamedTuple

from PIL import Image

POINTS_PER_MM = 72 / 25.4
_SPEED = 4  # of zlib: nearly as small as its best, and three times as fast


class Box(NamedTuple):
    """Millimetres from the left and from the top of the page."""

    left: float
    top: float
    width: float
    height: float


class Picture(NamedTuple):
    """A picture that was added before, where it stands, and whether it stands on its head."""

    number: int
    box: Box
    turned: bool = False


class Fill(NamedTuple):
    """A box in one colour (red, green, blue)."""

    colour: tuple[int, int, int]
    box: Box


class Pdf:
    """Use as a context; `file` is written from where it stands and need not be seekable."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0
        self._places: dict[int, int] = {}
        self._pages: list[int] = []
        self._last = 2  # the catalogue and the page tree, written at the end
        self._write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")

    def __enter__(self) -> "Pdf":
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        if failed is None:
            self._close()

    def add(self, image: Image.Image) -> int:
        """Write a picture, 1-bit or RGB; its number for any page."""
        bits, space = (1, "DeviceGray") if image.mode == "1" else (8, "DeviceRGB")
        head = (
            f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} "
            f"/BitsPerComponent {bits} /ColorSpace /{space}"
        )
        return self._stream(head, image.tobytes() if bits == 1 else image.convert("RGB").tobytes())

    def page(self, width_mm: float, height_mm: float, drawn: Sequence[Picture | Fill]) -> None:
        """Write a page with these on it, the first lowest."""
        height = height_mm * POINTS_PER_MM
        content = self._stream("", "\n".join(_drawn(each, height) for each in drawn).encode())
        numbers = sorted({each.number for each in drawn if isinstance(each, Picture)})
        pictures = " ".join(f"/I{number} {number} 0 R" for number in numbers)
        self._pages.append(
            self._object(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width_mm * POINTS_PER_MM:.3f} {height:.3f}] "
                f"/Resources << /XObject << {pictures} >> >> /Contents {content} 0 R >>".encode()
            )
        )

    def _close(self) -> None:
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._object(f"<< /Type /Pages /Kids [{kids}] /Count {len(self._pages)} >>".encode(), 2)
        self._object(b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>", 1)
        start = self._at
        self._write(f"xref\n0 {self._last + 1}\n0000000000 65535 f \n".encode())
        self._write(b"".join(b"%010d 00000 n \n" % self._places[number] for number in range(1, self._last + 1)))
        self._write(f"trailer << /Size {self._last + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())

    def _stream(self, head: str, content: bytes) -> int:
        packed = zlib.compress(content, _SPEED)
        head = f"<< {head} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        return self._object(head.encode() + packed + b"\nendstream")

    def _object(self, content: bytes, number: int = 0) -> int:
        if not number:
            self._last += 1
            number = self._last
        self._places[number] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        return number

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._at += len(content)


def _drawn(what: Picture | Fill, page_height: float) -> str:
    left, top, width, height = (POINTS_PER_MM * mm for mm in what.box)
    bottom = page_height - top - height
    if isinstance(what, Fill):
        red, green, blue = (part / 255 for part in what.colour)
        return f"{red:.3f} {green:.3f} {blue:.3f} rg {left:.3f} {bottom:.3f} {width:.3f} {height:.3f} re f"
    if what.turned:
        place = f"{-width:.4f} 0 0 {-height:.4f} {left + width:.4f} {bottom + height:.4f}"
    else:
        place = f"{width:.4f} 0 0 {height:.4f} {left:.4f} {bottom:.4f}"
    return f"q {place} cm /I{what.number} Do Q"
