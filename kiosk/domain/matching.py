"""A round: who meets whom. As many as can be first, then whoever's turn it is, then what is best for both."""

from collections.abc import Sequence

import numpy as np

from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.control import drawn_pairs
from kiosk.domain.groups import Group
from kiosk.domain.groups import grouped
from kiosk.domain.origin import Policy
from kiosk.domain.pairing import paired
from kiosk.domain.plan import LeftOut
from kiosk.domain.plan import Plan
from kiosk.domain.plan import PlannedMatch
from kiosk.domain.plan import Why
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.seated import Seated
from kiosk.domain.seated import seat
from kiosk.domain.topic import Topics

ENGINE = "5"
"""Kept with each match, so that an evening can be replayed: raised whenever the same facts and seed plan otherwise."""


def plan_round(
    candidates: Sequence[Candidate],
    history: History,
    topics: Topics,
    purposes: PurposeTable,
    seed: int,
    random_share: float = 0.0,
) -> Plan:
    """Match all who are free: pairs, and threes and fours for those who would rather, or where someone is left over.

    Nobody meets whom they must never meet or whose purposes clash with theirs. The same candidates in any order and
    the same seed give the same plan. Rules in their order: as many people as can be (exact for the pairs; each one
    left over then joins a pair, if one has place for them); whoever was left out last time; whoever has no good
    meeting yet; whoever leaves soon; nobody they were told of before; whoever waited longest; what it is worth.
    Each pair is drawn at random with the probability `random_share` instead: those drawn know nothing of worth.
    """
    if not candidates:
        return Plan((), ())
    random = np.random.default_rng(seed)
    seated = seat(candidates, history, topics, purposes, random)
    drawn = drawn_pairs(random_share, seated, random) if random_share else np.arange(len(seated.ids))
    partner, pairs = paired(seated, drawn)
    groups = grouped(partner, pairs, seated, drawn)
    matched = {place for group in groups for place in group.places}
    alone = sorted((seated.ids[place], place) for place in range(len(seated.ids)) if place not in matched)
    return Plan(
        tuple(sorted((_planned(group, seated, random_share) for group in groups), key=lambda match: match.people)),
        tuple(LeftOut(id_, _why(place, seated)) for id_, place in alone),
    )


def _planned(group: Group, seated: Seated, random_share: float) -> PlannedMatch:
    return PlannedMatch(
        people=tuple(sorted(seated.ids[place] for place in group.places)),
        policy=Policy.RANDOM if group.drawn else Policy.BEST,
        # Where all are drawn, those whom no draw could pair are matched as well as can be for certain.
        probability=random_share if group.drawn else (1 - random_share or 1.0),
        bridge=None if group.bridge is None else seated.ids[group.bridge],
    )


def _why(person: int, seated: Seated) -> Why:
    if len(seated.ids) == 1:
        return Why.ALONE
    if len(seated.never.of(person)) == len(seated.ids) - 1:
        return Why.MET_EVERYONE
    return Why.ODD_ONE_OUT if seated.possible.of(person).any() else Why.CROSS_PURPOSES
