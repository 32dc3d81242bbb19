"""What is behind the QR on a badge. To a stranger: nothing, the same bytes for every code there could be."""

from flask import Blueprint
from flask import render_template
from flask import request
from flask import session
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.meet import meet_by_badge
from kiosk.domain.access import Role
from kiosk.domain.badge_code import read_badge_code
from kiosk.domain.refusal import UnknownBadge
from kiosk.domain.scanned import read_scanned
from kiosk.web.answer import done
from kiosk.web.current import device_of
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.scan import keep_scan
from kiosk.web.tries import tries

bp = Blueprint("badge", __name__)


_LONGEST = 200
"""Characters of what a camera or a hand read of a badge."""


@bp.get("/b/<code>")
@bp.get("/B/<code>")
def show(code: str) -> str:
    """A page that sends itself on: opening an address changes nothing, a POST does.

    A stranger's browser keeps the code, so that they go on with it once their phone is linked.
    """
    if device_of(Role.ATTENDEE) is None:
        keep_scan(code, evening().database.clock())
        return render_template("badge/stranger.html")
    return render_template("badge/show.html", code=read_badge_code(code) or "")


@bp.get("/me/scan")
def scan() -> str:
    return render_template("badge/scan.html")


@bp.post("/b")
def meet() -> ResponseReturnValue:
    code = read_scanned(request.form.get("code", "")[:_LONGEST]).badge_code
    with tries().guess("badge", UnknownBadge):
        if code is None:
            raise UnknownBadge
        meeting = evening().database.write(meet_by_badge, this_attendee_id(), code)
    session["met"] = meeting.id  # said once, where the phone's page does not speak of it already
    return done(url_for("phone.show"))
