"""Answer a prompt: going, later, not for me, and quietly why not."""

from collections.abc import Collection

from kiosk.actions.block import block
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.fact import PromptAnswered
from kiosk.domain.introduction import as_told
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.match import WhyNot
from kiosk.domain.match import answered
from kiosk.domain.match import seen_anew
from kiosk.domain.match import there
from kiosk.domain.refusal import PromptOver
from kiosk.domain.relation import Relation
from kiosk.store import matches
from kiosk.store import moods
from kiosk.store import relations
from kiosk.store.database import Change


def answer_prompt(
    change: Change, match_id: str, attendee_id: str, answer: Answer, why_not: WhyNot | None = None, about: str = ""
) -> None:
    """Answer one's own prompt. With the second yes it is on, and those who said yes are talking.

    Told to those whose picture changes. A no changes nobody else's picture, so it is told to nobody else:
    not even by the moment of a repaint could the other learn of it. `why_not` a no is `about` one of the others.
    """
    before = matches.get(change.connection, match_id)
    if before is None:
        raise PromptOver
    after = answered(before, attendee_id, answer, change.now)
    if answer is Answer.NOT_FOR_ME:
        for other_id in before.attendee_ids:
            relations.unsay(change.connection, attendee_id, other_id, Relation.AGAIN)
    if why_not is not None and about in before.attendee_ids and about != attendee_id:
        _heed(change, attendee_id, about, why_not)
    if after == before:
        return
    save_matches(change, [(before, after)])
    change.tell(PromptAnswered(match_id, seen_anew(before, after)))


def _heed(change: Change, attendee_id: str, other_id: str, why_not: WhyNot) -> None:
    if why_not is WhyNot.KNOWS:
        relations.say(change.connection, attendee_id, other_id, Relation.KNOWS, change.now)
    elif why_not is WhyNot.RATHER_NOT:
        block(change, attendee_id, other_id)


def save_matches(change: Change, became: Collection[tuple[Match, Match]]) -> None:
    """Save what became of matches, and let moods follow: on or met is talking, on no longer is free.

    Whoever chose another mood meanwhile keeps it.
    """
    matches.save(change.connection, became)
    _tell_who_introduced(change, became)
    came = {who for before, after in became for who in there(after) - there(before)}
    left = {who for before, after in became for who in there(before) - there(after)}
    if came:
        moods.start_talking(change.connection, came)
    if left:
        moods.stop_talking(change.connection, left, change.now)


def _tell_who_introduced(change: Change, became: Collection[tuple[Match, Match]]) -> None:
    for before, after in became:
        if after.origin.introduced_by and as_told(before) is not as_told(after):
            change.tell(KeptToOneself(after.origin.introduced_by))
