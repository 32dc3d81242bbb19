"""The people an attendee met: what they say and keep of each, and the contact details they pass on."""

from flask import Blueprint
from flask import render_template
from flask import request
from flask import session
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.block import unblock as unblock_person
from kiosk.actions.introduce import introduce as introduce_people
from kiosk.actions.relate import relate
from kiosk.actions.remember import remember as keep_note
from kiosk.actions.share_contact import share_contact
from kiosk.domain.meeting import Contact
from kiosk.domain.relation import Relation
from kiosk.screens.met import person_screen
from kiosk.web.answer import done
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.form import chosen
from kiosk.web.form import several
from kiosk.web.phone import phone_as_it_is_now

bp = Blueprint("met", __name__, url_prefix="/me")


@bp.get("/meetings/<meeting_id>")
def show(meeting_id: str) -> str:
    screen = evening().database.read(person_screen, meeting_id, this_attendee_id())
    return render_template("phone/person.html", screen=screen, kept=session.pop("kept", "") == meeting_id)


_PLACES = {Relation.GLAD: "glad", Relation.AGAIN: "next", Relation.KNOWS: "next"}
"""Where on the page of the person each thing is said."""


def _where_it_was_said(meeting_id: str, place: str) -> ResponseReturnValue:
    """Back to this place on the page of the person, or to the phone's own where the form stands there."""
    on_their_page = request.form.get("page") == "person"
    return done(url_for("met.show", meeting_id=meeting_id, _anchor=place)) if on_their_page else phone_as_it_is_now()


@bp.post("/meetings/<meeting_id>/say")
def say(meeting_id: str) -> ResponseReturnValue:
    relation, holds = chosen(Relation, "relation"), request.form.get("holds") == "yes"
    evening().database.write(relate, meeting_id, this_attendee_id(), relation, holds)
    if relation is Relation.BLOCKS:
        return phone_as_it_is_now()
    return _where_it_was_said(meeting_id, _PLACES[relation])


@bp.post("/meetings/<meeting_id>/share")
def share(meeting_id: str) -> ResponseReturnValue:
    """Set what is offered: the fields that are named, none being a withdrawal."""
    evening().database.write(share_contact, meeting_id, this_attendee_id(), several(Contact, "field"))
    return _where_it_was_said(meeting_id, "touch")


@bp.post("/meetings/<meeting_id>/note")
def remember(meeting_id: str) -> ResponseReturnValue:
    note, promise = request.form.get("note", ""), request.form.get("promise", "")
    evening().database.write(keep_note, meeting_id, this_attendee_id(), note, promise)
    session["kept"] = meeting_id
    return _where_it_was_said(meeting_id, "remember")


@bp.post("/blocked/<attendee_id>/unblock")
def unblock(attendee_id: str) -> ResponseReturnValue:
    evening().database.write(unblock_person, this_attendee_id(), attendee_id)
    return phone_as_it_is_now()


@bp.post("/introductions")
def introduce() -> ResponseReturnValue:
    one, other, line = (request.form.get(field, "") for field in ("one", "other", "line"))
    evening().database.write(introduce_people, this_attendee_id(), one, other, line)
    return phone_as_it_is_now()
