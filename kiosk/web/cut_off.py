"""A door that could not reach the kiosk: what it keeps to go on with, and what it says when it is back.

Why a tablet holds a list of guests at all: without one it could only write down names, and nobody would know whether
they are expected. It is trusted to search for these very names; it gets them without contact details and without
tickets, keeps them in the tab alone (`static/js/live/kept-guests.js`), and forgets them when the tab is closed, the
screen is revoked or half a day has passed.
"""

from dataclasses import asdict
from datetime import datetime
from datetime import timedelta

from flask import Blueprint
from flask import Response
from flask import jsonify
from flask import request
from flask_babel import gettext

from kiosk.actions.check_in import check_in
from kiosk.actions.walk_in import walk_in
from kiosk.domain.access import Role
from kiosk.domain.refusal import AlreadyHere
from kiosk.domain.refusal import BadInput
from kiosk.domain.refusal import NotSaved
from kiosk.domain.refusal import Refused
from kiosk.domain.scanned import read_scanned
from kiosk.screens.cut_off import guests_not_here
from kiosk.screens.door import expected_owner
from kiosk.screens.door import why_unknown
from kiosk.web.current import evening
from kiosk.web.current import this_device
from kiosk.web.form import request_key

bp = Blueprint("cut_off", __name__, url_prefix="/door/cut-off")

_LONGEST = timedelta(days=7)


@bp.get("/guests")
def guests() -> Response:
    """Who is not here yet, for the tablet to find while it is cut off."""
    return jsonify([asdict(guest) for guest in evening().database.read(guests_not_here)])


@bp.post("/catch-up")
def catch_up() -> Response:
    """One check-in the tablet kept: `attendee_id`, a scanned `code` or the `name` of a walk-in, and how long ago.

    Answers `{"refused": ""}` once it is done, or why it is not: then the tablet lists it. What is neither (the disk is
    full, the form is stale) has the status of its error, and the tablet sends the same again.
    """
    try:
        _check_in_late(request_key(), _taken_at())
    except NotSaved:
        raise
    except AlreadyHere as here:
        since = here.arrived_at.astimezone(evening().zone).strftime("%H:%M")
        return jsonify(refused=gettext("In already, since %(time)s by %(door)s.", time=since, door=here.door))
    except Refused as refusal:
        return jsonify(refused=gettext(refusal.sentence, **refusal.values))
    return jsonify(refused="")


def _check_in_late(key: str, taken_at: datetime) -> None:
    database, door = evening().database, this_device(Role.DOOR).name
    if "name" in request.form:
        database.write(walk_in, request.form["name"], door, key, taken_at)
    elif "code" in request.form:
        scanned, typed = (read_scanned(request.form.get(field, "")) for field in ("code", "typed"))
        person = database.read(expected_owner, scanned, typed)
        if person is None:
            raise database.read(why_unknown, scanned)
        database.write(check_in, person.id, door, key, taken_at)
    else:
        database.write(check_in, request.form.get("attendee_id", ""), door, key, taken_at)


def _taken_at() -> datetime:
    """By the kiosk's clock: the tablet's own may be wrong by hours, but not by much over the minutes it waited."""
    waited = request.form.get("waited_ms", "")
    if not waited.isdecimal() or len(waited) > 12:
        raise BadInput
    return evening().database.clock() - min(timedelta(milliseconds=int(waited)), _LONGEST)
