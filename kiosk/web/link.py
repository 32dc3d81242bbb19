"""Opening a one-time link: a page that asks first, then a POST that spends it.

The token stands in the URL's fragment, which browsers do not send: no log ever holds it, and opening the address
alone signs nobody in.
"""

from flask import Blueprint
from flask import make_response
from flask import redirect
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.pair_device import Paired
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.revoke_device import revoke_device
from kiosk.domain.access import Role
from kiosk.domain.link import TOKEN_LENGTH
from kiosk.domain.refusal import LinkSpent
from kiosk.domain.refusal import TooManyTries
from kiosk.store import attendees
from kiosk.web.answer import keep_cookie
from kiosk.web.current import cookie_name
from kiosk.web.current import device_of
from kiosk.web.current import evening
from kiosk.web.errors import refused_on
from kiosk.web.scan import kept_scan
from kiosk.web.tries import tries

bp = Blueprint("link", __name__)

_HOME = {
    Role.ATTENDEE: "phone.show",
    Role.DOOR: "door.show",
    Role.SELF_SERVICE: "self_service.show",
    Role.PROJECTOR: "projector.show",
    Role.HELPER: "organizer.show",
}


@bp.get("/link")
def show() -> str:
    return render_template("link/show.html")


@bp.post("/link")
def use_token() -> ResponseReturnValue:
    """Not limited: 128 random bits cannot be guessed, and ten stale scans must not shut out the eleventh guest."""
    token = request.form.get("token", "")
    try:
        return _spend(token if len(token) == TOKEN_LENGTH else "")
    except LinkSpent as refusal:
        return refused_on("link/show.html", refusal)


@bp.post("/link/digits")
def use_digits() -> ResponseReturnValue:
    digits = "".join(c for c in request.form.get("digits", "") if c in "0123456789")
    try:
        with tries().guess("digits", LinkSpent):
            return _spend(digits if len(digits) == 6 else "")
    except (LinkSpent, TooManyTries) as refusal:
        return refused_on("link/show.html", refusal)


def _spend(secret: str) -> ResponseReturnValue:
    paired = evening().database.write(pair_by_link, secret)
    before = device_of(paired.device.role)
    if before is not None:
        # This browser's cookie is about to be another: what the old one stood for would be a phone nobody holds.
        evening().database.write(revoke_device, before.id)
    scanned = kept_scan(evening().database.clock()) if paired.device.role is Role.ATTENDEE else None
    if scanned:
        return signed_in(paired, url_for("badge.show", code=scanned))
    home = _HOME[paired.device.role]
    if paired.device.attendee_id and _unasked(paired.device.attendee_id):
        home = "welcome.show"
    return signed_in(paired, url_for(home))


def _unasked(attendee_id: str) -> bool:
    """Whether someone's first minute is still to come, which asks what they agree to."""
    return evening().database.read(attendees.need, attendee_id).agreed_to_match is None


def signed_in(paired: Paired, home: str) -> ResponseReturnValue:
    """Give this browser the cookie of its new role and lead it to the path `home`."""
    response = make_response(redirect(home, 303))
    if paired.device.role is Role.SELF_SERVICE:  # guests stand before it: it must be nothing else besides
        for role in set(Role) - {Role.SELF_SERVICE}:
            response.delete_cookie(cookie_name(role))
    keep_cookie(response, cookie_name(paired.device.role), paired.token)
    return response
