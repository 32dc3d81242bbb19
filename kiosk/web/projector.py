"""The projector."""

from flask import Blueprint
from flask import Response
from flask import abort
from flask import render_template

from kiosk.badges.papers import wifi_code
from kiosk.badges.qr import qr_svg
from kiosk.screens.projector import projector_screen
from kiosk.web.current import evening

bp = Blueprint("projector", __name__, url_prefix="/projector")


@bp.get("")
def show() -> str:
    database = evening().database
    screen = database.read_long(projector_screen, database.clock(), evening().topics)
    return render_template("projector/show.html", screen=screen)


@bp.get("/join.svg")
def join_qr() -> Response:
    """The QR that leads to the public page, for the laptop's address as it is now."""
    return Response(qr_svg(evening().address), mimetype="image/svg+xml")


@bp.get("/wifi.svg")
def wifi_qr() -> Response:
    """The QR that joins the guests' network, where the settings name one."""
    settings = evening().settings
    if not settings.wifi_name:
        abort(404)
    return Response(qr_svg(wifi_code(settings.wifi_name, settings.wifi_password)), mimetype="image/svg+xml")
