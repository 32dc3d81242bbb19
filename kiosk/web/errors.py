"""Every refusal as a sentence: a notice on a living page, a page of its own elsewhere. Never a traceback."""

import logging

from flask import Flask
from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from kiosk.domain.refusal import N_
from kiosk.domain.refusal import Refused
from kiosk.web.answer import region
from kiosk.web.answer import wants_region

log = logging.getLogger(__name__)

_SENTENCES = {
    404: N_("There is no such page here."),
    405: N_("That cannot be done this way."),
    413: N_("This is too large to be sent."),
}
_BAD_REQUEST = N_("The kiosk could not read this request. Please go back and try again.")
_STALE_FORM = N_("This page was open for too long. Please load it again and repeat what you did.")
_BROKEN = N_("Something went wrong in the kiosk. Nothing you did is lost; please try again.")


def refused_on(template: str, refusal: Refused) -> ResponseReturnValue:
    """The page the form stands on, with the refusal as its `refused`: what is wrong is mended where it was typed."""
    return render_template(template, refused=gettext(refusal.sentence, **refusal.values)), refusal.status


def _tell(sentence: str, status: int) -> ResponseReturnValue:
    if wants_region():
        return region("notice", "parts/_notice.html", status, sentence=sentence)
    return render_template("public/refused.html", sentence=sentence), status


def _refused(refusal: Refused) -> ResponseReturnValue:
    return _tell(gettext(refusal.sentence, **refusal.values), refusal.status)


def _stale_form(_error: CSRFError) -> ResponseReturnValue:
    return _tell(gettext(_STALE_FORM), 400)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error.get_response()
    return _tell(gettext(_SENTENCES.get(status, _BAD_REQUEST if status < 500 else _BROKEN)), status)


def _broken(error: Exception) -> ResponseReturnValue:
    log.exception("a request failed", exc_info=error)
    return _tell(gettext(_BROKEN), 500)


def tell_errors(app: Flask) -> None:
    """Register an answer for everything that can go wrong."""
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _broken)
