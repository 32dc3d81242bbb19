"""A screen that lives: what its socket was sent last, as a browser would paint it."""

import threading
from collections.abc import Callable

import socketio

from tests.serving import PATIENCE_S
from tests.serving import Visitor


class LiveScreen:
    """Connects as `screen` with the cookies of a visitor. `html` is its region as it was painted last; a phone hears of
    others too."""

    def __init__(self, visitor: Visitor, screen: str) -> None:
        self.screen = screen
        self.html = ""
        self.seq = 0
        self._news = threading.Condition()
        self._gone = threading.Event()
        self._client = socketio.Client(http_session=visitor.session, reconnection=False, request_timeout=PATIENCE_S)
        self._client.on("screen", self._painted)
        self._client.on("gone", self._gone.set)
        self._client.connect(
            visitor.served.base,
            auth={"screen": screen},
            transports=["polling", "websocket"],
            wait_timeout=PATIENCE_S,
        )

    def _painted(self, news: dict[str, object]) -> None:
        if news["region"] != self.screen:
            return
        with self._news:
            self.html = str(news["html"])
            self.seq = int(str(news["seq"]))
            self._news.notify_all()

    def wait_for(self, there: Callable[[str], bool], patience_s: float = PATIENCE_S) -> None:
        """Wait until the picture satisfies `there`."""
        with self._news:
            assert self._news.wait_for(lambda: there(self.html), patience_s), f"it never came; last seen:\n{self.html}"

    def wait_until_gone(self) -> None:
        assert self._gone.wait(PATIENCE_S), "the screen was not told to leave"

    def close(self) -> None:
        self._client.disconnect()
