"""A round: who meets whom. As many as can be first, then whoever's turn it is, then what is best for both."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.benefit import Benefits
from kiosk.domain.blossom import rematch
from kiosk.domain.cover import cover
from kiosk.domain.cover import mend
from kiosk.domain.origin import Policy
from kiosk.domain.pairs import UNITS
from kiosk.domain.pairs import Marked
from kiosk.domain.pairs import Pairs
from kiosk.domain.partners import nearest
from kiosk.domain.paths import complete
from kiosk.domain.possible import Possible
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.refusal import N_
from kiosk.domain.room import Room
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.domain.worth import LAST_CHOICE
from kiosk.domain.worth import Worth

ENGINE = "2"
"""Kept with each match, so that an evening can be replayed: raised whenever the same facts and seed plan otherwise."""

NEAREST = 16
"""Partners looked at for each person. Of what the best of all possible matchings is worth, they hold 99.7 %."""

EXACT = 300
"""The most people to be matched exactly: in 20 ms as a rule, in 120 ms where all pairs are alike."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone free for this round.

    `meetings` counts good ones so far, `left_out` rounds without a partner running; whoever has the smaller
    `here_since` has waited longer. `leaving`: soon. `small_group`: would rather be three or four than two.
    """

    id: str
    statements: tuple[Statement, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    meetings: int = 0
    left_out: int = 0
    here_since: float = 0
    leaving: bool = False
    small_group: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """Pairs of ids. `never`: met, refused or kept apart. `before`: told of each other without meeting, last choice.

    `met`: those of `never` who met, and whom nothing keeps apart; so someone who met two can bring these together.
    `glad`: whether someone was glad to have met another, by (who, about whom); only where there was time to say so.
    """

    never: frozenset[frozenset[str]] = frozenset()
    before: frozenset[frozenset[str]] = frozenset()
    met: frozenset[frozenset[str]] = frozenset()
    glad: Mapping[tuple[str, str], bool] = field(default_factory=dict)


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
    Why.ODD_ONE_OUT: N_("Everyone they could meet is with someone else this time. They come first the next time."),
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    id: str
    why: Why


@dataclass(frozen=True, slots=True)
class PlannedMatch:
    """The ids, sorted, of two to four people who should meet, and how it came to that.

    `probability`: with which this policy was drawn for them. `bridge`: who of three has met both others, if one has.
    """

    people: tuple[str, ...]
    policy: Policy = Policy.BEST
    probability: float = 1.0
    bridge: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Matches, sorted by their people, and everyone else with the reason."""

    matches: tuple[PlannedMatch, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Who meets whom: the people of each match."""
        return tuple(match.people for match in self.matches)


def plan_round(
    candidates: Sequence[Candidate],
    history: History,
    topics: Topics,
    purposes: PurposeTable,
    seed: int,
    random_share: float = 0.0,
) -> Plan:
    """Match all who are free: pairs, and threes where someone would be left over.

    Nobody meets whom they must never meet or whose purposes clash with theirs. The same candidates in any order and
    the same seed give the same plan. Rules in their order: as many people as can be (exact for the pairs; each one
    left over then joins a pair, if one has place for them); whoever was left out last time; whoever has no good
    meeting yet; nobody they were told of before; the benefit of both.
    """
    if not candidates:
        return Plan((), ())
    seated = seat(candidates, history, topics, purposes, seed)
    ids = [person.id for person in seated.people]
    groups = _with_joiners(*_paired(seated), seated)
    matched = {place for group in groups for place in group}
    alone = sorted((ids[place], place) for place in range(len(ids)) if place not in matched)
    return Plan(
        tuple(
            PlannedMatch(people) for people in sorted(tuple(sorted(ids[place] for place in group)) for group in groups)
        ),
        tuple(LeftOut(id_, _why(place, seated)) for id_, place in alone),
    )


@dataclass(frozen=True, slots=True)
class Seated:
    """The n people of a round on places drawn for it, who may meet whom, and what that is worth.

    `turn`, (n,), tells who comes before whom: whoever was left out, then whoever has no good meeting yet.
    """

    people: tuple[Candidate, ...]
    never: Marked
    possible: Possible
    worth: Worth
    turn: NDArray[np.int64]


def seat(
    candidates: Sequence[Candidate], history: History, topics: Topics, purposes: PurposeTable, seed: int
) -> Seated:
    """Draw a place for each; the same seed draws the same, whatever the order of the candidates."""
    random = np.random.default_rng(seed)
    by_id = sorted(candidates, key=lambda candidate: candidate.id)
    people = tuple(by_id[place] for place in random.permutation(len(by_id)))
    never, before = _marked(people, history.never), _marked(people, history.before)
    possible = Possible([person.purposes for person in people], purposes, never)
    none_yet = np.array([person.meetings == 0 for person in people])
    _, arrival = np.unique([person.here_since for person in people], return_inverse=True)
    waited = 1 - arrival / max(1, arrival.max())
    benefits = Benefits(people, Room(people, topics, purposes))
    worth = Worth(benefits, possible, before, none_yet, waited, random)
    _, turn = np.unique([2 * person.left_out + (person.meetings == 0) for person in people], return_inverse=True)
    return Seated(people, never, possible, worth, turn)


def _marked(people: Sequence[Candidate], pairs: Iterable[frozenset[str]]) -> Marked:
    """The pairs of which both are here."""
    place = {person.id: index for index, person in enumerate(people)}
    return Marked(((place[a], place[b]) for a, b in pairs if a in place and b in place), len(people))


def _paired(seated: Seated) -> tuple[NDArray[np.intp], Pairs]:
    """Each one's partner, (n,), or themselves for who is left over; and the pairs looked at, among them those made."""
    everyone = np.arange(len(seated.people))
    all_of_them = np.ones(len(everyone), dtype=bool)
    exactly = len(everyone) <= EXACT
    pairs, price = nearest(seated.worth, NEAREST)
    if exactly:
        partner = everyone.copy()
        rematch(partner, pairs, seated.turn, all_of_them)
    else:
        partner = cover(pairs, price, seated.turn)
    settled = _settled(partner, seated)
    changed = np.flatnonzero(settled != partner)
    if len(changed):
        pairs = pairs.and_also(seated.worth.between(changed, settled[changed]))
        if exactly:
            rematch(settled, pairs, seated.turn, all_of_them)
        else:
            mend(changed, settled, pairs, price, seated.turn)
    return settled, pairs


def _settled(partner: NDArray[np.intp], seated: Seated) -> NDArray[np.intp]:
    """The partners once all possible pairs are looked at, so that nobody is alone and nobody comes up again in vain."""
    everyone, possible, before = np.arange(len(partner)), seated.possible, seated.worth.before
    again = before.has(everyone, partner)
    settled = np.where(again, everyone, partner)

    def new(person: int) -> NDArray[np.bool_]:
        theirs = possible.of(person)
        theirs[before.of(person)] = False
        return theirs

    complete(settled, seated.turn, new)
    still = again & (settled == everyone) & (settled[partner] == partner)
    settled[still] = partner[still]
    complete(settled, seated.turn, possible.of)
    return settled


def _with_joiners(partner: NDArray[np.intp], pairs: Pairs, seated: Seated) -> list[tuple[int, ...]]:
    """The pairs, some of them threes: each one left over joins the pair whose weakest two of three are best.

    Two never want to join the same pair: they could each have taken one of it, and more would have been paired.
    """
    made = pairs.only(partner[pairs.one] == pairs.other)
    value = made.worth / UNITS - LAST_CHOICE * made.before
    groups: list[tuple[int, ...]] = list(zip(made.one.tolist(), made.other.tolist(), strict=True))
    for person in np.flatnonzero(partner == np.arange(len(partner))).tolist():
        may_meet = seated.possible.of(person)
        welcome = np.flatnonzero(may_meet[made.one] & may_meet[made.other])
        if welcome.size:
            theirs = seated.worth.of(person)
            weakest = np.minimum(np.minimum(theirs[made.one], theirs[made.other]), value)[welcome]
            best = welcome[np.argmax(weakest)]
            groups[best] = (*groups[best], person)
    return groups


def _why(person: int, seated: Seated) -> Why:
    if len(seated.people) == 1:
        return Why.ALONE
    if len(seated.never.of(person)) == len(seated.people) - 1:
        return Why.MET_EVERYONE
    return Why.ODD_ONE_OUT if seated.possible.of(person).any() else Why.CROSS_PURPOSES
