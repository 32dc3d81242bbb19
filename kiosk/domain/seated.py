"""The people of a round on the places drawn for it."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.apart import Apart
from kiosk.domain.benefit import Benefits
from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.liking import Liking
from kiosk.domain.pairs import Marked
from kiosk.domain.possible import Possible
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.room import Room
from kiosk.domain.topic import Topics
from kiosk.domain.turns import Turns
from kiosk.domain.turns import turns_of
from kiosk.domain.worth import Worth


@dataclass(frozen=True, slots=True)
class Seated:
    """The n people of a round by their places, who may meet whom, and what that is worth.

    `company`, (n,): who would rather be three or four.
    """

    ids: tuple[str, ...]
    never: Marked
    met: Marked
    possible: Possible
    worth: Worth
    turns: Turns
    company: NDArray[np.bool_]

    def new_to(self, person: int) -> NDArray[np.bool_]:
        """Whom this one may meet and was not told of before, (n,)."""
        theirs = self.possible.of(person)
        theirs[self.worth.before.of(person)] = False
        return theirs


def seat(
    candidates: Sequence[Candidate],
    history: History,
    topics: Topics,
    purposes: PurposeTable,
    random: np.random.Generator,
) -> Seated:
    """Draw a place for each; the same `random` draws the same, whatever the order of the candidates."""
    by_id = sorted(candidates, key=lambda candidate: candidate.id)
    people = tuple(by_id[place] for place in random.permutation(len(by_id)))
    ids = tuple(person.id for person in people)
    place = {id_: index for index, id_ in enumerate(ids)}
    kept = [_places_apart(group, place) for group in history.apart]
    never = Marked(np.concatenate([_places(history.never, place), *kept]), len(ids))
    before, met = (Marked(_places(pairs, place), len(ids)) for pairs in (history.before, history.met))
    possible = Possible([person.purposes for person in people], purposes, never)
    company = np.array([person.small_group for person in people])
    worth = Worth(
        benefits=Benefits(people, Room(people, topics, purposes)),
        liking=Liking(ids, history.glad),
        possible=possible,
        before=before,
        none_yet=np.array([person.meetings == 0 for person in people]),
        company=company,
        chance=random.random(2 * len(people), dtype=np.float32),
    )
    return Seated(ids, never, met, possible, worth, turns_of(people), company)


def _places(pairs: Iterable[frozenset[str]], place: Mapping[str, int]) -> NDArray[np.intp]:
    """The pairs of which both are here, (pairs, 2)."""
    here = [(place[a], place[b]) for a, b in pairs if a in place and b in place]
    return np.array(here, dtype=np.intp).reshape(-1, 2)


def _places_apart(group: Apart, place: Mapping[str, int]) -> NDArray[np.intp]:
    """The pairs that are kept apart of those who are here, (pairs, 2)."""
    here = [id_ for id_ in group.people if id_ in place]
    people = np.array([place[id_] for id_ in here], dtype=np.intp)
    fine = np.array([id_ in group.fine for id_ in here], dtype=bool)
    one, other = np.triu_indices(len(here), 1)
    kept = ~(fine[one] & fine[other])
    return np.stack([people[one[kept]], people[other[kept]]], axis=1)
