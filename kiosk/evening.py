"""One running evening: its settings, its database and what is read once from `config/`."""

import logging
import os
import time
import tomllib
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import tzinfo
from functools import cached_property
from functools import lru_cache
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.support import NullTranslations
from babel.support import Translations

from kiosk.actions.make_matches import Pace
from kiosk.badges.badge import Badge
from kiosk.badges.badge import Look
from kiosk.badges.badge import read_logo
from kiosk.badges.fonts import Fonts
from kiosk.badges.printer import Printer
from kiosk.badges.size import Size
from kiosk.badges.size import read_sizes
from kiosk.domain.attendee import Attendee
from kiosk.domain.flow import Limits
from kiosk.domain.identifier import ANY_ID
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.purpose import parse_purposes
from kiosk.domain.refusal import N_
from kiosk.domain.refusal import SettingsChangedSince
from kiosk.domain.sighting import Sightings
from kiosk.domain.spot import Spot
from kiosk.domain.surroundings import Surroundings
from kiosk.domain.topic import Decision
from kiosk.domain.topic import Topics
from kiosk.files import CONFIG
from kiosk.files import DIST
from kiosk.files import TRANSLATIONS
from kiosk.guestlists.columns import Columns
from kiosk.native import offload
from kiosk.own_topics import known_topics
from kiosk.phones_first import PhonesFirst
from kiosk.printers import forget_papers
from kiosk.printers import printers_of
from kiosk.printers import size_named
from kiosk.settings import Settings
from kiosk.settings.error import SettingsError
from kiosk.settings.file import EVENT
from kiosk.settings.file import SettingsFile
from kiosk.settings.file import fingerprint
from kiosk.settings.file import read_settings
from kiosk.settings.file import settings_with
from kiosk.settings.file import write_settings
from kiosk.settings.follows import follows
from kiosk.store import backups
from kiosk.store import topic_decisions
from kiosk.store.database import Database
from kiosk.store.database import system_clock
from kiosk.store.directory import Guests
from kiosk.store.pairings import Pairings
from kiosk.venue.addresses import join_address
from kiosk.venue.lookout import Lookout

log = logging.getLogger(__name__)

DATABASE = "evening.sqlite3"


@dataclass(eq=False)
class Evening:
    """`folder` holds everything of one evening; `port` is what the kiosk is reached on.

    `settings` are those of this moment: they change while it runs, so nobody keeps any. `config` is their file, where
    it is not event.toml in the folder.
    """

    folder: Path
    settings: Settings
    database: Database
    port: int
    config: Path | None = None

    paintings: Iterator[int] = field(default_factory=lambda: count(time.time_ns() // 1_000_000))
    """Numbers for painted regions, by socket or in an answer: the page keeps the highest. Drawn before what is painted
    is read. They start above every number an earlier process gave out, so fresh news is never taken for stale."""

    phones_first: PhonesFirst = field(default_factory=PhonesFirst)

    sightings: Sightings = field(default_factory=Sightings)

    @property
    def surroundings(self) -> Surroundings:
        """What the organizer's page shows beside what is in the database."""
        return Surroundings(
            sightings=self.sightings,
            address=self.address,
            address_before=self.lookout.address_before,
            printers=tuple(self.printers),
            backed_up=bool(backups.all_of_them(self.database.path)),
            cautions=(*self.lookout.cautions, *self.database.health.cautions()),
        )

    @cached_property
    def lookout(self) -> Lookout:
        return Lookout(self.folder, lambda: self.address)

    def __post_init__(self) -> None:
        self.file = SettingsFile(self.config or self.folder / EVENT)

    @property
    def topics(self) -> Topics:
        """The topics of this moment: what the files know, and what the organizer has decided."""
        return self._decided(self.database.read(topic_decisions.all_of_them))

    @follows("topics")
    def _decided(self) -> Callable[[tuple[Decision, ...]], Topics]:
        return lru_cache(2)(known_topics(self.settings.topics, self.folder).decided)

    @cached_property
    def purposes(self) -> PurposeTable:
        return parse_purposes(tomllib.loads((CONFIG / "purposes.toml").read_text(encoding="utf-8")))

    @cached_property
    def columns(self) -> Columns:
        return Columns.load(CONFIG / "guestlist_columns.toml")

    @cached_property
    def pairings(self) -> Pairings:
        return Pairings(self.database)

    @cached_property
    def guests(self) -> Guests:
        return Guests(self.database)

    @cached_property
    def fonts(self) -> Fonts:
        return Fonts(DIST / "fonts")

    @cached_property
    def badge_sizes(self) -> dict[str, Size]:
        return read_sizes(CONFIG / "badges.toml")

    @follows("badge_size")
    def badge_size(self) -> Size:
        return self.size_named(self.settings.badge_size, "badge_size")

    @follows("badge_colour", "badge_logo")
    def look(self) -> Look:
        """The event's own logo and colour on badges."""
        colour, logo = self.settings.badge_colour, self.settings.badge_logo
        try:
            picture = read_logo(self.folder / logo) if logo else None
        except (OSError, ValueError) as error:
            raise SettingsError(
                N_("%(logo)s cannot be read as a picture: %(error)s"), "badge_logo", logo=logo, error=error
            ) from None
        return Look(picture, (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)) if colour else None)

    def badge_of(self, person: Attendee) -> Badge:
        """What stands on this person's badge, in the evening's language."""
        return Badge.of(person, self.address, self.say(N_("Ask me about")), self.settings.badge_company)

    @follows("printers", "badge_size")
    def printers(self) -> dict[str, Printer]:
        """The printers of the settings by name. Raises `SettingsError` for one that cannot print its size."""
        return printers_of(self.settings, self.folder, self.badge_sizes)

    def printer_for(self, door: str) -> Printer | None:
        """Where badges of this door are printed: the printer that names it, else the first that names none."""
        named = (printer for printer in self.printers.values() if door in printer.doors)
        return next(named, None) or next((printer for printer in self.printers.values() if not printer.doors), None)

    @property
    def list_looked_at(self) -> Path:
        """The guest list that was looked at and not yet saved, as text; the next upload takes its place."""
        return self.folder / "guest-list.waiting"

    def forget_papers(self, attendee_id: str = ANY_ID) -> None:
        """Delete the badges that PDF printers left, of one person or of all, and a list that was only looked at: they
        are copies of what is forgotten."""
        forget_papers(self.folder, self.printers.values(), attendee_id)
        self.list_looked_at.unlink(missing_ok=True)

    def say(self, sentence: str) -> str:
        """A sentence in the evening's language, for paper, which does not know its reader."""
        return self.translations.gettext(sentence)

    @follows("language")
    def translations(self) -> NullTranslations:
        """The evening's language."""
        return Translations.load(TRANSLATIONS, [self.settings.language])

    def size_named(self, name: str, setting: str) -> Size:
        """A size of the table; `SettingsError` naming `setting` where there is none of this name."""
        return size_named(self.badge_sizes, name, setting)

    @follows("answer_seconds", "round_minutes", "spots")
    def pace(self) -> Pace:
        spots = tuple(Spot(spot.name, spot.room_for, spot.at) for spot in self.settings.spots)
        return Pace(self.settings.answer_time, self.settings.round_time, spots)

    @follows("flow_wait_seconds", "flow_enough", "flow_at_once", "flow_pause_seconds", "match_again_in_round")
    def limits(self) -> Limits:
        return Limits(
            wait=timedelta(seconds=self.settings.flow_wait_seconds),
            enough=self.settings.flow_enough,
            at_once=self.settings.flow_at_once,
            pause=timedelta(seconds=self.settings.flow_pause_seconds),
            in_rounds=self.settings.match_again_in_round,
        )

    @property
    def zone(self) -> tzinfo:
        """The zone of times on screens and in files."""
        named = self.settings.timezone
        local = ZoneInfo(named) if named else datetime.now().astimezone().tzinfo
        assert local is not None
        return local

    @property
    def address(self) -> str:
        """What QR codes point to; asked anew each time, since a laptop's address can change."""
        return join_address(self.settings.address, self.port)

    def written_settings(self) -> Settings:
        """What their file says now; where it is gone, what it said. Raises `SettingsError`."""
        return read_settings(self.file.path) if self.file.path.exists() else self.settings

    def try_on(self, wanted: Settings, keys: Collection[str] = ()) -> None:
        """Raise `SettingsError` where a setting names what is not there, or does not fit: one of `keys`, or one that is
        another than holds now. May take long."""
        fitting = replace(self, settings=wanted)
        keys = {*keys, *(key for key, value in wanted if value != getattr(self.settings, key))}
        if "topics" in keys:
            _ = fitting._decided
        if "badge_logo" in keys:
            _ = fitting.look
        if "badge_size" in keys or "printers" in keys:
            _ = fitting.badge_size, fitting.printers

    def save_settings(self, values: Mapping[str, object], seen: str) -> None:
        """Change these settings in their file, unless it says something else of them than whoever changes them has
        seen; from then on they hold. Raises `SettingsChangedSince`, `SettingsError`, `OSError`."""
        standing = self.written_settings()
        if fingerprint(standing, values) != seen:
            raise SettingsChangedSince
        wanted = settings_with(standing, values)
        write_settings(self.file.path, wanted)
        self.take_up(wanted)

    def take_up(self, settings: Settings) -> None:
        """These hold from now on."""
        self.file.is_known()
        self.settings = settings

    def changed_settings(self) -> Settings | None:
        """What somebody else has written into the settings' file since; None where nobody has, or it cannot be used."""
        if not self.file.has_changed():
            return None
        self.file.is_known()
        try:
            written = read_settings(self.file.path)
            offload(self.try_on, written)
        except SettingsError as wrong:
            log.warning("what was written there is not used: %s", wrong)
            return None
        return None if written == self.settings else written


def open_evening(folder: Path, port: int = 8080, config: Path | None = None) -> Evening:
    """Open the evening kept in `folder`, making it where it is new. Raises `SettingsError` and `DamageError`."""
    settings = read_settings(config or folder / EVENT)
    os.umask(0o077)  # whatever is written from here on is its owner's alone, even in a folder that others may read
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    backups.look_before_opening(folder / DATABASE, system_clock())
    return Evening(folder, settings, Database(folder / DATABASE), port, config)
