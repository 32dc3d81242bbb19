"""A round for thousands of phones while the door works on: `python -m tests.bench.prompts [--phones 1000]`.

Every phone is an open socket and all are in one round. A prompt's time runs from sending the POST that starts the round
to the last byte of the prompt at that phone; meanwhile guests are checked in at a steady pace, each at its own time
whether or not the one before is done. Beside it, in turns, the floor of `tests.bench.floor_app` is sent the very bytes
these phones were sent. The sockets live in processes of their own.

Linking thousands of phones over HTTP would take many minutes and is measured nowhere here, so their owners are checked
in and their phones linked in the database, before the kiosk starts; all else is HTTP and sockets.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from collections.abc import Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.check_in import check_in
from kiosk.domain.access import Role
from kiosk.domain.device import Device
from kiosk.domain.identifier import new_id
from kiosk.domain.link import new_token
from kiosk.domain.link import token_hash
from kiosk.evening import DATABASE
from kiosk.store import devices
from kiosk.store.database import Change
from kiosk.store.database import Database
from kiosk.web.current import cookie_name
from tests.bench.browser import Browser
from tests.bench.crowd import Crowd
from tests.bench.crowd import Page
from tests.bench.crowd_apart import CrowdApart
from tests.bench.floor_app import Floor
from tests.bench.floor_app import floor
from tests.bench.round import SETTLE_S
from tests.bench.round import Room
from tests.bench.round import Took
from tests.bench.round import allow_many_sockets
from tests.bench.round import end_round
from tests.bench.round import floor_round
from tests.bench.round import import_list
from tests.bench.round import kiosk_round
from tests.bench.round import of_rounds
from tests.bench.round import open_room
from tests.bench.round import rss_kib
from tests.bench.table import percentile
from tests.bench.table import show
from tests.guests import make_guest_list
from tests.serving import serving

DOORS = 8
ARRIVALS_PER_S = 20.0
ARRIVALS_A_ROUND = 1200
"""Guests kept for the doors: enough for a round that takes a minute."""


@dataclass
class Measured:
    """`arrivals_ms` are the check-ins sent from the start of a round until a moment after its last prompt."""

    rounds: list[Took] = field(default_factory=list)
    floors: list[Took] = field(default_factory=list)
    arrivals_ms: list[float] = field(default_factory=list)
    kiosk_kib: float = 0.0
    floor_kib: float = 0.0

    def figures(self) -> dict[str, float]:
        ours, bare = ([took.times_ms for took in each] for each in (self.rounds, self.floors))
        return {
            "phones": len(ours[0]),
            "p50_ms": of_rounds(ours, 50),
            "p99_ms": of_rounds(ours, 99),
            "floor_p50_ms": of_rounds(bare, 50),
            "floor_p99_ms": of_rounds(bare, 99),
            "ratio_to_floor": of_rounds(ours, 99) / of_rounds(bare, 99),
            "cpu_ms": median(took.cpu_ms for took in self.rounds),
            "floor_cpu_ms": median(took.cpu_ms for took in self.floors),
            "checkins": len(self.arrivals_ms),
            "checkin_p50_ms": percentile(self.arrivals_ms, 50),
            "checkin_p99_ms": percentile(self.arrivals_ms, 99),
            "kib_per_phone": self.kiosk_kib,
            "floor_kib_per_phone": self.floor_kib,
        }


def link_phones(folder: Path, ids: list[str]) -> list[Page]:
    """Check these guests in, agreed to be matched, each with a phone; what its socket opens with."""

    def link(change: Change) -> list[Page]:
        pages = []
        for attendee_id in ids:
            check_in(change, attendee_id, "Door", f"arrival of {attendee_id}")
            agree_to_match(change, attendee_id, True)
            token = new_token(change.random)
            phone = Device(new_id(change.random), Role.ATTENDEE, "", change.now, attendee_id)
            devices.add(change.connection, phone, token_hash(token))
            pages.append(Page({cookie_name(Role.ATTENDEE): token}, {"screen": "phone"}))
        return pages

    database = Database(folder / DATABASE)
    pages = database.write(link)
    database.close()
    return pages


@asynccontextmanager
async def arriving(doors: list[Browser], ids: Iterator[str], arrivals_ms: list[float]) -> AsyncIterator[None]:
    """Check guests in at the doors in turns, at a steady pace, until the block is left. A time includes the wait for
    a door whose last guest is not done yet."""
    done = asyncio.Event()
    locks = [asyncio.Lock() for _ in doors]

    async def arrive(number: int) -> None:
        attendee_id = next(ids)
        began = time.perf_counter()
        async with locks[number % len(doors)]:
            answer = await doors[number % len(doors)].post(
                "/door/check-in", attendee_id=attendee_id, request_key=f"tap for {attendee_id}"
            )
        arrivals_ms.append((time.perf_counter() - began) * 1000)
        assert answer.status == 204, answer

    async def keep_arriving() -> None:
        first, number = time.perf_counter(), 0
        async with asyncio.TaskGroup() as group:
            while not done.is_set():
                group.create_task(arrive(number))
                number += 1
                await asyncio.sleep(first + number / ARRIVALS_PER_S - time.perf_counter())

    queue = asyncio.create_task(keep_arriving())
    try:
        yield
    finally:
        done.set()
        await queue


async def live(room: Room, bare: Floor, pages: list[Page], guests: Iterator[str], rounds: int) -> Measured:
    """Open every socket, then rounds in turns with the floor's."""
    measured = Measured()
    staff, phones, bare_phones = Crowd(room.served.port), CrowdApart(room.served.port), CrowdApart(bare.port)
    bare_server = Browser(bare.port)
    await staff.open(room.staff())
    await staff.wait()

    before = await rss_kib(room.worker)
    await phones.open(pages)
    first = await phones.all_heard()
    measured.kiosk_kib = (await rss_kib(room.worker) - before) / len(pages)

    bare_before = await rss_kib(bare.worker)
    await bare_phones.open(Page({}, {"room": f"phone {number}"}) for number in range(len(pages)))
    await floor_round(bare, bare_server, bare_phones, first)
    measured.floor_kib = (await rss_kib(bare.worker) - bare_before) / len(pages)

    for _ in range(rounds):
        async with arriving(room.doors, guests, measured.arrivals_ms):
            took = await kiosk_round(room, phones)
            await asyncio.sleep(SETTLE_S)
        await end_round(room, phones)
        measured.rounds.append(took)
        measured.floors.append(await floor_round(bare, bare_server, bare_phones, took.heard))
    for each in (staff, phones, bare_phones):
        each.close()
    return measured


@click.command()
@click.option("--phones", default=1000, show_default=True, type=click.IntRange(8, 8000), help="Guests with a phone.")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1, 20), help="Rounds; medians are shown.")
def main(phones: int, rounds: int) -> None:
    """Measure rounds beside the floor and print a table and a line of JSON."""
    allow_many_sockets()
    with TemporaryDirectory() as name:
        folder = Path(name)
        guests = folder / "guests.csv"
        guests.write_bytes(make_guest_list(phones + rounds * ARRIVALS_A_ROUND, seed=1))
        ids = import_list(folder / "evening", guests)
        pages = link_phones(folder / "evening", ids[:phones])
        with serving(folder / "evening") as served, floor(folder / "floor.log") as bare:
            try:
                measured = asyncio.run(live(open_room(served, DOORS), bare, pages, iter(ids[phones:]), rounds))
            except Exception:
                click.echo(served.printed(), err=True)
                raise
    figures = measured.figures()
    show(
        f"{phones} phones in one round, {ARRIVALS_PER_S:.0f} check-ins a second meanwhile\n"
        f"medians of {rounds} rounds, each in turn with the floor's",
        ("", "kiosk", "floor"),
        [
            (label, f"{figures[ours]:.0f}", f"{figures[bare]:.0f}" if bare else "")
            for label, ours, bare in (
                ("start of the round to the prompt, p50 (ms)", "p50_ms", "floor_p50_ms"),
                ("start of the round to the prompt, p99 (ms)", "p99_ms", "floor_p99_ms"),
                ("processor time until then (ms)", "cpu_ms", "floor_cpu_ms"),
                ("a check-in meanwhile, p50 (ms)", "checkin_p50_ms", ""),
                ("a check-in meanwhile, p99 (ms)", "checkin_p99_ms", ""),
                ("memory a phone (KiB)", "kib_per_phone", "floor_kib_per_phone"),
            )
        ],
        figures,
    )


if __name__ == "__main__":
    main()
