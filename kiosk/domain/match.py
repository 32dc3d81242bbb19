"""Two or three people who should meet, and how their prompts go from offered to met.

Nothing is on before two who are new to each other have said yes; having met is as good as a yes, so a third may still
join two who met.
A no is told to nobody: the others' prompts stay as they are until the deadline, exactly as if no answer had come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from kiosk.domain.beacon import Beacon
from kiosk.domain.origin import Origin
from kiosk.domain.reason import Reasons
from kiosk.domain.refusal import PromptOver


class State(StrEnum):
    """Of a prompt; of a match, only OFFERED, ON, MET, MISSED and EXPIRED, and it follows from its prompts'."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    ON = "on"
    MET = "met"
    MISSED = "missed"
    LATER = "later"
    DECLINED = "declined"
    EXPIRED = "expired"


_UNANSWERED = (State.OFFERED, State.ACCEPTED)
_THERE = (State.ON, State.MET)
_SAID_NO = (State.LATER, State.DECLINED)
_UNTOLD = (*_UNANSWERED, *_SAID_NO)
"""Until the deadline these look alike to the others."""


class Answer(StrEnum):
    GOING = "going"
    LATER = "later"
    NOT_FOR_ME = "not_for_me"


class WhyNot(StrEnum):
    """A reason one may give for "not for me". It is never told; the matcher heeds it."""

    KNOWS = "knows"
    NOT_TONIGHT = "not_tonight"
    RATHER_NOT = "rather_not"


_SAID = {Answer.GOING: State.ACCEPTED, Answer.LATER: State.LATER, Answer.NOT_FOR_ME: State.DECLINED}


@dataclass(frozen=True, slots=True)
class Prompt:
    """What one of them is told. `reasons` has an entry for each of the others, in the match's order."""

    attendee_id: str
    reasons: tuple[Reasons, ...]
    state: State = State.OFFERED
    said_met: bool = False
    was_on: bool = False
    """It has been on for them: they know who of the others came, and so who left."""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A match stands by itself, whatever made it.

    Its prompts may be answered until `answer_by`, which the clock closes: then `answering` ends. It is on its people's
    phones until it has ended, at `ends_at` or with what made it; `ended_at` is when it really did.
    """

    id: str
    origin: Origin
    made_at: datetime
    answer_by: datetime
    ends_at: datetime
    beacon: Beacon
    spot: str
    prompts: tuple[Prompt, ...]
    state: State = State.OFFERED
    answering: bool = True
    searching: bool = False
    """Those who are on cannot find each other."""
    ended_at: datetime | None = None

    @property
    def running(self) -> bool:
        """Whether somebody in it may still go and meet another."""
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


def _with(match: Match, ids: Iterable[str], **values: object) -> Match:
    chosen = set(ids)
    prompts = tuple(replace(p, **values) if p.attendee_id in chosen else p for p in match.prompts)  # type: ignore[arg-type]  # fields by name
    return replace(match, prompts=prompts)


def _in(match: Match, *states: State) -> list[str]:
    return [p.attendee_id for p in match.prompts if p.state in states]


def _some_new(match: Match, ids: Iterable[str]) -> bool:
    """Whether two of these people are new to each other: all are, but whom a bridge brings together to the bridge."""
    return len(set(ids) - {bridge_of(match)}) > 1


def _stated(match: Match) -> Match:
    """The match in the state that its prompts make."""
    if _in(match, *_UNANSWERED, State.ON):
        state = State.ON if _in(match, *_THERE) else State.OFFERED
    else:
        state = next((over for over in (State.MET, State.MISSED) if _in(match, over)), State.EXPIRED)
    return replace(match, state=state)


def _settled(match: Match, now: datetime) -> Match:
    """The match after one prompt changed: with two going it is on for them, and who is left alone learns it.

    Left alone is also who is left with the bridge. Before the deadline they wait again where a third was asked who is
    new to them: whatever that third has answered, since freeing them at once would tell of a no.
    """
    if _some_new(match, _in(match, State.ACCEPTED, *_THERE)):
        match = _with(match, _in(match, State.ACCEPTED), state=State.ON, was_on=True)
    if not _some_new(match, _in(match, *_THERE)):
        waits = now < match.answer_by and _some_new(match, _in(match, *_THERE, *_UNTOLD))
        alone = State.ACCEPTED if waits else State.MISSED
        match = _with(match, _in(match, State.ON), state=alone, said_met=False)
    if not _some_new(match, _in(match, *(state for state in State if state is not State.EXPIRED))):
        match = _with(match, _in(match, *_UNANSWERED), state=State.EXPIRED)
    return _stated(match)


def answered(match: Match, attendee_id: str, answer: Answer, now: datetime) -> Match:
    """The match after this person's answer. The same answer twice changes nothing.

    Who is on and cannot come after all says so to the others who are on: they are on the way already.
    Raises `PromptOver` when the match is over, or a first answer comes after the deadline.
    """
    state = match.prompt_of(attendee_id).state
    if not match.running:
        raise PromptOver
    if state is State.ON:
        said = State.ON if answer is Answer.GOING else State.MISSED
    else:
        said = _SAID[answer]
    if state is said:
        return match
    if state is not State.ON and (state not in _UNANSWERED or now >= match.answer_by):
        raise PromptOver
    return _settled(_with(match, [attendee_id], state=said, answered_at=now), now)


def met(match: Match, one_id: str, other_id: str, now: datetime) -> Match:
    """The match after these two of it have met. A third goes on with what they were asked, and may join them.

    Of three, who said no stays away: the third must not be told that they are on the way.
    """
    stay_away = _in(match, *_SAID_NO) if len(match.prompts) > 2 else []
    return _settled(_with(match, {one_id, other_id}.difference(stay_away), state=State.MET), now)


def said_met(match: Match, attendee_id: str) -> tuple[Match, tuple[str, ...]]:
    """The match after this person tapped "we met", and the others who had said so too: those pairs have met."""
    if match.prompt_of(attendee_id).state is State.MET:
        return match, ()
    if match.prompt_of(attendee_id).state is not State.ON:
        raise PromptOver
    agreed = tuple(p.attendee_id for p in match.prompts if p.said_met and p.state in _THERE)
    return _with(match, [attendee_id], said_met=True), tuple(who for who in agreed if who != attendee_id)


def gone(match: Match, attendee_id: str, now: datetime) -> Match:
    """The match when this person is not here after all: two who can still meet go on, others are freed at once.

    What was answered in their name counts no more; a meeting does.
    """
    state = match.prompt_of(attendee_id).state
    if not match.running or state is State.MET:
        return match
    return _settled(_with(match, [attendee_id], state=State.EXPIRED), now)


def without(match: Match, attendee_id: str) -> Match | None:
    """The match as the others keep it once this person is erased: nobody is told of them. None where nobody is left
    who is new to another."""
    place = match.attendee_ids.index(attendee_id)
    left = [(at, prompt) for at, prompt in enumerate(match.prompts) if at != place]
    if not _some_new(match, (prompt.attendee_id for _, prompt in left)):
        return None

    def told(at: int, prompt: Prompt) -> Prompt:
        about = place if place < at else place - 1  # of the reasons, which leave out the reader
        return replace(prompt, reasons=prompt.reasons[:about] + prompt.reasons[about + 1 :])

    return _stated(replace(match, prompts=tuple(told(at, prompt) for at, prompt in left)))


def goes_on(match: Match) -> bool:
    """Whether two of it may still meet, or have met."""
    return match.running or len(there(match)) > 1


def expired(match: Match) -> Match:
    """The match after its deadline: what was not answered is over; a match that is on goes on without them."""
    return _stated(_with(replace(match, answering=False), _in(match, *_UNANSWERED), state=State.EXPIRED))


def ended(match: Match, now: datetime) -> Match:
    """The match when its time, or its round's, is over."""
    return replace(expired(_with(match, _in(match, State.ON), state=State.MISSED)), ended_at=now)


def after_a_look_at_the_clock(match: Match, now: datetime) -> Match:
    """The match as the time that has passed leaves it."""
    if now >= match.ends_at:
        return ended(match, now)
    return expired(match) if now >= match.answer_by else match


def there(match: Match) -> frozenset[str]:
    """Those who are on the way or have met: they are talking."""
    return frozenset(_in(match, *_THERE))


def asked_or_on(match: Match, attendee_id: str, now: datetime) -> bool:
    """Whether this person can still answer, or say that they cannot come after all."""
    state = match.prompt_of(attendee_id).state
    return match.running and (state is State.ON or (state in _UNANSWERED and now < match.answer_by))


def told_of(match: Match, attendee_id: str) -> tuple[str, ...]:
    """Whom this person is told of: all others, but once it was on for them, not who left.

    A no is not told before the deadline.
    """
    own = match.prompt_of(attendee_id)
    others = [prompt for prompt in match.prompts if prompt is not own]
    away = (State.MISSED, State.EXPIRED, *(() if match.answering else _SAID_NO)) if own.was_on else ()
    expected = [prompt for prompt in others if prompt.state not in away]
    return tuple(prompt.attendee_id for prompt in expected or others)


def bridge_of(match: Match) -> str | None:
    """Who of three has met both others, who have not met, and brings them together."""
    return next(
        (p.attendee_id for p in match.prompts if len(p.reasons) > 1 and all(why.bridged for why in p.reasons)), None
    )


def seen_anew(before: Match, after: Match) -> tuple[str, ...]:
    """Those to whom the match looks different now. Who is not on sees their own prompt alone."""

    def seen(match: Match, prompt: Prompt) -> object:
        return prompt, (there(match), match.searching, match.spot) if prompt.state in _THERE else None

    return tuple(
        new.attendee_id
        for old, new in zip(before.prompts, after.prompts, strict=True)
        if seen(before, old) != seen(after, new)
    )
