"""The Engine.IO server with bounds: on what a client may send, what may wait for it, and how much of it is logged."""

import base64
import io
import logging
import socket
import time
from collections.abc import Callable
from collections.abc import Iterable
from importlib.metadata import version
from sys import getsizeof
from typing import Any
from urllib.parse import parse_qs

import engineio
import engineio.socket
import gevent
import socketio
from flask_socketio import SocketIO
from werkzeug.wsgi import ClosingIterator

from kiosk.live.packets import LARGEST_MESSAGE
from kiosk.live.packets import readable
from kiosk.live.websocket import PATIENCE_S
from kiosk.live.websocket import WebSocket
from kiosk.live.websocket import shut
from kiosk.live.websocket import socket_of

# Bytes waiting for one client. They may stand twice: in the queue, and in the batch that is being written.
LARGEST_BACKLOG = 1024 * 1024
PACKET_COST = 512  # bytes of a waiting packet besides its text
PACKETS_IN_POST = 16  # engineio decodes no more

log = logging.getLogger(__name__)

# Where the libraries look up what is replaced here: each function, and the name it must still use.
_SEAMS = (
    (engineio.socket.Socket._upgrade_websocket, "_async"),
    (engineio.Server.send, "send_packet"),
    (socketio.Server._send_packet, "send"),
    (socketio.Server._send_eio_packet, "send_packet"),
    (socketio.Server.handle_request, "handle_request"),
)


class Engine(engineio.Server):
    """engineio's server, with bounds."""

    def handle_request(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        """As engineio does, but what is malformed gets a 400 before it is acted on, and an answer must be read."""
        client = socket_of(environ)
        if environ["REQUEST_METHOD"] == "POST":
            body = _body(environ)
            if body is None:
                self._drop(environ)
                return _refuse(start_response)
            environ = {**environ, "wsgi.input": io.BytesIO(body)}
        elif environ.get("HTTP_UPGRADE", "").lower() == "websocket" and not _is_handshake(environ):
            return _refuse(start_response)
        answer = super().handle_request(environ, start_response)
        # The answer is written after this returns, by a server that would wait forever for a client that does not read.
        deadline = gevent.spawn_later(PATIENCE_S, shut, client, socket.SHUT_RDWR)
        return ClosingIterator(answer, deadline.kill)

    def send_packet(self, sid: str, pkt: engineio.packet.Packet) -> None:
        """As engineio does, but a client too far behind is dropped: it comes back and is painted anew."""
        session = self.sockets.get(sid)
        waiting = session.queue.queue if session else ()
        if sum(PACKET_COST + getsizeof(each.data) for each in waiting if each) > LARGEST_BACKLOG:
            session.poll()  # takes out all that waits
            session.close(wait=False, abort=True, reason=self.reason.TRANSPORT_ERROR)
        else:
            super().send_packet(sid, pkt)

    def _drop(self, environ: dict[str, Any]) -> None:
        for sid in parse_qs(environ.get("QUERY_STRING", "")).get("sid", []):
            if session := self.sockets.pop(sid, None):
                session.close(wait=False, abort=True, reason=self.reason.TRANSPORT_ERROR)


class Seldom(logging.Filter):
    """At most one line a second: a hostile client must not fill the disk with our log."""

    _next = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        now = time.monotonic()
        if now < self._next:
            return False
        self._next = now + 1.0
        return True


def harden(live: SocketIO) -> None:
    """Put these bounds on one Flask-SocketIO server, once or again; elsewhere the libraries stay as they are.

    RuntimeError when they no longer have the places this relies on: better no server than an unprotected one.
    """
    server = live.server.eio
    gone = [f"{place.__qualname__}: {name}" for place, name in _SEAMS if name not in place.__code__.co_names]
    known = type(server) in (engineio.Server, Engine) and "websocket" in server._async
    if gone or not known or server.async_mode != "gevent":
        found = f"python-engineio {version('python-engineio')} in mode {server.async_mode}"
        raise RuntimeError(f"{found} cannot be hardened: {gone}")
    # Flask-SocketIO builds the server itself and takes no class for it; the driver's parts are looked up per server.
    server.__class__ = Engine
    server._async = {**server._async, "websocket": WebSocket}
    server.max_http_buffer_size = LARGEST_MESSAGE
    for logger in (server.logger, log, logging.getLogger(WebSocket.__module__)):
        if not any(isinstance(each, Seldom) for each in logger.filters):
            logger.addFilter(Seldom())


def _body(environ: dict[str, Any]) -> bytes | None:
    """The body of a POST, or None when it is too long, too slow, or holds anything that cannot be acted on."""
    length = environ.get("CONTENT_LENGTH", "")
    if not length.isdecimal() or len(length) > 6 or int(length) > LARGEST_MESSAGE:
        return None
    try:
        with gevent.Timeout(PATIENCE_S, TimeoutError("the client does not send")):
            body: bytes = environ["wsgi.input"].read(int(length))
        packets = body.decode().split("\x1e")
    except (OSError, UnicodeDecodeError):
        return None
    # Only websockets are pinged by their client; at a ping in a POST engineio would wait until the client has read all.
    fine = len(packets) <= PACKETS_IN_POST and all(readable(each) and each[0] != "2" for each in packets)
    return body if fine else None


def _is_handshake(environ: dict[str, Any]) -> bool:
    """RFC 6455, section 4.2.1. engineio looks at less, and fails half-way through what does not pass here."""
    options = [option.strip().lower() for option in environ.get("HTTP_CONNECTION", "").split(",")]
    try:
        key = base64.b64decode(environ.get("HTTP_SEC_WEBSOCKET_KEY", ""), validate=True)
    except ValueError:
        return False
    return "upgrade" in options and len(key) == 16 and environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13"


def _refuse(start_response: Callable[..., object]) -> list[bytes]:
    log.warning("Refused a malformed request to the socket.")
    start_response("400 BAD REQUEST", [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "18")])
    return [b"Malformed request."]
