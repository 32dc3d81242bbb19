"""Who listens: open sockets by room and by device. Lives in the event loop's thread, so it needs no lock."""

from collections import defaultdict

from kiosk.live.rooms import Room


class Listeners:
    def __init__(self) -> None:
        self._rooms: dict[str, tuple[Room, str]] = {}
        self._sockets: dict[Room, set[str]] = defaultdict(set)
        self._of_attendee: dict[str, set[Room]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._rooms)

    def join(self, sid: str, room: Room, device_id: str) -> None:
        self._rooms[sid] = (room, device_id)
        self._sockets[room].add(sid)
        self._of_attendee[room.attendee_id].add(room)

    def leave(self, sid: str) -> None:
        room, _ = self._rooms.pop(sid, (None, ""))
        if room is None:
            return
        self._sockets[room].discard(sid)
        if not self._sockets[room]:
            del self._sockets[room]
            self._of_attendee[room.attendee_id].discard(room)
            if not self._of_attendee[room.attendee_id]:
                del self._of_attendee[room.attendee_id]

    def of_region(self, region: str) -> list[Room]:
        """Rooms of a region that somebody listens in."""
        return [room for room in self._sockets if room.region == region]

    def of_attendee(self, attendee_id: str) -> set[Room]:
        return self._of_attendee.get(attendee_id, set())

    def of_device(self, device_id: str) -> list[str]:
        return [sid for sid, (_, device) in self._rooms.items() if device == device_id]
