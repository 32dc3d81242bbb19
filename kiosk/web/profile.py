"""What the kiosk knows of an attendee, to correct on their own phone."""

from flask import Blueprint
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.agree_to_match import agree_to_match as agree_to_be_matched
from kiosk.actions.choose_topic import choose_topic as choose_my_topic
from kiosk.actions.drop_topic import drop_topic
from kiosk.actions.set_organizer_keeps_contact import set_organizer_keeps_contact as set_organizer_keeps_my_contact
from kiosk.actions.set_purposes import set_purposes as set_my_purposes
from kiosk.actions.set_shown import set_shown as set_me_shown
from kiosk.actions.state_topic import state_topic as state_my_topic
from kiosk.domain.purpose import Purpose
from kiosk.domain.statement import Kind
from kiosk.screens.profile import ProfileScreen
from kiosk.screens.profile import profile_screen
from kiosk.web.answer import done
from kiosk.web.answer import region
from kiosk.web.answer import wants_region
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.form import chosen
from kiosk.web.form import several
from kiosk.web.welcome import step_as_it_is_now

bp = Blueprint("profile", __name__, url_prefix="/me")


def this_profile() -> ProfileScreen:
    """The profile of whoever asks."""
    return evening().database.read(profile_screen, this_attendee_id(), evening().topics)


def _as_it_is_now() -> ResponseReturnValue:
    if "step" in request.form:
        return step_as_it_is_now()
    if not wants_region():
        return done(url_for("phone.show"))
    return region("profile", "phone/_profile.html", screen=this_profile())


@bp.post("/topics")
def state_topic() -> ResponseReturnValue:
    kind, text = chosen(Kind, "kind"), request.form.get("text", "")
    evening().database.write(state_my_topic, this_attendee_id(), kind, text, evening().topics)
    return _as_it_is_now()


@bp.post("/topics/drop")
def drop_a_topic() -> ResponseReturnValue:
    kind, text = chosen(Kind, "kind"), request.form.get("text", "")
    evening().database.write(drop_topic, this_attendee_id(), kind, text)
    return _as_it_is_now()


@bp.post("/topics/meant")
def choose_topic() -> ResponseReturnValue:
    """What one's own words mean: the topic they were taken for, another, or the words themselves."""
    kind, text, topic = chosen(Kind, "kind"), request.form.get("text", ""), request.form.get("topic", "")
    evening().database.write(choose_my_topic, this_attendee_id(), kind, text, topic, evening().topics)
    return _as_it_is_now()


@bp.post("/purposes")
def set_purposes() -> ResponseReturnValue:
    evening().database.write(set_my_purposes, this_attendee_id(), several(Purpose, "purpose"))
    return _as_it_is_now()


@bp.post("/matched")
def agree_to_match() -> ResponseReturnValue:
    """Yes or no to being matched, asked on its own. It changes all of the page."""
    evening().database.write(agree_to_be_matched, this_attendee_id(), request.form.get("agree") == "yes")
    return done(url_for("phone.show"))


@bp.post("/shown")
def set_shown() -> ResponseReturnValue:
    evening().database.write(set_me_shown, this_attendee_id(), request.form.get("shown") == "yes")
    return _as_it_is_now()


@bp.post("/contact-kept")
def set_organizer_keeps_contact() -> ResponseReturnValue:
    """Yes or no to the organizer keeping one's e-mail and telephone in the files afterwards."""
    keeps = request.form.get("keeps") == "yes"
    evening().database.write(set_organizer_keeps_my_contact, this_attendee_id(), keeps)
    return _as_it_is_now()
