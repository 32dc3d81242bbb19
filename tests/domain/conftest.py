"""The topics and purposes that ship, and a way to write people down in a line."""

import tomllib
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.domain import pairing
from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.matching import plan_round
from kiosk.domain.pairing import EXACT
from kiosk.domain.pairing import NEAREST
from kiosk.domain.plan import Plan
from kiosk.domain.purpose import Purpose
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.purpose import parse_purposes
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics
from kiosk.domain.topic_file import parse_topics

CONFIG = Path(__file__).parents[2] / "config"

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]


@pytest.fixture(scope="session")
def topics() -> Topics:
    return parse_topics((CONFIG / "topics.csv").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def purposes() -> PurposeTable:
    return parse_purposes(tomllib.loads((CONFIG / "purposes.toml").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def person(topics: Topics) -> Write:
    """`person("ana", interests="bees; chess", asks="grants", purposes=[...], meetings=1)`."""

    def write(
        name: str,
        interests: str = "",
        offers: str = "",
        asks: str = "",
        purposes: tuple[Purpose, ...] = (),
        **state: float,
    ) -> Candidate:
        typed = ((Kind.INTEREST, interests), (Kind.OFFER, offers), (Kind.ASK, asks))
        statements = tuple(
            Statement(kind, text.strip(), topics.resolve(text))
            for kind, texts in typed
            for text in texts.split(";")
            if text.strip()
        )
        return Candidate(name, statements, tuple(purposes), **state)

    return write


@pytest.fixture(scope="session")
def plan(topics: Topics, purposes: PurposeTable) -> Planner:
    """`plan(people, never=[("ana", "ben")], seed=3)`. With few `nearest` and `exact=0` small rooms go the large way."""

    def of(
        people: list[Candidate],
        never: Iterable[Iterable[str]] = (),
        before: Iterable[Iterable[str]] = (),
        seed: int = 1,
        nearest: int = NEAREST,
        exact: int = EXACT,
        table: PurposeTable = purposes,
        random_share: float = 0.0,
        met: Iterable[Iterable[str]] = (),
        glad: Mapping[tuple[str, str], bool] | None = None,
    ) -> Plan:
        knew = frozenset(map(frozenset, met))
        history = History(frozenset(map(frozenset, never)) | knew, frozenset(map(frozenset, before)), knew, glad or {})
        with pytest.MonkeyPatch.context() as few:
            few.setattr(pairing, "NEAREST", nearest)
            few.setattr(pairing, "EXACT", exact)
            return plan_round(people, history, topics, table, seed, random_share)

    return of
