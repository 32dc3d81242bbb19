"""What the door adds to an arrival: answers to its questions, a note, and the leaving."""

from datetime import timedelta

from flask import Blueprint
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.answer_at_door import Answers
from kiosk.actions.answer_at_door import answer_at_door
from kiosk.actions.leave import leave as let_leave
from kiosk.actions.remark import remark as remark_on
from kiosk.domain.refusal import BadInput
from kiosk.store import arrivals
from kiosk.web.answer import done
from kiosk.web.current import evening

bp = Blueprint("arrival", __name__, url_prefix="/door/arrivals/<arrival_id>")


def _attendee_id(arrival_id: str) -> str:
    return evening().database.read(arrivals.need, arrival_id).attendee_id


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
    return done(url_for("door.arrival", arrival_id=arrival_id, kept="yes"))


def _yes_or_no(field: str) -> bool | None:
    return {"yes": True, "no": False}.get(request.form.get(field, ""))


@bp.post("/remark")
def remark(arrival_id: str) -> ResponseReturnValue:
    """A note on the person, and what must be read before they are welcomed."""
    note, attention = request.form.get("note", ""), request.form.get("attention", "")
    evening().database.write(remark_on, _attendee_id(arrival_id), note, attention)
    return done(url_for("door.arrival", arrival_id=arrival_id, kept="yes"))


@bp.post("/leave")
def leave(arrival_id: str) -> ResponseReturnValue:
    """Check out. Checked in again, they are back."""
    evening().database.write(let_leave, _attendee_id(arrival_id))
    return done(url_for("door.arrival", arrival_id=arrival_id, kept="yes"))
