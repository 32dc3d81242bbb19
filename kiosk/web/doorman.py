"""Lets each request in or not, by the one table of routes and roles."""

from flask import Flask
from flask import redirect
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.domain.access import ROUTES
from kiosk.domain.access import Role
from kiosk.domain.refusal import N_
from kiosk.domain.refusal import Refused
from kiosk.web.current import device_of


class NotLinked(Refused):
    status = 403
    sentence = N_("This phone is not linked. Ask at the door to link it; it takes a moment.")


class NotPaired(Refused):
    status = 403
    sentence = N_("This screen is not paired, or no longer. The organizer can pair it with a new link.")


def _look_at_request() -> ResponseReturnValue | None:
    endpoint = request.endpoint
    if endpoint is None:
        return None  # no such page; Flask answers 404
    roles = ROUTES.get(endpoint, frozenset())
    if Role.STRANGER in roles or any(device_of(role) for role in roles):
        return None
    if Role.ORGANIZER in roles:
        return redirect(url_for("organizer.sign_in"), 303)
    raise NotLinked if Role.ATTENDEE in roles else NotPaired


def post_doorman(app: Flask) -> None:
    """Ask before every request. A route the table does not know is closed to everyone."""
    app.before_request(_look_at_request)
