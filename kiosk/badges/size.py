"""How large a badge is: config/badges.toml, read and checked."""

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

DPI = 300
"""Dots an inch of common label printers."""

_MM_PER_INCH = 25.4
_LEAST_QR_MM = 25
_MOST_QR_OF_HEIGHT = 0.6
_MOST_QR_OF_WIDTH = 0.4


class Size(BaseModel):
    """One size of badge, wider than high. All lengths are millimetres of paper."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    width_mm: Annotated[float, Field(gt=0, le=300)]
    height_mm: Annotated[float, Field(gt=0, le=200)]
    margin_mm: Annotated[float, Field(ge=0, le=20)]
    qr_mm: Annotated[float, Field(ge=_LEAST_QR_MM, le=60)]
    """The least side of the QR code with its white border."""

    @model_validator(mode="after")
    def _leaves_room_for_the_name(self) -> Self:
        if self.qr_mm > min(_MOST_QR_OF_HEIGHT * self.height_mm, _MOST_QR_OF_WIDTH * self.width_mm):
            raise ValueError("the QR code leaves no room for the name; make the badge larger")
        return self

    @property
    def width_px(self) -> int:
        return to_px(self.width_mm)

    @property
    def height_px(self) -> int:
        return to_px(self.height_mm)


_SIZES = TypeAdapter(Annotated[dict[str, Size], Field(min_length=1)])


def to_px(mm: float) -> int:
    """Millimetres in printer's dots, rounded."""
    return round(mm * DPI / _MM_PER_INCH)


def read_sizes(file: Path) -> dict[str, Size]:
    """Every size by its name, the default first. Raises `ValueError` saying where the table is wrong."""
    try:
        return _SIZES.validate_python(tomllib.loads(file.read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file.name}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ": ".join((file.name, ".".join(map(str, first["loc"])))).removesuffix(": ")
        raise ValueError(f"{where}: {first['msg']}") from error
