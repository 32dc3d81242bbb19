"""Why someone came, and which purposes go together."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class Purpose(StrEnum):
    MAKE_FRIENDS = "make_friends"
    LEARN = "learn"
    FIND_WORK = "find_work"
    HIRE = "hire"
    FIND_CUSTOMERS = "find_customers"
    FIND_PARTNERS = "find_partners"
    HELP_NEWCOMERS = "help_newcomers"
    LISTEN = "listen"


class Fit(StrEnum):
    """How what two people came for goes together. Those who clash are not sent to each other unasked."""

    SUITS = "suits"
    NEUTRAL = "neutral"
    CLASHES = "clashes"


_ORDER = list(Purpose)
_FITS = {1: Fit.SUITS, 0: Fit.NEUTRAL, -1: Fit.CLASHES}


class PurposeTable:
    """Which pairs of purposes suit and which clash, in either order; all others are neutral."""

    def __init__(
        self, suits: Iterable[tuple[Purpose, Purpose]] = (), clashes: Iterable[tuple[Purpose, Purpose]] = ()
    ) -> None:
        """Raises ValueError where a pair is said to suit and to clash."""
        self._suits = _table(suits)
        self._clashes = _table(clashes)
        for a, b in np.argwhere(self._suits & self._clashes):
            raise ValueError(f"{_ORDER[a]} and {_ORDER[b]} cannot both suit and clash")

    def fit_matrix(self, purposes: Sequence[tuple[Purpose, ...]]) -> NDArray[np.int8]:
        """How n people's purposes go together, (n, n): 1 suits, 0 neutral, -1 clashes. The main purpose stands first.

        The best combination of any two of their purposes decides; where nothing suits, clashing mains clash.
        """
        came_for = np.zeros((len(purposes), len(_ORDER)), dtype=bool)
        main = np.zeros_like(came_for)
        for person, theirs in enumerate(purposes):
            came_for[person, [_ORDER.index(p) for p in theirs]] = True
            main[person, [_ORDER.index(p) for p in theirs[:1]]] = True
        suits = came_for @ self._suits @ came_for.T
        clashes = main @ self._clashes @ main.T
        return np.where(suits, 1, np.where(clashes, -1, 0)).astype(np.int8)

    def profiles(self, purposes: Sequence[tuple[Purpose, ...]]) -> tuple[NDArray[np.intp], NDArray[np.int8]]:
        """The same for many people, who mostly came for one of a few things: each one's profile of purposes, (n,),
        and how the profiles go together, (profiles, profiles)."""
        profiles: dict[tuple[Purpose, ...], int] = {}
        of_each = [profiles.setdefault(theirs, len(profiles)) for theirs in purposes]
        return np.array(of_each, dtype=np.intp), self.fit_matrix(list(profiles))

    def fit(self, a: tuple[Purpose, ...], b: tuple[Purpose, ...]) -> Fit:
        """How the purposes of two people go together, see `fit_matrix`."""
        return _FITS[int(self.fit_matrix([a, b])[0, 1])]


def parse_purposes(settings: Mapping[str, object]) -> PurposeTable:
    """The table from a parsed TOML file with two lists of pairs, `suits` and `clashes`.

    Raises ValueError, with the entry in it, for anything else.
    """
    unknown = sorted(settings.keys() - {Fit.SUITS, Fit.CLASHES})
    if unknown:
        raise ValueError(f"purposes know suits and clashes, not {', '.join(unknown)}")
    return PurposeTable(_pairs(settings.get(Fit.SUITS, [])), _pairs(settings.get(Fit.CLASHES, [])))


def _pairs(entries: object) -> list[tuple[Purpose, Purpose]]:
    if not isinstance(entries, list):
        raise ValueError(f"{entries!r} is not a list of pairs of purposes")
    pairs = []
    for entry in entries:
        if not (isinstance(entry, list) and len(entry) == 2 and all(p in _ORDER for p in entry)):
            raise ValueError(f"{entry!r} is not a pair of purposes; there are {', '.join(_ORDER)}")
        pairs.append((Purpose(entry[0]), Purpose(entry[1])))
    return pairs


def _table(pairs: Iterable[tuple[Purpose, Purpose]]) -> NDArray[np.bool_]:
    table = np.zeros((len(_ORDER), len(_ORDER)), dtype=bool)
    for a, b in pairs:
        i, j = _ORDER.index(a), _ORDER.index(b)
        table[i, j] = table[j, i] = True
    return table
