"""What the kiosk keeps about the attendee who asks: in words, as a file, and gone at their word."""

import json
from dataclasses import asdict
from datetime import UTC
from datetime import datetime

from flask import Blueprint
from flask import Response
from flask import make_response
from flask import redirect
from flask import render_template
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.domain.access import Role
from kiosk.screens.kept import Kept
from kiosk.screens.kept import kept
from kiosk.web.current import cookie_name
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.erasing import erase as erase_wholly

bp = Blueprint("kept", __name__, url_prefix="/me/kept")


def _screen() -> Kept:
    now = evening()
    return now.database.read_long(kept, this_attendee_id(), now.settings.keep_time)


@bp.get("")
def show() -> str:
    return render_template("phone/kept.html", screen=_screen())


@bp.get("/kept.json")
def download() -> Response:
    """Everything as JSON, times in UTC."""
    content = json.dumps(asdict(_screen()), default=_plain, ensure_ascii=False, indent=2)
    disposition = {"Content-Disposition": 'attachment; filename="kept.json"'}
    return Response(content, mimetype="application/json", headers=disposition)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value)} has no place in the file")


@bp.post("/erase")
def erase() -> ResponseReturnValue:
    """Delete the attendee who asks, at once; nobody of the staff is needed, or asked."""
    gone = erase_wholly(this_attendee_id())
    response = make_response(redirect(url_for("public.show", erased="yes" if gone else "soon"), 303))
    response.delete_cookie(cookie_name(Role.ATTENDEE))
    return response
