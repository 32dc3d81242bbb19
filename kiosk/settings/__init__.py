"""Every setting once: its type, its default, what it is called and what it means.

They stand in `event.toml` in the data folder (or `--config FILE`), which the organizer's page writes too.
`config/event.example.toml` shows them all, each with its meaning from here.
"""

from datetime import timedelta
from typing import Annotated
from typing import Literal
from typing import TypeVar
from typing import get_args
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field
from pydantic import field_validator

from kiosk.domain.refusal import N_
from kiosk.settings.rows import PrinterSetting
from kiosk.settings.rows import ProgrammeSetting
from kiosk.settings.rows import SpotSetting

Language = Literal["en", "de", "fr", "es", "ar"]
LANGUAGES: tuple[str, ...] = get_args(Language)
"""Languages every sentence exists in."""

DoorQuestion = Literal["interests", "matched", "shown", "leaving"]
Rule = Annotated[str, Field(min_length=1, max_length=200)]

R = TypeVar("R", SpotSetting, PrinterSetting)


class Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(
        default="Mixer",
        min_length=1,
        max_length=60,
        title=N_("Name"),
        description=N_("What the evening is called; it stands on badges, phones and the projector."),
    )
    host: str = Field(
        default="",
        max_length=120,
        title=N_("Host"),
        description=N_("Who invites."),
    )
    about: str = Field(
        default="",
        max_length=600,
        title=N_("What it is for"),
        description=N_("What the evening is for, in a sentence or two; guests read it on the public page."),
    )
    programme: tuple[ProgrammeSetting, ...] = Field(
        default=(),
        title=N_("Programme"),
        description=N_("What happens when; guests read it on the public page."),
    )
    rules: tuple[Rule, ...] = Field(
        default=(),
        title=N_("House rules"),
        description=N_("The rules of the house, a sentence each; guests read them on the public page."),
    )
    timezone: str = Field(
        default="",
        title=N_("Time zone"),
        description=N_(
            "An IANA name such as Europe/Berlin, for times on screens and in files; empty takes the laptop’s."
        ),
    )
    language: Language = Field(
        default="en",
        title=N_("Language"),
        description=N_("The language of paper, and where a browser asks for none that is here."),
    )
    answer_seconds: int = Field(
        default=120,
        ge=30,
        le=1800,
        title=N_("Seconds to answer"),
        description=N_("How long a prompt may be answered."),
    )
    round_minutes: int = Field(
        default=12,
        ge=2,
        le=180,
        title=N_("Minutes of a round"),
        description=N_("How long a round lasts, its answering time included."),
    )
    flow_wait_seconds: int = Field(
        default=45,
        ge=0,
        le=900,
        title=N_("Seconds to wait in flow"),
        description=N_(
            "How long, in flow, someone free waits for a person who suits better. Who leaves soon does not wait."
        ),
    )
    flow_enough: int = Field(
        default=8,
        ge=2,
        le=1000,
        title=N_("Enough free people"),
        description=N_("From how many free people on nobody in flow waits for more."),
    )
    flow_at_once: int = Field(
        default=100,
        ge=1,
        le=1000,
        title=N_("Matches at once"),
        description=N_("How many matches flow lets run at the same time."),
    )
    flow_pause_seconds: int = Field(
        default=60,
        ge=0,
        le=1800,
        title=N_("Seconds between two"),
        description=N_("The pause in flow after a conversation, after “later” and after a prompt left unanswered."),
    )
    match_again_in_round: bool = Field(
        default=True,
        title=N_("Match again in a round"),
        description=N_("Whether a round matches those whose match came to nothing, and who came late to it."),
    )
    random_share: float = Field(
        default=0.0,
        ge=0,
        le=1,
        title=N_("Share drawn at random"),
        description=N_(
            "The share of matches drawn at random among the allowed, from 0, none, to 1, all; it tells afterwards "
            "whether matching beat chance."
        ),
    )
    keep_days: int = Field(
        default=30,
        ge=1,
        le=365,
        title=N_("Days to keep"),
        description=N_("For how many days after the evening what people said is kept."),
    )
    spots: tuple[SpotSetting, ...] = Field(
        default=(),
        title=N_("Spots"),
        description=N_(
            "Named places where two or three people find each other; empty leaves it to their beacon. Where a spot’s "
            "place in the plan is known, nobody is sent across the room without need."
        ),
    )
    topics: str = Field(
        default="",
        max_length=200,
        title=N_("Topics of your own"),
        description=N_(
            "A file laid over the topics that come with the kiosk: a path, or a name in the data folder. Empty takes "
            "topics.csv there, if there is one."
        ),
    )
    door_questions: tuple[DoorQuestion, ...] = Field(
        default=(),
        title=N_("Questions at the door"),
        description=N_("What the door asks each guest while they take their badge; every question can be skipped."),
    )
    badge_size: str = Field(
        default="62x100",
        title=N_("Badge paper"),
        description=N_("What badges print on: a size named in config/badges.toml."),
    )
    badge_company: bool = Field(
        default=True,
        title=N_("Company on badges"),
        description=N_("Whether the company stands on badges."),
    )
    badge_logo: str = Field(
        default="",
        max_length=200,
        title=N_("Logo"),
        description=N_("A picture in the data folder that stands on every badge."),
    )
    badge_colour: str = Field(
        default="",
        pattern=r"^(#[0-9a-fA-F]{6})?$",
        title=N_("Colour"),
        description=N_("The evening’s colour, such as #0b6e69, for a strip along the upper edge of badges."),
    )
    printers: tuple[PrinterSetting, ...] = Field(
        default=(),
        title=N_("Printers"),
        description=N_("Printers the kiosk prints badges on; without one, doors print from their own browser."),
    )
    print_at_check_in: bool = Field(
        default=True,
        title=N_("Print at check-in"),
        description=N_(
            "Whether a check-in prints the badge at a door that has a printer, unless it was printed before."
        ),
    )
    wifi_name: str = Field(
        default="",
        max_length=32,
        title=N_("Wi-Fi"),
        description=N_("The network guests join; it stands on table cards and the projector."),
    )
    wifi_password: str = Field(
        default="",
        max_length=63,
        title=N_("Wi-Fi password"),
        description=N_("Its password; empty for an open network."),
    )
    address: str = Field(
        default="",
        max_length=200,
        title=N_("Address"),
        description=N_(
            "What stands in QR codes, such as http://mixer.example; empty takes the laptop’s address in digits, which "
            "always works."
        ),
    )
    names: tuple[str, ...] = Field(
        default=(),
        title=N_("Host names"),
        description=N_("Host names this kiosk also answers to."),
    )

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            if name:
                ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(N_("This time zone is not known; write one such as Europe/Berlin.")) from None
        return name

    @field_validator("address")
    @classmethod
    def _address_is_whole(cls, address: str) -> str:
        address = address.rstrip("/")
        scheme, _, host = address.partition("://")
        if address and (scheme not in ("http", "https") or not host):
            raise ValueError(N_("Write the whole address, such as http://mixer.example."))
        return address

    @field_validator("spots", "printers")
    @classmethod
    def _are_told_apart(cls, rows: tuple[R, ...]) -> tuple[R, ...]:
        if len({row.name for row in rows}) < len(rows):
            raise ValueError(N_("Give each a name of its own."))
        return rows

    @property
    def answer_time(self) -> timedelta:
        return timedelta(seconds=self.answer_seconds)

    @property
    def keep_time(self) -> timedelta:
        return timedelta(days=self.keep_days)

    @property
    def round_time(self) -> timedelta:
        return max(timedelta(minutes=self.round_minutes), self.answer_time)
