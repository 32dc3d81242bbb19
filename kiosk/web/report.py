"""Reports: written on a phone, read and put away by the organizer."""

from flask import Blueprint
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.report import put_report_away
from kiosk.actions.report import report
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.web.answer import done
from kiosk.web.current import evening
from kiosk.web.current import this_attendee_id
from kiosk.web.form import request_key
from kiosk.web.organizer import organizer_as_it_is_now
from kiosk.web.staff import write_noted

bp = Blueprint("report", __name__)


@bp.get("/me/report")
def show() -> str:
    return render_template("phone/report.html", sent=request.args.get("sent") == "yes")


@bp.post("/me/report")
def send() -> ResponseReturnValue:
    evening().database.write(report, this_attendee_id(), request.form.get("text", ""), request_key())
    return done(url_for("report.show", sent="yes"))


@bp.post("/organizer/reports/<report_id>/seen")
def put_away(report_id: str) -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.REPORT, None, put_report_away, report_id)
    return organizer_as_it_is_now()
