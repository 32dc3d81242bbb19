"""How long it takes to match a room, and how well: `python -m tests.bench.matching [--people 1000] [--seed 1]`.

Time runs from what people stated to matches with reasons for everyone, the median of several rounds. In the same run
and on the pairs that were looked at, the blossom of rustworkx and, in small rooms, of networkx. What all matches are
worth together is held against what is proven to be the most for these pairs, and for all possible pairs (`bound.py`).
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations
from statistics import median
from typing import TypeVar

import click
import networkx
import numpy as np
import rustworkx

from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.matching import plan_round
from kiosk.domain.pairing import NEAREST
from kiosk.domain.pairs import Pairs
from kiosk.domain.partners import nearest
from kiosk.domain.plan import Plan
from kiosk.domain.reason import reasons_for
from kiosk.domain.room import Room
from kiosk.domain.seated import Seated
from kiosk.domain.seated import seat
from tests.bench.bound import prices
from tests.bench.bound import prices_for_all
from tests.bench.room import make_room
from tests.bench.room import shipped
from tests.bench.table import show

SIZES = (100, 300, 1_000, 3_000, 10_000)
NETWORKX = 300
"""The most people networkx is asked to match: it takes minutes for a thousand."""

REPEATS = 5
T = TypeVar("T")


@dataclass
class Measured:
    people: int
    seconds: float = 0.0
    matched: float = 0.0
    peak_mib: float = 0.0
    of_bound: float = 0.0
    of_all: float = 0.0
    """Of the bound for all possible pairs of the room, looked at or not."""
    rustworkx_seconds: float = 0.0
    networkx_seconds: float | None = None

    @property
    def speedup(self) -> float:
        """How much faster everything is, to the last reason, than rustworkx with the matching alone."""
        return self.rustworkx_seconds / self.seconds

    def row(self) -> tuple[str, ...]:
        return (
            f"{self.people:,}",
            f"{self.seconds:.3f}",
            f"{self.matched:.2%}",
            f"{self.of_bound:.2%}",
            f"{self.of_all:.2%}",
            f"{self.peak_mib:.0f}",
            f"{self.rustworkx_seconds:.3f}",
            "" if self.networkx_seconds is None else f"{self.networkx_seconds:.3f}",
        )

    def figures(self) -> dict[str, float]:
        names = ("people", "seconds", "matched", "of_bound", "rustworkx_seconds", "speedup", "peak_mib")
        return {name: getattr(self, name) for name in names}


def timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    done = work()
    return done, time.perf_counter() - began


def prompts(room: list[Candidate], history: History, seed: int) -> Plan:
    """The plan of a round, with what each of its people is told."""
    topics, purposes = shipped()
    plan = plan_round(room, history, topics, purposes, seed)
    present = Room(room, topics, purposes)
    by_id = {person.id: person for person in room}
    for match in plan.groups:
        for reader, other in permutations(match, 2):
            reasons_for(by_id[reader], by_id[other], present, seed)
    return plan


def measure(people: int, seed: int) -> Measured:
    """Everything about one room. To be run in a process of its own: its memory is measured."""
    measured = Measured(people)
    room, history = make_room(people, seed)
    repeats = REPEATS if people < 5_000 else 3
    runs = [timed(lambda: prompts(room, history, seed)) for _ in range(repeats)]
    measured.seconds = median(seconds for _, seconds in runs)
    # Linux counts kibibytes, macOS bytes.
    measured.peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        2**20 if sys.platform == "darwin" else 2**10
    )
    plan = runs[0][0]
    measured.matched = sum(map(len, plan.groups)) / people

    seated = seat(room, history, *shipped(), np.random.default_rng(seed))
    pairs, _ = nearest(seated.worth, NEAREST)
    one, other = made(plan, seated)
    together = seated.worth.between(one, other)
    pairs = pairs.and_also(together)
    bound = prices(pairs, people).sum()
    measured.of_bound = together.worth.sum() / bound
    measured.of_all = together.worth.sum() / prices_for_all(pairs, seated.worth).sum()

    worth, measured.rustworkx_seconds = timed(lambda: rustworkx_blossom(pairs))
    if people <= NETWORKX:
        again, measured.networkx_seconds = timed(lambda: networkx_blossom(pairs))
        assert again == worth
    return measured


def made(plan: Plan, seated: Seated) -> tuple[np.ndarray, np.ndarray]:
    """The places of the two of each match; of three people, those of the best two."""
    place = {id_: place for place, id_ in enumerate(seated.ids)}
    groups = [[place[who] for who in match] for match in plan.groups]
    best = [
        max(permutations(group, 2), key=lambda two: seated.worth.of(two[0])[two[1]]) if len(group) > 2 else group
        for group in groups
    ]
    one, other = np.array(best, dtype=np.intp).T
    return one, other


def rustworkx_blossom(pairs: Pairs) -> int:
    graph = rustworkx.PyGraph(multigraph=False)
    graph.extend_from_weighted_edge_list(edges(pairs))
    matching = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return sum(graph.get_edge_data(*pair) for pair in matching)


def networkx_blossom(pairs: Pairs) -> int:
    graph = networkx.Graph()
    graph.add_weighted_edges_from(edges(pairs))
    matching = networkx.max_weight_matching(graph, maxcardinality=True)
    return sum(graph.edges[pair]["weight"] for pair in matching)


def edges(pairs: Pairs) -> list[tuple[int, int, int]]:
    return list(zip(pairs.one.tolist(), pairs.other.tolist(), pairs.worth.tolist(), strict=True))


@click.command()
@click.option("--people", type=click.IntRange(2), help=f"How many; else {', '.join(f'{size:,}' for size in SIZES)}.")
@click.option("--seed", default=1, show_default=True, help="Draws the room and the round.")
def main(people: int | None, seed: int) -> None:
    """Measure rooms and print a table and, of the largest, a line of JSON."""
    alone = multiprocessing.get_context("spawn")
    measured = []
    for size in (people,) if people else SIZES:
        with alone.Pool(1) as process:
            measured.append(process.apply(measure, (size, seed)))
    show(
        "From stated interests to matches with reasons;\nbeside it, the seconds others need for the matching alone",
        ("people", "seconds", "matched", "of bound", "of all", "MiB", "rustworkx", "networkx"),
        [each.row() for each in measured],
        measured[-1].figures(),
    )


if __name__ == "__main__":
    main()
