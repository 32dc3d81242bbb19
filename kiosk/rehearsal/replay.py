"""Replays a real evening: everyone comes when they came, and who met for a minute then scans a badge now."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from contextlib import AsyncExitStack

from kiosk.rehearsal.browser import Browser
from kiosk.rehearsal.contacts import Contacts
from kiosk.rehearsal.host import Host
from kiosk.rehearsal.invented import invent
from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.phone import Phone
from kiosk.rehearsal.play import Play
from kiosk.rehearsal.play import pair_doors

AT_ONCE = 40
"""Scans on their way at the same time: a replay faster than the laptop is late rather than a flood."""


class _Wearer:
    """Someone with a badge and a phone, once they have come."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.phone: Phone | None = None
        self.ready = asyncio.Event()


async def replay(
    play: Play, contacts: Contacts, outcome: Outcome, progress: Callable[[float], None]
) -> set[frozenset[str]]:
    """Replay it whole, at most as fast as the kiosk answers; gives the pairs of names that must now have met.

    `play.people` does not count: as many come as came then. Raises `NotPossible`.
    """
    invented, guest_list = invent(len(contacts.arrivals), play.seed)
    wearers = {person: _Wearer(guest.name) for person, guest in zip(contacts.arrivals, invented, strict=True)}
    guests = dict(zip(contacts.arrivals, invented, strict=True))
    expected = {frozenset((wearers[one].name, wearers[other].name)) for _, one, other in contacts.meetings}
    lasts = max((at for at, _, _ in contacts.meetings), default=0.0) or 1.0
    scale = play.lasts_s / lasts
    scans = asyncio.Semaphore(AT_ONCE)
    at_doors: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
    finished = 0

    async with AsyncExitStack() as stack:
        browser = await stack.enter_async_context(Browser(play.base, outcome))
        host = Host(browser, play.passphrase, outcome)
        await host.sign_in()
        await host.begin(guest_list)
        doors = await pair_doors(host, play.base, len(guests), outcome, stack)
        began = asyncio.get_running_loop().time()

        async def until(at: float) -> None:
            await asyncio.sleep(began + at * scale - asyncio.get_running_loop().time())

        async def arrive(place: int, person: int, at: float) -> None:
            await until(at)
            wearer = wearers[person]
            phone = await stack.enter_async_context(Browser(play.base, outcome))
            door = place % len(doors)
            async with at_doors[door]:
                digits = await doors[door].check_in(guests[person])
                wearer.phone = Phone(phone, outcome)
                if digits is not None and await wearer.phone.link(digits, shown=False) is not None:
                    await phone.listen("phone", lambda html: None)
            wearer.ready.set()

        async def meet(at: float, one: int, other: int) -> None:
            nonlocal finished
            await until(at)
            await asyncio.gather(wearers[one].ready.wait(), wearers[other].ready.wait())
            mine, theirs = wearers[one].phone, wearers[other].phone
            async with scans:
                if mine is not None and theirs is not None:
                    await mine.scan(theirs.badge)
            finished += 1
            progress(finished / len(contacts.meetings))

        async with asyncio.TaskGroup() as evening:
            for place, (person, at) in enumerate(sorted(contacts.arrivals.items(), key=lambda came: came[1])):
                evening.create_task(arrive(place, person, at))
            for meeting in contacts.meetings:
                evening.create_task(meet(*meeting))

        outcome.files = await host.files()
        found = {frozenset((row["one_name"], row["other_name"])) for row in outcome.files.get("meetings.csv", [])}
        for missing in expected ^ found:
            outcome.error(f"in the contacts or in meetings.csv, not in both: {' and '.join(sorted(missing))}")
    return found
