"""What each plan was made from, kept so that it can be made again."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from pydantic import TypeAdapter

from kiosk.domain.apart import Apart
from kiosk.domain.basis import Basis
from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.store.schema import plan_people
from kiosk.store.schema import plans


@dataclass(frozen=True, slots=True)
class _Known:
    """What a plan knew of one candidate. Of each pair in its history, one of the two keeps the other's place among
    all candidates by their id.

    `apart` numbers the groups of its history they are in, and says whether they are fine with the others there.
    """

    candidate: Candidate
    never: tuple[int, ...]
    before: tuple[int, ...]
    met: tuple[int, ...]
    apart: tuple[tuple[int, bool], ...]
    glad: tuple[tuple[str, str, bool], ...]


_known = TypeAdapter(_Known)


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """`config` and `outcome` are what `fingerprint` and `outcome` gave. No `basis` once one of its people is erased."""

    id: int
    made_at: datetime
    engine: str
    config: str
    outcome: str
    basis: Basis | None


def add(connection: sa.Connection, made_at: datetime, basis: Basis, *, engine: str, config: str, outcome: str) -> int:
    """Keep what this plan was made from, for as long as all its people are kept; the plan's id."""
    row = {
        "made_at": made_at,
        "engine": engine,
        "seed": basis.seed,
        "random_share": basis.random_share,
        "config": config,
        "outcome": outcome,
        "people": len(basis.candidates),
    }
    plan_id: int = connection.execute(plans.insert().values(row).returning(plans.c.id)).scalar_one()
    rows = [
        {
            "plan_id": plan_id,
            "attendee_id": known.candidate.id,
            "known": _known.dump_json(known, exclude_defaults=True),
        }
        for known in _taken_apart(basis)
    ]
    if rows:
        connection.execute(plan_people.insert(), rows)
    return plan_id


def all_of_them(connection: sa.Connection) -> Iterable[KeptPlan]:
    """Every plan in the order they were made, each read when its turn comes."""
    for row in connection.execute(sa.select(plans).order_by(plans.c.id)).all():
        kept = connection.scalars(sa.select(plan_people.c.known).where(plan_people.c.plan_id == row.id)).all()
        people = [_known.validate_json(known) for known in kept]
        basis = _put_together(people, row.seed, row.random_share) if len(people) == row.people else None
        yield KeptPlan(row.id, row.made_at, row.engine, row.config, row.outcome, basis)


def _taken_apart(basis: Basis) -> list[_Known]:
    history = basis.history
    place = {id_: number for number, id_ in enumerate(sorted(candidate.id for candidate in basis.candidates))}
    never, before, met = (_by_one_of_them(pairs, place) for pairs in (history.never, history.before, history.met))
    glad: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for (who, whom), was in sorted(history.glad.items()):
        glad[who if who in place else whom].append((who, whom, was))
    apart: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for number, group in enumerate(history.apart):
        for id_ in group.people:
            apart[id_].append((number, id_ in group.fine))
    return [
        _Known(candidate, never[id_], before[id_], met[id_], tuple(apart[id_]), tuple(glad[id_]))
        for candidate in basis.candidates
        for id_ in [candidate.id]
    ]


def _by_one_of_them(pairs: Iterable[frozenset[str]], place: Mapping[str, int]) -> defaultdict[str, tuple[int, ...]]:
    others: dict[str, list[int]] = defaultdict(list)
    for one, other in pairs:
        first, second = (one, other) if one < other else (other, one)
        others[first].append(place[second])
    return defaultdict(tuple, {one: tuple(sorted(theirs)) for one, theirs in others.items()})


def _put_together(people: list[_Known], seed: int, random_share: float) -> Basis:
    ids = sorted(known.candidate.id for known in people)

    def pairs(of: Callable[[_Known], Iterable[int]]) -> frozenset[frozenset[str]]:
        return frozenset(frozenset((known.candidate.id, ids[other])) for known in people for other in of(known))

    groups: dict[int, dict[str, bool]] = defaultdict(dict)
    for known in people:
        for number, fine in known.apart:
            groups[number][known.candidate.id] = fine
    history = History(
        never=pairs(lambda known: known.never),
        before=pairs(lambda known: known.before),
        met=pairs(lambda known: known.met),
        apart=tuple(
            Apart(frozenset(group), frozenset(id_ for id_, fine in group.items() if fine))
            for _, group in sorted(groups.items())
        ),
        glad={(who, whom): was for known in people for who, whom, was in known.glad},
    )
    return Basis(tuple(known.candidate for known in people), history, seed, random_share)
