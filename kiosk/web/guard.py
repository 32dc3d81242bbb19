"""The outermost gate: which names the kiosk answers to, whose forwarding it believes, and who may open a socket."""

import ipaddress
import re
import time
from collections import Counter
from collections import deque
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from werkzeug.wsgi import ClosingIterator

Environ = dict[str, Any]
StartResponse = Callable[..., Any]

SOCKET_PATH = "/socket.io"
SESSION_KEY = "kiosk.session"  # the environ's entry that says whose socket it is
SOCKETS_EACH = 6  # sockets of one session: a phone with a few tabs
REQUESTS_EACH = 3 * SOCKETS_EACH  # a socket that upgrades holds a waiting GET, a POST and the websocket
OPENINGS_A_MINUTE = 60  # of one session: what is opened and left costs memory until its heartbeat is missed
LARGEST_POST = 64 * 1024  # bytes

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?", re.ASCII | re.IGNORECASE)


class Guard:
    """WSGI middleware around everything else.

    `allowed_hosts` are names, without ports, or a function that gives them. `session_key` reads a request's session and
    gives a key that is the same for all requests of that session, or None for a stranger. `open_sockets` gives, for
    each socket that is open now, the environ it was opened with.
    """

    def __init__(
        self,
        app: Callable[[Environ, StartResponse], Iterable[bytes]],
        allowed_hosts: Callable[[], Collection[str]] | Collection[str],
        session_key: Callable[[Environ], str | None],
        open_sockets: Callable[[], Iterable[Environ]],
    ) -> None:
        self._app = app
        self._allowed_hosts = allowed_hosts if callable(allowed_hosts) else lambda: allowed_hosts
        self._session_key = session_key
        self._open_sockets = open_sockets
        self._requests: Counter[str] = Counter()
        self._openings: dict[str, deque[float]] = {}

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        # Before anything reads them: engineio, for one, would believe a client's word on the host it asked for.
        for name in [name for name in environ if name.startswith(("HTTP_X_FORWARDED", "HTTP_FORWARDED"))]:
            del environ[name]
        if not self._is_ours(environ.get("HTTP_HOST", "")):
            return _answer(start_response, "400 Bad Request", "This kiosk does not answer to that address.")
        # In any case: an application that lowers paths further in must not open a way around.
        if environ.get("PATH_INFO", "").lower().startswith(SOCKET_PATH):
            return self._socket(environ, start_response)
        return self._app(environ, start_response)

    def _is_ours(self, host: str) -> bool:
        """A literal address is always ours: DNS rebinding needs a name that an attacker can point at us."""
        match = _HOST.fullmatch(host)
        if match is None:
            return False
        name = match["name"].lower()
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return name == "localhost" or name in {each.lower() for each in self._allowed_hosts()}
        return True

    def _socket(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self._session_key(environ)
        if not key:
            return _answer(start_response, "401 Unauthorized", "Open the kiosk's page first.")
        if environ["REQUEST_METHOD"] == "POST":
            length = environ.get("CONTENT_LENGTH", "")
            if not length.isdecimal():
                return _answer(start_response, "411 Length Required", "This needs a length.")
            if len(length) > len(str(LARGEST_POST)) or int(length) > LARGEST_POST:
                return _answer(start_response, "413 Content Too Large", "This is too long.")
        opens = "sid" not in parse_qs(environ.get("QUERY_STRING", ""))
        if self._requests[key] >= REQUESTS_EACH or (opens and not self._may_open(key)):
            return _answer(start_response, "429 Too Many Requests", "Too many pages are open. Close one and try again.")
        environ[SESSION_KEY] = key
        self._requests[key] += 1
        try:
            # A websocket lasts as long as this call, any other answer until it is written.
            return ClosingIterator(self._app(environ, start_response), lambda: self._leave(key))
        except BaseException:
            self._leave(key)
            raise

    def _may_open(self, key: str) -> bool:
        if sum(opened.get(SESSION_KEY) == key for opened in self._open_sockets()) >= SOCKETS_EACH:
            return False
        latest = self._openings.setdefault(key, deque(maxlen=OPENINGS_A_MINUTE))
        now = time.monotonic()
        if len(latest) == OPENINGS_A_MINUTE and now - latest[0] < 60:
            return False
        latest.append(now)
        return True

    def _leave(self, key: str) -> None:
        self._requests[key] -= 1
        if not self._requests[key]:
            del self._requests[key]


def same_origin(origin: str | None, environ: Environ) -> bool:
    """Whether a page of `origin` is ours: same scheme, host and port. For Flask-SocketIO's `cors_allowed_origins`."""
    return origin is not None and origin.lower() == f"{environ['wsgi.url_scheme']}://{environ['HTTP_HOST']}".lower()


def _answer(start_response: StartResponse, status: str, sentence: str) -> list[bytes]:
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(sentence)))])
    return [sentence.encode()]
