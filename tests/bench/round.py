"""One round under measurement: the room it is held in, what it takes, and a floor that is sent the very same bytes."""

import asyncio
import csv
import json
import resource
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
import psutil

from tests.bench.browser import Browser
from tests.bench.crowd import Crowd
from tests.bench.crowd import Heard
from tests.bench.crowd import Page
from tests.bench.crowd_apart import CrowdApart
from tests.bench.floor_app import Floor
from tests.bench.table import percentile
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import kiosk
from tests.serving import organizer_of
from tests.serving import paired_screen

PROMPT = b"data-prompt="
SETTLE_S = 1.0
"""Between two things measured: what the one left to do must not count for the other."""


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


@dataclass(frozen=True)
class Took:
    """What one emission to everyone took until the last had heard it."""

    began: float
    cpu_ms: float
    heard: list[Heard]

    @property
    def times_ms(self) -> list[float]:
        """From the beginning to each socket's last byte."""
        return [(each.at - self.began) * 1000 for each in self.heard]


def of_rounds(rounds: list[list[float]], share: float) -> float:
    """The percentile of each round, and of these the median: the machine is not ours alone."""
    return median(percentile(times, share) for times in rounds)


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
    files = folder.with_name(f"{folder.name} files")
    for command in (("import", str(file)), ("export", str(files))):
        done = kiosk(*command, folder=folder)
        if done.returncode:
            raise click.ClickException(done.stdout + done.stderr)
    with (files / "attendees.csv").open(encoding="utf-8-sig", newline="") as exported:
        return [row["attendee_id"] for row in csv.DictReader(exported)]


def allow_many_sockets() -> None:
    """Each is an open file, here and in the processes started from here."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


async def rss_kib(process: psutil.Process) -> float:
    await asyncio.sleep(SETTLE_S)
    return float(process.memory_info().rss) / 1024


def cpu_ms(process: psutil.Process) -> float:
    """Processor time it and its helpers have used; unlike the clock, it does not count what others here do."""
    spent = [each.cpu_times() for each in (process, *process.children())]
    return sum(float(each.user + each.system) for each in spent) * 1000


async def kiosk_round(room: Room, phones: Crowd | CrowdApart) -> Took:
    """Start a round and wait for every prompt."""
    await phones.listen_for(PROMPT)
    spent = cpu_ms(room.worker)
    began = time.perf_counter()
    answer = await room.organizer.post("/organizer/rounds")
    assert answer.status == 200, answer
    await phones.wait()
    spent = cpu_ms(room.worker) - spent
    return Took(began, spent, await phones.all_heard())


async def end_round(room: Room, phones: Crowd | CrowdApart) -> None:
    await phones.listen_for(b"")
    assert (await room.organizer.post("/organizer/rounds/end")).status == 200
    await phones.wait()
    await asyncio.sleep(SETTLE_S)


async def floor_round(bare: Floor, server: Browser, crowd: Crowd | CrowdApart, said: list[Heard]) -> Took:
    """Have the floor emit what the kiosk's phones heard, to as many sockets."""
    kept = {f"phone {number}": heard.news for number, heard in enumerate(said)}
    assert (await server.send("/keep", json.dumps(kept).encode())).status == 204
    await asyncio.sleep(SETTLE_S)
    await crowd.listen_for(b"")
    spent = cpu_ms(bare.worker)
    began = time.perf_counter()
    assert (await server.send("/emit", b"")).status == 204
    await crowd.wait()
    spent = cpu_ms(bare.worker) - spent
    return Took(began, spent, await crowd.all_heard())
