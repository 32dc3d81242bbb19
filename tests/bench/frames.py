"""How smoothly the projector draws the room: `python -m tests.bench.frames [--people 300 --people 1000]`.

A real projector's page in Chromium, which draws without a graphics card here, is handed pictures of so many people: all
at once, then a newcomer or a meeting every half second, then nothing. Times between frames hold whatever else the
machine does; `work_ms` is the processor time of the page's own thread for a frame and does not.
"""

import os
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import click
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright

from kiosk.domain.picture import MOST_GATHERS
from kiosk.domain.picture import MOST_LINES
from tests.bench.table import percentile
from tests.bench.table import show
from tests.browser.conftest import WALL
from tests.browser.conftest import chromium
from tests.serving import Served
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving

SMOOTH_MS = 1000 / 60 * 1.5
"""A frame later than this was left out."""
AT_REST_S = 4

WATCH = """async ({seconds, pictures}) => {
  const graph = document.querySelector("people-graph");
  const frames = [];
  let next = 0;
  const show = () => {
    const [dots, lines, names] = pictures[next++] ?? [];
    if (!dots) return;
    graph.querySelector("ul").replaceChildren(...names.map(([name, colour]) => {
      const row = document.createElement("li");
      row.dataset.beacon = colour;
      row.append(name);
      return row;
    }));
    graph.setAttribute("dots", JSON.stringify(dots));
    graph.setAttribute("lines", JSON.stringify(lines));
    document.dispatchEvent(new Event("painted"));
  };
  const timer = setInterval(show, 500);
  show();
  let last = await new Promise(requestAnimationFrame);
  const end = last + seconds * 1000;
  while (last < end) {
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  clearInterval(timer);
  return frames;
}"""

NAMES = [
    ("gardens", "teal"),
    ("civic tech", "blue"),
    ("climbing", "plum"),
    ("machine learning", "brick"),
    ("cooking", "olive"),
    ("photography", "rose"),
    ("books", "amber"),
]


def pictures(people: int, seed: int, newcomers: int = 10) -> list[Any]:
    """The room with all but the last `newcomers`, and again with each of them."""
    random = Random(seed)
    dots = [(f"{random.getrandbits(40):010x}", random.randrange(-1, MOST_GATHERS)) for _ in range(people)]
    lines = [random.sample(range(people), 2) for _ in range(min(MOST_LINES, int(people * 1.5)))]
    return [
        (dots[:here], [line for line in lines if max(line) < here], NAMES)
        for here in range(people - newcomers, people + 1)
    ]


def projector(served: Served, page: Page) -> None:
    """Open the room on a paired projector's page."""
    organizer = organizer_of(served)
    assert organizer.post("/organizer/scene", scene="room").ok
    cookies = paired_screen(organizer, "projector", "Wall").session.cookies
    page.context.add_cookies([{"name": each.name, "value": each.value or "", "url": served.base} for each in cookies])
    page.goto(served.base + "/projector")
    page.locator("people-graph").wait_for()


def measure(page: Page, people: int) -> dict[str, float]:
    """The figures for so many people."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def work_ms() -> float:
        """The processor time of the page's own thread until now."""
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration")) * 1000

    first, *then = pictures(people, seed=1)
    began = work_ms()
    frames = page.evaluate(WATCH, {"seconds": 2, "pictures": [first]})
    frames += page.evaluate(WATCH, {"seconds": 5, "pictures": then})
    moved = work_ms()
    page.wait_for_timeout(6_000)
    settled = work_ms()
    page.wait_for_timeout(AT_REST_S * 1000)
    return {
        "people": people,
        "frames_per_s": 1000 * len(frames) / sum(frames),
        "p50_ms": percentile(frames, 50),
        "p99_ms": percentile(frames, 99),
        "late_share": sum(frame > SMOOTH_MS for frame in frames) / len(frames),
        "work_ms": (moved - began) / len(frames),
        "at_rest_ms_a_s": (work_ms() - settled) / AT_REST_S,
        "load": os.getloadavg()[0],
    }


@click.command()
@click.option("--people", "crowds", multiple=True, default=(300, 1000), show_default=True)
def main(crowds: tuple[int, ...]) -> None:
    """Measure each crowd and print a table and a line of JSON each."""
    with TemporaryDirectory() as folder, serving(Path(folder) / "evening") as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        found = []
        for people in crowds:
            page = browser.new_context(viewport=WALL).new_page()  # type: ignore[arg-type]
            projector(served, page)
            found.append(measure(page, people))
            page.context.close()
        browser.close()
    for figures in found:
        show(
            f"{figures['people']:.0f} people in the room",
            ("", "figure"),
            [(name, f"{figure:,.2f}".removesuffix(".00")) for name, figure in figures.items()],
            figures,
        )


if __name__ == "__main__":
    main()
