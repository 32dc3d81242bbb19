"""How an attendee is and what they wish for: leaving, back, pausing, small groups."""

from datetime import datetime

from flask import Blueprint
from flask import request
from flask.typing import ResponseReturnValue

from kiosk.actions.come_back import come_back as come_back_in
from kiosk.actions.leave import leave as leave_evening
from kiosk.actions.pause import pause as pause_everything
from kiosk.actions.set_leaving import set_leaving as set_my_leaving
from kiosk.actions.set_wishes import set_wishes as set_my_wishes
from kiosk.domain.refusal import BadInput
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.phone import phone_as_it_is_now

bp = Blueprint("state", __name__, url_prefix="/me")


@bp.post("/leaving")
def set_leaving() -> ResponseReturnValue:
    """`at` is a time with its zone, or empty for one who does not know."""
    at = _time(request.form.get("at", ""))
    evening().database.write(set_my_leaving, this_attendee_id(), at)
    return phone_as_it_is_now()


def _time(text: str) -> datetime | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput from None
    if at.tzinfo is None:
        raise BadInput
    return at


@bp.post("/leave")
def leave() -> ResponseReturnValue:
    evening().database.write(leave_evening, this_attendee_id())
    return phone_as_it_is_now()


@bp.post("/back")
def come_back() -> ResponseReturnValue:
    evening().database.write(come_back_in, this_attendee_id())
    return phone_as_it_is_now()


@bp.post("/pause")
def pause() -> ResponseReturnValue:
    evening().database.write(pause_everything, this_attendee_id())
    return phone_as_it_is_now()


@bp.post("/wishes")
def set_wishes() -> ResponseReturnValue:
    small_group, colleagues = (request.form.get(field) == "yes" for field in ("small_group", "colleagues"))
    evening().database.write(set_my_wishes, this_attendee_id(), small_group, colleagues)
    return phone_as_it_is_now()
