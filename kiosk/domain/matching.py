"""A round: who meets whom. As many as can be first, then whoever's turn it is, then what is best for both."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.benefit import Benefits
from kiosk.domain.blossom import rematch
from kiosk.domain.control import drawn_pairs
from kiosk.domain.cover import cover
from kiosk.domain.cover import mend
from kiosk.domain.groups import Group
from kiosk.domain.groups import grouped
from kiosk.domain.liking import Liking
from kiosk.domain.origin import Policy
from kiosk.domain.pairs import Marked
from kiosk.domain.pairs import Pairs
from kiosk.domain.partners import nearest
from kiosk.domain.paths import complete
from kiosk.domain.possible import Possible
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.refusal import N_
from kiosk.domain.room import Room
from kiosk.domain.seated import Seated
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.domain.turns import Turns
from kiosk.domain.worth import Worth

ENGINE = "4"
"""Kept with each match, so that an evening can be replayed: raised whenever the same facts and seed plan otherwise."""

NEAREST = 16
"""Partners looked at for each person. Of what the best of all possible matchings is worth, they hold 99.7 %."""

EXACT = 300
"""The most people to be matched exactly: in 10 ms as a rule, in 40 ms where many must be left over."""


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


def may_meet(match: PlannedMatch, history: History) -> bool:
    """Whether by all that has happened these may meet: nobody whom they must not, but a bridge the two who met them."""
    return all(
        pair not in history.never or (match.bridge in pair and pair in history.met)
        for pair in map(frozenset, combinations(match.people, 2))
    )


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
    """Match all who are free: pairs, and threes and fours for those who would rather, or where someone is left over.

    Nobody meets whom they must never meet or whose purposes clash with theirs. The same candidates in any order and
    the same seed give the same plan. Rules in their order: as many people as can be (exact for the pairs; each one
    left over then joins a pair, if one has place for them); whoever was left out last time; whoever has no good
    meeting yet; whoever leaves soon; nobody they were told of before; whoever waited longest; what it is worth.
    Each pair is drawn at random with the probability `random_share` instead: those drawn know nothing of worth.
    """
    if not candidates:
        return Plan((), ())
    random = np.random.default_rng(seed)
    seated = seat(candidates, history, topics, purposes, random)
    drawn = drawn_pairs(random_share, seated, random) if random_share else np.arange(len(seated.ids))
    partner, pairs = _paired(seated, drawn)
    groups = grouped(partner, pairs, seated, drawn)
    matched = {place for group in groups for place in group.places}
    alone = sorted((seated.ids[place], place) for place in range(len(seated.ids)) if place not in matched)
    return Plan(
        tuple(sorted((_planned(group, seated, random_share) for group in groups), key=lambda match: match.people)),
        tuple(LeftOut(id_, _why(place, seated)) for id_, place in alone),
    )


def _planned(group: Group, seated: Seated, random_share: float) -> PlannedMatch:
    return PlannedMatch(
        people=tuple(sorted(seated.ids[place] for place in group.places)),
        policy=Policy.RANDOM if group.drawn else Policy.BEST,
        # Where all are drawn, those whom no draw could pair are matched as well as can be for certain.
        probability=random_share if group.drawn else (1 - random_share or 1.0),
        bridge=None if group.bridge is None else seated.ids[group.bridge],
    )


def seat(
    candidates: Sequence[Candidate],
    history: History,
    topics: Topics,
    purposes: PurposeTable,
    random: np.random.Generator,
) -> Seated:
    """Draw a place for each; the same `random` draws the same, whatever the order of the candidates."""
    by_id = sorted(candidates, key=lambda candidate: candidate.id)
    people = tuple(by_id[place] for place in random.permutation(len(by_id)))
    ids = tuple(person.id for person in people)
    never, before, met = (_marked(ids, pairs) for pairs in (history.never, history.before, history.met))
    possible = Possible([person.purposes for person in people], purposes, never)
    company = np.array([person.small_group for person in people])
    worth = Worth(
        benefits=Benefits(people, Room(people, topics, purposes)),
        liking=Liking(ids, history.glad),
        possible=possible,
        before=before,
        none_yet=np.array([person.meetings == 0 for person in people]),
        company=company,
        chance=random.random(2 * len(people), dtype=np.float32),
    )
    return Seated(ids, never, met, possible, worth, _turns(people), company)


def _turns(people: Sequence[Candidate]) -> Turns:
    """Whoever was left out comes first, then whoever has no good meeting yet, then whoever leaves soon."""
    called = [4 * person.left_out + 2 * (person.meetings == 0) + person.leaving for person in people]
    waited = [-person.here_since for person in people]
    return Turns(*(np.unique(each, return_inverse=True)[1] for each in (called, waited)))


def _marked(ids: Sequence[str], pairs: Iterable[frozenset[str]]) -> Marked:
    """The pairs of which both are here."""
    place = {id_: index for index, id_ in enumerate(ids)}
    return Marked(((place[a], place[b]) for a, b in pairs if a in place and b in place), len(ids))


def _paired(seated: Seated, drawn: NDArray[np.intp]) -> tuple[NDArray[np.intp], Pairs]:
    """Each one's partner, (n,), or themselves for who is left over; and the pairs looked at, among them those made.

    First the best of the pairs looked at, then what all possible pairs allow: nobody alone who need not be, nobody
    coming up again in vain, and whoever has waited longest not alone. Pairs `drawn`, (n,), at random are kept where
    none of this needs them.
    """
    everyone = np.arange(len(drawn))
    undrawn = drawn == everyone
    worth = seated.worth if undrawn.all() else replace(seated.worth, possible=seated.possible.without(~undrawn))
    pairs, price = nearest(worth, NEAREST)
    pairs = _with(pairs, ~undrawn, drawn, seated)
    partner = drawn.copy()
    if len(everyone) <= EXACT:
        rematch(partner, pairs, price, seated.turns, undrawn)
    else:
        partner[undrawn] = cover(pairs, price, seated.turns)[undrawn]
    for settle, all_of_them in ((_settled, True), (_waited, False)):
        settled = settle(partner, seated)
        changed = (settled != partner) & (settled != everyone)
        kept = ~undrawn & (settled == drawn)
        if changed.any():
            pairs = _with(pairs, changed, settled, seated)
            among = ~kept & ((settled != everyone) | all_of_them)
            if len(everyone) <= EXACT:
                rematch(settled, pairs, price, seated.turns, among)
            else:
                mend(np.flatnonzero(changed), settled, pairs, price, seated.turns, among)
        partner = settled
    return partner, pairs


def _with(pairs: Pairs, some: NDArray[np.bool_], partner: NDArray[np.intp], seated: Seated) -> Pairs:
    """The pairs, and also those of some people, (n,), with their partners, (n,)."""
    people = np.flatnonzero(some)
    return pairs.and_also(seated.worth.between(people, partner[people])) if len(people) else pairs


def _settled(partner: NDArray[np.intp], seated: Seated) -> NDArray[np.intp]:
    """The partners once all possible pairs are looked at, so that nobody is alone and nobody comes up again in vain."""
    everyone, before = np.arange(len(partner)), seated.worth.before
    again = before.has(everyone, partner)
    settled = np.where(again, everyone, partner)
    complete(settled, seated.turns.called, seated.new_to)
    still = again & (settled == everyone) & (settled[partner] == partner)
    settled[still] = partner[still]
    complete(settled, seated.turns.called, seated.possible.of)
    return settled


def _waited(partner: NDArray[np.intp], seated: Seated) -> NDArray[np.intp]:
    """The partners once of equals those are alone who have waited least."""
    settled = partner.copy()
    complete(settled, seated.turns.order, seated.new_to)
    return settled


def _why(person: int, seated: Seated) -> Why:
    if len(seated.ids) == 1:
        return Why.ALONE
    if len(seated.never.of(person)) == len(seated.ids) - 1:
        return Why.MET_EVERYONE
    return Why.ODD_ONE_OUT if seated.possible.of(person).any() else Why.CROSS_PURPOSES
