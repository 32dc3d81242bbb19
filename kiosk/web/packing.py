"""Packs what goes over the wire, for a room of phones on one Wi-Fi: pages as they are made, scripts and styles and
signs as the build packed them.

Gzip alone: browsers ask for anything better only on HTTPS. Packing a page beside a secret helps a stranger guess it
only where they can have it asked for with the guest's cookie, which SameSite forbids.
"""

import gzip
from mimetypes import guess_type

from flask import Flask
from flask import Response
from flask import request
from flask import send_from_directory

from kiosk.files import DIST

WORTH_PACKING = 1000
"""Bytes; less than that fits into one packet of the network as it is."""


def pack(app: Flask) -> None:
    """Send pages and the files of the front end packed to whoever can unpack them."""
    packed = {path.stem for path in DIST.glob("*.gz")}

    def send(filename: str) -> Response:
        if filename in packed and _can_unpack():
            response = send_from_directory(DIST, f"{filename}.gz", mimetype=guess_type(filename)[0])
            response.content_encoding = "gzip"
        else:
            response = send_from_directory(DIST, filename)
        if filename in packed:
            response.vary.add("Accept-Encoding")
        return response

    app.view_functions["static"] = send
    app.after_request(_pack_page)


def _can_unpack() -> bool:
    return request.accept_encodings.quality("gzip") > 0


def _pack_page(response: Response) -> Response:
    if response.mimetype != "text/html" or response.is_streamed or response.direct_passthrough:
        return response
    response.vary.add("Accept-Encoding")
    page = response.get_data()
    if len(page) >= WORTH_PACKING and _can_unpack():
        response.set_data(gzip.compress(page, 6, mtime=0))
        response.content_encoding = "gzip"
    return response
