"""Regions as they are now: read from a snapshot, rendered in their readers' languages. Knows no socket, so that it is
the same in the process that serves and in the one that helps it paint.
"""

import logging
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from functools import cache
from functools import partial
from itertools import groupby
from itertools import islice
from operator import attrgetter

from babel import Locale
from flask import Flask
from flask_babel import force_locale

from kiosk.domain.access import Role
from kiosk.domain.access import may
from kiosk.domain.surroundings import Surroundings
from kiosk.evening import Evening
from kiosk.live.rooms import Room
from kiosk.screens.door import door_screen
from kiosk.screens.organizer import organizer_screen
from kiosk.screens.phone import PhoneScreen
from kiosk.screens.phone import phone_screens
from kiosk.screens.printing import door_printing
from kiosk.screens.profile import ProfileScreen
from kiosk.screens.profile import profile_screens
from kiosk.screens.projector import projector_screen

Painted = tuple[Room, str | None]
"""What a room is to hear: its region as HTML; None for the phone of somebody who is no longer on the list."""

SLICE = 16
"""Phones rendered in one go, a few milliseconds of work: then others may have their turn."""

log = logging.getLogger(__name__)

_language = attrgetter("language")
_locale = cache(Locale.parse)  # which looks at the disk each time


class Regions:
    def __init__(self, app: Flask, evening: Evening) -> None:
        self._app = app
        self._evening = evening

    def compile(self) -> None:
        """Compile what phones are painted from before the first of them is there."""
        with self._speaking(self._evening.settings.language):
            for template in ("phone/_region.html", "phone/_profile.html"):
                self._app.jinja_env.get_or_select_template(template)

    def paint(self, rooms: Sequence[Room], around: Surroundings) -> Iterator[Painted]:
        """These rooms, phones (a few dozen at most) read together. A phone that cannot be painted keeps no other
        waiting: it is logged and left out."""
        yield from self._phones([room for room in rooms if room.attendee_id])
        for room in rooms:
            if not room.attendee_id:
                with self._speaking(room.language):
                    html = self._staff(room, around)
                yield room, html

    def _phones(self, rooms: Sequence[Room]) -> Iterator[Painted]:
        database = self._evening.database
        now = {room.attendee_id for room in rooms if room.region == "phone"}
        profiles = {room.attendee_id for room in rooms if room.region == "profile"}
        phones = database.read(phone_screens, now, database.clock()) if now else {}
        known = database.read(profile_screens, profiles, self._evening.topics) if profiles else {}
        for language, readers in groupby(sorted(rooms, key=_language), _language):
            while some := list(islice(readers, SLICE)):
                with self._speaking(language):
                    painted = [each for room in some for each in self._phone(room, phones, known)]
                yield from painted

    def _phone(self, room: Room, phones: dict[str, PhoneScreen], known: dict[str, ProfileScreen]) -> Iterator[Painted]:
        screen, template = (
            (known.get(room.attendee_id), "phone/_profile.html")
            if room.region == "profile"
            else (phones.get(room.attendee_id), "phone/_region.html")
        )
        try:
            yield room, self._render(template, screen) if screen else None
        except Exception:  # one phone must not keep all others waiting
            log.exception("a phone could not be painted: %r", room)

    def _staff(self, room: Room, around: Surroundings) -> str:
        database = self._evening.database
        if room.region == "door":
            return self._render("door/_region.html", database.read_long(door_screen, database.clock()))
        if room.region == "printing":
            return self._render("door/_printing.html", database.read_long(door_printing, room.door, database.clock()))
        if room.region == "projector":
            screen = database.read_long(projector_screen, database.clock(), self._evening.topics)
            return self._render("projector/_region.html", screen)
        console = database.read_long(organizer_screen, database.clock(), self._evening.limits, around)
        role = Role.HELPER if room.region == "helper" else Role.ORGANIZER
        return self._render("organizer/_region.html", console, may=partial(may, role))

    @contextmanager
    def _speaking(self, language: str) -> Iterator[None]:
        """What templates are rendered in, made once for many phones."""
        with self._app.app_context(), force_locale(_locale(language)):
            yield

    def _render(self, template: str, screen: object, **values: object) -> str:
        return self._app.jinja_env.get_or_select_template(template).render(screen=screen, **values)
