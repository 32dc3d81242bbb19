"""One websocket under gevent: whole frames or a closed socket, no compression, and a bound on what a peer may cost.

It stands in for simple-websocket 1.1, which under gevent has three faults: it calls `send` where it needs `sendall`, so
a client that reads slowly gets torn frames; it accepts permessage-deflate and inflates without bound (200 KB become
200 MB); and it takes messages in faster than they are worked off, their size looked at when all is in memory.
The frames themselves are wsproto's (RFC 6455).
"""

import errno
import logging
import socket
import struct
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import engineio
import gevent
import gevent.socket
from gevent.lock import BoundedSemaphore
from wsproto.connection import Connection
from wsproto.connection import ConnectionType
from wsproto.events import BytesMessage
from wsproto.events import CloseConnection
from wsproto.events import Event
from wsproto.events import Message
from wsproto.events import Ping
from wsproto.events import TextMessage
from wsproto.frame_protocol import CloseReason
from wsproto.utilities import generate_accept_token

from kiosk.live.packets import LARGEST_MESSAGE
from kiosk.live.packets import readable

PATIENCE_S = 20.0  # how long a client may not read before it is closed
LINGER_S = 1.0  # how long a closed client may take to read why
BREATH_S = 0.02  # between two messages of one client, for all others
PACE = 64 * 1024  # bytes a second taken in from one client; TCP holds the rest back
SOCKET_BUFFER = 128 * 1024  # bytes the kernel keeps for one client each way; left alone it takes megabytes

log = logging.getLogger(__name__)


class WebSocket:
    """A websocket as engineio's drivers shape it: called like a WSGI app, it runs `session` with itself.

    `session` calls `wait`, `send` and `close`. The greenlet that waits also reads from the network, so what is not
    worked off is not taken in.
    """

    def __init__(self, session: Callable[["WebSocket"], object], server: engineio.Server) -> None:
        self._session = session
        self._silence_s = server.ping_interval + server.ping_timeout  # a live client answers a ping within this time
        self._frames = Connection(ConnectionType.SERVER)  # without extensions: a compressed frame is a protocol error
        self._writing = BoundedSemaphore()  # messages of the writer and pongs of the reader must not mix
        self._inbox: deque[str] = deque()
        self._message = bytearray()
        self._open = True

    def __call__(self, environ: dict[str, Any], start_response: object) -> None:
        self._socket = socket_of(environ)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SOCKET_BUFFER)
        self._socket.settimeout(self._silence_s)
        accept = generate_accept_token(environ["HTTP_SEC_WEBSOCKET_KEY"].encode())
        self._socket.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
        )
        try:
            self._session(self)
        finally:
            self._part()
        # Not a return, which engineio would turn into an HTTP response on top of the frames. A reset is what gunicorn
        # and gevent's own server both take for a client that left.
        raise ConnectionResetError(errno.ECONNRESET, "the websocket is over")

    def wait(self) -> str | None:
        """The next message, or None when the websocket is over."""
        gevent.sleep(BREATH_S)
        while self._open and not self._inbox:
            try:
                taken = self._socket.recv(4096)
            except OSError:
                taken = b""
            if not taken:
                self._open = False
                break
            self._frames.receive_data(taken)
            for event in self._frames.events():
                self._take(event)
                if not self._open:
                    break
            gevent.sleep(len(taken) / PACE)  # also lets others run: reading what is already there never does
        return self._inbox.popleft() if self._inbox else None

    def send(self, text: str) -> None:
        """Send one whole frame; OSError when the websocket is over or the client does not read for `PATIENCE_S`."""
        self._write(Message(data=text))

    def close(self, code: int = CloseReason.NORMAL_CLOSURE) -> None:
        """Say goodbye with `code`; nothing is sent after it. Closing twice is no error."""
        with suppress(OSError):
            self._write(CloseConnection(code))
            shut(self._socket, socket.SHUT_WR)

    def _take(self, event: Event) -> None:
        match event:
            case TextMessage() | BytesMessage():
                self._message += event.data.encode() if isinstance(event, TextMessage) else event.data
                if len(self._message) > LARGEST_MESSAGE:
                    self.close(CloseReason.MESSAGE_TOO_BIG)
                elif event.message_finished:
                    message = bytes(self._message)
                    self._message.clear()
                    if isinstance(event, TextMessage) and readable(message.decode()):
                        self._inbox.append(message.decode())
                    else:
                        log.warning("Closed a websocket that sent a malformed packet of %d bytes.", len(message))
                        self.close(CloseReason.POLICY_VIOLATION)
            case Ping():
                with suppress(OSError):
                    self._write(event.response())
            case CloseConnection():  # the client's goodbye, or wsproto's word for a broken frame
                self.close(event.code)

    def _write(self, event: Event) -> None:
        with self._writing:
            if not self._open:
                raise ConnectionResetError(errno.ECONNRESET, "the websocket is over")
            self._open = not isinstance(event, CloseConnection)
            try:
                with gevent.Timeout(PATIENCE_S, TimeoutError("the client does not read")):
                    self._socket.sendall(self._frames.send(event))
            except BaseException:
                # Half a frame may be out; anything after it would be garbage. Zero linger frees what the kernel holds.
                self._open = False
                with suppress(OSError):
                    self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                shut(self._socket, socket.SHUT_RDWR)
                raise

    def _part(self) -> None:
        """Say goodbye and let the client read it: closing with bytes unread would reset, and lose the reason."""
        self.close()
        with suppress(OSError), gevent.Timeout(LINGER_S, False):
            while self._socket.recv(65536):
                gevent.sleep(0)
        shut(self._socket, socket.SHUT_RDWR)


def socket_of(environ: dict[str, Any]) -> gevent.socket.socket:
    """The client's socket: gunicorn names it, gevent's own server keeps it under the request's body."""
    if "gunicorn.socket" in environ:
        return environ["gunicorn.socket"]
    body = environ["wsgi.input"]
    return getattr(body, "rfile", body).raw._sock


def shut(client: gevent.socket.socket, how: int) -> None:
    """Shut a connection down under whoever waits on it: for them the client has left.

    By the system's socket: gevent's own would make them raise EBADF, and its TLS socket ValueError, and both end in the
    log as tracebacks.
    """
    with suppress(OSError):
        client._sock.shutdown(how)
