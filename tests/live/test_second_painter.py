"""The process that helps painting, over real sockets against `kiosk run`, and by itself."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from kiosk.app import create_app
from kiosk.evening import Evening
from kiosk.evening import open_evening
from kiosk.live.announcer import MANY
from kiosk.live.regions import Regions
from kiosk.live.rooms import Room
from kiosk.live.second_painter import PainterGoneError
from kiosk.live.second_painter import SecondPainter
from tests.bench.crowd import Crowd
from tests.bench.prompts import link_phones
from tests.bench.round import PROMPT
from tests.bench.round import import_list
from tests.guests import make_guest_list
from tests.serving import organizer_of
from tests.serving import serving
from tests.serving import until


def guests(folder: Path, people: int) -> list[str]:
    """A list of so many in this evening's folder; their ids."""
    file = folder.with_suffix(".csv")
    file.write_bytes(make_guest_list(people, seed=1))
    return import_list(folder, file)


def second_painters(kiosk: psutil.Process) -> list[psutil.Process]:
    return [each for each in kiosk.children(recursive=True) if "kiosk.paint" in _command(each)]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:  # it has just ended
        return []


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    link_phones(tmp_path / "evening", guests(tmp_path / "evening", 8))
    opened = open_evening(tmp_path / "evening")
    yield opened
    opened.database.close()


def test_it_paints_what_the_first_would_with_the_settings_of_the_moment(evening: Evening, tmp_path: Path) -> None:
    regions = Regions(create_app(evening), evening)
    who = guests(tmp_path / "evening", 8)
    phones = [Room(region, language, each) for each in who for language in ("en", "ar") for region in _OF_A_PHONE]
    staff = [Room(region, "de") for region in ("organizer", "helper", "projector", "door")]
    with SecondPainter(evening) as second:

        def alike(rooms: list[Room]) -> bool:
            return second.paint(rooms, evening.surroundings) == list(regions.paint(rooms, evening.surroundings))

        for name in ("Mixer", "Bees & boats"):
            evening.settings = evening.settings.model_copy(update={"name": name})
            for rooms in (phones, staff, [*phones, *staff]):
                painted = second.paint(rooms, evening.surroundings)
                assert {room for room, _ in painted} == set(rooms)
                assert len(painted) == len(rooms)
                until(lambda rooms=rooms: alike(rooms))  # type: ignore[misc]  # between the two the clock goes on


def test_of_who_is_no_longer_on_the_list_it_paints_nothing(evening: Evening) -> None:
    rooms = [Room(region, "en", "nobody") for region in _OF_A_PHONE]
    with SecondPainter(evening) as second:
        assert second.paint(rooms, evening.surroundings) == [(room, None) for room in rooms]


def test_what_it_cannot_paint_is_raised_where_it_was_asked_and_it_paints_on(evening: Evening) -> None:
    door = Room("door", "en")
    with SecondPainter(evening) as second:
        with pytest.raises(AttributeError):
            second.paint([replace(door, region="organizer")], None)  # type: ignore[arg-type]  # no surroundings
        assert second.paint([door], evening.surroundings)


def test_when_its_process_ends_whoever_asks_is_told(evening: Evening) -> None:
    with SecondPainter(evening) as second:
        for each in second_painters(psutil.Process()):
            each.kill()
        for _ in range(3):
            with pytest.raises(PainterGoneError):
                second.paint([Room("door", "en")], evening.surroundings)


def test_everyone_is_prompted_though_it_dies_in_the_middle(tmp_path: Path) -> None:
    people = MANY + 10
    pages = link_phones(tmp_path / "evening", guests(tmp_path / "evening", people))
    with serving(tmp_path / "evening") as served:
        organizer = organizer_of(served)

        async def post(path: str) -> None:
            answer = await asyncio.to_thread(organizer.post, path)
            assert answer.ok, answer.text

        async def second_painter() -> psutil.Process:
            await asyncio.to_thread(until, lambda: second_painters(psutil.Process(served.process.pid)))
            return second_painters(psutil.Process(served.process.pid))[0]

        async def live(phones: Crowd) -> None:
            await phones.open(pages)
            await phones.wait()
            for _ in range(3):
                second = await second_painter()
                await phones.listen_for(PROMPT)
                starts = asyncio.create_task(post("/organizer/rounds"))
                while phones.missing == people and not starts.done():
                    await asyncio.sleep(0)
                second.kill()
                await phones.wait()
                await starts
                await phones.listen_for(b"")
                await post("/organizer/rounds/end")
                await phones.wait()

        async def evening_of(phones: Crowd) -> None:
            try:
                await live(phones)
            finally:
                phones.close()
                await asyncio.sleep(0)  # in which its sockets are closed

        assert not second_painters(psutil.Process(served.process.pid))
        with ThreadPoolExecutor(1) as apart:  # where no browser of another test runs a loop
            apart.submit(lambda: asyncio.run(evening_of(Crowd(served.port)))).result()
        assert served.printed().count("the second painter is gone") >= 2
        assert "Traceback" not in served.printed()


_OF_A_PHONE = ("phone", "profile")
