"""Who is paired with whom."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kiosk.domain.blossom import rematch
from kiosk.domain.cover import cover
from kiosk.domain.cover import mend
from kiosk.domain.pairs import Pairs
from kiosk.domain.partners import nearest
from kiosk.domain.paths import complete
from kiosk.domain.seated import Seated

NEAREST = 16
"""Partners looked at for each person. Of what the best of all possible matchings is worth, they hold 99.7 %."""

EXACT = 300
"""The most people to be matched exactly: in 10 ms as a rule, in 40 ms where many must be left over."""


def paired(seated: Seated, drawn: NDArray[np.intp]) -> tuple[NDArray[np.intp], Pairs]:
    """Each one's partner, (n,), or themselves for who is left over; and the pairs looked at, among them those made.

    First the best of the pairs looked at, then what all possible pairs allow. Pairs `drawn`, (n,), at random are kept
    where none of this needs them.
    """
    everyone = np.arange(len(drawn))
    undrawn = drawn == everyone
    worth = seated.worth if undrawn.all() else replace(seated.worth, possible=seated.possible.without(~undrawn))
    pairs, price = nearest(worth, NEAREST)
    pairs = _with(pairs, ~undrawn, drawn, seated)
    partner, small = drawn.copy(), len(drawn) <= EXACT
    if small:
        rematch(partner, pairs, price, seated.turns, undrawn)
    else:
        partner[undrawn] = cover(pairs, price, seated.turns)[undrawn]
    settled = _settled(partner, seated)
    changed = (settled != partner) & (settled != everyone)
    if changed.any():
        pairs = _with(pairs, changed, settled, seated)
        among = undrawn | (settled != drawn)
        if small:
            rematch(settled, pairs, price, seated.turns, among)
        else:
            mend(np.flatnonzero(changed), settled, pairs, price, seated.turns, among)
    return settled, pairs


def _with(pairs: Pairs, some: NDArray[np.bool_], partner: NDArray[np.intp], seated: Seated) -> Pairs:
    """The pairs, and also those of some people, (n,), with their partners, (n,)."""
    people = np.flatnonzero(some)
    return pairs.and_also(seated.worth.between(people, partner[people])) if len(people) else pairs


def _settled(partner: NDArray[np.intp], seated: Seated) -> NDArray[np.intp]:
    """The partners once all possible pairs are looked at: as many as can be, nobody coming up again in vain, and of
    equals those alone who have waited least."""
    everyone, before = np.arange(len(partner)), seated.worth.before
    again = before.has(everyone, partner)
    settled = np.where(again, everyone, partner)
    complete(settled, seated.turns.called, seated.new_to)
    still = again & (settled == everyone) & (settled[partner] == partner)
    settled[still] = partner[still]
    complete(settled, seated.turns.called, seated.possible.of)
    complete(settled, seated.turns.order, seated.new_to)
    return settled
