"""What a plan was made from: the same facts and seed give the same matches, on any machine."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.matching import plan_round
from kiosk.domain.plan import Plan
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.topic import Topics


@dataclass(frozen=True, slots=True)
class Basis:
    """`history` is about the candidates alone: see `about`. `random_share` is the share of matches drawn by chance."""

    candidates: tuple[Candidate, ...]
    history: History
    seed: int
    random_share: float = 0.0

    def plan(self, topics: Topics, purposes: PurposeTable) -> Plan:
        return plan_round(self.candidates, self.history, topics, purposes, self.seed, self.random_share)


def about(history: History, ids: Iterable[str]) -> History:
    """The history as far as it can matter among these people."""
    here = frozenset(ids)
    return History(
        never=frozenset(pair for pair in history.never if pair <= here),
        before=frozenset(pair for pair in history.before if pair <= here),
        met=frozenset(pair for pair in history.met if pair <= here),
        apart=tuple(group.among(here) for group in history.apart),
        glad={pair: glad for pair, glad in history.glad.items() if not here.isdisjoint(pair)},
    )


def fingerprint(basis: Basis, topics: Topics, purposes: PurposeTable) -> str:
    """Stands for what the plan was told of topics and purposes: with another fingerprint it may turn out otherwise."""
    keys = {statement.topic for candidate in basis.candidates for statement in candidate.statements}
    near = [(key, sorted(topics.neighbours(key))) for key in sorted(keys)]
    fits = purposes.fit_matrix([(purpose,) for purpose in Purpose]).tolist()
    return _digest((near, fits))


def outcome(plan: Plan) -> str:
    """Stands for all of a plan: who meets whom, how each match came about, and who is left out why."""
    made = [(match.people, match.policy.value, float(match.probability), match.bridge) for match in plan.matches]
    return _digest((made, [(left.id, left.why.value) for left in plan.left_out]))


def _digest(what: object) -> str:
    return sha256(repr(what).encode()).hexdigest()[:32]
