"""One evening under load: `python -m tests.bench.evening [--guests FILE] [--phones 300] [--doors 8]`.

Guests are checked in over HTTP by doors that work at the same time; then each has a phone with an open socket, and
rounds are started. A prompt's time runs from sending the POST that starts the round to the last byte of the prompt at
that phone. Beside it, in the same run and in turns with it, a floor: a bare Flask-SocketIO server under the same
worker emits the very bytes these phones were sent, one by one, to the same number of sockets.
"""

import asyncio
import csv
import json
import re
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click
import psutil

from tests.bench.browser import Browser
from tests.bench.crowd import Crowd
from tests.bench.crowd import Heard
from tests.bench.crowd import Page
from tests.bench.floor_app import Floor
from tests.bench.floor_app import floor
from tests.bench.table import percentile
from tests.bench.table import show
from tests.guests import make_guest_list
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import kiosk
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving

PROMPT = b"data-prompt="
SETTLE_S = 1.0
"""Between two things measured: what the one left to do must not count for the other."""


def of_rounds(rounds: list[list[float]], share: float) -> float:
    """The percentile of each round, and of these the median: the machine is not ours alone."""
    return median(percentile(times, share) for times in rounds)


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


@dataclass(frozen=True)
class Room:
    """Who takes part on the kiosk's side, paired and signed in."""

    served: Served
    worker: psutil.Process
    organizer: Browser
    doors: list[Browser]
    projector: Browser

    def staff(self) -> list[Page]:
        """The screens of the staff are open and are painted like the phones."""
        screens = [(self.organizer, "organizer"), (self.projector, "projector"), *((d, "door") for d in self.doors)]
        return [Page(browser.cookies, {"screen": screen}) for browser, screen in screens]


def open_room(served: Served, doors: int) -> Room:
    def as_browser(visitor: Visitor) -> Browser:
        return Browser(served.port, {c.name: c.value or "" for c in visitor.session.cookies}, visitor.token)

    organizer = organizer_of(served)
    tablets = [paired_screen(organizer, "door", f"Door {number + 1}") for number in range(doors)]
    projector = paired_screen(organizer, "projector", "Wall")
    worker = psutil.Process(served.process.pid).children()[0]
    return Room(served, worker, as_browser(organizer), list(map(as_browser, tablets)), as_browser(projector))


def import_list(folder: Path, file: Path) -> list[str]:
    """Import with the kiosk's own command; the ids of everyone imported."""
    for command in (("import", str(file)), ("export", str(folder / "files"))):
        done = kiosk(*command, folder=folder)
        if done.returncode:
            raise click.ClickException(done.stdout + done.stderr)
    with (folder / "files" / "attendees.csv").open(encoding="utf-8-sig", newline="") as exported:
        return [row["attendee_id"] for row in csv.DictReader(exported)]


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


async def rss_kib(process: psutil.Process) -> float:
    await asyncio.sleep(SETTLE_S)
    return float(process.memory_info().rss) / 1024


def cpu_ms(process: psutil.Process) -> float:
    """Processor time it has used; unlike the clock, it does not count what others do on this machine."""
    spent = process.cpu_times()
    return float(spent.user + spent.system) * 1000


async def kiosk_round(room: Room, phones: Crowd, measured: Measured) -> list[Heard]:
    """Start a round, wait for every prompt, and end it again."""
    organizer = room.organizer
    phones.listen_for(PROMPT)
    spent = cpu_ms(room.worker)
    began = time.perf_counter()
    answer = await organizer.post("/organizer/rounds")
    assert answer.status == 200, answer
    heard = await phones.all_heard()
    measured.prompts_cpu_ms.append(cpu_ms(room.worker) - spent)
    measured.prompts_ms.append([(each.at - began) * 1000 for each in heard])
    phones.listen_for(b"")
    assert (await organizer.post("/organizer/rounds/end")).status == 200
    await phones.all_heard()
    await asyncio.sleep(SETTLE_S)
    return heard


async def floor_round(bare: Floor, server: Browser, crowd: Crowd, said: list[Heard]) -> tuple[list[float], float]:
    """Have the floor emit what the kiosk's phones heard, to as many sockets; a time for each, and the processor's."""
    kept = {f"phone {number}": heard.news for number, heard in enumerate(said)}
    assert (await server.send("/keep", json.dumps(kept).encode())).status == 204
    await asyncio.sleep(SETTLE_S)
    crowd.listen_for(b"")
    spent = cpu_ms(bare.worker)
    began = time.perf_counter()
    assert (await server.send("/emit", b"")).status == 204
    heard = await crowd.all_heard()
    return [(each.at - began) * 1000 for each in heard], cpu_ms(bare.worker) - spent


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
        said = await kiosk_round(room, crowd, measured)
        times, spent = await floor_round(bare, bare_server, bare_crowd, said)
        measured.floor_ms.append(times)
        measured.floor_cpu_ms.append(spent)
        measured.bytes_each = sum(len(each.message) for each in said) / phones
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
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
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
