"""Paired browsers, for the organizer: made known by a one-time link, removed, signed out."""

from flask import Blueprint
from flask import render_template
from flask import request
from flask.typing import ResponseReturnValue

from kiosk.actions.make_screen_link import make_screen_link
from kiosk.actions.revoke_device import revoke_device
from kiosk.actions.sign_out_others import sign_out_others
from kiosk.badges.qr import qr_svg
from kiosk.domain.access import PAIRED_BY_LINK
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.link import SCREEN_LIFE
from kiosk.domain.refusal import BadInput
from kiosk.web.answer import region
from kiosk.web.answer import wants_region
from kiosk.web.current import evening
from kiosk.web.current import this_device
from kiosk.web.form import chosen
from kiosk.web.organizer import organizer_as_it_is_now
from kiosk.web.staff import write_noted

bp = Blueprint("screens", __name__, url_prefix="/organizer/screens")


@bp.post("")
def pair() -> ResponseReturnValue:
    """A one-time link that makes the browser which opens it a screen of the evening."""
    role = chosen(Role, "role")
    if role not in PAIRED_BY_LINK:
        raise BadInput
    name, pin = request.form.get("name", ""), request.form.get("pin", "")
    link = write_noted(Role.ORGANIZER, Deed.SCREEN_LINK, None, make_screen_link, role, name, pin)
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


@bp.post("/<device_id>/revoke")
def revoke(device_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.SCREEN_REMOVED, None, revoke_device, device_id)
    return organizer_as_it_is_now()


@bp.post("/sign-out-others")
def sign_out_everybody_else() -> ResponseReturnValue:
    """Only the browser that asks stays signed in as the organizer's."""
    write_noted(Role.ORGANIZER, Deed.SIGNED_OUT, None, sign_out_others, this_device(Role.ORGANIZER).id)
    return organizer_as_it_is_now()
