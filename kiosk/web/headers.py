"""What every answer carries: no inline script, no frames, no sniffing, nothing of a person in a cache."""

from flask import Flask
from flask import Response
from flask import request

_CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

_READS_CODES = {"badge", "door", "self_service"}
"""Blueprints whose pages read codes with the camera: by WebAssembly, which the policy must allow by name. It runs no
text as script, unlike 'unsafe-eval', and what is compiled still comes from this kiosk alone."""

_CSP_READING = _CSP.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")

_YEAR_S = 31_536_000


def _add(response: Response) -> Response:
    response.headers["X-Content-Type-Options"] = "nosniff"
    if request.endpoint == "static":
        # No policy: it is the page's, and does nothing on a script or a font.
        response.headers["Cache-Control"] = f"public, max-age={_YEAR_S}, immutable"  # names carry a hash
        return response
    response.headers["Content-Security-Policy"] = _CSP_READING if request.blueprint in _READS_CODES else _CSP
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


def add_headers(app: Flask) -> None:
    app.after_request(_add)
