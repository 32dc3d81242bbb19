"""Who listens: open sockets by room and by device. Lives in the event loop's thread, so it needs no lock."""

from collections import defaultdict
from collections.abc import Sequence

from kiosk.live.rooms import Room


class Listeners:
    def __init__(self) -> None:
        self._rooms: dict[str, tuple[Sequence[Room], str]] = {}
        self._sockets: dict[Room, set[str]] = defaultdict(set)
        self._of_attendee: dict[tuple[str, str], set[Room]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._rooms)

    def join(self, sid: str, rooms: Sequence[Room], device_id: str) -> None:
        self._rooms[sid] = (rooms, device_id)
        for room in rooms:
            self._sockets[room].add(sid)
            self._of_attendee[room.attendee_id, room.region].add(room)

    def leave(self, sid: str) -> str:
        """The id of the device whose socket it was; empty where it had not joined."""
        rooms, device_id = self._rooms.pop(sid, ((), ""))
        for room in rooms:
            self._sockets[room].discard(sid)
            if not self._sockets[room]:
                del self._sockets[room]
                theirs = self._of_attendee[room.attendee_id, room.region]
                theirs.discard(room)
                if not theirs:
                    del self._of_attendee[room.attendee_id, room.region]
        return device_id

    def of_region(self, region: str) -> list[Room]:
        """Rooms of a region that somebody listens in."""
        return [room for room in self._sockets if room.region == region]

    def of_attendee(self, attendee_id: str, region: str) -> set[Room]:
        """Rooms of a region of this attendee's phones, one for each language."""
        return self._of_attendee.get((attendee_id, region), set())

    def of_device(self, device_id: str) -> list[str]:
        return [sid for sid, (_, device) in self._rooms.items() if device == device_id]
