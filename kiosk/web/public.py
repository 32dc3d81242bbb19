"""The evening's public page, the language switch and the health check."""

from flask import Blueprint
from flask import Response
from flask import current_app
from flask import jsonify
from flask import make_response
from flask import redirect
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk import __version__
from kiosk.domain.access import Role
from kiosk.screens.public import public_screen
from kiosk.settings import LANGUAGES
from kiosk.store import moods
from kiosk.store.sqlite import SQLITE_VERSION
from kiosk.web.answer import keep_cookie
from kiosk.web.current import device_of
from kiosk.web.current import evening
from kiosk.web.language import COOKIE

bp = Blueprint("public", __name__)

_PAGES = {
    *("public.show", "phone.show", "door.show", "self_service.find", "organizer.show", "link.show"),
    "organizer.sign_in",
}
"""Where the language switch may lead back to: fixed names, never an address from the form."""


@bp.get("/")
def show() -> str:
    screen = evening().database.read(public_screen, evening().topics)
    linked, erased = device_of(Role.ATTENDEE) is not None, request.args.get("erased", "")
    return render_template("public/show.html", screen=screen, linked=linked, erased=erased)


@bp.post("/language")
def set_language() -> ResponseReturnValue:
    chosen = request.form.get("language", "")
    page = request.form.get("page", "")
    response = make_response(redirect(url_for(page if page in _PAGES else "public.show"), 303))
    if chosen in LANGUAGES:
        keep_cookie(response, COOKIE, chosen)
    return response


@bp.get("/healthz")
def healthz() -> Response:
    """`{"status"}` to anyone; figures to the laptop itself and to the organizer."""
    database = evening().database
    counts = database.read(moods.counts)
    answer: dict[str, object] = {"status": "ok"}
    if request.remote_addr in ("127.0.0.1", "::1") or device_of(Role.ORGANIZER):
        answer |= {
            "version": __version__,
            "database": database.path.name,
            "attendees": counts.expected,
            "here": counts.here,
            "sockets": len(current_app.extensions.get("sockets", ())),
            "sqlite": SQLITE_VERSION,
        }
    return jsonify(answer)
