"""Decide for the evening what words mean: that topic, or a topic of their own."""

from kiosk.domain.fact import TopicsDecided
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import SoAlready
from kiosk.domain.spelling import own_key
from kiosk.domain.text import clean
from kiosk.domain.topic import Decision
from kiosk.domain.topic import Topics
from kiosk.store import statements
from kiosk.store import topic_decisions
from kiosk.store.database import Change


def decide_topic(change: Change, typed: str, meant: str, topics: Topics) -> None:
    """Take `typed`, words or the name of a topic, for the topic `meant` names; for one of their own if both are alike.

    What people stated before follows at once, and what they type later. Raises `SoAlready`, `BadInput`.
    """
    typed, meant = clean(typed, 60), clean(meant, 60)
    words = own_key(typed)
    if not words or not own_key(meant):
        raise BadInput
    before = topics.decided(topic_decisions.all_of_them(change.connection))
    topic = words if own_key(meant) == words else before.resolve(meant)
    if before.resolve(typed) == topic or (topic == words and own_key(meant) != words):
        raise SoAlready
    topic_decisions.keep(change.connection, Decision(words, typed, topic, before.name(topic, meant)), change.now)
    _take_anew(change, typed, before)


def undo_topic_decision(change: Change, words: str, topics: Topics) -> None:
    """Take back what was decided about these words; what nobody decided stays as it is."""
    before = topics.decided(topic_decisions.all_of_them(change.connection))
    topic_decisions.drop(change.connection, words)
    _take_anew(change, words, before)


def _take_anew(change: Change, typed: str, before: Topics) -> None:
    """Let every statement that the change may touch follow it. What a person confirmed is the topic they confirmed,
    wherever the organizer put that."""
    after = before.decided(topic_decisions.all_of_them(change.connection))
    for stated in statements.texts_of(change.connection, {before.resolve(typed), before.settled(own_key(typed))}):
        topic = after.settled(stated.confirmed) if stated.confirmed else after.resolve(stated.text)
        if topic != stated.topic:
            statements.take_for(change.connection, stated, topic)
    change.tell(TopicsDecided())
