"""Topics: what interests, offers and asks are about, so that "ML" and "Machine Learning" are one thing."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.spelling import own_key
from kiosk.domain.vocabulary import Topic
from kiosk.domain.vocabulary import Vocabulary

_WORTH_ASKING = 0.5
"""How near a topic must be to ask whether it is meant. Of 800 aliases left out and not understood, the right topic was
among the first three for three in four that were so near, and for two in five that were not."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the organizer decided for the evening: that these words, or this topic, are that topic.

    `words` and `topic` are keys, the same where the words are a topic of their own; `typed` and `name` is how they are
    written.
    """

    words: str
    typed: str
    topic: str
    name: str


class Topics:
    """The topics of an evening: what the files know, and what was decided.

    A text that is none of them is a topic of its own, shared with whoever types the same.
    """

    def __init__(self, vocabulary: Vocabulary, decisions: Iterable[Decision] = ()) -> None:
        self._vocabulary = vocabulary
        self.decisions = tuple(decisions)
        self._decided = {decision.words: decision.topic for decision in self.decisions}
        self._names = {decision.topic: decision.name for decision in self.decisions}
        self._merged: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._decided:
            self._merged[self.settled(key)].append(key)

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> "Topics":
        """See `Vocabulary.from_rows`."""
        return cls(Vocabulary.from_rows(rows))

    def decided(self, decisions: Iterable[Decision]) -> "Topics":
        """These topics with other decisions, in place of those made before."""
        return Topics(self._vocabulary, decisions)

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._vocabulary)

    def __len__(self) -> int:
        return len(self._vocabulary)

    def resolve(self, text: str) -> str:
        """The key of the topic that `text` is taken for; a key of its own where it is none that is known."""
        own = own_key(text)
        return self.settled(own if own in self._decided else self._vocabulary.find(text))

    def sure(self, text: str) -> bool:
        """Whether what `text` is taken for is written so in a topics file: by no likeness and by nobody's decision."""
        return text in self._vocabulary and self.resolve(text) == self._vocabulary.find(text)

    def settled(self, key: str) -> str:
        """The key of the topic that this one is for the evening: itself, unless it was decided otherwise."""
        while (meant := self._decided.get(key, key)) != key:
            key = meant
        return key

    def like(self, text: str, most: int) -> list[str]:
        """Keys of at most so many topics that `text` may mean, the likeliest first."""
        return self._known(self.resolve(text), *(key for key, _ in self._vocabulary.like(own_key(text))))[:most]

    def maybe(self, text: str, most: int) -> list[str]:
        """Keys of at most so many topics of which it is worth asking whether `text` means them, the likeliest first."""
        near = [key for key, nearness in self._vocabulary.like(own_key(text)) if nearness >= _WORTH_ASKING]
        return self._known(*self._vocabulary.one_slip_away(text), *near)[:most]

    def _known(self, *keys: str) -> list[str]:
        return [key for key in dict.fromkeys(map(self.settled, keys)) if self.knows(key)]

    def knows(self, key: str) -> bool:
        """Whether this is a topic with a name, and not only what some people typed."""
        return key in self._names or self._vocabulary.get(key) is not None

    def name(self, key: str, typed: str) -> str:
        """What to call a topic: its name, or what the person typed where the topic is their own."""
        topic = self._vocabulary.get(key)
        return topic.name if topic else self._names.get(key, typed)

    def neighbours(self, key: str) -> frozenset[str]:
        """Keys of the topics related to this one, whichever of the two says so."""
        if not self._decided:
            return self._vocabulary.neighbours(key)
        near = (other for merged in (key, *self._merged[key]) for other in self._vocabulary.neighbours(merged))
        return frozenset(map(self.settled, near)) - {key}

    def related(self, a: str, b: str) -> bool:
        """Whether two different topics are near each other."""
        return b in self.neighbours(a)
