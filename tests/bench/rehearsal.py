"""A whole evening, played: `python -m tests.bench.rehearsal [--people 300] [--minutes 2]`.

The crowd of `kiosk rehearse` plays 20 minutes of an evening in 2 against a kiosk of its own. Prompts are those that
the files afterwards tell of, for people whose phone was on; delivered are those of them that stood on that phone.
"""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import psutil

from kiosk.rehearsal.invented import invent
from kiosk.rehearsal.outcome import Outcome
from kiosk.rehearsal.play import Play
from kiosk.rehearsal.play import play
from tests.bench.table import percentile
from tests.bench.table import show
from tests.serving import PASSPHRASE
from tests.serving import serving

SPEED = 10


@click.command()
@click.option("--people", default=300, show_default=True)
@click.option("--minutes", default=2.0, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(people: int, minutes: float, seed: int) -> None:
    outcome = Outcome()
    with TemporaryDirectory() as folder, serving(Path(folder) / "evening") as served:
        worker = psutil.Process(served.process.pid).children()[0]
        planned = Play(served.base, PASSPHRASE, people, minutes, SPEED, seed)
        rss: list[float] = []

        def progress(done: float) -> None:
            # Most are there and the first round has been: what grows from here on would grow all evening.
            if done > 0.5:
                rss.append(worker.memory_info().rss / 2**20)

        asyncio.run(play(planned, outcome, progress))
    files = outcome.files
    names = {guest.number: guest.name for guest in invent(people, seed)[0]}
    delivered = {(match_id, names[number]) for match_id, number in outcome.delivered}
    linked = {names[number] for number in outcome.linked}
    prompts = {(row["match_id"], row["name"]) for row in files["matches.csv"] if row["name"] in linked}
    met = {name for row in files["meetings.csv"] for name in (row["one_name"], row["other_name"])}
    came = {row["name"] for row in files["attendees.csv"] if row["presence"] != "expected"}
    for match_id, name in sorted(prompts - delivered):
        outcome.error(f"{name} was not told of match {match_id}")
    for error in outcome.errors[:20]:
        print(error)
    figures = {
        "errors": len(outcome.errors),
        "prompts": len(prompts),
        "delivered": len(prompts & delivered),
        "met": len(outcome.met),
        "p99_ms": percentile(outcome.shown_after_s, 99) * 1000,
        "with_one_new_meeting": len(met) / len(came),
        "rss_mib_start": rss[0],
        "rss_mib_end": rss[-1],
    }
    show(
        f"{people} invented guests, {minutes * SPEED:.0f} minutes of evening in {minutes:g}",
        ("", "figure"),
        [(name.replace("_", " "), f"{figure:,.2f}".removesuffix(".00")) for name, figure in figures.items()],
        figures,
    )


if __name__ == "__main__":
    main()
