"""Check-ins and searches under load: `python -m tests.bench.checkin [--guests 2000] [--clients 8] [--phones 500]`.

Doors that work at the same time check guests in over HTTP, every check-in on the disk before it is answered: half of
the guests in a quiet house, half while phones are connected and painted. In turns with them, in the same run, a floor:
bare Flask and SQLAlchemy under the same worker, which makes the same durable writes and nothing else. Searches are
those of a hand typing names, letter by letter and with slips, among ten thousand guests.
"""

import asyncio
import time
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from tests.bench.browser import REGION
from tests.bench.browser import Browser
from tests.bench.crowd import Crowd
from tests.bench.evening import Measured
from tests.bench.evening import check_in
from tests.bench.evening import link_phones
from tests.bench.floor_app import Floor
from tests.bench.floor_app import floor
from tests.bench.round import SETTLE_S
from tests.bench.round import Room
from tests.bench.round import allow_many_sockets
from tests.bench.round import import_list
from tests.bench.round import open_room
from tests.bench.table import percentile
from tests.bench.table import show
from tests.guests import make_guest_list
from tests.serving import serving

SEARCHED = 10_000
"""Guests among whom is searched."""
SEARCHES = 60
"""Names typed, each letter a search."""


async def bare_check_in(bare: Floor, clients: int, ids: list[str], tap: "count[int]") -> Measured:
    """The floor's check-ins, by as many clients."""
    measured = Measured()
    queue = iter(ids)

    async def work(browser: Browser) -> None:
        for attendee_id in queue:
            began = time.perf_counter()
            answer = await browser.post("/check-in", attendee_id=attendee_id, request_key=f"tap-number-{next(tap)}")
            measured.check_ins_ms.append((time.perf_counter() - began) * 1000)
            assert answer.status == 204, answer
        browser.close()

    began = time.perf_counter()
    await asyncio.gather(*(work(Browser(bare.port)) for _ in range(clients)))
    measured.check_ins_s = time.perf_counter() - began
    return measured


async def doors_check_in(room: Room, ids: list[str], tap: "count[int]") -> Measured:
    measured = Measured()
    await check_in(room.doors, ids, measured, tap)
    await asyncio.sleep(SETTLE_S)
    return measured


async def check_ins(room: Room, bare: Floor, ids: list[str], phones: int) -> dict[str, list[Measured]]:
    """Quarters of the guests in turns with the floor; for the second half the phones of the first are connected."""
    tap, clients = count(), len(room.doors)
    quarter = len(ids) // 4
    quiet, among_phones, floors = [], [], []
    staff, crowd = Crowd(room.served.port), Crowd(room.served.port)
    await staff.open(room.staff())
    for number in range(4):
        some = ids[number * quarter : (number + 1) * quarter]
        if number == 2:
            await crowd.open(await link_phones(room.doors, ids[:phones]))
            await crowd.all_heard()
        (among_phones if number >= 2 else quiet).append(await doors_check_in(room, some, tap))
        floors.append(await bare_check_in(bare, clients, some, tap))
    staff.close()
    crowd.close()
    return {"quiet": quiet, "phones": among_phones, "floor": floors}


async def searches(door: Browser, names: list[str], random: Random) -> list[float]:
    """How long each search took, in milliseconds: a name typed letter by letter, one in three with a slip."""
    took = []
    await door.search("warming up")  # the directory is read at the first search
    for name in names:
        typed = name[: random.randint(4, 12)]
        if random.random() < 1 / 3:
            at = random.randrange(1, len(typed) - 1)
            typed = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
        for letters in range(2, len(typed) + 1):
            began = time.perf_counter()
            answer = await door.search(typed[:letters])
            took.append((time.perf_counter() - began) * 1000)
            assert answer.headers["content-type"].startswith(REGION), answer
    return took


def of_all(runs: list[Measured]) -> tuple[float, list[float]]:
    """Check-ins a second over all of these runs, and how long each took."""
    times = [each for run in runs for each in run.check_ins_ms]
    return len(times) / sum(run.check_ins_s for run in runs), times


def measure_searches(folder: Path) -> list[float]:
    guests = folder / "many.csv"
    guests.write_bytes(make_guest_list(SEARCHED, seed=2))
    random = Random(3)
    names = [line.split(",")[1] for line in guests.read_text("utf-8-sig").splitlines()[20:]]
    import_list(folder / "many", guests)
    with serving(folder / "many") as served:
        door = open_room(served, 1).doors[0]
        drawn = [name for name in random.sample(names, 2 * SEARCHES) if len(name) >= 6][:SEARCHES]
        return asyncio.run(searches(door, drawn, random))


@click.command()
@click.option("--guests", default=2000, show_default=True, type=click.IntRange(100, 20_000))
@click.option("--clients", default=8, show_default=True, type=click.IntRange(1, 64), help="Doors at work together.")
@click.option("--phones", default=500, show_default=True, type=click.IntRange(1, 5000), help="Connected phones.")
def main(guests: int, clients: int, phones: int) -> None:
    """Measure check-ins beside the floor, then searches; print a table and a line of JSON."""
    allow_many_sockets()
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "guests.csv"
        file.write_bytes(make_guest_list(guests, seed=1))
        ids = import_list(folder / "evening", file)
        with serving(folder / "evening") as served, floor(folder / "floor.log", folder / "floor.sqlite3") as bare:
            runs = asyncio.run(check_ins(open_room(served, clients), bare, ids, min(phones, len(ids) // 2)))
        searched = measure_searches(folder)
    (per_s, quiet), (with_phones, among), (floor_per_s, bare_times) = map(of_all, runs.values())
    show(
        f"{len(ids)} guests, {clients} doors; {phones} phones; searches among {SEARCHED}",
        ("", "a second", "p50 (ms)", "p99 (ms)"),
        [
            (name, f"{rate:.0f}", f"{percentile(times, 50):.1f}", f"{percentile(times, 99):.1f}")
            for name, rate, times in (
                ("check-ins", per_s, quiet),
                ("check-ins, phones connected", with_phones, among),
                ("floor", floor_per_s, bare_times),
                ("searches, one hand", 1000 * len(searched) / sum(searched), searched),
            )
        ],
        {
            "per_s": per_s,
            "p50_ms": percentile(quiet, 50),
            "p99_ms": percentile(quiet, 99),
            "phones_per_s": with_phones,
            "phones_p99_ms": percentile(among, 99),
            "floor_per_s": floor_per_s,
            "floor_p99_ms": percentile(bare_times, 99),
            "ratio_to_floor": per_s / floor_per_s,
            "search_p50_ms": percentile(searched, 50),
            "search_p99_ms": percentile(searched, 99),
        },
    )


if __name__ == "__main__":
    main()
