"""How large a badge is, and how many stand on a sheet: config/badges.toml, read and checked."""

import tomllib
from pathlib import Path
from typing import Annotated
from typing import Self

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field
from pydantic import TypeAdapter
from pydantic import ValidationError
from pydantic import model_validator

MM_PER_INCH = 25.4
_LEAST_QR_MM = 25
_MOST_QR_OF_SHORT = 0.6
_MOST_QR_OF_LONG = 0.4

Mm = Annotated[float, Field(ge=0, le=450)]


class Sheet(BaseModel):
    """Where badges stand on a sheet of paper, row by row. All lengths are millimetres."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paper_mm: tuple[Mm, Mm]
    """Width and height."""
    columns: Annotated[int, Field(ge=1, le=10)]
    rows: Annotated[int, Field(ge=1, le=20)]
    first_mm: tuple[Mm, Mm]
    """The left upper corner of the first badge, from the left and from the top."""
    next_mm: tuple[Mm, Mm]
    """From one badge to the next, across and down."""

    @property
    def places(self) -> int:
        return self.columns * self.rows

    def corner_mm(self, place: int) -> tuple[float, float]:
        """The left upper corner of this place, counted from 0, from the left and from the top."""
        row, column = divmod(place, self.columns)
        return self.first_mm[0] + column * self.next_mm[0], self.first_mm[1] + row * self.next_mm[1]


class Size(BaseModel):
    """One size of badge, lying or upright. All lengths are millimetres of paper."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    """What it is called in the table."""
    width_mm: Annotated[float, Field(gt=0, le=300)]
    height_mm: Annotated[float, Field(gt=0, le=300)]
    margin_mm: Annotated[float, Field(ge=0, le=20)]
    qr_mm: Annotated[float, Field(ge=_LEAST_QR_MM, le=60)]
    """The least side of the QR code with its white border."""
    dpi: Annotated[int, Field(ge=150, le=1200)] = 300
    folded: bool = False
    """Printed twice, head to head: folded in the middle, both sides show the badge."""
    colour: bool = True
    """False for what label printers print, which know black alone."""
    roll_mm: tuple[Annotated[int, Field(ge=12, le=62)], Annotated[int, Field(ge=0, le=300)]] | None = None
    """Width and length of the label as Brother names it, length 0 for an endless roll."""
    sheet: Sheet | None = None

    @model_validator(mode="after")
    def _leaves_room_for_the_name(self) -> Self:
        short, long = sorted((self.width_mm, self.height_mm))
        if self.qr_mm > min(_MOST_QR_OF_SHORT * short, _MOST_QR_OF_LONG * long):
            raise ValueError("the QR code leaves no room for the name; make the badge larger")
        return self

    @model_validator(mode="after")
    def _fits_the_sheet(self) -> Self:
        if self.sheet:
            across, down = self.sheet.next_mm
            x, y = self.sheet.corner_mm(self.sheet.places - 1)
            if (self.sheet.columns > 1 and across < self.width_mm) or (
                self.sheet.rows > 1 and down < self.paper_height_mm
            ):
                raise ValueError("the badges of a sheet lie over each other")
            if x + self.width_mm > self.sheet.paper_mm[0] or y + self.paper_height_mm > self.sheet.paper_mm[1]:
                raise ValueError("the badges reach beyond the sheet")
        return self

    @property
    def paper_height_mm(self) -> float:
        """The height of the paper: twice the badge's where it is folded."""
        return self.height_mm * (2 if self.folded else 1)

    @property
    def upright(self) -> bool:
        return self.height_mm > self.width_mm

    @property
    def width_px(self) -> int:
        return self.px(self.width_mm)

    @property
    def height_px(self) -> int:
        return self.px(self.height_mm)

    @property
    def short_px(self) -> int:
        """The shorter side, by which everything else is measured."""
        return min(self.width_px, self.height_px)

    def px(self, mm: float) -> int:
        """Millimetres in printer's dots, rounded."""
        return round(mm * self.dpi / MM_PER_INCH)

    def at(self, dpi: int) -> "Size":
        """The same size for a printer of other dots."""
        return self.model_copy(update={"dpi": dpi})


_SIZES = TypeAdapter(Annotated[dict[str, Size], Field(min_length=1)])


def read_sizes(file: Path) -> dict[str, Size]:
    """Every size by its name, the default first. Raises `ValueError` saying where the table is wrong."""
    try:
        read = _SIZES.validate_python(tomllib.loads(file.read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file.name}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ": ".join((file.name, ".".join(map(str, first["loc"])))).removesuffix(": ")
        raise ValueError(f"{where}: {first['msg']}") from error
    return {name: size.model_copy(update={"name": name}) for name, size in read.items()}
