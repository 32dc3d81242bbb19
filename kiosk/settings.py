"""Every setting once: its type, its default and what it means.

They are read from `event.toml` in the data folder (or `--config FILE`); a key nobody knows is an error that names
the nearest known one. `config/event.example.toml` shows them all.
"""

import tomllib
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated
from typing import Literal
from typing import Self
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field
from pydantic import ValidationError
from pydantic import field_validator
from pydantic import model_validator

from kiosk.domain.spot import ACROSS

LANGUAGES = ("en", "de", "fr", "es", "ar")
"""Languages every sentence exists in."""


DoorQuestion = Literal["interests", "matched", "shown", "leaving"]


class SettingsError(Exception):
    """A settings file that cannot be used; the message says which line of it and why."""


class ProgrammeSetting(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    at: str = Field(min_length=1, max_length=20)
    """When, as guests shall read it: "19:30"."""
    what: str = Field(min_length=1, max_length=120)


class SpotSetting(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=60)
    room_for: int = Field(default=8, ge=2, le=500)
    """How many people can talk there at once."""
    at: tuple[float, float] | None = None
    """Where it is in a simple plan of the room, from [0, 0] to [100, 100]; people are not sent far without need."""

    @field_validator("at")
    @classmethod
    def _is_in_the_plan(cls, at: tuple[float, float] | None) -> tuple[float, float] | None:
        if at and not all(0 <= along <= ACROSS for along in at):
            raise ValueError(f"write two numbers from 0 to {ACROSS}, such as [20, 75]")
        return at


class PrinterSetting(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=60)
    """What door and organizer call it."""
    kind: Literal["pdf", "cups", "brother", "zpl"]
    """`pdf` writes files into a folder, `cups` asks a print queue of this laptop, `brother` is a QL label printer,
    `zpl` a Zebra or another that reads ZPL."""
    address: str = Field(default="", max_length=200)
    """The folder, the queue, or the printer: a network address, port 9100 if none is said, or a device /dev/usb/lp0."""
    size: str = ""
    """A size named in `config/badges.toml`; empty takes `badge_size`."""
    dpi: int = Field(default=300, ge=150, le=1200)
    """Its dots an inch."""
    doors: tuple[str, ...] = ()
    """The doors that print here, by the names they were paired with; empty means every door that has no other."""

    @model_validator(mode="after")
    def _has_an_address(self) -> Self:
        if not self.address and self.kind != "pdf":
            raise ValueError("say its address: the queue's name, or where the printer is in the network")
        return self


class Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(default="Mixer", min_length=1, max_length=60)
    """What the evening is called; it stands on badges, phones and the projector."""
    host: str = Field(default="", max_length=120)
    """Who invites."""
    about: str = Field(default="", max_length=600)
    """What the evening is for, in a sentence or two; guests read it on the public page."""
    programme: tuple[ProgrammeSetting, ...] = ()
    """What happens when; guests read it on the public page."""
    rules: tuple[Annotated[str, Field(min_length=1, max_length=200)], ...] = ()
    """The rules of the house, a sentence each; guests read them on the public page."""
    timezone: str = ""
    """An IANA name such as "Europe/Berlin", for times on screens and in files; empty takes the laptop's."""
    language: str = "en"
    """The language where a browser asks for none that is here."""
    answer_seconds: int = Field(default=120, ge=30, le=1800)
    """How long a prompt may be answered."""
    round_minutes: int = Field(default=12, ge=2, le=180)
    """How long a round lasts, its answering time included."""
    flow_wait_seconds: int = Field(default=45, ge=0, le=900)
    """How long, in flow, someone free waits for a person who suits better. Who leaves soon does not wait."""
    flow_enough: int = Field(default=8, ge=2, le=1000)
    """From how many free people on nobody waits for more."""
    flow_at_once: int = Field(default=100, ge=1, le=1000)
    """How many matches flow lets run at the same time."""
    flow_pause_seconds: int = Field(default=60, ge=0, le=1800)
    """The pause after a conversation, after "later" and after a prompt left unanswered."""
    match_again_in_round: bool = True
    """Whether a round matches those among each other whose match came to nothing, and who came late to it."""
    random_share: float = Field(default=0.0, ge=0, le=1)
    """The share of matches drawn at random among the allowed, to see afterwards whether matching beat chance."""
    keep_days: int = Field(default=30, ge=1, le=365)
    """For how many days after the evening what people said is kept."""
    spots: tuple[SpotSetting, ...] = ()
    """Named places where two or three people find each other; empty leaves it to their beacon."""
    topics: str = ""
    """A file of topics of your own, laid over those that come with the kiosk; empty takes `topics.csv` in the data
    folder, if there is one."""
    door_questions: tuple[DoorQuestion, ...] = ()
    """What the door asks each guest while they take their badge; every question can be skipped."""
    badge_size: str = "62x100"
    """A size named in `config/badges.toml`."""
    badge_company: bool = True
    """Whether the company stands on badges."""
    badge_logo: str = ""
    """A picture in the data folder that stands on every badge."""
    badge_colour: str = Field(default="", pattern=r"^(#[0-9a-fA-F]{6})?$")
    """The evening's colour, such as "#0b6e69", for a strip along the upper edge of badges."""
    printers: tuple[PrinterSetting, ...] = ()
    """Printers the kiosk prints badges on; without one, doors print from their own browser."""
    print_at_check_in: bool = True
    """Print a badge when somebody is checked in at a door that has a printer, unless theirs was printed before."""
    wifi_name: str = Field(default="", max_length=32)
    """The network guests join; it stands on table cards."""
    wifi_password: str = Field(default="", max_length=63)
    """Its password; empty for an open network."""
    address: str = ""
    """What stands in QR codes, such as "http://mixer.example"; empty takes the laptop's address in digits."""
    names: tuple[str, ...] = ()
    """Host names this kiosk also answers to."""

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            if name:
                ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("this time zone is not known; write one such as Europe/Berlin") from None
        return name

    @field_validator("language")
    @classmethod
    def _language_is_here(cls, language: str) -> str:
        if language not in LANGUAGES:
            raise ValueError(f"choose one of {', '.join(LANGUAGES)}")
        return language

    @field_validator("address")
    @classmethod
    def _address_is_whole(cls, address: str) -> str:
        if address and not address.startswith(("http://", "https://")):
            raise ValueError('write the whole address, such as "http://mixer.example"')
        return address.rstrip("/")

    @field_validator("printers")
    @classmethod
    def _printers_are_told_apart(cls, printers: tuple[PrinterSetting, ...]) -> tuple[PrinterSetting, ...]:
        if len({printer.name for printer in printers}) < len(printers):
            raise ValueError("give each printer a name of its own")
        return printers

    @property
    def answer_time(self) -> timedelta:
        return timedelta(seconds=self.answer_seconds)

    @property
    def keep_time(self) -> timedelta:
        return timedelta(days=self.keep_days)

    @property
    def round_time(self) -> timedelta:
        return max(timedelta(minutes=self.round_minutes), self.answer_time)


_PARTS: dict[str, type[BaseModel]] = {"programme": ProgrammeSetting, "spots": SpotSetting, "printers": PrinterSetting}


def read_settings(path: Path) -> Settings:
    """The settings in this TOML file, or the defaults where there is none.

    Raises `SettingsError` with a sentence for each thing that is wrong.
    """
    if not path.exists():
        return Settings()
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name} is not written as TOML: {error}") from None
    try:
        return Settings(**written)
    except ValidationError as error:
        raise SettingsError("\n".join(f"{path.name}: {_said(problem)}" for problem in error.errors())) from None


def _said(problem: object) -> str:
    assert isinstance(problem, dict)
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] != "extra_forbidden":
        return f"“{key}”: {problem['msg']}"
    known = _PARTS[str(problem["loc"][0])] if len(problem["loc"]) > 1 else Settings
    near = get_close_matches(str(problem["loc"][-1]), list(known.model_fields), n=1)
    return f"“{key}” is not a setting" + (f"; did you mean “{near[0]}”?" if near else ".")
