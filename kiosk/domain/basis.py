"""What a plan was made from: the same facts and seed give the same matches, on any machine."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from kiosk.domain.matching import Candidate
from kiosk.domain.matching import History
from kiosk.domain.matching import Plan
from kiosk.domain.matching import plan_round
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
        glad={pair: glad for pair, glad in history.glad.items() if not here.isdisjoint(pair)},
    )


@lru_cache(maxsize=4)
def fingerprint(topics: Topics, purposes: PurposeTable) -> str:
    """Other topics or another table of purposes give another fingerprint: they may give other matches too."""
    known = sorted((topic.key, topic.name, sorted(topic.aliases), sorted(topic.related)) for topic in topics)
    fits = purposes.fit_matrix([(purpose,) for purpose in Purpose]).tolist()
    return _digest((known, fits, topics.decisions))


def outcome(plan: Plan) -> str:
    """Stands for all of a plan: who meets whom, how each match came about, and who is left out why."""
    made = [(match.people, match.policy.value, repr(match.probability), match.bridge) for match in plan.matches]
    return _digest((made, [(left.id, left.why.value) for left in plan.left_out]))


def _digest(what: object) -> str:
    return sha256(repr(what).encode()).hexdigest()[:32]
