"""An invented guest's phone: linked at the door, agreed to what it asks, held up to other people's badges."""

import re

from kiosk.rehearsal.browser import Browser
from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.page import Page

_CODE = re.compile(r'class="badge-code"[^>]*>\s*([0-9A-Z]{4}) ?([0-9A-Z]{4})')


class Phone:
    def __init__(self, browser: Browser, outcome: Outcome) -> None:
        self.browser = browser
        self._outcome = outcome
        self.badge = ""

    async def link(self, digits: str, shown: bool) -> Page | None:
        """Link the phone with the six digits from the door and agree to be matched, perhaps to be named on the
        projector; the phone's own page, or None where that failed."""
        form = (await self.browser.get("/link")).form("/link/digits")
        if form is None:
            self._outcome.error("the page for six digits has no form")
            return None
        await self.browser.send(form, digits=digits)
        me = await self.browser.get("/me")
        code = _CODE.search(me.html)
        if code is None:
            self._outcome.error(f"no badge on the phone: {me.status} {me.path}")
            return None
        self.badge = code[1] + code[2]
        for consent, given in (("/me/matched", True), ("/me/shown", shown)):
            asked = me.form(consent)
            if asked is not None and given:
                name = "agree" if consent.endswith("matched") else "shown"
                await self.browser.send(asked, **{name: "yes"})
        return await self.browser.get("/me")

    async def scan(self, badge_code: str) -> Page | None:
        """As a camera does it: open the address on the badge, and let the page send itself on."""
        form = (await self.browser.get(f"/B/{badge_code}")).form("/b")
        if form is None:
            self._outcome.error("the page behind a badge has no form")
            return None
        return await self.browser.send(form)
