"""One person's browser: cookies, the form token of the page it last saw, and a socket."""

import re
from collections.abc import Callable
from types import TracebackType

import aiohttp
import socketio

from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.page import Form
from kiosk.rehearsal.page import Page

_TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
PATIENCE_S = 60


class Browser:
    """`base` is the kiosk's address. What goes wrong is noted in `outcome`; a refusal in words is not an error."""

    def __init__(self, base: str, outcome: Outcome) -> None:
        self._base = base
        self._outcome = outcome
        self._token = ""
        self._socket: socketio.AsyncClient | None = None

    async def __aenter__(self) -> "Browser":
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True),  # "unsafe": the kiosk's address is a number
            timeout=aiohttp.ClientTimeout(total=PATIENCE_S),
            headers={"Accept-Language": "en"},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.hang_up()
        await self._session.close()

    async def get(self, path: str, **query: str) -> Page:
        return await self._ask("GET", path, params=query)

    async def send(self, form: Form, **typed: str) -> Page:
        """Send a form with what was typed or pressed, and follow to the page it leads to."""
        if not self._token:
            await self.get("/")
        return await self._ask("POST", form.action, data=form.fields | typed | {"csrf_token": self._token})

    async def upload(self, form: Form, name: str, file_name: str, content: bytes) -> Page:
        data = aiohttp.FormData()
        for key, value in (form.fields | {"csrf_token": self._token}).items():
            data.add_field(key, value)
        data.add_field(name, content, filename=file_name)
        return await self._ask("POST", form.action, data=data)

    async def download(self, form: Form, **typed: str) -> bytes:
        data = form.fields | typed | {"csrf_token": self._token}
        async with self._session.post(self._base + form.action, data=data) as response:
            if response.content_type != "application/zip":
                self._outcome.error(f"{form.action} gave no file: {response.status}")
            return await response.read()

    async def _ask(self, method: str, path: str, **options: object) -> Page:
        try:
            async with self._session.request(method, self._base + path, **options) as response:  # type: ignore[arg-type]  # options by name
                html = await response.text()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._outcome.error(f"{method} {path}: {type(error).__name__} {error}")
            return Page(0, "")
        if response.status >= 500:
            self._outcome.error(f"{method} {path}: {response.status}")
        elif response.status >= 400:
            self._outcome.refused[f"{response.status} {_shape(path)}"] += 1
        found = _TOKEN.search(html)
        if found:
            self._token = found[1]
        return Page(response.status, html, response.url.path)

    async def listen(self, screen: str, heard: Callable[[str], None]) -> None:
        """Open the socket of this screen; `heard` gets each region as it is painted."""
        client = socketio.AsyncClient(http_session=self._session, reconnection=False, request_timeout=PATIENCE_S)

        @client.on("screen")  # type: ignore[untyped-decorator]  # socketio has no types
        def painted(news: dict[str, object]) -> None:
            if news["region"] == screen:
                heard(str(news["html"]))

        try:
            await client.connect(self._base, auth={"screen": screen}, transports=["websocket"], wait_timeout=PATIENCE_S)
        except (TimeoutError, socketio.exceptions.ConnectionError, aiohttp.ClientError) as error:
            self._outcome.error(f"no socket for {screen}: {error}")
            return
        self._socket = client

    async def hang_up(self) -> None:
        if self._socket is not None:
            await self._socket.disconnect()
            self._socket = None


def _shape(path: str) -> str:
    """A path without what is one person's: `/me/prompts/…`."""
    return re.sub(r"/[0-9a-zA-Z_-]{10,}", "/…", path)
