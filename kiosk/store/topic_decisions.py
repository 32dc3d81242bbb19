"""What the organizer decided about topics, for this evening."""

from datetime import datetime

import sqlalchemy as sa

from kiosk.domain.topic import Decision
from kiosk.store.schema import topic_decisions


def all_of_them(connection: sa.Connection) -> tuple[Decision, ...]:
    """Every decision that stands, the oldest first."""
    columns = (topic_decisions.c.words, topic_decisions.c.typed, topic_decisions.c.topic, topic_decisions.c.name)
    rows = connection.execute(sa.select(*columns).order_by(topic_decisions.c.decided_at, topic_decisions.c.words))
    return tuple(Decision(*row) for row in rows)


def keep(connection: sa.Connection, decision: Decision, decided_at: datetime) -> None:
    """Keep a decision, in place of the one about the same words."""
    drop(connection, decision.words)
    connection.execute(
        topic_decisions.insert().values(
            words=decision.words,
            typed=decision.typed,
            topic=decision.topic,
            name=decision.name,
            decided_at=decided_at,
        )
    )


def drop(connection: sa.Connection, words: str) -> None:
    connection.execute(topic_decisions.delete().where(topic_decisions.c.words == words))
