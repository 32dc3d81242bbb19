"""Two or three people who should meet, and how their prompts go from offered to met.

Nothing is on before two have said yes. A no is told to nobody: the others' prompts stay as they are until the
deadline, exactly as if no answer had come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from kiosk.domain.beacon import Beacon
from kiosk.domain.reason import Reasons
from kiosk.domain.refusal import PromptOver


class State(StrEnum):
    """Of a prompt; of a match, only OFFERED, ON, MET, MISSED and EXPIRED."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    ON = "on"
    MET = "met"
    MISSED = "missed"
    LATER = "later"
    DECLINED = "declined"
    EXPIRED = "expired"


class Answer(StrEnum):
    GOING = "going"
    LATER = "later"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True)
class Prompt:
    """What one of them is told. `reasons` has an entry for each of the others, in the match's order."""

    attendee_id: str
    reasons: tuple[Reasons, ...]
    state: State = State.OFFERED
    said_met: bool = False
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Match:
    id: str
    round_id: int
    made_at: datetime
    answer_by: datetime
    beacon: Beacon
    spot: str
    prompts: tuple[Prompt, ...]
    state: State = State.OFFERED

    @property
    def running(self) -> bool:
        return self.state in (State.OFFERED, State.ON)

    @property
    def attendee_ids(self) -> tuple[str, ...]:
        return tuple(p.attendee_id for p in self.prompts)

    def prompt_of(self, attendee_id: str) -> Prompt:
        """That person's prompt; `PromptOver` where the match is not theirs."""
        for prompt in self.prompts:
            if prompt.attendee_id == attendee_id:
                return prompt
        raise PromptOver

    def with_state(self, attendee_id: str) -> frozenset[str]:
        """The others whose prompt is in the same state as this person's."""
        own = self.prompt_of(attendee_id).state
        return frozenset(p.attendee_id for p in self.prompts if p.state is own) - {attendee_id}


def _with(match: Match, ids: Iterable[str], **values: object) -> Match:
    chosen = set(ids)
    prompts = tuple(replace(p, **values) if p.attendee_id in chosen else p for p in match.prompts)  # type: ignore[arg-type]
    return replace(match, prompts=prompts)


def _in(match: Match, *states: State) -> list[str]:
    return [p.attendee_id for p in match.prompts if p.state in states]


def _unanswered_over(match: Match) -> Match:
    return _with(match, _in(match, State.OFFERED, State.ACCEPTED), state=State.EXPIRED)


def answered(match: Match, attendee_id: str, answer: Answer, now: datetime) -> Match:
    """The match after this person's answer. The same answer twice changes nothing.

    Raises `PromptOver` when the match is over, or a first answer comes after the deadline.
    """
    prompt = match.prompt_of(attendee_id)
    if not match.running:
        raise PromptOver
    if prompt.state is State.ON:
        return match if answer is Answer.GOING else _left(match, attendee_id, now)
    if prompt.state not in (State.OFFERED, State.ACCEPTED) or now >= match.answer_by:
        raise PromptOver
    if answer is not Answer.GOING:
        said = State.LATER if answer is Answer.LATER else State.DECLINED
        match = _with(match, [attendee_id], state=said, answered_at=now)
        return match if _in(match, State.OFFERED, State.ACCEPTED, State.ON) else replace(match, state=State.EXPIRED)
    match = _with(match, [attendee_id], state=State.ACCEPTED, answered_at=now)
    going = _in(match, State.ACCEPTED, State.ON)
    return replace(_with(match, going, state=State.ON), state=State.ON) if len(going) >= 2 else match


def _left(match: Match, attendee_id: str, now: datetime) -> Match:
    """Someone cannot come after all. That is told: the other is already on the way."""
    match = _with(match, [attendee_id], state=State.MISSED, answered_at=now)
    still_on = _in(match, State.ON)
    return match if len(still_on) >= 2 else ended(match)


def met(match: Match, one_id: str, other_id: str) -> Match:
    """The match after these two of it have met: it is met once nobody in it is still on the way."""
    match = _with(match, [one_id, other_id], state=State.MET)
    return match if _in(match, State.ON) else replace(_unanswered_over(match), state=State.MET)


def said_met(match: Match, attendee_id: str) -> tuple[Match, tuple[str, ...]]:
    """The match after this person tapped "we met", and the others who had said so too: those pairs have met."""
    if match.prompt_of(attendee_id).state is State.MET:
        return match, ()
    if match.prompt_of(attendee_id).state is not State.ON:
        raise PromptOver
    match = _with(match, [attendee_id], said_met=True)
    agreed = tuple(p.attendee_id for p in match.prompts if p.said_met and p.attendee_id != attendee_id)
    return match, agreed


def expired(match: Match) -> Match:
    """The match after its deadline: what was not answered is over; a match that is on goes on without them."""
    match = _unanswered_over(match)
    return match if match.state is State.ON else replace(match, state=State.EXPIRED)


def ended(match: Match) -> Match:
    """The match when its round is over, or nobody is left to meet in it."""
    if not match.running:
        return match
    somebody_met = bool(_in(match, State.MET))
    was_on = match.state is State.ON
    match = _unanswered_over(_with(match, _in(match, State.ON), state=State.MISSED))
    return replace(match, state=State.MET if somebody_met else State.MISSED if was_on else State.EXPIRED)
