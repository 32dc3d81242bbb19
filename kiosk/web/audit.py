"""What staff did, on a page for the organizer."""

from flask import Blueprint
from flask import render_template

from kiosk.screens.audit import audit_screen
from kiosk.web.current import evening

bp = Blueprint("audit", __name__, url_prefix="/organizer/audit")


@bp.get("")
def show() -> str:
    return render_template("organizer/audit.html", noted=evening().database.read_long(audit_screen))
