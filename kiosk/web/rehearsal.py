"""The rehearsal's page: what one is, and wiping it. The crowd itself is played by `kiosk rehearse`."""

import shlex
import sys
from pathlib import Path

from flask import Blueprint
from flask import redirect
from flask import render_template
from flask import request
from flask import url_for
from flask.typing import ResponseReturnValue

from kiosk.actions.begin_rehearsal import begin_rehearsal
from kiosk.actions.import_guests import prepare
from kiosk.actions.wipe_rehearsal import wipe_rehearsal
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.guestlists.read import read_guest_list
from kiosk.guestlists.table import MOST_BYTES
from kiosk.native import offload
from kiosk.store import rehearsals
from kiosk.web.current import evening
from kiosk.web.staff import write_noted

bp = Blueprint("rehearsal", __name__, url_prefix="/organizer/rehearsal")


@bp.get("")
def show() -> str:
    now = evening()
    kiosk = str(Path(sys.executable).with_name("kiosk"))  # in a fresh terminal `kiosk` alone may not be found
    command = shlex.join([kiosk, "rehearse", "--people", "120", "--minutes", "6", "--port", str(now.port)])
    return render_template("organizer/rehearsal.html", on=now.database.read(rehearsals.is_on), command=command)


@bp.post("/begin")
def begin() -> ResponseReturnValue:
    """Take in a list of invented guests, in any form a guest list may have."""
    upload = request.files.get("list")
    content = upload.stream.read(MOST_BYTES + 1) if upload else b""
    now = evening()
    guest_list = offload(read_guest_list, content, now.columns)
    prepared = offload(prepare, guest_list.guests, now.topics)
    write_noted(Role.ORGANIZER, Deed.REHEARSAL_BEGUN, None, begin_rehearsal, prepared)
    return redirect(url_for("rehearsal.show"), 303)


@bp.post("/wipe")
def wipe() -> ResponseReturnValue:
    write_noted(Role.ORGANIZER, Deed.REHEARSAL_WIPED, None, wipe_rehearsal)
    return redirect(url_for("rehearsal.show"), 303)
