"""The files afterwards, for the organizer who gives the passphrase once more."""

import io
import zipfile

from flask import Blueprint
from flask import Response
from flask import render_template
from flask import request
from flask.typing import ResponseReturnValue

from kiosk.domain.refusal import Refused
from kiosk.guestlists.write import csv_bytes
from kiosk.native import offload
from kiosk.screens.files import File
from kiosk.screens.files import files
from kiosk.web.current import evening
from kiosk.web.errors import refused_on
from kiosk.web.passphrase import check_passphrase

bp = Blueprint("export", __name__, url_prefix="/organizer/export")


@bp.get("")
def show() -> str:
    return render_template("organizer/export.html")


@bp.post("")
def download() -> ResponseReturnValue:
    try:
        check_passphrase(request.form.get("passphrase", ""))
    except Refused as refusal:
        return refused_on("organizer/export.html", refusal)
    content = offload(_zip, evening().database.read_long(files, evening().zone))
    return Response(
        content, mimetype="application/zip", headers={"Content-Disposition": 'attachment; filename="evening.zip"'}
    )


def _zip(made: tuple[File, ...]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in made:
            archive.writestr(file.name, csv_bytes(file.headers, file.rows))
    return buffer.getvalue()
