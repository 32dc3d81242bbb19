"""What prompts say of people, pairs and places, without their matches being loaded."""

from collections.abc import Collection

import sqlalchemy as sa

from kiosk.domain.flow import LastPrompt
from kiosk.domain.match import State
from kiosk.store.schema import matches
from kiosk.store.schema import prompts

_not_ended = matches.c.ended_at.is_(None)


def engaged_ids(connection: sa.Connection) -> set[str]:
    """The ids of those who are asked, wait for the others' answers or are on their way: not free for another match."""
    engaged = prompts.c.state.in_([State.OFFERED, State.ACCEPTED, State.ON])
    chosen = sa.select(prompts.c.attendee_id).join(matches, matches.c.id == prompts.c.match_id)
    return set(connection.scalars(chosen.where(_not_ended, engaged)))


def people_at_spots(connection: sa.Connection) -> dict[str, int]:
    """How many people are asked to each spot, are on their way there, or met there, in matches that have not ended."""
    bound = prompts.c.state.in_([State.OFFERED, State.ACCEPTED, State.ON, State.MET])
    chosen = sa.select(matches.c.spot, sa.func.count().label("people"))
    chosen = chosen.join(prompts, matches.c.id == prompts.c.match_id).where(_not_ended, bound)
    return {row.spot: row.people for row in connection.execute(chosen.group_by(matches.c.spot))}


def last_spots(connection: sa.Connection, attendee_ids: Collection[str]) -> dict[str, str]:
    """Where each of these people was sent last and went."""
    went = sa.and_(prompts.c.attendee_id.in_(attendee_ids), prompts.c.state.in_([State.ON, State.MET, State.MISSED]))
    chosen = sa.select(prompts.c.attendee_id, matches.c.spot).join(matches, matches.c.id == prompts.c.match_id)
    return {row.attendee_id: row.spot for row in connection.execute(chosen.where(went).order_by(matches.c.made_at))}


def last_prompts(connection: sa.Connection, attendee_ids: Collection[str]) -> dict[str, LastPrompt]:
    """What became of the latest prompt of each of these people."""
    newest = sa.func.row_number().over(partition_by=prompts.c.attendee_id, order_by=matches.c.made_at.desc())
    ranked = (
        sa.select(
            prompts.c.attendee_id,
            prompts.c.state,
            prompts.c.answered_at,
            matches.c.answer_by,
            matches.c.answering,
            newest.label("place"),
        )
        .join(matches, matches.c.id == prompts.c.match_id)
        .where(prompts.c.attendee_id.in_(attendee_ids))
        .subquery()
    )
    return {
        row.attendee_id: LastPrompt(State(row.state), row.answer_by, row.answered_at, row.answering)
        for row in connection.execute(sa.select(ranked).where(ranked.c.place == 1))
    }


def pairs_before(connection: sa.Connection) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Pairs already prompted: (those where somebody said no, all others). Each pair is a frozenset of two ids."""
    refused: set[frozenset[str]] = set()
    tried: set[frozenset[str]] = set()
    rows = connection.execute(
        sa.select(prompts.c.match_id, prompts.c.attendee_id, prompts.c.state).order_by(prompts.c.match_id)
    ).all()
    of_match: dict[str, list[tuple[str, str]]] = {}
    for match_id, who, state in rows:
        of_match.setdefault(match_id, []).append((who, state))
    for told in of_match.values():
        for index, (one, one_state) in enumerate(told):
            for other, other_state in told[index + 1 :]:
                no = State.DECLINED in (one_state, other_state)
                (refused if no else tried).add(frozenset((one, other)))
    return refused, tried - refused
