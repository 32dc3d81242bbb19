"""One evening under load: `python -m tests.bench.evening [--guests FILE] [--phones 300] [--doors 8]`.

Guests are checked in over HTTP by doors that work at the same time; then each has a phone with an open socket, and
rounds are started. A prompt's time runs from sending the POST that starts the round to the last byte of the prompt at
that phone. Beside it, in the same run and in turns with it, a floor: a bare Flask-SocketIO server under the same
worker emits the very bytes these phones were sent, one by one, to the same number of sockets.
"""

import asyncio
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click

from tests.bench.browser import Browser
from tests.bench.crowd import Crowd
from tests.bench.crowd import Page
from tests.bench.floor_app import Floor
from tests.bench.floor_app import floor
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


@dataclass
class Measured:
    """What one evening took. The lists of a round hold one time for each phone, in milliseconds."""

    phones: int = 0
    check_ins_s: float = 0.0
    check_ins_ms: list[float] = field(default_factory=list)
    prompts_ms: list[list[float]] = field(default_factory=list)
    floor_ms: list[list[float]] = field(default_factory=list)
    prompts_cpu_ms: list[float] = field(default_factory=list)
    floor_cpu_ms: list[float] = field(default_factory=list)
    bytes_each: float = 0.0
    kiosk_kib: float = 0.0
    floor_kib: float = 0.0

    def add(self, took: Took, bare: Took) -> None:
        """One more round, and the floor's of the same bytes."""
        self.prompts_ms.append(took.times_ms)
        self.prompts_cpu_ms.append(took.cpu_ms)
        self.floor_ms.append(bare.times_ms)
        self.floor_cpu_ms.append(bare.cpu_ms)
        self.bytes_each = sum(len(each.message) for each in took.heard) / len(took.heard)

    def figures(self) -> dict[str, float]:
        prompt_p99 = of_rounds(self.prompts_ms, 99)
        floor_p99 = of_rounds(self.floor_ms, 99)
        return {
            "phones": self.phones,
            "checkins_per_s": len(self.check_ins_ms) / self.check_ins_s,
            "checkin_p50_ms": percentile(self.check_ins_ms, 50),
            "checkin_p99_ms": percentile(self.check_ins_ms, 99),
            "prompt_p50_ms": of_rounds(self.prompts_ms, 50),
            "prompt_p99_ms": prompt_p99,
            "prompt_max_ms": max(map(max, self.prompts_ms)),
            "floor_p50_ms": of_rounds(self.floor_ms, 50),
            "floor_p99_ms": floor_p99,
            "ratio_to_floor": prompt_p99 / floor_p99,
            "prompt_cpu_ms": median(self.prompts_cpu_ms),
            "floor_cpu_ms": median(self.floor_cpu_ms),
            "kib_per_phone": self.kiosk_kib,
            "floor_kib_per_phone": self.floor_kib,
        }

    def rows(self) -> Iterator[tuple[str, str, str]]:
        figures = self.figures()
        yield "check-ins a second", f"{figures['checkins_per_s']:.0f}", ""
        yield "a check-in, p50 / p99 (ms)", f"{figures['checkin_p50_ms']:.1f} / {figures['checkin_p99_ms']:.1f}", ""
        for name, share in (("p50", 50), ("p99", 99), ("last", 100)):
            ours, bare = of_rounds(self.prompts_ms, share), of_rounds(self.floor_ms, share)
            yield f"start of a round to the prompt, {name} (ms)", f"{ours:.0f}", f"{bare:.0f}"
        ours, bare = figures["prompt_cpu_ms"], figures["floor_cpu_ms"]
        yield "processor time until then (ms)", f"{ours:.0f}", f"{bare:.0f}"
        yield "bytes of a prompt", f"{self.bytes_each:.0f}", f"{self.bytes_each:.0f}"
        yield "memory a phone (KiB)", f"{self.kiosk_kib:.0f}", f"{self.floor_kib:.0f}"


async def check_in(doors: list[Browser], ids: list[str], measured: Measured, taps: Iterator[int] | None = None) -> None:
    """Each door takes the next in the queue as soon as it is done with the one before; each tap has its number."""
    queue = iter(ids)
    taps = taps or count()

    async def work(door: Browser) -> None:
        for attendee_id in queue:
            tap = next(taps)
            began = time.perf_counter()
            answer = await door.post("/door/check-in", attendee_id=attendee_id, request_key=f"tap-number-{tap}")
            measured.check_ins_ms.append((time.perf_counter() - began) * 1000)
            assert answer.status == 204, answer

    began = time.perf_counter()
    await asyncio.gather(*map(work, doors))
    measured.check_ins_s = time.perf_counter() - began


async def link_phones(doors: list[Browser], ids: list[str]) -> list[Page]:
    """Each with the six digits from the door, as a guest without a camera would."""
    queue = iter(ids)
    linked: list[Page] = []

    async def work(door: Browser) -> None:
        for attendee_id in queue:
            shown = await door.post("/door/links", attendee_id=attendee_id)
            digits = re.search(r"(\d{3})&nbsp;(\d{3})", shown.body)
            assert digits, shown
            phone = Browser(door.port)
            await phone.get("/link")
            answer = await phone.post("/link/digits", accept="text/html", digits=digits[1] + digits[2])
            assert answer.status == 303, answer
            agreed = await phone.post("/me/matched", agree="yes")
            assert agreed.status == 204, agreed
            phone.close()
            linked.append(Page(phone.cookies, {"screen": "phone"}))

    await asyncio.gather(*map(work, doors))
    return linked


async def live(room: Room, bare: Floor, ids: list[str], phones: int, rounds: int) -> Measured:
    """The evening, from the first check-in to the last round."""
    measured = Measured(phones=phones)
    staff, crowd, bare_crowd = Crowd(room.served.port), Crowd(room.served.port), Crowd(bare.port)
    bare_server = Browser(bare.port)
    await staff.open(room.staff())
    await staff.all_heard()
    await check_in(room.doors, ids, measured)

    pages = await link_phones(room.doors, ids[:phones])
    before = await rss_kib(room.worker)
    await crowd.open(pages)
    first = await crowd.all_heard()
    measured.kiosk_kib = (await rss_kib(room.worker) - before) / phones

    bare_before = await rss_kib(bare.worker)
    await bare_crowd.open(Page({}, {"room": f"phone {number}"}) for number in range(phones))
    await floor_round(bare, bare_server, bare_crowd, first)
    measured.floor_kib = (await rss_kib(bare.worker) - bare_before) / phones

    for _ in range(rounds):
        took = await kiosk_round(room, crowd)
        await end_round(room, crowd)
        measured.add(took, await floor_round(bare, bare_server, bare_crowd, took.heard))
    for each in (staff, crowd, bare_crowd):
        each.close()
    return measured


@click.command()
@click.option(
    "--guests", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A list; else one is made."
)
@click.option("--phones", default=300, show_default=True, type=click.IntRange(8, 5000), help="Guests with a phone.")
@click.option("--doors", default=8, show_default=True, type=click.IntRange(1, 64), help="Tablets at work together.")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1, 20), help="Rounds; medians are shown.")
def main(guests: Path | None, phones: int, doors: int, rounds: int) -> None:
    """Measure one evening and print a table and a line of JSON."""
    allow_many_sockets()
    with TemporaryDirectory() as name:
        folder = Path(name)
        if guests is None:
            guests = folder / "guests.csv"
            guests.write_bytes(make_guest_list(phones, seed=1))
        ids = import_list(folder / "evening", guests)
        with serving(folder / "evening") as served, floor(folder / "floor.log") as bare:
            try:
                measured = asyncio.run(live(open_room(served, doors), bare, ids, min(phones, len(ids)), rounds))
            except Exception:
                click.echo(served.printed(), err=True)
                raise
    show(
        f"{len(measured.check_ins_ms)} guests, {doors} doors, {measured.phones} phones\n"
        f"medians of {rounds} rounds, each in turn with the floor's",
        ("", "kiosk", "floor"),
        list(measured.rows()),
        measured.figures(),
    )


if __name__ == "__main__":
    main()
