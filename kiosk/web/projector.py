"""The projector."""

from flask import Blueprint
from flask import Response
from flask import render_template

from kiosk.badges.qr import qr_svg
from kiosk.screens.projector import projector_screen
from kiosk.web.current import evening

bp = Blueprint("projector", __name__, url_prefix="/projector")


@bp.get("")
def show() -> str:
    database = evening().database
    return render_template("projector/show.html", screen=database.read(projector_screen, database.clock()))


@bp.get("/join.svg")
def join_qr() -> Response:
    """The QR that leads to the public page, for the laptop's address as it is now."""
    return Response(qr_svg(evening().address), mimetype="image/svg+xml")
