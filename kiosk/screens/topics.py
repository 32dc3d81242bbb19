"""The organizer's topics: what words were taken for, with counts of people and never a name."""

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from kiosk.domain.spelling import own_key
from kiosk.domain.spelling import spelled_alike
from kiosk.domain.topic import Decision
from kiosk.domain.topic import Topics
from kiosk.store import statements
from kiosk.store.statements import Said

MOST_SHOWN = 60
_MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Words:
    """One wording, as most people spell it, with how many stated it."""

    text: str
    people: int


@dataclass(frozen=True, slots=True)
class TopicView:
    key: str
    name: str
    people: int
    words: tuple[Words, ...]
    """Other words that were taken for it, most said first."""
    may_be: tuple[str, ...]
    """Names of topics it may be as well."""


@dataclass(frozen=True, slots=True)
class TopicsScreen:
    """Lists hold what was `sought`, at most `MOST_SHOWN` each; the counts say how many there are."""

    sought: str
    decisions: tuple[Decision, ...]
    merged: tuple[TopicView, ...]
    """Topics that other words were taken for."""
    merged_count: int
    own: tuple[TopicView, ...]
    """Topics that are in no file."""
    own_count: int
    plain: tuple[TopicView, ...]
    """Topics everyone called by their name."""
    plain_count: int


def topics_screen(connection: sa.Connection, topics: Topics, sought: str = "") -> TopicsScreen:
    people = statements.people_by_topic(connection)
    by_topic: defaultdict[str, list[Said]] = defaultdict(list)
    for said in statements.said(connection):
        by_topic[said.topic].append(said)
    views = [_view(key, people[key], said, topics) for key, said in by_topic.items()]
    found = [view for view in views if _sought(view, own_key(sought))]
    found.sort(key=lambda view: (-view.people, view.name.casefold()))
    merged = [view for view in found if view.words]
    own = [view for view in found if not view.words and not topics.knows(view.key)]
    plain = [view for view in found if not view.words and topics.knows(view.key)]
    return TopicsScreen(
        sought=sought,
        decisions=topics.decisions[::-1],
        merged=tuple(merged[:MOST_SHOWN]),
        merged_count=len(merged),
        own=tuple(_with_suggestions(own[:MOST_SHOWN], topics)),
        own_count=len(own),
        plain=tuple(plain[:MOST_SHOWN]),
        plain_count=len(plain),
    )


def _view(key: str, people: int, said: Sequence[Said], topics: Topics) -> TopicView:
    """Spellings of one wording are one; of several, the one most people typed is shown."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in said:
        spellings[own_key(each.text)][each.text] += each.people
    shown = {own: min(texts, key=lambda text: (-texts[text], text)) for own, texts in spellings.items()}
    name = topics.name(key, shown.get(key, min(shown.values())))
    words = [Words(shown[own], texts.total()) for own, texts in spellings.items() if not spelled_alike(own, name)]
    return TopicView(key, name, people, tuple(sorted(words, key=lambda each: (-each.people, each.text))), ())


def _sought(view: TopicView, sought: str) -> bool:
    return any(sought in own_key(text) for text in (view.name, *(words.text for words in view.words)))


def _with_suggestions(views: Iterable[TopicView], topics: Topics) -> Iterable[TopicView]:
    for view in views:
        near = topics.maybe(view.name, _MOST_SUGGESTED)
        names = tuple(topics.name(key, "") for key in near if key != view.key)
        yield TopicView(view.key, view.name, view.people, view.words, names)
