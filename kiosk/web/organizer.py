"""The organizer: sign in, watch, start and end rounds, choose what the projector shows."""

from datetime import timedelta
from secrets import randbits

from flask import Blueprint
from flask import make_response
from flask import redirect
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from kiosk.actions.accept_address import accept_address as accept_the_address
from kiosk.actions.end_evening import end_evening as end_the_evening
from kiosk.actions.end_evening import go_on_with_evening
from kiosk.actions.end_round import end_round as end_the_round
from kiosk.actions.hold_scene import hold_scene as hold_the_scene
from kiosk.actions.lengthen_round import lengthen_round as lengthen_the_round
from kiosk.actions.note_deed import note_deed
from kiosk.actions.pair_device import Paired
from kiosk.actions.pair_device import pair_organizer
from kiosk.actions.revoke_device import revoke_device
from kiosk.actions.send_message import send_message as send_the_message
from kiosk.actions.set_flow import set_flow as turn_flow
from kiosk.actions.set_next_round import set_next_round as set_the_next_round
from kiosk.actions.set_shown import set_shown
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round as start_the_round
from kiosk.actions.take_back_message import take_back_message as take_the_message_back
from kiosk.domain.access import Role
from kiosk.domain.agenda import next_at
from kiosk.domain.audit import Deed
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import Refused
from kiosk.domain.scene import Scene
from kiosk.screens.organizer import OrganizerScreen
from kiosk.screens.organizer import organizer_screen
from kiosk.store.database import Change
from kiosk.web.answer import done
from kiosk.web.answer import region
from kiosk.web.answer import wants_region
from kiosk.web.current import cookie_name
from kiosk.web.current import device_of
from kiosk.web.current import evening
from kiosk.web.current import this_device
from kiosk.web.errors import refused_on
from kiosk.web.form import chosen
from kiosk.web.link import signed_in
from kiosk.web.passphrase import check_passphrase
from kiosk.web.staff import write_noted

bp = Blueprint("organizer", __name__, url_prefix="/organizer")

MINUTES = ("10", "30", "60")
"""For how many minutes a message may stand by itself."""


def organizer_as_it_is_now() -> ResponseReturnValue:
    """The answer to a deed of the organizer: their region anew, or the page."""
    if not wants_region():
        return done(url_for("organizer.show"))
    return region("organizer", "organizer/_region.html", screen=_screen())


def _screen() -> OrganizerScreen:
    database = evening().database
    return database.read_long(organizer_screen, database.clock(), evening().limits, evening().surroundings)


@bp.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    if request.method == "GET":
        if device_of(Role.ORGANIZER):
            return redirect(url_for("organizer.show"), 303)
        return render_template("organizer/sign_in.html")
    try:
        check_passphrase(request.form.get("passphrase", ""))
    except Refused as refusal:
        return refused_on("organizer/sign_in.html", refusal)
    return signed_in(evening().database.write(_pair_noted, request.remote_addr or ""), url_for("organizer.show"))


def _pair_noted(change: Change, name: str) -> Paired:
    paired = pair_organizer(change, name)
    note_deed(change, f"{gettext('Organizer')} {name}", Deed.SIGNED_IN)
    return paired


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    role = Role.ORGANIZER if device_of(Role.ORGANIZER) else Role.HELPER
    evening().database.write(revoke_device, this_device(role).id)
    response = make_response(redirect(url_for("organizer.sign_in"), 303))
    response.delete_cookie(cookie_name(role))
    return response


@bp.get("")
def show() -> str:
    """The evening, for the organizer and for helpers."""
    live = "organizer" if device_of(Role.ORGANIZER) else "helper"
    return render_template("organizer/show.html", screen=_screen(), live=live)


@bp.post("/rounds")
def start_round() -> ResponseReturnValue:
    now = evening()
    database, share = now.database, now.settings.random_share
    with now.phones_first.making_round():
        planned = database.read_long(plan_next_round, database.clock(), now.topics, now.purposes, randbits(31), share)
        write_noted(Role.ORGANIZER, Deed.ROUND_STARTED, None, start_the_round, planned, now.pace)
    now.phones_first.wait()
    return organizer_as_it_is_now()


@bp.post("/rounds/end")
def end_round() -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.ROUND_ENDED, None, end_the_round)
    return organizer_as_it_is_now()


@bp.post("/rounds/lengthen")
def lengthen_round() -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.ROUND_LENGTHENED, None, lengthen_the_round)
    return organizer_as_it_is_now()


@bp.post("/rounds/next")
def set_next_round() -> ResponseReturnValue:
    """Set the time at which a round starts by itself; without a time, none does."""
    now, typed = evening(), request.form.get("at", "")
    at = next_at(typed, now.database.clock(), now.zone) if typed else None
    write_noted(Role.ORGANIZER, Deed.ROUND_SET, None, set_the_next_round, at)
    return organizer_as_it_is_now()


@bp.post("/flow")
def set_flow() -> ResponseReturnValue:
    on = request.form.get("on") == "yes"
    write_noted(Role.ORGANIZER, Deed.FLOW_ON if on else Deed.FLOW_OFF, None, turn_flow, on)
    return organizer_as_it_is_now()


@bp.post("/scene")
def hold_scene() -> ResponseReturnValue:
    """Hold a scene on the projector; without one they change by themselves."""
    scene = chosen(Scene, "scene") if request.form.get("scene") else None
    write_noted(Role.ORGANIZER, Deed.SCENE, None, hold_the_scene, scene)
    return organizer_as_it_is_now()


@bp.post("/address")
def accept_address() -> ResponseReturnValue:
    """The laptop's address is right as it is now."""
    now = evening()
    write_noted(Role.ORGANIZER, Deed.ADDRESS, None, accept_the_address, now.address)
    now.lookout.accept_address()
    return organizer_as_it_is_now()


@bp.post("/names/hide")
def hide_name() -> ResponseReturnValue:
    """Take a name off the projector. To show it again is that person's alone."""
    attendee_id = request.form.get("attendee_id", "")
    write_noted(Role.ORGANIZER, Deed.SHOWN, attendee_id, set_shown, attendee_id, False)
    return organizer_as_it_is_now()


@bp.post("/message")
def send_message() -> ResponseReturnValue:
    """Say one line to everybody: until it is taken back, or for some minutes."""
    stands_for, text = request.form.get("minutes", ""), request.form.get("text", "")
    if stands_for not in ("", *MINUTES):
        raise BadInput
    duration = timedelta(minutes=int(stands_for)) if stands_for else None
    on_projector = request.form.get("projector") == "yes"
    write_noted(Role.ORGANIZER, Deed.MESSAGE, None, send_the_message, text, duration, on_projector)
    return organizer_as_it_is_now()


@bp.post("/message/back")
def take_back_message() -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.MESSAGE_BACK, None, take_the_message_back)
    return organizer_as_it_is_now()


@bp.post("/end")
def end_evening() -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.EVENING_ENDED, None, end_the_evening)
    return organizer_as_it_is_now()


@bp.post("/go-on")
def go_on() -> ResponseReturnValue:
    """Take the end of the evening back."""
    write_noted(Role.ORGANIZER, Deed.EVENING_GOES_ON, None, go_on_with_evening)
    return organizer_as_it_is_now()
