"""One invented guest from the door to the way home, with a phone in hand."""

import asyncio
import re
import time

from kiosk.rehearsal.browser import Browser
from kiosk.rehearsal.invented import Invented
from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.page import Page
from kiosk.rehearsal.phone import Phone
from kiosk.rehearsal.room import Room

_PROMPT = re.compile(r'<section class="([\w -]+)"[^>]*data-prompt="([^"]+)"', re.DOTALL)

GOES, LATER, NOT_FOR_ME = 0.78, 0.08, 0.05
"""What is answered; the rest looks at the phone too late."""
FINDS = 0.88
SCANS = 0.5
SHARES = 0.4
RESTS = 0.08
LOSES_CONTACT = 0.15
GOES_HOME_EARLY = 0.1
IS_SHOWN = 0.6


class Guest:
    """Seconds given to `Room.pass_time` are the evening's: a walk takes one, a talk five minutes."""

    def __init__(self, invented: Invented, base: str, room: Room, outcome: Outcome) -> None:
        self.number = invented.number
        self._room = room
        self._outcome = outcome
        self._random = room.random_of(invented.number)
        self._browser = Browser(base, outcome)
        self._phone = Phone(self._browser, outcome)
        self._screen = Page(200, "")
        self._news = asyncio.Event()
        self._free_since = 0.0

    async def live(self, digits: str) -> None:
        """Link the phone with the six digits from the door, and follow the evening on it until the room closes."""
        async with self._browser:
            me = await self._phone.link(digits, shown=self._random.random() < IS_SHOWN)
            if me is None:
                return
            self._outcome.linked.add(self.number)
            await self._listen()
            self._hear(me.html)
            goes_home = self._random.random() < GOES_HOME_EARLY
            left = asyncio.create_task(self._room.pass_time(self._random.uniform(900, 2400))) if goes_home else None
            while not (left and left.done()):
                await self._next_thing()
            await self._press("/me/leave")

    def _hear(self, html: str) -> None:
        self._screen = Page(200, html)
        kind, match_id = self._prompt()
        if kind == "prompt" and (match_id, self.number) not in self._outcome.delivered:
            now = time.perf_counter()
            self._outcome.delivered[match_id, self.number] = now - self._room.round_asked_at
            self._outcome.waited_s.append(now - self._free_since)
        self._news.set()

    def _prompt(self) -> tuple[str, str]:
        """Which kind of screen stands on the phone (prompt, on, met, …) and for which match."""
        found = _PROMPT.search(self._screen.html)
        return (found[1].split()[-1], found[2]) if found else ("", "")

    async def _listen(self) -> None:
        self._free_since = time.perf_counter()
        await self._browser.listen("phone", self._hear)

    async def _next_thing(self) -> None:
        kind, match_id = self._prompt()
        if kind == "prompt" and self._screen.form(match_id, ("answer", "going")):
            await self._answer(match_id)
        elif kind == "on" and self._screen.form(f"{match_id}/met"):
            await self._find(match_id)
        elif kind == "met":
            await self._talk()
        elif self._random.random() < 0.02 * LOSES_CONTACT:
            await self._lose_contact()
        else:
            await self._wait()

    async def _wait(self) -> None:
        """Until something new stands on the phone; now and then one looks anyway."""
        self._news.clear()
        try:
            await asyncio.wait_for(self._news.wait(), 20 / self._room.speed)
        except TimeoutError:
            return

    async def _press(self, part: str, name: str = "", value: str = "", **typed: str) -> None:
        form = self._screen.form(part, (name, value) if name else None)
        if form is None:
            return
        page = await self._browser.send(form, **({name: value} if name else {}), **typed)
        if page.status == 200:
            self._hear(page.html)
        else:  # it was over, or the evening is: the phone shows what is now
            self._hear((await self._browser.get("/me")).html)

    async def _answer(self, match_id: str) -> None:
        await self._room.pass_time(self._random.lognormvariate(2.7, 0.6))
        drawn = self._random.random()
        for answer, share in (("going", GOES), ("later", LATER), ("not_for_me", NOT_FOR_ME)):
            if drawn < share:
                self._outcome.answered[answer] += 1
                return await self._press(f"prompts/{match_id}", "answer", answer)
            drawn -= share
        self._outcome.answered["not at all"] += 1
        await self._until_another(match_id)

    async def _until_another(self, match_id: str) -> None:
        while self._prompt() == ("prompt", match_id):
            await self._wait()

    async def _find(self, match_id: str) -> None:
        await self._room.pass_time(self._random.lognormvariate(3.5, 0.5))
        if self._random.random() > FINDS:
            await self._press(f"{match_id}/find")
            await self._room.pass_time(120)
            return await self._press(f"prompts/{match_id}", "answer", "later")
        self._room.stand(match_id, self.number, self._phone.badge)
        for _ in range(20):
            if self._prompt() != ("on", match_id):
                break
            others = self._room.badges_seen(match_id, self.number)
            if others and self._random.random() < SCANS:
                await self._scan(others[0])
            elif others:
                await self._press(f"{match_id}/met")
            await self._room.pass_time(10)
        else:
            await self._press(f"prompts/{match_id}", "answer", "later")
        if self._prompt() == ("met", match_id):
            self._outcome.met.add((match_id, self.number))
        self._room.leave(match_id, self.number)

    async def _scan(self, badge_code: str) -> None:
        page = await self._phone.scan(badge_code)
        if page is not None:
            self._hear(page.html)

    async def _talk(self) -> None:
        _, match_id = self._prompt()
        self._outcome.met.add((match_id, self.number))
        await self._room.pass_time(self._random.lognormvariate(5.5, 0.4))
        if self._random.random() < SHARES:
            await self._press("/share", "agree", "yes")
        if self._random.random() < RESTS:
            await self._press("/mood", "mood", "resting")
            await self._room.pass_time(self._random.uniform(200, 600))
        await self._press("/mood", "mood", "free")
        self._free_since = time.perf_counter()
        await self._wait()

    async def _lose_contact(self) -> None:
        await self._browser.hang_up()
        await self._room.pass_time(self._random.uniform(10, 60))
        self._hear((await self._browser.get("/me")).html)
        await self._listen()
