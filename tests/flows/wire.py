"""Everything a kiosk says, written down: what each screen's socket is sent, and what each page and file answers."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from flask_socketio import SocketIO

from kiosk.actions.make_phone_link import make_phone_link
from kiosk.actions.make_screen_link import make_screen_link
from kiosk.actions.pair_device import Paired
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.pair_device import pair_organizer
from kiosk.app import create_app
from kiosk.domain.access import ROUTES
from kiosk.domain.access import Role
from kiosk.evening import Evening
from kiosk.live.announcer import Announcer
from kiosk.live.listeners import Listeners
from kiosk.live.painter import Painter
from kiosk.live.rooms import rooms_of
from kiosk.settings import Settings
from kiosk.store.database import Database
from kiosk.web.current import cookie_name

_PICTURES = ("phone.badge_image",)
"""Nothing can be read in their bytes."""


class Wire(SocketIO):  # type: ignore[misc]  # Flask-SocketIO has no types
    """Keeps each message by its room instead of putting it onto sockets."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: dict[str, list[str]] = defaultdict(list)

    def emit(self, event: str, *said: Any, to: str = "", **_: Any) -> None:
        self.heard[to].append(str(said[0]["html"]) if said else event)


class Kiosk:
    """The whole kiosk on this database but for a server: its pages, and its sockets as a `Wire`."""

    def __init__(self, database: Database, folder: Path) -> None:
        evening = Evening(folder, Settings(name="Spring mixer", timezone="UTC"), database, 8080)
        self.database = database
        self.app = create_app(evening)
        self.app.config["WTF_CSRF_ENABLED"] = False
        self.wire = Wire()
        self._listeners = Listeners()
        self._painter = Painter(self.app, self.wire, evening)
        database.listen(Announcer(self._listeners, self._painter))

    def phone(self, attendee_id: str) -> FlaskClient:
        """A phone that is linked as this person's, with its page open."""
        return self._opened("phone", self.database.write(pair_by_link, self._link(attendee_id)))

    def _link(self, attendee_id: str) -> str:
        return self.database.write(make_phone_link, attendee_id).token

    def staff(self) -> dict[str, FlaskClient]:
        """A door, a projector and the organizer's laptop, each with its page open."""
        screens = {
            role.value: self.database.write(
                pair_by_link, self.database.write(make_screen_link, role, f"{role.value} left").token
            )
            for role in (Role.DOOR, Role.PROJECTOR)
        }
        screens["organizer"] = self.database.write(pair_organizer, "laptop")
        return {screen: self._opened(screen, paired) for screen, paired in screens.items()}

    def _opened(self, screen: str, paired: Paired) -> FlaskClient:
        client = self.app.test_client()
        client.set_cookie(cookie_name(paired.device.role), paired.token)
        self._listeners.join(paired.device.id, rooms_of(screen, paired.device, "en"), paired.device.id)
        return client

    def paints(self) -> dict[str, list[str]]:
        """What the sockets are sent now, by room: the painter's turn, taken by hand."""
        self.wire.heard.clear()
        phones, staff = list(self._painter._phones), list(self._painter._staff)
        self._painter._phones.clear()
        self._painter._staff.clear()
        self._painter._paint(self._painter._regions.paint, [*phones, *staff])
        return dict(self.wire.heard)

    def answers(self, client: FlaskClient, role: Role, ids: dict[str, Iterable[object]]) -> Iterator[str]:
        """Every page and file there is for this role; `ids` holds what the arguments of their addresses may be."""
        for rule in self.app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or role not in ROUTES[rule.endpoint] or rule.endpoint in _PICTURES:
                continue
            if rule.endpoint == "static":
                continue
            [name] = rule.arguments or {""}
            for value in ids[name] if name else ("",):
                path = self.app.url_map.bind("localhost").build(rule.endpoint, {name: value} if name else {})
                yield read(client.get(path).data)


def read(content: bytes) -> str:
    """What bytes say, also where a contact file folds its lines and a link leaves out spaces."""
    return content.decode("utf-8", "replace").replace("\r\n ", "")
