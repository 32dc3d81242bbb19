"""Are typed words understood? Aliases left out one by one must find their topic: `python -m tests.bench.topics`.

The peer, the cosine of tf-idf weights over character 2-4-grams, answers the same in the same run. Half of the topics
(by their key) chose the figures in `kiosk/domain/likeness.py`; what is printed is about the other half, and about slips
of the finger in all names of eight letters or more. What is merged neither right nor wrong stays a topic of its own.
"""

import csv
from collections import Counter
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set
from pathlib import Path
from random import Random
from zlib import crc32

import click
import numpy as np
import scipy.sparse as sp

from kiosk.domain.spelling import own_key
from kiosk.domain.topic import Topics
from tests.bench.table import show

FILE = Path(__file__).parents[2] / "config" / "topics.csv"
FIRST_TECHNOLOGY = "3D"
SLIP_FROM = 8
HEADERS = ["", "asked", "recall 1", "recall 5", "right", "wrong"]

Row = tuple[str, list[str], list[str]]
Asked = tuple[str, str]
"""An alias, and the key of the topic it should find."""


def read_rows() -> tuple[list[Row], set[str]]:
    """All topics, and the keys of those about technology."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [(line["name"], _split(line["aliases"]), _split(line["related"])) for line in csv.DictReader(file)]
    keys = [own_key(name) for name, _, _ in rows]
    return rows, set(keys[keys.index(own_key(FIRST_TECHNOLOGY)) :])


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def held_out(key: str) -> bool:
    """Whether a topic is of the half that chose nothing."""
    return crc32(key.encode()) % 2 == 1


def one_by_one(rows: Sequence[Row], asked: Sequence[Asked]) -> Iterator[tuple[Topics, list[Asked]]]:
    """Topics that lack at most one alias each, and the aliases they lack."""
    rounds: defaultdict[int, list[Asked]] = defaultdict(list)
    times: Counter[str] = Counter()
    for alias, key in asked:
        rounds[times[key]].append((alias, key))
        times[key] += 1
    for lacking in rounds.values():
        left_out = set(lacking)
        kept = [(n, [a for a in aliases if (a, own_key(n)) not in left_out], related) for n, aliases, related in rows]
        yield Topics.from_rows(kept), lacking


class Peer:
    """Character n-grams of each word with its borders, tf-idf, cosine; the best of a topic's names and aliases."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._texts = [(own_key(text), own_key(name)) for name, aliases, _ in rows for text in (name, *aliases)]
        self._columns: dict[str, int] = {}
        for text, _ in self._texts:
            for gram in self._grams(text):
                self._columns.setdefault(gram, len(self._columns))
        counted = self._counted([text for text, _ in self._texts])
        self._idf = np.log((1 + len(self._texts)) / (1 + (counted > 0).sum(axis=0))) + 1
        self._weights = self._unit(counted)

    def rank(self, left_out: Asked, most: int) -> list[str]:
        """Keys of topics, the likeliest first, for an alias that is left out."""
        lacking = (own_key(left_out[0]), left_out[1])
        scores = (self._weights @ self._unit(self._counted([lacking[0]])).T).toarray().ravel()
        order = np.argsort(-scores, kind="stable")[: 50 * most]
        found = dict.fromkeys(self._texts[at][1] for at in order if self._texts[at] != lacking)
        return list(found)[:most]

    @staticmethod
    def _grams(text: str) -> list[str]:
        spaced = [f" {word} " for word in text.split()]
        return [word[at : at + n] for word in spaced for n in (2, 3, 4) for at in range(len(word) - n + 1)]

    def _counted(self, texts: Sequence[str]) -> sp.csr_array:
        cells = [
            (row, self._columns[gram])
            for row, text in enumerate(texts)
            for gram in self._grams(text)
            if gram in self._columns
        ]
        rows, columns = zip(*cells, strict=True) if cells else ((), ())
        return sp.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(self._columns)))

    def _unit(self, counted: sp.csr_array) -> sp.csr_array:
        weighted = counted.multiply(self._idf).tocsr()
        lengths = np.sqrt(weighted.multiply(weighted).sum(axis=1))
        return sp.diags_array(1 / np.maximum(lengths, 1e-9)) @ weighted


def slip(text: str, random: Random) -> str:
    """A text with two letters swapped, one doubled, one missing or one taken for another; the first stays."""
    at = random.randrange(1, len(text) - 1)
    before, one, other, behind = text[:at], text[at], text[at + 1], text[at + 2 :]
    another = random.choice("aeioustrn")
    return before + random.choice((other + one, one + one + other, other, another + other)) + behind


def recall(found: Sequence[tuple[str, list[str]]]) -> tuple[float, float]:
    """Shares of the asked whose topic came first, and among the first five."""
    firsts = [key in ranked[:1] for key, ranked in found]
    return sum(firsts) / len(firsts), sum(key in ranked for key, ranked in found) / len(found)


def merged(resolved: Sequence[tuple[str, str]], known: Set[str]) -> tuple[int, int]:
    """How many texts were taken for the topic that is right, and how many for one that is wrong."""
    return sum(found == key for key, found in resolved), sum(found in known - {key} for key, found in resolved)


@click.command()
@click.option("--aliases", default=1500, help="How many aliases are left out.")
@click.option("--seed", default=1)
def main(aliases: int, seed: int) -> None:
    """Print how many aliases find their topic, and how often `resolve` is right."""
    random = Random(seed)
    rows, technology = read_rows()
    known = {own_key(name) for name, _, _ in rows}
    asked = [(alias, own_key(name)) for name, names, _ in rows for alias in names if held_out(own_key(name))]
    asked = random.sample(asked, min(aliases, len(asked)))
    peer = Peer(rows)
    ours, theirs, resolved = [], [], []
    for topics, lacking in one_by_one(rows, asked):
        for alias, key in lacking:
            ours.append((key, topics.like(alias, 5)))
            theirs.append((key, peer.rank((alias, key), 5)))
            resolved.append((key, topics.resolve(alias)))

    topics = Topics.from_rows(rows)
    slips = [(own_key(name), topics.resolve(slip(name, random))) for name, _, _ in rows if len(name) >= SLIP_FROM]
    table: list[list[str]] = []
    figures: dict[str, float] = {}
    for part, keys, prefix in (("technology", technology, ""), ("everyday", known - technology, "everyday_")):
        right, wrong = merged([pair for pair in resolved if pair[0] in keys], known)
        for who, found, whose in (("ours", ours, ""), ("peer", theirs, "peer_")):
            of_part = [pair for pair in found if pair[0] in keys]
            first, five = recall(of_part)
            own = [str(right), str(wrong)] if who == "ours" else ["", ""]
            table.append([f"{part}, {who}", str(len(of_part)), f"{first:.3f}", f"{five:.3f}", *own])
            figures |= {f"{prefix}{whose}recall_1": first, f"{prefix}{whose}recall_5": five}
    right, wrong = merged(slips, known)
    table.append(["slips in names", str(len(slips)), "", "", str(right), str(wrong)])
    right, wrong = merged(resolved, known)
    figures["wrong_merges"] = wrong / (right + wrong)
    show("Aliases left out one by one, and what resolve merged", HEADERS, table, figures)


if __name__ == "__main__":
    main()
