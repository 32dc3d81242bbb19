"""A real database in a temporary folder, a clock that stands until it is moved, and secrets drawn from a seed."""

from collections.abc import Iterator
from datetime import UTC
from datetime import datetime
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck
from hypothesis import settings

from kiosk.domain.fact import Fact
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.topic import Topics
from kiosk.domain.topic_file import parse_topics
from kiosk.store.database import Database
from tests.party import Party

# A busy machine is no failure, and what passed today passes tomorrow. `--hypothesis-profile default` looks further.
settings.register_profile("kiosk", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kiosk")


class Clock:
    """Stands still until `pass_` is called."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **duration: float) -> None:
        self.now += timedelta(**duration)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path, clock: Clock) -> Iterator[Database]:
    opened = Database(tmp_path / "evening.sqlite3", clock=clock, random=Random(1))
    yield opened
    opened.close()


@pytest.fixture
def told(database: Database) -> list[Fact]:
    """Every fact told so far, in order."""
    facts: list[Fact] = []
    database.listen(facts.append)
    return facts


@pytest.fixture
def topics() -> Topics:
    return parse_topics("name,aliases,related\nbeekeeping,bees;apiary,gardens\ngardens,gardening,\n")


@pytest.fixture
def purposes() -> PurposeTable:
    return Party.purposes()


@pytest.fixture
def party(database: Database, topics: Topics, purposes: PurposeTable) -> Party:
    return Party(database, topics, purposes)
