"""Puts the kiosk together: the only place that wires."""

from flask import Flask
from flask_socketio import SocketIO
from flask_wtf.csrf import CSRFProtect

from kiosk.evening import Evening
from kiosk.files import DIST
from kiosk.files import TEMPLATES
from kiosk.live.announcer import Announcer
from kiosk.live.engine import harden
from kiosk.live.listeners import Listeners
from kiosk.live.painter import Painter
from kiosk.live.sockets import listen
from kiosk.live.timekeeper import keep_looking
from kiosk.printing.queue import PrintQueue
from kiosk.venue.addresses import host_names
from kiosk.venue.secrets import secret_key
from kiosk.web import arrival
from kiosk.web import attendee
from kiosk.web import audit
from kiosk.web import badge
from kiosk.web import badges
from kiosk.web import cut_off
from kiosk.web import door
from kiosk.web import export
from kiosk.web import guest_list
from kiosk.web import keepsake
from kiosk.web import kept
from kiosk.web import link
from kiosk.web import met
from kiosk.web import organizer
from kiosk.web import phone
from kiosk.web import printing
from kiosk.web import profile
from kiosk.web import projector
from kiosk.web import public
from kiosk.web import rehearsal
from kiosk.web import report
from kiosk.web import screens
from kiosk.web import self_service
from kiosk.web import settings
from kiosk.web import state
from kiosk.web import topics
from kiosk.web import welcome
from kiosk.web.answer import number_answers
from kiosk.web.current import device_of
from kiosk.web.current import paired_token
from kiosk.web.doorman import post_doorman
from kiosk.web.errors import tell_errors
from kiosk.web.guard import Guard
from kiosk.web.guard import same_origin
from kiosk.web.headers import add_headers
from kiosk.web.language import readers_language
from kiosk.web.language import speak
from kiosk.web.packing import pack
from kiosk.web.page import dress
from kiosk.web.sighting import hear_requests
from kiosk.web.templates import Templates
from kiosk.web.tries import Tries

MOST_UPLOADED = 11 * 1024 * 1024

SCREENS = (
    public,
    link,
    badge,
    phone,
    state,
    met,
    keepsake,
    kept,
    report,
    profile,
    welcome,
    door,
    arrival,
    cut_off,
    self_service,
    printing,
    projector,
    organizer,
    screens,
    attendee,
    audit,
    guest_list,
    topics,
    settings,
    badges,
    rehearsal,
    export,
)


def create_app(evening: Evening) -> Flask:
    """The web half for this evening. Sockets and clocks are started by `go_live`, where a server runs it."""
    app = Flask(__name__, template_folder=str(TEMPLATES), static_folder=str(DIST), static_url_path="/static")
    app.jinja_environment = Templates
    app.config.update(
        SECRET_KEY=secret_key(evening.folder),
        MAX_CONTENT_LENGTH=MOST_UPLOADED,
        SESSION_COOKIE_NAME="kiosk_form",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        WTF_CSRF_TIME_LIMIT=None,  # a tablet's page stays open all evening
    )
    app.extensions["evening"] = evening
    app.extensions["tries"] = Tries()
    speak(app)
    CSRFProtect(app)
    number_answers(app)
    hear_requests(app)
    post_doorman(app)
    add_headers(app)
    pack(app)
    tell_errors(app)
    for screen in SCREENS:
        app.register_blueprint(screen.bp)
    dress(app, evening)
    return app


def go_live(app: Flask, evening: Evening) -> SocketIO:
    """Open the sockets and start the clock, in the process that serves."""
    socketio = SocketIO(
        app,
        async_mode="gevent",  # never guessed: a stray package would change it
        async_handlers=False,  # a client's events in order, one after the other
        cors_allowed_origins=same_origin,
        cors_credentials=False,
        ping_interval=20,
        ping_timeout=20,
        manage_session=False,
    )
    harden(socketio)
    listeners = Listeners()
    painter = Painter(app, socketio, evening)
    listen(socketio, listeners, painter, device_of, readers_language, evening.sightings, evening.database.clock)
    evening.list_looked_at.unlink(missing_ok=True)  # looked at before a restart and never saved
    announcer = Announcer(listeners, painter)
    evening.database.listen(announcer)
    app.extensions["sockets"] = listeners
    app.wsgi_app = Guard(  # type: ignore[method-assign]  # how Flask says to wrap it
        app.wsgi_app,
        allowed_hosts=lambda: host_names(evening.settings.names, evening.settings.address),
        session_key=lambda environ: paired_token(environ, evening.pairings),
        open_sockets=lambda: list(socketio.server.environ.values()),
    )
    painter.start()
    queue = PrintQueue(evening)
    evening.database.listen(queue)
    queue.start()
    keep_looking(evening, announcer.every_ten_seconds, announcer.every_minute)
    return socketio
