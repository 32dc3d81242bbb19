"""How a deed is answered: with the region as it is now for pages that live, with a redirect for plain forms."""

from flask import Flask
from flask import Response
from flask import g
from flask import make_response
from flask import redirect
from flask import render_template
from flask import request
from flask.typing import ResponseReturnValue

from kiosk.domain.access import REGIONS
from kiosk.web.current import evening

REGION_TYPE = "text/vnd.kiosk.region+html"
"""What static/js/live/forms.js asks for."""


def number_answers(app: Flask) -> None:
    """Give each request its painting number before it does or reads anything.

    A repaint by socket that overtakes the answer has a higher number, and the page keeps it: an answer that was long
    on its way must not paint over what has happened since.
    """

    @app.before_request
    def draw() -> None:
        g.seq = next(evening().paintings)


def wants_region() -> bool:
    return REGION_TYPE in request.headers.get("Accept", "")


def region(name: str, template: str, status: int = 200, **values: object) -> Response:
    """One painted region, named so that the page knows where it goes."""
    response = make_response(render_template(template, **values), status)
    response.headers["Content-Type"] = f"{REGION_TYPE}; charset=utf-8"
    response.headers["X-Region"] = name
    if name in REGIONS:
        response.headers["X-Seq"] = str(g.seq)
    return response


def done(page: str) -> ResponseReturnValue:
    """The deed is done: see it on `page` (a path made by `url_for`). A living page goes there by itself."""
    return Response(status=204, headers={"Location": page}) if wants_region() else redirect(page, 303)


_COOKIE_LIFE_S = 30 * 86_400


def keep_cookie(response: Response, name: str, value: str) -> None:
    """Set a cookie no script reads. Lax, since a phone's camera app opens badge links from outside."""
    response.set_cookie(name, value, max_age=_COOKIE_LIFE_S, httponly=True, samesite="Lax", secure=request.is_secure)
