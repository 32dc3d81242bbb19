"""The organizer of the rehearsal: begins it, pairs the doors, starts and ends rounds, fetches the files, wipes it."""

import csv
import io
import re
import zipfile

from kiosk.rehearsal.browser import Browser
from kiosk.rehearsal.outcome import Outcome

_LINK = re.compile(r"/link#([0-9a-f]{32})")
_NOTICE = re.compile(r'(?:data-ground="stop"|class="sentence")[^>]*>(.*?)</', re.DOTALL)


class NotPossible(Exception):  # noqa: N818 - what it says is a sentence for a person
    """The kiosk will not have this rehearsal; the message is its own sentence."""


class Host:
    def __init__(self, browser: Browser, passphrase: str, outcome: Outcome) -> None:
        self._browser = browser
        self._passphrase = passphrase
        self._outcome = outcome

    async def sign_in(self) -> None:
        form = (await self._browser.get("/organizer/sign-in")).form("/organizer/sign-in")
        if form is None:
            raise NotPossible("No kiosk answers there.")
        page = await self._browser.send(form, passphrase=self._passphrase)
        if page.status != 200:
            raise NotPossible(_said(page.html) or "The kiosk did not let the organizer in.")

    async def begin(self, guest_list: bytes) -> None:
        """Hand in the invented guests. Raises `NotPossible` over a list with arrivals."""
        form = (await self._browser.get("/organizer/rehearsal")).form("/organizer/rehearsal/begin")
        if form is None:
            raise NotPossible("A rehearsal is on already. Wipe it first: kiosk rehearse --wipe")
        page = await self._browser.upload(form, "list", "rehearsal.csv", guest_list)
        if page.status != 200:
            raise NotPossible(_said(page.html) or f"The kiosk answered {page.status}.")

    async def wipe(self) -> None:
        form = (await self._browser.get("/organizer/rehearsal")).form("/organizer/rehearsal/wipe")
        if form is None:
            raise NotPossible("There is no rehearsal to wipe.")
        page = await self._browser.send(form)
        if page.status != 200:
            raise NotPossible(_said(page.html) or f"The kiosk answered {page.status}.")

    async def pair(self, screen: Browser, role: str, name: str) -> None:
        """Tie this browser to the kiosk as a door or a projector, by the link on the organizer's page."""
        form = (await self._browser.get("/organizer")).form("/organizer/screens")
        page = await self._browser.send(form, role=role, name=name) if form else None
        token = _LINK.search(page.html) if page else None
        opened = (await screen.get("/link")).form("/link")
        if token is None or opened is None:
            raise NotPossible("The kiosk gave no link for a screen.")
        opened.action = "/link"
        await screen.send(opened, token=token[1])

    async def start_round(self) -> bool:
        """Start a round; whether there were two free for one."""
        form = (await self._browser.get("/organizer")).form("/organizer/rounds")
        return form is not None and (await self._browser.send(form)).status == 200

    async def end_round(self) -> None:
        form = (await self._browser.get("/organizer")).form("/organizer/rounds/end")
        if form is not None:
            await self._browser.send(form)

    async def files(self) -> dict[str, list[dict[str, str]]]:
        """The files afterwards: the rows of each CSV file, by its name."""
        form = (await self._browser.get("/organizer/export")).form("/organizer/export")
        content = await self._browser.download(form, passphrase=self._passphrase) if form else b""
        if not content.startswith(b"PK"):
            return {}
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {
                name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
                for name in archive.namelist()
                if name.endswith(".csv")
            }


def _said(html: str) -> str:
    found = _NOTICE.search(html)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""
