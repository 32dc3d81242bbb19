"""A volunteer at a door: finds who stands there, checks them in, and reads out the six digits for their phone."""

import re

from kiosk.rehearsal.browser import Browser
from kiosk.rehearsal.invented import Invented
from kiosk.rehearsal.outcome import Outcome

_DIGITS = re.compile(r'class="digits"[^>]*>\s*(\d{3})\D+?(\d{3})')


class Volunteer:
    def __init__(self, browser: Browser, outcome: Outcome) -> None:
        self._browser = browser
        self._outcome = outcome

    async def check_in(self, guest: Invented) -> str | None:
        """The digits that link the phone of this guest; None where they could not be checked in."""
        hits = await self._browser.get("/door", q=guest.name)
        form = hits.form("/door/check-in")
        if form is None:
            self._outcome.error(f"the door does not find a guest by the whole name: {hits.status}")
            return None
        page = await self._browser.send(form)
        digits = _DIGITS.search(page.html)
        if digits is None:
            self._outcome.error(f"no link for a phone at the door: {page.status} {page.path}")
            return None
        self._outcome.arrived += 1
        return digits[1] + digits[2]
