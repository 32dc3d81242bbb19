"""The guest list from the organizer's page: upload, look at what was understood, then save."""

from hashlib import sha256
from pathlib import Path

from flask import Blueprint
from flask import render_template
from flask import request
from flask.typing import ResponseReturnValue

from kiosk.actions.import_guests import import_guests
from kiosk.actions.import_guests import prepare
from kiosk.domain.refusal import PreviewOver
from kiosk.domain.refusal import Refused
from kiosk.guestlists.read import read_guest_list
from kiosk.guestlists.table import MOST_BYTES
from kiosk.native import offload
from kiosk.web.current import evening
from kiosk.web.errors import refused_on

bp = Blueprint("guest_list", __name__, url_prefix="/organizer/guest-list")


def _waiting_file() -> Path:
    """The list that was looked at and not yet saved; the next upload takes its place."""
    return evening().folder / "guest-list.waiting"


@bp.get("")
def show() -> str:
    _waiting_file().unlink(missing_ok=True)  # it holds people nobody has decided to keep
    return render_template("organizer/guest_list.html")


@bp.post("")
def preview() -> ResponseReturnValue:
    upload = request.files.get("list")
    content = upload.stream.read(MOST_BYTES + 1) if upload else b""
    try:
        guest_list = offload(read_guest_list, content, evening().columns)
    except Refused as refusal:
        return refused_on("organizer/guest_list.html", refusal)
    _waiting_file().write_bytes(content)
    return render_template("organizer/guest_list_preview.html", list=guest_list, seal=sha256(content).hexdigest())


@bp.post("/save")
def save() -> ResponseReturnValue:
    """Save the list that was shown: `seal` makes sure that it is that one."""
    now = evening()
    content = _waiting_file().read_bytes() if _waiting_file().exists() else b""
    if sha256(content).hexdigest() != request.form.get("seal"):
        raise PreviewOver
    guest_list = offload(read_guest_list, content, now.columns)
    imported = now.database.write(import_guests, offload(prepare, guest_list.guests, now.topics))
    _waiting_file().unlink(missing_ok=True)
    return render_template("organizer/guest_list_saved.html", list=guest_list, imported=imported)
