"""The gate, in front of a real application: in process for what it says, under gunicorn for what a server adds."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from flask import Flask
from flask import request
from werkzeug.test import Client
from werkzeug.test import TestResponse

from kiosk.web.guard import OPENINGS_A_MINUTE
from kiosk.web.guard import REQUESTS_EACH
from kiosk.web.guard import SESSION_KEY
from kiosk.web.guard import SOCKETS_EACH
from kiosk.web.guard import Guard
from kiosk.web.guard import same_origin
from tests.live.echo_app import Served
from tests.live.echo_app import serving
from tests.live.raw_client import RawWebSocket
from tests.live.raw_client import frame
from tests.live.raw_client import get
from tests.live.raw_client import http
from tests.live.raw_client import open_polling
from tests.live.raw_client import post
from tests.serving import until

HANDSHAKE = "/socket.io/?EIO=4&transport=polling"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("guard") / "log") as running:
        yield running


@pytest.fixture
def guarded() -> Client:
    """A client of an app that tells what reaches it, whoever has a cookie `who`."""
    app = Flask("guarded")

    @app.route("/", defaults={"path": ""}, methods=["GET", "POST"])
    @app.route("/<path:path>", methods=["GET", "POST"])
    def tell(path: str) -> dict[str, Any]:
        return {"url": request.url, "headers": dict(request.headers)}

    def session_key(environ: dict[str, Any]) -> str | None:
        return environ.get("HTTP_COOKIE", "").partition("who=")[2] or None

    return Client(Guard(app, lambda: {"Kiosk.example"}, session_key, list), use_cookies=False)


def ask(client: Client, path: str = "/", method: str = "GET", **environ: str) -> TestResponse:
    return client.open(path, method=method, environ_overrides={"HTTP_HOST": "192.168.1.10:8080", **environ})


@pytest.mark.parametrize(
    "host",
    [
        "192.168.1.10",
        "192.168.1.10:8080",
        "127.0.0.1:8080",
        "[::1]:8080",
        "[fe80::1ff:fe23:4567:890a]",
        "localhost",
        "LOCALHOST:8080",
        "kiosk.example",
        "KIOSK.example:80",
    ],
)
def test_addresses_and_configured_names_are_answered(guarded: Client, host: str) -> None:
    assert ask(guarded, HTTP_HOST=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "kiosk.example.evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.1",
        "2130706433",
        "0x7f000001",
        "::1",
        "[evil.example]",
        "[::1%25eth0]",
        "kiosk.example,evil.example",
        "kiosk.example evil.example",
        "ana@kiosk.example",
        "kiosk.example/evil",
        "kiosk.example:80:80",
        "kiosk.example:port",
        "kiosk.example:",
        "kiosk.example\n",
        "kiosk․example",
        "",
    ],
)
def test_any_other_host_is_refused_in_one_plain_sentence(guarded: Client, host: str) -> None:
    answer = ask(guarded, HTTP_HOST=host)
    assert answer.status_code == 400
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.text == "This kiosk does not answer to that address."


def test_names_are_asked_for_anew_since_addresses_change() -> None:
    names: set[str] = set()
    client = Client(Guard(Flask("empty"), lambda: names, lambda environ: None, list))
    assert ask(client, HTTP_HOST="later.example").status_code == 400
    names.add("later.example")
    assert ask(client, HTTP_HOST="later.example").status_code == 404


def test_what_a_client_says_about_forwarding_is_dropped(guarded: Client) -> None:
    told = ask(
        guarded,
        HTTP_X_FORWARDED_HOST="evil.example",
        HTTP_X_FORWARDED_PROTO="https",
        HTTP_X_FORWARDED_FOR="10.0.0.1",
        HTTP_X_FORWARDED_PREFIX="/evil",
        HTTP_FORWARDED="host=evil.example",
        HTTP_X_FORWARD_TO="stays",
    ).json
    assert told["url"] == "http://192.168.1.10:8080/"
    assert [name for name in told["headers"] if "orward" in name] == ["X-Forward-To"]


@pytest.mark.parametrize("path", ["/socket.io/", "/socket.io", "/SOCKET.IO/", "/socket.io/?sid=x", "/socket.io/x"])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "PUT"])
def test_no_socket_without_a_session(guarded: Client, path: str, method: str) -> None:
    answer = ask(guarded, path, method)
    assert (answer.status_code, answer.text) == (401, "Open the kiosk's page first.")
    assert answer.content_type == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("length", "status"),
    [("65536", 200), ("65537", 413), ("9" * 5000, 413), ("", 411), ("-1", 411), ("²", 411), ("1e3", 411)],
)
def test_a_post_to_the_socket_has_a_length_and_is_not_too_long(guarded: Client, length: str, status: int) -> None:
    answer = ask(guarded, "/socket.io/", "POST", HTTP_COOKIE="who=ana", CONTENT_LENGTH=length)
    assert answer.status_code == status


def test_the_key_of_a_session_is_ours_to_set() -> None:
    seen: list[object] = []

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.append(environ[SESSION_KEY])
        start_response("200 OK", [])
        return []

    client = Client(Guard(app, (), lambda environ: "ana", list))
    ask(client, "/socket.io/", HTTP_KIOSK_SESSION="ben")
    assert seen == ["ana"]


@pytest.mark.parametrize(
    ("origin", "host", "scheme", "ours"),
    [
        ("http://192.168.1.10:8080", "192.168.1.10:8080", "http", True),
        ("http://kiosk.example", "KIOSK.example", "http", True),
        ("https://kiosk.example", "kiosk.example", "https", True),
        ("https://kiosk.example", "kiosk.example", "http", False),
        ("http://192.168.1.10:8081", "192.168.1.10:8080", "http", False),
        ("http://evil.example", "192.168.1.10:8080", "http", False),
        ("null", "192.168.1.10:8080", "http", False),
        ("", "192.168.1.10:8080", "http", False),
        (None, "192.168.1.10:8080", "http", False),
    ],
)
def test_same_origin_is_same_scheme_host_and_port(origin: str | None, host: str, scheme: str, ours: bool) -> None:
    assert same_origin(origin, {"HTTP_HOST": host, "wsgi.url_scheme": scheme}) is ours


def test_under_gunicorn_an_unknown_missing_or_second_host_is_refused(server: Served) -> None:
    for hosts in ("Host: evil.example\n", "", "Host: 127.0.0.1\nHost: evil.example\n"):
        assert http(server.port, f"GET /seen HTTP/1.1\n{hosts}")[0] == 400
        assert http(server.port, f"GET {HANDSHAKE} HTTP/1.1\n{hosts}Cookie: who=ana\n")[0] == 400
    assert get(server.port, "/seen", host="kiosk.example")[0] == 200


def test_under_gunicorn_forwarding_is_dropped_before_the_origin_is_looked_at(server: Served) -> None:
    forwarded = "X-Forwarded-Host: evil.example\nX-Forwarded-For: 1.2.3.4\n"
    assert b"evil" not in get(server.port, "/seen", more=forwarded)[1]
    assert get(server.port, HANDSHAKE, who="bo", more="Origin: http://127.0.0.1\n")[0] == 200
    status, answer = get(server.port, HANDSHAKE, who="bo", more="Origin: http://evil.example\n" + forwarded)
    assert (status, answer) == (400, b'"Not an accepted origin."')


def test_under_gunicorn_a_stranger_gets_no_handshake(server: Served) -> None:
    assert get(server.port, HANDSHAKE, who=None) == (401, b"Open the kiosk's page first.")
    sid = open_polling(server.port, who="cleo")
    assert get(server.port, f"{HANDSHAKE}&sid={sid}", who=None)[0] == 401
    with pytest.raises(ConnectionRefusedError, match="401 Unauthorized"):
        RawWebSocket(server.port, who="")


def test_a_session_opens_six_sockets_and_gets_a_place_back_for_each_it_closes(server: Served) -> None:
    with ExitStack() as stack:
        for _ in range(SOCKETS_EACH - 1):
            stack.enter_context(RawWebSocket(server.port, who="dora"))
        sid = open_polling(server.port, who="dora")
        assert get(server.port, HANDSHAKE, who="dora")[0] == 429
        assert get(server.port, HANDSHAKE, who="emil")[0] == 200, "another session has places of its own"
        assert post(server.port, sid, b"1", who="dora") == (200, b"OK")
        assert get(server.port, HANDSHAKE, who="dora")[0] == 200


def test_a_session_opens_sixty_sockets_a_minute_and_no_more(server: Served) -> None:
    for _ in range(OPENINGS_A_MINUTE):
        with RawWebSocket(server.port, who="ida") as client:
            client.send(frame("1"))
            assert client.closed_with() == 1000
    assert get(server.port, HANDSHAKE, who="ida")[0] == 429
    assert get(server.port, HANDSHAKE, who="jon")[0] == 200


def test_a_session_holds_no_more_requests_than_its_sockets_need(server: Served) -> None:
    sid = open_polling(server.port, who="fay")
    with ExitStack() as stack:
        for _ in range(REQUESTS_EACH):
            stack.enter_context(RawWebSocket(server.port, who="fay", sid=sid))
        assert get(server.port, f"{HANDSHAKE}&sid={sid}", who="fay")[0] == 429
    until(lambda: post(server.port, sid, b"1", who="fay")[0] == 200)  # their places are free again


def test_a_post_over_64_kib_is_refused_unread(server: Served) -> None:
    sid = open_polling(server.port, who="gus")
    before = server.memory()
    assert post(server.port, sid, b"4" * 30_000_000, who="gus") == (413, b"This is too long.")
    assert server.peak() - before < 5 * 1024 * 1024
    chunked = f"POST {HANDSHAKE}&sid={sid} HTTP/1.1\nHost: 127.0.0.1\nCookie: who=gus\nTransfer-Encoding: chunked\n"
    assert http(server.port, chunked, b"2\r\n40\r\n0\r\n\r\n")[0] == 411


def test_no_answer_of_the_socket_carries_a_traceback(server: Served) -> None:
    sid = open_polling(server.port, who="hal")
    for path in ("&sid=" + sid + "&j=x", "&sid=nobody", "&transport=carrier", "&EIO=3", "&sid=%00%0a", "&j=0"):
        for method in ("GET", "POST", "PUT", "OPTIONS"):
            request = f"{method} /socket.io/?{path} HTTP/1.1\nHost: 127.0.0.1\nCookie: who=hal\nContent-Length: 0\n"
            status, answer = http(server.port, request)
            assert status < 500
            assert b"Traceback" not in answer
    assert "Traceback" not in server.log
