"""What the door adds to an arrival: answers to its questions and prompts, a yes or no, a note, and the leaving."""

from collections.abc import Callable
from datetime import timedelta

from flask import Blueprint
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.agree_to_match import agree_to_match as agree_to_be_matched
from kiosk.actions.answer_at_door import Answers
from kiosk.actions.answer_at_door import answer_at_door
from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.leave import leave as let_leave
from kiosk.actions.remark import remark as remark_on
from kiosk.actions.set_minor import set_minor as set_attendee_minor
from kiosk.actions.set_shown import set_shown as set_attendee_shown
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.match import Answer
from kiosk.domain.refusal import BadInput
from kiosk.store import arrivals
from kiosk.store.database import Change
from kiosk.web.answer import done
from kiosk.web.current import evening
from kiosk.web.form import chosen
from kiosk.web.staff import write_noted

bp = Blueprint("arrival", __name__, url_prefix="/door/arrivals/<arrival_id>")


def _attendee_id(arrival_id: str) -> str:
    return evening().database.read(arrivals.need, arrival_id).attendee_id


def _kept(arrival_id: str, **led_here: str) -> ResponseReturnValue:
    """The result once more, as quiet as it was: nobody came in by this."""
    return done(url_for("door.arrival", arrival_id=arrival_id, kept="yes", **led_here))


@bp.post("/answers")
def answer_questions(arrival_id: str) -> ResponseReturnValue:
    """Keep what was answered; a field left alone is a question skipped."""
    database = evening().database
    minutes = request.form.get("leaves_in", "")
    if minutes and not (minutes.isdecimal() and len(minutes) <= 4):
        raise BadInput
    answers = Answers(
        interests=tuple(request.form.get("interests", "")[:400].split(",")),
        matched=_yes_or_no("matched"),
        shown=_yes_or_no("shown"),
        leaves_at=database.clock() + timedelta(minutes=int(minutes)) if minutes else None,
    )
    database.write(answer_at_door, _attendee_id(arrival_id), answers, evening().topics)
    return _kept(arrival_id)


def _yes_or_no(field: str) -> bool | None:
    return {"yes": True, "no": False}.get(request.form.get(field, ""))


@bp.post("/prompts/<match_id>")
def answer(arrival_id: str, match_id: str) -> ResponseReturnValue:
    """Answer for someone without a phone, who stands at the door and says so."""
    evening().database.write(answer_prompt, match_id, _attendee_id(arrival_id), chosen(Answer, "answer"))
    return _kept(arrival_id, again="yes")


@bp.post("/matched")
def agree_to_match(arrival_id: str) -> ResponseReturnValue:
    """Keep the yes or no, said at the door, to being matched."""
    _set(arrival_id, Deed.MATCHED, agree_to_be_matched, "agree")
    return _kept(arrival_id)


@bp.post("/shown")
def set_shown(arrival_id: str) -> ResponseReturnValue:
    """Keep the yes or no, said at the door, to being named on the projector."""
    _set(arrival_id, Deed.SHOWN, set_attendee_shown, "shown")
    return _kept(arrival_id, again="yes")


@bp.post("/minor")
def set_minor(arrival_id: str) -> ResponseReturnValue:
    """Keep that this guest is a minor, or is not after all."""
    _set(arrival_id, Deed.MINOR, set_attendee_minor, "minor")
    return _kept(arrival_id)


def _set(arrival_id: str, deed: Deed, action: Callable[[Change, str, bool], None], field: str) -> None:
    attendee_id = _attendee_id(arrival_id)
    write_noted(Role.DOOR, deed, attendee_id, action, attendee_id, request.form.get(field) == "yes")


@bp.post("/remark")
def remark(arrival_id: str) -> ResponseReturnValue:
    """A note on the person, and what must be read before they are welcomed."""
    note, attention = request.form.get("note", ""), request.form.get("attention", "")
    evening().database.write(remark_on, _attendee_id(arrival_id), note, attention)
    return _kept(arrival_id)


@bp.post("/leave")
def leave(arrival_id: str) -> ResponseReturnValue:
    """Check out. Checked in again, they are back."""
    evening().database.write(let_leave, _attendee_id(arrival_id))
    return _kept(arrival_id)
