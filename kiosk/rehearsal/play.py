"""Plays an evening against a running kiosk: doors, guests and rounds, all at once."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass

from kiosk.rehearsal.browser import Browser
from kiosk.rehearsal.door import Volunteer
from kiosk.rehearsal.guest import Guest
from kiosk.rehearsal.host import Host
from kiosk.rehearsal.invented import Invented
from kiosk.rehearsal.invented import invent
from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.room import Room

GUESTS_A_DOOR = 60
FIRST_ROUND = 0.25
ROUND_EVENING_S = 420.0
BETWEEN_ROUNDS_EVENING_S = 60.0


@dataclass(frozen=True, slots=True)
class Play:
    """`minutes` of real time are `minutes * speed` of the evening. The same seed invents the same people."""

    base: str
    passphrase: str
    people: int
    minutes: float
    speed: float
    seed: int

    @property
    def lasts_s(self) -> float:
        return self.minutes * 60


async def play(play: Play, outcome: Outcome, progress: Callable[[float], None]) -> None:
    """Play it whole. `progress` is told now and then how much is over, from 0 to 1. Raises `NotPossible`."""
    guests, guest_list = invent(play.people, play.seed)
    room = Room(play.speed, play.seed)
    async with AsyncExitStack() as stack:
        browser = await stack.enter_async_context(Browser(play.base, outcome))
        host = Host(browser, play.passphrase, outcome)
        await host.sign_in()
        await host.begin(guest_list)
        doors = await pair_doors(host, play.base, play.people, outcome, stack)

        queue: asyncio.Queue[Invented] = asyncio.Queue()
        lives: list[asyncio.Task[None]] = []
        async with asyncio.TaskGroup() as evening:
            clock = asyncio.create_task(_show_progress(play, progress))
            arrivals = [evening.create_task(_arrive(guest, queue, play)) for guest in guests]
            at_doors = [evening.create_task(_keep_door(door, queue, lives, play, room, outcome)) for door in doors]
            rounds = evening.create_task(_keep_rounds(host, play, room))
            await asyncio.sleep(play.lasts_s)
            for task in (clock, rounds, *arrivals, *at_doors):
                task.cancel()
            await host.end_round()  # while the phones are on: nobody is matched who has gone home
            for task in lives:
                task.cancel()
            for ended in await asyncio.gather(*lives, return_exceptions=True):
                if isinstance(ended, Exception):
                    outcome.error(f"a guest gave up: {ended!r}")
        outcome.files = await host.files()
        progress(1.0)


async def pair_doors(host: Host, base: str, people: int, outcome: Outcome, stack: AsyncExitStack) -> list[Volunteer]:
    """As many doors as so many people need, each with its volunteer; `stack` closes them."""
    doors = []
    for number in range(1, 2 + people // GUESTS_A_DOOR):
        screen = await stack.enter_async_context(Browser(base, outcome))
        await host.pair(screen, "door", f"Rehearsal door {number}")
        doors.append(Volunteer(screen, outcome))
    return doors


async def _show_progress(play: Play, progress: Callable[[float], None]) -> None:
    began = asyncio.get_running_loop().time()
    while True:
        progress(min(1.0, (asyncio.get_running_loop().time() - began) / play.lasts_s))
        await asyncio.sleep(0.25)


async def _arrive(guest: Invented, queue: "asyncio.Queue[Invented]", play: Play) -> None:
    if guest.comes_at is not None:
        await asyncio.sleep(guest.comes_at * play.lasts_s)
        queue.put_nowait(guest)


async def _keep_door(
    door: Volunteer,
    queue: "asyncio.Queue[Invented]",
    lives: list["asyncio.Task[None]"],
    play: Play,
    room: Room,
    outcome: Outcome,
) -> None:
    while True:
        guest = await queue.get()
        digits = await door.check_in(guest)
        if digits is not None:
            lives.append(asyncio.create_task(Guest(guest, play.base, room, outcome).live(digits)))


async def _keep_rounds(host: Host, play: Play, room: Room) -> None:
    """A round begins once the first have come, and each next one a little after the one before."""
    await asyncio.sleep(FIRST_ROUND * play.lasts_s)
    while True:
        room.ask_for_a_round()
        if await host.start_round():
            await room.pass_time(ROUND_EVENING_S)
            await host.end_round()
        await room.pass_time(BETWEEN_ROUNDS_EVENING_S)
