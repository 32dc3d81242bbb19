"""The files afterwards, and erasing everyone, for the organizer who gives the passphrase once more."""

from flask import Blueprint
from flask import Response
from flask import redirect
from flask import render_template
from flask import request
from flask import session
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.note_deed import note_deed
from kiosk.afterwards.files import all_files
from kiosk.afterwards.files import zipped
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.domain.refusal import Refused
from kiosk.native import offload
from kiosk.web.current import evening
from kiosk.web.erasing import erase_everyone
from kiosk.web.errors import refused_on
from kiosk.web.passphrase import check_passphrase
from kiosk.web.staff import this_staff

bp = Blueprint("export", __name__, url_prefix="/organizer/export")


@bp.get("")
def show() -> str:
    return render_template("organizer/export.html", erased=request.args.get("erased", ""))


def _without_passphrase() -> ResponseReturnValue | None:
    """What is answered to whoever does not give the passphrase once more; None to who does."""
    try:
        check_passphrase(request.form.get("passphrase", ""))
    except Refused as refusal:
        return refused_on("organizer/export.html", refusal)
    return None


@bp.post("")
def download() -> ResponseReturnValue:
    if refused := _without_passphrase():
        return refused
    evening().database.write(note_deed, this_staff(Role.ORGANIZER), Deed.EXPORTED)
    made = evening().database.read_long(all_files, evening(), evening().topics)
    return Response(
        offload(zipped, made),
        mimetype="application/zip",
        headers={"Content-Disposition": 'attachment; filename="evening.zip"'},
    )


@bp.post("/erase")
def erase() -> ResponseReturnValue:
    """Forget everyone at once; the page says so, or that the last copies follow."""
    if refused := _without_passphrase():
        return refused
    gone = erase_everyone(by=this_staff(Role.ORGANIZER))
    session.pop("corrected", None)
    return redirect(url_for("export.show", erased="yes" if gone else "soon"), 303)
