"""An attendee's phone: everything on it is their own."""

from flask import Blueprint
from flask import Response
from flask import make_response
from flask import redirect
from flask import render_template
from flask import request
from flask import session
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.find_partner import find_partner
from kiosk.actions.find_partner import take_another_spot
from kiosk.actions.meet import say_met as say_we_met
from kiosk.actions.revoke_device import revoke_device
from kiosk.actions.set_contact import set_contact as set_contact_details
from kiosk.actions.set_mood import set_mood as set_my_mood
from kiosk.domain.access import Role
from kiosk.domain.attendee import Mood
from kiosk.domain.match import Answer
from kiosk.domain.match import WhyNot
from kiosk.domain.purpose import Purpose
from kiosk.domain.refusal import UnknownAttendee
from kiosk.domain.refusal import UnknownDevice
from kiosk.screens.phone import PhoneScreen
from kiosk.screens.phone import phone_screen
from kiosk.store import attendees
from kiosk.store import devices
from kiosk.web.answer import done
from kiosk.web.answer import region
from kiosk.web.answer import wants_region
from kiosk.web.badge_image import badge_response
from kiosk.web.current import cookie_name
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.current import this_device
from kiosk.web.form import chosen
from kiosk.web.profile import this_profile

bp = Blueprint("phone", __name__, url_prefix="/me")


def _screen() -> PhoneScreen:
    database = evening().database
    screen = database.read(phone_screen, this_attendee_id(), database.clock())
    if screen is None:
        raise UnknownAttendee
    return screen


def phone_as_it_is_now() -> ResponseReturnValue:
    """The answer to a deed on the phone: its region anew, or the page."""
    return region("phone", "phone/_region.html", screen=_screen()) if wants_region() else done(url_for("phone.show"))


@bp.get("")
def show() -> str:
    this_one = this_device(Role.ATTENDEE)
    linked = evening().database.read(devices.phones_of, this_attendee_id())
    return render_template(
        "phone/show.html",
        screen=_screen(),
        scanned=session.pop("met", ""),
        profile=this_profile(),
        purposes=tuple(Purpose),
        this_phone=this_one,
        other_phones=[phone for phone in linked if phone.id != this_one.id],
    )


@bp.post("/mood")
def set_mood() -> ResponseReturnValue:
    evening().database.write(set_my_mood, this_attendee_id(), chosen(Mood, "mood"))
    return phone_as_it_is_now()


@bp.post("/contact")
def set_contact() -> ResponseReturnValue:
    email, phone = request.form.get("email", ""), request.form.get("phone", "")
    evening().database.write(set_contact_details, this_attendee_id(), email, phone)
    return phone_as_it_is_now()


@bp.post("/prompts/<match_id>")
def answer(match_id: str) -> ResponseReturnValue:
    why_not = chosen(WhyNot, "why") if "why" in request.form else None
    about = request.form.get("about", "")
    evening().database.write(answer_prompt, match_id, this_attendee_id(), chosen(Answer, "answer"), why_not, about)
    return phone_as_it_is_now()


@bp.post("/prompts/<match_id>/find")
def find(match_id: str) -> ResponseReturnValue:
    evening().database.write(find_partner, match_id, this_attendee_id())
    return phone_as_it_is_now()


@bp.post("/prompts/<match_id>/spot")
def another_spot(match_id: str) -> ResponseReturnValue:
    instead_of, spots = request.form.get("spot", ""), evening().pace.spots
    evening().database.write(take_another_spot, match_id, this_attendee_id(), instead_of, spots)
    return phone_as_it_is_now()


@bp.post("/prompts/<match_id>/met")
def say_met(match_id: str) -> ResponseReturnValue:
    evening().database.write(say_we_met, match_id, this_attendee_id())
    return phone_as_it_is_now()


@bp.get("/badge.png")
def badge_image() -> Response:
    return badge_response(evening().database.read(attendees.need, this_attendee_id()))


@bp.post("/unlink")
def unlink() -> ResponseReturnValue:
    evening().database.write(revoke_device, this_device(Role.ATTENDEE).id)
    response = make_response(redirect(url_for("public.show"), 303))
    response.delete_cookie(cookie_name(Role.ATTENDEE))
    return response


@bp.post("/phones/<device_id>/unlink")
def unlink_another(device_id: str) -> ResponseReturnValue:
    """Another phone of one's own: lost, lent, or linked by somebody else."""
    linked = evening().database.read(devices.phones_of, this_attendee_id())
    if device_id not in {phone.id for phone in linked}:
        raise UnknownDevice
    evening().database.write(revoke_device, device_id)
    return done(url_for("phone.show"))
