"""The organizer: sign in, watch, start and end rounds, pair screens."""

from secrets import randbits

from flask import Blueprint
from flask import make_response
from flask import redirect
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.end_round import end_round as end_the_round
from kiosk.actions.hold_scene import hold_scene as hold_the_scene
from kiosk.actions.lengthen_round import lengthen_round as lengthen_the_round
from kiosk.actions.make_screen_link import make_screen_link
from kiosk.actions.pair_device import pair_organizer
from kiosk.actions.revoke_device import revoke_device
from kiosk.actions.set_flow import set_flow as turn_flow
from kiosk.actions.set_next_round import set_next_round as set_the_next_round
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round as start_the_round
from kiosk.badges.qr import qr_svg
from kiosk.domain.access import Role
from kiosk.domain.agenda import next_at
from kiosk.domain.link import SCREEN_LIFE
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import Refused
from kiosk.domain.scene import Scene
from kiosk.screens.organizer import OrganizerScreen
from kiosk.screens.organizer import organizer_screen
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

bp = Blueprint("organizer", __name__, url_prefix="/organizer")


def organizer_as_it_is_now() -> ResponseReturnValue:
    """The answer to a deed of the organizer: their region anew, or the page."""
    if not wants_region():
        return done(url_for("organizer.show"))
    return region("organizer", "organizer/_region.html", screen=_screen())


def _screen() -> OrganizerScreen:
    database = evening().database
    return database.read_long(organizer_screen, database.clock(), evening().limits)


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
    return signed_in(evening().database.write(pair_organizer, request.remote_addr or ""), url_for("organizer.show"))


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    evening().database.write(revoke_device, this_device(Role.ORGANIZER).id)
    response = make_response(redirect(url_for("organizer.sign_in"), 303))
    response.delete_cookie(cookie_name(Role.ORGANIZER))
    return response


@bp.get("")
def show() -> str:
    return render_template("organizer/show.html", screen=_screen())


@bp.post("/rounds")
def start_round() -> ResponseReturnValue:
    now = evening()
    database, share = now.database, now.settings.random_share
    planned = database.read_long(plan_next_round, database.clock(), now.topics, now.purposes, randbits(31), share)
    now.database.write(start_the_round, planned, now.pace)
    return organizer_as_it_is_now()


@bp.post("/rounds/end")
def end_round() -> ResponseReturnValue:
    evening().database.write(end_the_round)
    return organizer_as_it_is_now()


@bp.post("/rounds/lengthen")
def lengthen_round() -> ResponseReturnValue:
    evening().database.write(lengthen_the_round)
    return organizer_as_it_is_now()


@bp.post("/rounds/next")
def set_next_round() -> ResponseReturnValue:
    """Set the time at which a round starts by itself; without a time, none does."""
    now, typed = evening(), request.form.get("at", "")
    at = next_at(typed, now.database.clock(), now.zone) if typed else None
    now.database.write(set_the_next_round, at)
    return organizer_as_it_is_now()


@bp.post("/flow")
def set_flow() -> ResponseReturnValue:
    evening().database.write(turn_flow, request.form.get("on") == "yes")
    return organizer_as_it_is_now()


@bp.post("/scene")
def hold_scene() -> ResponseReturnValue:
    """Hold a scene on the projector; without one they change by themselves."""
    evening().database.write(hold_the_scene, chosen(Scene, "scene") if request.form.get("scene") else None)
    return organizer_as_it_is_now()


@bp.post("/screens")
def pair() -> ResponseReturnValue:
    """A one-time link that makes the browser which opens it a door, a tablet for guests or the projector."""
    role = chosen(Role, "role")
    if role not in (Role.DOOR, Role.SELF_SERVICE, Role.PROJECTOR):
        raise BadInput
    name, pin = request.form.get("name", ""), request.form.get("pin", "")
    link = evening().database.write(make_screen_link, role, name, pin)
    url = f"{evening().address}/link#{link.token}"
    values = {
        "qr": qr_svg(url),
        "url": url,
        "digits": link.digits,
        "address": evening().address.removeprefix("http://"),
        "minutes": int(SCREEN_LIFE.total_seconds() // 60),
        "role": role.value,
        "name": link.name,
    }
    if wants_region():
        return region("pairing", "organizer/_pairing.html", link=values)
    return render_template("organizer/pairing.html", link=values)


@bp.post("/screens/<device_id>/revoke")
def revoke(device_id: str) -> ResponseReturnValue:
    evening().database.write(revoke_device, device_id)
    return organizer_as_it_is_now()
