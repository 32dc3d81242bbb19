"""Has regions painted and sends them: the only place that emits.

What is to be painted waits in an ordered set, so a region changed ten times before its turn is painted once, as it
is by then. Phones are painted many at a time, which costs little more than one, and sent with a breath every few of
them: a thousand phones must not stop the door. Once they are many, a second painter helps.
"""

import logging
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from itertools import islice
from time import monotonic

import gevent
from flask import Flask
from flask_socketio import SocketIO
from gevent.event import Event

from kiosk.domain.surroundings import Surroundings
from kiosk.evening import Evening
from kiosk.live.regions import SLICE
from kiosk.live.regions import Painted
from kiosk.live.regions import Regions
from kiosk.live.rooms import Room
from kiosk.live.second_painter import PainterGoneError
from kiosk.live.second_painter import SecondPainter

TOGETHER = 100
"""Phones painted from one snapshot. With many more, one of two painters would have none left to paint."""

HANDS = 2
"""Batches the second painter has at a time: while one is sent, the next is painted."""

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

HELP_AGAIN_S = 5.0
"""After how long another second painter begins when one is gone."""

_CONSOLE = ("organizer", "helper")
_NOTHING_AROUND = Surroundings()

log = logging.getLogger(__name__)

Paint = Callable[[Sequence[Room], Surroundings], Iterable[Painted]]


class Painter:
    def __init__(self, app: Flask, socketio: SocketIO, evening: Evening) -> None:
        self._socketio = socketio
        self._evening = evening
        self._regions = Regions(app, evening)
        self._second: SecondPainter | None = None
        self._has_help = False
        self._phones: dict[Room, None] = {}
        self._staff: dict[Room, None] = {}
        self._phones_wait = Event()
        self._staff_wait = Event()
        self._painting = 0

    def start(self) -> None:
        self._regions.compile()
        gevent.spawn(self._paint_phones, self._regions.paint)
        gevent.spawn(self._paint_staff_forever)

    def get_help(self) -> None:
        """Have a second painter from now on."""
        if not self._has_help:
            self._has_help = True
            gevent.spawn(self._help_forever)

    def soon(self, rooms: Iterable[Room]) -> None:
        """Have these painted when their turn comes."""
        for room in rooms:
            if room.attendee_id:
                self._phones[room] = None
                self._phones_wait.set()
                self._evening.phones_first.phones_wait(True)
            else:
                self._staff[room] = None
                self._staff_wait.set()

    def _help_forever(self) -> None:
        while True:
            try:
                with SecondPainter(self._evening) as second:
                    self._second = second
                    for _ in range(HANDS):
                        gevent.spawn(self._paint_phones, second.paint)
                    second.wait()
            except PainterGoneError:
                pass  # before it was ready
            self._second = None
            log.warning("the second painter is gone; another one begins soon")
            gevent.sleep(HELP_AGAIN_S)

    def _paint_phones(self, paint: Paint) -> None:
        """Paint whatever waits, until the painter is gone."""
        while True:
            self._phones_wait.wait()
            rooms = list(islice(self._phones, TOGETHER))
            for room in rooms:
                del self._phones[room]
            if not self._phones:
                self._phones_wait.clear()
            if not rooms:
                continue  # another painter was quicker
            self._painting += 1
            try:
                self._paint(paint, rooms)
            except PainterGoneError:
                return self.soon(rooms)
            except Exception:  # noqa: BLE001 - logged; the painter itself must not die of it
                self._failed(rooms)
            finally:
                self._painting -= 1
                self._evening.phones_first.phones_wait(bool(self._phones or self._painting))
            gevent.sleep(0)

    def _paint_staff_forever(self) -> None:
        while True:
            self._staff_wait.wait()
            gevent.sleep(STAFF_PAUSE_S)
            self._evening.phones_first.wait()
            self._staff_wait.clear()
            rooms, self._staff = self._staff, {}
            began = monotonic()
            for room in rooms:
                try:
                    self._paint(self._second.paint if self._second else self._regions.paint, [room])
                except PainterGoneError:
                    self.soon([room])
                except Exception:  # noqa: BLE001 - logged; one screen must not end the painting of all others
                    self._failed([room])
                gevent.sleep(0)
            gevent.sleep(min(STAFF_REST * (monotonic() - began), STAFF_REST_MOST_S))

    def _failed(self, rooms: Sequence[Room]) -> None:
        log.exception("regions could not be painted: %r", rooms)
        gevent.spawn_later(AGAIN_S, self.soon, rooms)

    def _paint(self, paint: Paint, rooms: Sequence[Room]) -> None:
        seq = next(self._evening.paintings)
        console = any(room.region in _CONSOLE for room in rooms)
        around = self._evening.surroundings if console else _NOTHING_AROUND
        for number, (room, html) in enumerate(paint(rooms, around), 1):
            if html is None:  # erased, perhaps from the terminal
                self.gone([sid for sid, _ in self._socketio.server.manager.get_participants("/", room.name)])
            elif room not in self._phones:  # changed again since it was read; its turn comes again
                self._socketio.emit("screen", {"region": room.region, "html": html, "seq": seq}, to=room.name)
            if number % SLICE == 0:
                gevent.sleep(0)

    def gone(self, sids: Iterable[str]) -> None:
        """Tell sockets of a revoked device to leave, and close them when they have had a moment to hear it."""
        server = self._socketio.server
        for sid in sids:
            connection = server.manager.eio_sid_from_sid(sid, "/")
            self._socketio.emit("gone", to=sid)
            server.disconnect(sid)  # ends the namespace alone; the connection under it would stay
            gevent.spawn_later(GOODBYE_S, server.eio.disconnect, connection)
