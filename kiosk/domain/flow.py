"""Flow: matching that goes on by itself. Who is matched now, and who waits a little for someone who suits better.

Where nobody knows who leaves next, matching at once is close to the best; where it is known, waiting makes the market
thick, and those who leave are served first: Akbarpour, Li, Oveis Gharan, JPE 2020.
"""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta

from kiosk.domain.match import State
from kiosk.domain.plan import Why
from kiosk.domain.refusal import N_

_PAUSE = N_("Has a short pause before the next match.")
_FULL = N_("As many matches run at once as you allow.")
_A_LITTLE = N_("Waits a moment, in case someone comes free who suits better.")


@dataclass(frozen=True, slots=True)
class Limits:
    """How flow goes on.

    Whoever is free waits at most `wait` for someone who suits better, and not at all once `enough` are free. No more
    than `at_once` matches run at the same time. Between two conversations of one person lies a `pause`. `in_rounds`:
    whom a round leaves free, and who comes late to it, are matched among each other in the same way.
    """

    wait: timedelta
    enough: int
    at_once: int
    pause: timedelta
    in_rounds: bool


@dataclass(frozen=True, slots=True)
class LastPrompt:
    """What became of someone's latest prompt. `answered_at` is None where they never answered; `answering`, as long as
    the clock has not closed its match, which may be over before."""

    state: State
    answer_by: datetime
    answered_at: datetime | None
    answering: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone free and in no match that asks or awaits them, and from when on they may be matched.

    `leaving`: soon. `again`: their last match came to nothing, so they have waited already.
    """

    id: str
    since: datetime
    ready_at: datetime
    leaving: bool = False
    again: bool = False


def waiting_of(
    free_since: Mapping[str, datetime],
    last: Mapping[str, LastPrompt],
    engaged: Collection[str],
    leaving: Collection[str],
    pause: timedelta,
) -> list[Waiting]:
    """Those of the free who are not engaged, that is, in no match that asks or awaits them."""
    return [
        Waiting(
            id=who,
            since=since,
            ready_at=ready_at(since, last.get(who), pause),
            leaving=who in leaving,
            again=who in last and last[who].state is not State.MET,
        )
        for who, since in free_since.items()
        if who not in engaged
    ]


def ready_at(free_since: datetime, last: LastPrompt | None, pause: timedelta) -> datetime:
    """From when on this person may be matched again.

    After a conversation there is a pause, after "later" and after silence too. Whose match came to nothing otherwise
    is ready at once: not for me, the other did not come.
    """
    if last is None:
        return free_since
    if last.state is State.MET:
        return free_since + pause
    if last.state is State.LATER and last.answered_at is not None:
        return last.answered_at + pause
    if last.state is State.EXPIRED and last.answered_at is None and not last.answering:
        return last.answer_by + pause
    return free_since


def due(waiting: Collection[Waiting], now: datetime, limits: Limits) -> frozenset[str]:
    """Those who are to be matched now, with whoever suits them best of all who wait."""
    if len(waiting) >= limits.enough:
        return frozenset(person.id for person in waiting)
    return frozenset(
        person.id for person in waiting if person.leaving or person.again or now - person.since >= limits.wait
    )


def chosen(
    groups: Collection[tuple[str, ...]], due_ids: frozenset[str], waiting: Mapping[str, Waiting], places: int
) -> frozenset[tuple[str, ...]]:
    """Of the planned groups those to be made now: each with someone who is due, at most so many as there are places.

    Those with someone who leaves come first, then whoever has waited longest.
    """
    with_due = [group for group in groups if not due_ids.isdisjoint(group)]

    def turn(group: tuple[str, ...]) -> tuple[bool, datetime, tuple[str, ...]]:
        people = [waiting[who] for who in group]
        return not any(person.leaving for person in people), min(person.since for person in people), group

    return frozenset(sorted(with_due, key=turn)[: max(0, places)])


def why_waiting(person: Waiting, how_many_wait: int, full: bool, now: datetime) -> str:
    """Why someone who waits has no match, though no plan has left them out: a sentence (message id)."""
    if now < person.ready_at:
        return _PAUSE
    if how_many_wait == 1:
        return Why.ALONE.sentence
    return _FULL if full else _A_LITTLE
