"""Print queues of the laptop, through the commands that CUPS brings: lp, lpstat, cancel."""

import os
import re
import subprocess
import time

from kiosk.badges.port import PrinterError
from kiosk.badges.size import Size
from kiosk.domain.print_job import Trouble

_COMMAND_S = 10.0
_LOOK_EVERY_S = 0.4
_ALERT_FOR = 0.3
"""The part of the patience after which what CUPS says of a printer is taken for the reason that nothing comes."""

_ALERTS = (
    ("media-empty", Trouble.NO_PAPER),
    ("media-needed", Trouble.NO_PAPER),
    ("media-jam", Trouble.JAMMED),
    ("cover-open", Trouble.COVER_OPEN),
    ("door-open", Trouble.COVER_OPEN),
    ("paused", Trouble.PAUSED),
    ("offline", Trouble.UNREACHABLE),
    ("connecting-to-device", Trouble.UNREACHABLE),
)


def submit(address: str, pdf: bytes, title: str, size: Size, patience_s: float) -> None:
    """Print through the queue `address` ("queue" or "queue@host:port") and wait until the job is done.

    A job that does not come to its end is taken back, so that it cannot come out later beside its repetition.
    """
    queue, _, host = address.partition("@")
    server = ["-h", host] if host else []
    if "is running" not in _said("lpstat", *server, "-r"):
        raise PrinterError(Trouble.UNREACHABLE)
    if not _said("lpstat", *server, "-p", queue):
        raise PrinterError(Trouble.NO_QUEUE)
    if "disabled since" in _said("lpstat", *server, "-p", queue):
        raise PrinterError(Trouble.PAUSED)
    media = f"media=Custom.{size.width_mm:g}x{size.paper_height_mm:g}mm"
    said = _said("lp", *server, "-d", queue, "-t", title, "-o", media, "-o", "print-scaling=none", sent=pdf)
    asked = re.search(r"request id is (\S+)", said)
    if asked is None:
        raise PrinterError(Trouble.PAUSED if "not accepting" in said else Trouble.FAULT)
    job = asked[1]
    began = time.monotonic()
    while _is_listed(job, _said("lpstat", *server, "-W", "not-completed", "-o", queue)):
        waited = time.monotonic() - began
        trouble = _alert(_said("lpstat", *server, "-l", "-p", queue)) if waited > _ALERT_FOR * patience_s else None
        if trouble or waited > patience_s:
            _said("cancel", *server, job)
            raise PrinterError(trouble or Trouble.SLOW)
        time.sleep(_LOOK_EVERY_S)
    ended = _said("lpstat", *server, "-l", "-W", "completed", "-o", queue)
    reasons = re.search(rf"^{re.escape(job)}\s.*?Alerts: (.*?)$", ended, re.MULTILINE | re.DOTALL)
    if reasons and re.search("cancel|abort", reasons[1]):  # what it says of jobs that went well differs
        raise PrinterError(Trouble.FAULT)


def _is_listed(job: str, said: str) -> bool:
    return any(line.split()[:1] == [job] for line in said.splitlines())


def _alert(said: str) -> Trouble | None:
    if "disabled since" in said:
        return Trouble.PAUSED
    alerts = re.search(r"Alerts: (.*)", said)
    return next((trouble for word, trouble in _ALERTS if alerts and word in alerts[1]), None)


def _said(*command: str, sent: bytes = b"") -> str:
    """What a command printed, whether it went well or not."""
    try:
        done = subprocess.run(
            command,
            input=sent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_COMMAND_S,
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            check=False,
        )
    except FileNotFoundError:
        raise PrinterError(Trouble.NO_QUEUE) from None
    except subprocess.TimeoutExpired:
        raise PrinterError(Trouble.SLOW) from None
    said = done.stdout.decode("utf-8", "replace")
    return "" if done.returncode and command[0] == "lpstat" else said
