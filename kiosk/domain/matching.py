"""A round: who meets whom. As many as can be first, then whoever's turn it is, then what is best for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import rustworkx
from numpy.typing import NDArray

from kiosk.domain.benefit import pair_weights
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.refusal import N_
from kiosk.domain.room import Room
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics

FIRST_MEETING = 0.25
"""Raises all pairs of a person without a good meeting yet, so that theirs become the better ones. Picked once by hand;
in a replay of speed-dating records a boost of this kind brought 5.8 points more people to a mutual yes."""

WAITED = 0.05
"""What the longest wait is worth against a better match. It mostly decides whom an odd number leaves over."""

CHANCE = 0.01
"""Seeded noise, so that equals are drawn rather than ranked by their ids. Smaller than any reason to meet."""

NEAREST = 32
"""Partners looked at for each person at first. Ten reach 99.8 % of the best total; the rest are looked at where
someone would be left out."""

_UNITS = 1_000_000
"""Weights are matched as whole numbers: a millionth counts, and every machine adds them up alike."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone free for this round.

    `meetings` counts good ones so far, `left_out` rounds without a partner running; whoever has the smaller
    `here_since` has waited longer.
    """

    id: str
    statements: tuple[Statement, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    meetings: int = 0
    left_out: int = 0
    here_since: float = 0


@dataclass(frozen=True, slots=True)
class History:
    """Pairs of ids. `never`: met, refused or kept apart. `before`: told of each other without meeting, last choice."""

    never: frozenset[frozenset[str]] = frozenset()
    before: frozenset[frozenset[str]] = frozenset()


class Why(StrEnum):
    """Why someone has no match, for the organizer. It must not tell that anyone said no."""

    ALONE = "alone"
    MET_EVERYONE = "met_everyone"
    CROSS_PURPOSES = "cross_purposes"
    ODD_ONE_OUT = "odd_one_out"

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    Why.ALONE: N_("Nobody else is free right now."),
    Why.MET_EVERYONE: N_("Everyone who is free has come up for them already."),
    Why.CROSS_PURPOSES: N_(
        "What they came for does not go with what the others came for who are free and new to them."
    ),
    Why.ODD_ONE_OUT: N_("Everyone they could meet is with someone else this time. They come first in the next round."),
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    id: str
    why: Why


@dataclass(frozen=True, slots=True)
class Plan:
    """Matches of two or three ids, sorted, and everyone else with the reason."""

    matches: tuple[tuple[str, ...], ...]
    left_out: tuple[LeftOut, ...]


def plan_round(
    candidates: Sequence[Candidate], history: History, topics: Topics, purposes: PurposeTable, seed: int
) -> Plan:
    """Match all who are free: pairs, and threes where someone would be left over.

    Nobody meets whom they must never meet or whose purposes clash with theirs. The same candidates in any order and
    the same seed give the same plan. Rules in their order: as many people as can be (exact for the pairs; each one
    left over then joins a pair, if one has place for them); whoever was left out last time; whoever has no good
    meeting yet; nobody they were told of before; the benefit of both.
    """
    people = sorted(candidates, key=lambda candidate: candidate.id)
    if not people:
        return Plan((), ())
    met = _marked(people, history.never)
    met[np.diag_indices(len(people))] = True
    clash = purposes.fit_matrix([person.purposes for person in people]) < 0
    allowed = ~(met | clash)
    worth, turn = _worth(people, history, Room(people, topics, purposes), seed)
    pairs = _pairs(allowed, worth, turn)
    groups = _with_joiners(pairs, allowed, worth, len(people))
    matched = {index for group in groups for index in group}
    return Plan(
        tuple(sorted(tuple(people[index].id for index in group) for group in groups)),
        tuple(
            LeftOut(person.id, _why(met[index], clash[index]))
            for index, person in enumerate(people)
            if index not in matched
        ),
    )


def _marked(people: Sequence[Candidate], pairs: frozenset[frozenset[str]]) -> NDArray[np.bool_]:
    """Where in (n, n) the pairs stand of which both are here."""
    place = {person.id: index for index, person in enumerate(people)}
    marked = np.zeros((len(people), len(people)), dtype=bool)
    for a, b in pairs:
        if a in place and b in place:
            marked[place[a], place[b]] = marked[place[b], place[a]] = True
    return marked


def _worth(
    people: Sequence[Candidate], history: History, room: Room, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What each pair is worth, (n, n), and what it is worth to match each person at all, (n,), whole numbers.

    One pair that came up before costs more than all pairs of a round are worth; one person whose turn it is counts
    more than all such pairs: so the rules of `plan_round` are kept in their order.
    """
    size = len(people)
    none_yet = np.array([person.meetings == 0 for person in people], dtype=np.int64)
    _, arrival = np.unique([person.here_since for person in people], return_inverse=True)
    waited = 1 - arrival / max(1, arrival.max())
    drawn = np.triu(np.random.default_rng(seed).random((size, size)), 1)
    value = (
        pair_weights(people, room) * (1 + FIRST_MEETING * np.add.outer(none_yet, none_yet))
        + WAITED * np.add.outer(waited, waited) / 2
        + CHANCE * (drawn + drawn.T)
    )
    worth = np.rint(value * _UNITS).astype(np.int64)
    all_pairs = int(worth.max() + 1) * size
    worth[_marked(people, history.before)] -= all_pairs
    _, turn = np.unique([2 * person.left_out + (person.meetings == 0) for person in people], return_inverse=True)
    return worth, turn * all_pairs * (size + 1)


def _pairs(allowed: NDArray[np.bool_], worth: NDArray[np.int64], turn: NDArray[np.int64]) -> list[tuple[int, int]]:
    """As many allowed pairs as can be, of the greatest weight among each one's nearest partners.

    Where someone stays alone and it is not certain that they must, all their partners are looked at, then all pairs.
    """
    weight = worth + np.add.outer(turn, turn)
    looked_at = _nearest(allowed, worth)
    while True:
        rows, columns = np.nonzero(np.triu(looked_at))
        pairs = _matched(rows, columns, weight[rows, columns])
        alone = _alone(pairs, len(turn))
        if _settled(pairs, alone, allowed, turn) or (looked_at == allowed).all():
            return pairs
        wider = looked_at.copy()
        wider[alone] = allowed[alone]
        wider |= wider.T
        looked_at = allowed if (wider == looked_at).all() else wider


def _nearest(allowed: NDArray[np.bool_], worth: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each person the `NEAREST` allowed partners of the greatest worth, and whoever has them among theirs."""
    if len(allowed) <= NEAREST:
        return allowed
    best = np.argpartition(np.where(allowed, -worth, np.iinfo(np.int64).max), NEAREST, axis=1)[:, :NEAREST]
    near = np.zeros_like(allowed)
    np.put_along_axis(near, best, True, axis=1)
    return (near | near.T) & allowed


def _settled(
    pairs: list[tuple[int, int]], alone: list[int], allowed: NDArray[np.bool_], turn: NDArray[np.int64]
) -> bool:
    """Whether it is certain that no more people can be paired and nobody else should be alone instead.

    Only who is reached from someone alone by turns of any allowed step and the step to a partner can be alone in their
    place (Berge 1957). Nobody reached may come later in turn; but for an odd number's one, no two may pair.
    """
    partner = np.arange(len(turn))
    for a, b in pairs:
        partner[a], partner[b] = b, a
    for level in set(turn[alone]):
        reached = _reached([index for index in alone if turn[index] == level], partner, allowed)
        if turn[reached].min() < level:
            return False
    instead = _reached(alone, partner, allowed)
    return len(alone) <= len(turn) % 2 or not allowed[np.ix_(instead, instead)].any()


def _reached(start: list[int], partner: NDArray[np.intp], allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    reached = np.zeros(len(partner), dtype=bool)
    fresh = np.array(start, dtype=np.intp)
    while fresh.size:
        reached[fresh] = True
        steps = partner[allowed[fresh].any(axis=0)]
        fresh = np.unique(steps[~reached[steps]])
    return reached


def _with_joiners(
    pairs: list[tuple[int, int]], allowed: NDArray[np.bool_], worth: NDArray[np.int64], size: int
) -> list[tuple[int, ...]]:
    """The pairs, some of them threes: each one left over joins the pair whose weakest two of three are best.

    Two never want to join the same pair: they could each have taken one of it, and more would have been paired.
    """
    groups: list[tuple[int, ...]] = list(pairs)
    for one in _alone(pairs, size):
        welcome = {
            index: min(worth[one, a], worth[one, b], worth[a, b])
            for index, (a, b) in enumerate(pairs)
            if allowed[one, a] and allowed[one, b]
        }
        if welcome:
            best = max(welcome, key=welcome.__getitem__)
            groups[best] = (*pairs[best], one)
    return groups


def _alone(pairs: list[tuple[int, int]], size: int) -> list[int]:
    return sorted(set(range(size)) - {index for pair in pairs for index in pair})


def _matched(rows: NDArray[np.intp], columns: NDArray[np.intp], weights: NDArray[np.int64]) -> list[tuple[int, int]]:
    """The heaviest of the matchings with the most edges, each edge as (smaller, larger), sorted (Edmonds 1965)."""
    graph = rustworkx.PyGraph(multigraph=False)
    graph.extend_from_weighted_edge_list(list(zip(rows.tolist(), columns.tolist(), weights.tolist(), strict=True)))
    matching = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return sorted((min(edge), max(edge)) for edge in matching)


def _why(met: NDArray[np.bool_], clash: NDArray[np.bool_]) -> Why:
    if len(met) == 1:
        return Why.ALONE
    if met.all():
        return Why.MET_EVERYONE
    return Why.CROSS_PURPOSES if (met | clash).all() else Why.ODD_ONE_OUT
