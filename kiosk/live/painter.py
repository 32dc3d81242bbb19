"""Paints regions and sends them: the only place that emits.

What is to be painted waits in an ordered set, so a region changed ten times before its turn is painted once, as it
is by then. Phones are read many at a time, which costs little more than one, and painted with a breath every few of
them: a thousand phones must not stop the door.
"""

import logging
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from functools import partial
from itertools import groupby
from itertools import islice
from operator import attrgetter
from time import monotonic
from typing import TypeVar

import gevent
from babel import Locale
from flask import Flask
from flask_babel import force_locale
from flask_socketio import SocketIO
from gevent.event import Event

from kiosk.domain.access import Role
from kiosk.domain.access import may
from kiosk.evening import PHONES_FIRST_S
from kiosk.evening import Evening
from kiosk.live.rooms import Room
from kiosk.screens.door import door_screen
from kiosk.screens.organizer import organizer_screen
from kiosk.screens.phone import phone_screens
from kiosk.screens.printing import door_printing
from kiosk.screens.profile import profile_screens
from kiosk.screens.projector import projector_screen

P = TypeVar("P")

_language = attrgetter("language")
_locale = cache(Locale.parse)  # which looks at the disk each time

log = logging.getLogger(__name__)

READ_TOGETHER = 256
"""Phones whose screens are read from one snapshot."""

BREATH_EVERY = 16
"""Phones painted between two breaths; a few milliseconds of work."""

STAFF_PAUSE_S = 0.25
"""How long a change waits to be painted for the staff: a hundred check-ins are not a hundred repaints."""

STAFF_REST = 3
"""After painting for the staff, how many times as long others have before it is painted for again: with thousands in
the house its screens take a while to read, and at a busy door something changes all the time."""

STAFF_REST_MOST_S = 2.0

GOODBYE_S = 1.0
"""What a revoked screen is given to hear that it is."""

AGAIN_S = 2.0
"""After how long a painting that failed is tried again."""


class Painter:
    def __init__(self, app: Flask, socketio: SocketIO, evening: Evening) -> None:
        self._app = app
        self._socketio = socketio
        self._evening = evening
        self._phones: dict[Room, None] = {}
        self._staff: dict[Room, None] = {}
        self._phones_wait = Event()
        self._staff_wait = Event()

    def start(self) -> None:
        with self._speaking(self._evening.settings.language):  # compiled before the first phone is there
            for template in ("phone/_region.html", "phone/_profile.html"):
                self._app.jinja_env.get_or_select_template(template)
        gevent.spawn(self._paint_phones_forever)
        gevent.spawn(self._paint_staff_forever)

    def soon(self, rooms: Iterable[Room]) -> None:
        """Have these painted when their turn comes."""
        for room in rooms:
            if room.attendee_id:
                self._phones[room] = None
                self._phones_wait.set()
                self._evening.phones_painted.clear()
            else:
                self._staff[room] = None
                self._staff_wait.set()

    def _paint_phones_forever(self) -> None:
        while True:
            self._phones_wait.wait()
            rooms = list(islice(self._phones, READ_TOGETHER))
            for room in rooms:
                del self._phones[room]
            if not self._phones:
                self._phones_wait.clear()
            if not self._try(self._paint_phones, rooms):
                gevent.spawn_later(AGAIN_S, self.soon, rooms)
            if not self._phones:
                self._evening.phones_painted.set()
            gevent.sleep(0)

    def _paint_staff_forever(self) -> None:
        while True:
            self._staff_wait.wait()
            gevent.sleep(STAFF_PAUSE_S)
            self._evening.phones_painted.wait(PHONES_FIRST_S)
            self._staff_wait.clear()
            rooms, self._staff = self._staff, {}
            began = monotonic()
            for room in rooms:
                if not self._try(self._paint_staff, room):
                    gevent.spawn_later(AGAIN_S, self.soon, [room])
                gevent.sleep(0)
            gevent.sleep(min(STAFF_REST * (monotonic() - began), STAFF_REST_MOST_S))

    @staticmethod
    def _try(paint: Callable[[P], None], what: P) -> bool:
        """Paint, and say whether it could be done."""
        try:
            paint(what)
        except Exception:  # the painter itself must not die of it
            log.exception("a region could not be painted: %r", what)
            return False
        return True

    def _paint_phones(self, rooms: list[Room]) -> None:
        database = self._evening.database
        seq = next(self._evening.paintings)
        now = {room.attendee_id for room in rooms if room.region == "phone"}
        profiles = {room.attendee_id for room in rooms if room.region == "profile"}
        phones = database.read_long(phone_screens, now, database.clock()) if now else {}
        known = database.read_long(profile_screens, profiles, self._evening.topics) if profiles else {}

        def paint(room: Room) -> None:
            if room in self._phones:
                return  # changed again since it was read; its turn comes again
            if room.region == "profile" and room.attendee_id in known:
                self._emit(room, seq, "phone/_profile.html", known[room.attendee_id])
            elif room.region == "phone" and room.attendee_id in phones:
                self._emit(room, seq, "phone/_region.html", phones[room.attendee_id])

        for language, theirs in groupby(sorted(rooms, key=_language), _language):
            with self._speaking(language):
                for number, room in enumerate(theirs, 1):
                    self._try(paint, room)
                    if number % BREATH_EVERY == 0:
                        gevent.sleep(0)

    def _paint_staff(self, room: Room) -> None:
        with self._speaking(room.language):
            self._paint_region(room)

    def _paint_region(self, room: Room) -> None:
        database = self._evening.database
        seq = next(self._evening.paintings)
        if room.region == "door":
            self._emit(room, seq, "door/_region.html", database.read_long(door_screen, database.clock()))
        elif room.region == "printing":
            self._emit(room, seq, "door/_printing.html", database.read_long(door_printing, room.door, database.clock()))
        elif room.region == "projector":
            screen = database.read_long(projector_screen, database.clock(), self._evening.topics)
            self._emit(room, seq, "projector/_region.html", screen)
        else:
            now = self._evening
            console = database.read_long(organizer_screen, database.clock(), now.limits, now.surroundings)
            role = Role.HELPER if room.region == "helper" else Role.ORGANIZER
            self._emit(room, seq, "organizer/_region.html", console, may=partial(may, role))

    @contextmanager
    def _speaking(self, language: str) -> Iterator[None]:
        """What templates are rendered in, made once for many phones."""
        with self._app.app_context(), force_locale(_locale(language)):
            yield

    def _emit(self, room: Room, seq: int, template: str, screen: object, **values: object) -> None:
        html = self._app.jinja_env.get_or_select_template(template).render(screen=screen, **values)
        news = {"region": room.region, "html": html, "seq": seq}
        self._socketio.emit("screen", news, to=room.name)

    def gone(self, sids: Iterable[str]) -> None:
        """Tell sockets of a revoked device to leave, and close them when they have had a moment to hear it."""
        server = self._socketio.server
        for sid in sids:
            connection = server.manager.eio_sid_from_sid(sid, "/")
            self._socketio.emit("gone", to=sid)
            server.disconnect(sid)  # ends the namespace alone; the connection under it would stay
            gevent.spawn_later(GOODBYE_S, server.eio.disconnect, connection)
