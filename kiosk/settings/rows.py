"""Settings that come in rows: what happens when, where people find each other, what badges print on."""

from typing import Annotated
from typing import Literal
from typing import get_args

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field
from pydantic import ValidationInfo
from pydantic import field_validator

from kiosk.domain.refusal import N_
from kiosk.domain.spot import ACROSS

Along = Annotated[float, Field(ge=0, le=ACROSS)]
"""A place along one side of the room's plan."""


Kind = Literal["pdf", "cups", "brother", "zpl"]
KINDS: tuple[str, ...] = get_args(Kind)
"""How a printer is spoken to."""


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ProgrammeSetting(Row):
    at: str = Field(
        min_length=1,
        max_length=20,
        title=N_("When"),
        description=N_("As guests shall read it, such as 19:30."),
    )
    what: str = Field(
        min_length=1,
        max_length=120,
        title=N_("What"),
        description=N_("What happens then."),
    )


class SpotSetting(Row):
    name: str = Field(
        min_length=1,
        max_length=60,
        title=N_("Name"),
        description=N_("What prompts call it."),
    )
    room_for: int = Field(
        default=8,
        ge=2,
        le=500,
        title=N_("Room for"),
        description=N_("How many people can talk there at once."),
    )
    at: tuple[Along, Along] | None = Field(
        default=None,
        title=N_("Place"),
        description=N_("Where it is, from [0, 0], one corner of the room, to [100, 100], the one across."),
    )


class PrinterSetting(Row):
    name: str = Field(
        min_length=1,
        max_length=60,
        title=N_("Name"),
        description=N_("What door and organizer call it."),
    )
    kind: Kind = Field(
        title=N_("Kind"),
        description=N_(
            "pdf writes files into a folder, cups asks a print queue of this laptop, brother is a QL label printer, "
            "zpl a Zebra or another that reads ZPL."
        ),
    )
    address: str = Field(
        default="",
        validate_default=True,
        max_length=200,
        title=N_("Address"),
        description=N_(
            "The folder, the queue, or the printer: a network address, port 9100 if none is said, or a device such as "
            "/dev/usb/lp0."
        ),
    )
    size: str = Field(
        default="",
        max_length=60,
        title=N_("Size"),
        description=N_("A size from config/badges.toml; empty takes that of all badges."),
    )
    dpi: int = Field(
        default=300,
        ge=150,
        le=1200,
        title=N_("Dots an inch"),
        description=N_("How finely it prints."),
    )
    doors: tuple[str, ...] = Field(
        default=(),
        title=N_("Doors"),
        description=N_("The doors that print here, by name; empty means every door that has no other."),
    )

    @field_validator("address")
    @classmethod
    def _is_somewhere(cls, address: str, others: ValidationInfo) -> str:
        if not address and others.data.get("kind", "pdf") != "pdf":
            raise ValueError(N_("Say its address: the queue’s name, or where the printer is in the network."))
        device = others.data.get("kind") in ("brother", "zpl") and address.startswith("/")
        if device and (not address.startswith("/dev/") or ".." in address):  # no other file is to be written over
            raise ValueError(N_("A device stands under /dev/, such as /dev/usb/lp0."))
        return address
