"""The connection itself, the only thing that comes up a socket. Connecting and reconnecting are one path: the region
is painted as it is now."""

from collections.abc import Callable
from datetime import datetime

from flask import request
from flask_socketio import SocketIO
from flask_socketio import join_room

from kiosk.domain.access import REGIONS
from kiosk.domain.access import Role
from kiosk.domain.device import Device
from kiosk.domain.sighting import Sightings
from kiosk.live.listeners import Listeners
from kiosk.live.painter import Painter
from kiosk.live.rooms import rooms_of


def listen(
    socketio: SocketIO,
    listeners: Listeners,
    painter: Painter,
    device_of: Callable[[Role], Device | None],
    language: Callable[[], str],
    sightings: Sightings,
    clock: Callable[[], datetime],
) -> None:
    """Register the connection. `device_of` and `language` look at the handshake request, as the pages do."""

    @socketio.on("connect")
    def connect(auth: object) -> bool:  # no default for auth: on a TypeError Flask-SocketIO would call again without it
        return enter(auth)

    def enter(auth: object) -> bool:
        screen = auth.get("screen") if isinstance(auth, dict) else None
        roles = REGIONS.get(screen, frozenset()) if isinstance(screen, str) else frozenset()
        device = next(filter(None, map(device_of, sorted(roles))), None)
        if device is None:
            return False
        rooms = rooms_of(str(screen), device, language())
        for room in rooms:
            join_room(room.name)
        listeners.join(request.sid, rooms, device.id)  # type: ignore[attr-defined]  # Flask-SocketIO adds it
        sightings.opened(device.id, clock())
        painter.soon(rooms)
        return True

    @socketio.on("disconnect")
    def disconnect(_reason: object) -> None:
        device_id = listeners.leave(request.sid)  # type: ignore[attr-defined]  # Flask-SocketIO adds it
        if device_id:
            sightings.closed(device_id, clock())
