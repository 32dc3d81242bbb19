"""The evening's public page: what it is for and what the room cares about. Counts of topics, nothing about people."""

from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.topic import Topics
from kiosk.store import statements

FEWEST = 3
"""A topic is named from so many people on: below, a count could point at a person."""
MOST_TOPICS = 18


@dataclass(frozen=True, slots=True)
class PublicScreen:
    topics: tuple[tuple[str, int], ...]
    """Names of topics, or what most people typed where a topic is their own, with how many people care, most first."""


def public_screen(connection: sa.Connection, topics: Topics) -> PublicScreen:
    counted = statements.topic_counts(connection, FEWEST, MOST_TOPICS)
    typed = statements.typed_most(connection, [key for key, _ in counted])
    return PublicScreen(tuple((topics.name(key, typed[key]), count) for key, count in counted))
