"""The socket under the server the kiosk runs under, with clients that are slow, hostile or broken."""

import json
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from contextlib import suppress
from pathlib import Path
from socket import SO_ERROR
from socket import SOL_SOCKET

import pytest

from tests.live.echo_app import Served
from tests.live.echo_app import serving
from tests.live.raw_client import BINARY
from tests.live.raw_client import CLOSE
from tests.live.raw_client import PING
from tests.live.raw_client import PONG
from tests.live.raw_client import TEXT
from tests.live.raw_client import RawWebSocket
from tests.live.raw_client import frame
from tests.live.raw_client import get
from tests.live.raw_client import open_polling
from tests.live.raw_client import post
from tests.serving import until

FIVE_MB = 5 * 1024 * 1024


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("server") / "log") as running:
        yield running


def flooded(server: Served, count: int, size: int, pause_s: float) -> RawWebSocket:
    """A connected client that has asked for `count` events of `size` letters."""
    client = RawWebSocket(server.port)
    client.join()
    client.send(frame(f'42["flood",{count},{size},{pause_s}]'))
    return client


def open_to(server: Served) -> list[tuple[str, int]]:
    """The addresses of the clients that the server has a connection with."""
    return [(each.raddr.ip, each.raddr.port) for each in server.worker.net_connections() if each.raddr]


def blobs(client: RawWebSocket, size: int, *, until_done: bool = False) -> int:
    """How many of these events come whole and in order, until all are there or the connection is closed."""
    count = 0
    for opcode, payload in client.frames():
        if opcode == TEXT and payload.startswith(b"42"):
            event = json.loads(payload[2:])
            if event[0] == "done" and until_done:
                break
            if event[0] == "blob":
                assert event[1] == f"{count:06d}" + "x" * size
                count += 1
    return count


@pytest.mark.parametrize(("count", "size", "pause_s"), [(2000, 2000, 0), (20, 300_000, 0.02)])
def test_a_client_that_reads_gets_every_frame(server: Served, count: int, size: int, pause_s: float) -> None:
    with flooded(server, count, size, pause_s) as client:
        assert blobs(client, size, until_done=True) == count


def test_a_client_asleep_for_four_seconds_gets_whole_frames_or_a_closed_socket(server: Served) -> None:
    may_wait = [(400, 2000), (3, 300_000)]
    too_much = [(2000, 2000), (20, 300_000)]
    before = server.flooded
    with ExitStack() as stack:
        clients = {case: stack.enter_context(flooded(server, *case, 0)) for case in may_wait + too_much}
        time.sleep(4)
        until(lambda: server.flooded == before + len(clients))
        for count, size in may_wait:
            assert blobs(clients[count, size], size, until_done=True) == count
        for count, size in too_much:
            assert 0 < blobs(clients[count, size], size) < count


@pytest.fixture(scope="module", autouse=True)
def never_reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int, float]]:
    """A client that never reads, its server, and memory and time before. Its twenty seconds pass while others run."""
    with serving(tmp_path_factory.mktemp("never_reading") / "log") as running:
        with flooded(running, 40, 20_000, 0.001) as warm:  # what the first socket allocates stays
            assert blobs(warm, 20_000, until_done=True) == 40
        before, began = running.memory(), time.monotonic()
        with flooded(running, 20, 100_000, 0.1) as client:
            assert client.client.getsockname() in open_to(running)
            yield running, before, began


def test_a_client_that_never_reads_is_closed_after_twenty_seconds_and_its_memory_freed(
    never_reading: tuple[Served, int, float],
) -> None:
    running, before, began = never_reading
    until(lambda: open_to(running) == [], patience_s=max(0.1, began + 23 - time.monotonic()))
    assert time.monotonic() - began > 20, "until then it might have read on"
    assert running.peak() - before < FIVE_MB
    until(lambda: running.memory() - before < FIVE_MB / 2, patience_s=3)


def test_a_compressed_frame_is_refused_without_inflating_it(server: Served) -> None:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    megabyte = bytes(1_000_000)
    bomb = b"".join([deflate.compress(megabyte) for _ in range(200)]) + deflate.flush(zlib.Z_SYNC_FLUSH)
    assert 190_000 < len(bomb) < 210_000
    before = server.memory()
    with RawWebSocket(server.port, more="Sec-WebSocket-Extensions: permessage-deflate\r\n") as client:
        assert b"extensions" not in client.head.lower()
        client.send(frame(bomb[:-4], compressed=True))
        assert client.closed_with() == 1002
    assert server.peak() - before < FIVE_MB


@pytest.mark.parametrize("opcode", [TEXT, BINARY])
def test_a_message_over_64_kib_closes_the_socket_before_it_is_in_memory(server: Served, opcode: int) -> None:
    before = server.memory()
    with RawWebSocket(server.port) as client:
        client.send(frame(b"4" * 20_000_000, opcode))
        assert client.closed_with() == 1009
    assert server.peak() - before < FIVE_MB


def test_a_message_over_64_kib_in_fragments_closes_the_socket(server: Served) -> None:
    with RawWebSocket(server.port) as client:
        client.send(frame("4", final=False), *[frame("é" * 20, 0, final=False)] * 2000)
        assert client.closed_with() == 1009
        time.sleep(0.2)
        assert client.client.getsockopt(SOL_SOCKET, SO_ERROR) == 0, "not a reset, which may overtake the reason"


def test_a_message_of_almost_64_kib_in_fragments_is_heard(server: Served) -> None:
    message = '42["say","' + "é" * 32_000 + '"]'
    with RawWebSocket(server.port) as client:
        client.join()
        client.send(frame(message[:9000], final=False), frame("", PING), frame(message[9000:], 0))
        frames = client.frames()
        assert next(frames) == (PONG, b"")
        assert json.loads(next(frames)[1][2:]) == ["said", "é" * 32_000]


def test_a_client_is_heard_at_most_fifty_times_a_second(server: Served) -> None:
    with RawWebSocket(server.port) as client:
        client.join()
        began = time.monotonic()
        client.send(frame('42["say",1]') * 50, frame('42["say","last"]'))
        assert (TEXT, b'42["said","last"]') in client.frames()
        assert time.monotonic() - began > 0.99


@pytest.mark.parametrize("unit", [frame('42["unheard","' + "x" * 1000 + '"]') * 100, frame("", PONG) * 10_000])
def test_a_client_that_floods_neither_stops_the_server_nor_fills_it(server: Served, unit: bytes) -> None:
    flood = unit * 20
    before = server.memory()
    waits = []
    with RawWebSocket(server.port) as client:
        client.join()
        client.client.settimeout(0.1)
        for _ in range(10):
            with suppress(TimeoutError):  # the server does not take it all
                client.client.sendall(flood)
            began = time.monotonic()
            assert get(server.port, "/seen")[0] == 200
            waits.append(time.monotonic() - began)
    assert sorted(waits)[5] < 0.5
    assert server.peak() - before < FIVE_MB


MALFORMED = {
    "no packet": b"",
    "no type": b"hello",
    "an unknown type": b"49",
    "bad UTF-8": b"4\xff\xfe",
    "20,000 nested lists": b"42" + b"[" * 20_000,
    "cut JSON": b'42["say",',
    "an endless number": b"42[" + b"9" * 5000 + b"]",
    "a message that is an object": b'4{"a":1}',
    "an event without a name": b"42[]",
    "an event with a number for a name": b"42[7]",
    "an event with a list for a name": b'42[["say"]]',
    "an event that would run the kiosk's disconnect": b'42["disconnect"]',
    "a binary event": b'451-["say",{"_placeholder":true,"num":9}]',
    "an attachment": b"bAAAA",
    "an acknowledgement of nothing": b"43[]",
    "a JSONP form": b"d=",
}
MALFORMED_POSTS = MALFORMED | {"40 packets": b"\x1e".join([b"3"] * 40), "a client's ping": b"2"}


@pytest.mark.parametrize("body", MALFORMED_POSTS.values(), ids=MALFORMED_POSTS.keys())
def test_a_malformed_post_gets_a_400_and_leaves_no_traceback(server: Served, body: bytes) -> None:
    sid = open_polling(server.port)
    assert post(server.port, sid, b"40")[0] == 200
    assert post(server.port, sid, body) == (400, b"Malformed request.")
    assert post(server.port, sid, b"40")[0] == 400, "the socket is closed"
    assert "Traceback" not in server.log


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_message_closes_the_websocket_and_leaves_no_traceback(server: Served, body: bytes) -> None:
    with RawWebSocket(server.port) as client:
        client.join()
        client.send(frame(body))
        assert client.closed_with() in (1007, 1008)
    assert "Traceback" not in server.log


@pytest.mark.parametrize("frames", [b"\x81\x05hello", b"\xff\xff\xff\xff", b"\x89\xfe\x00\xff", frame(b"\x00", CLOSE)])
def test_a_broken_frame_closes_the_websocket_and_leaves_no_traceback(server: Served, frames: bytes) -> None:
    with RawWebSocket(server.port) as client:
        client.join()
        client.send(frames)
        assert client.closed_with() == 1002
    assert "Traceback" not in server.log


@pytest.mark.parametrize(
    "headers",
    [
        "Connection: close\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\n",
        "Connection: Upgrade\nSec-WebSocket-Version: 8\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\n",
        "Connection: Upgrade\nSec-WebSocket-Version: 13\n",
        "Connection: Upgrade\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: ü\n",
    ],
)
def test_a_malformed_handshake_gets_a_400_and_leaves_no_traceback(server: Served, headers: str) -> None:
    answer = get(server.port, "/socket.io/?EIO=4&transport=websocket", more="Upgrade: websocket\n" + headers)
    assert answer == (400, b"Malformed request.")
    assert "Traceback" not in server.log


def test_what_is_refused_writes_one_line_a_second(tmp_path: Path) -> None:
    with serving(tmp_path / "log") as running:
        began = time.monotonic()
        for _ in range(30):
            post(running.port, "nobody", b"nonsense")
        assert 1 <= running.log.count("Refused a malformed request") <= 1 + time.monotonic() - began


def test_polling_becomes_a_websocket_and_goes_on(server: Served) -> None:
    sid = open_polling(server.port)
    assert post(server.port, sid, b"40")[0] == 200
    with RawWebSocket(server.port, sid=sid) as client:
        client.send(frame("2probe"))
        assert next(client.frames()) == (TEXT, b"3probe")
        client.send(frame("5"), frame('42["say","hello"]'))
        assert (TEXT, b'42["said","hello"]') in client.frames()


def test_gevents_own_server_keeps_the_same_promises(tmp_path: Path) -> None:
    with serving(tmp_path / "log", server="pywsgi") as running, flooded(running, 20, 300_000, 0.001) as asleep:
        with RawWebSocket(running.port) as client:
            client.send(frame(b"4" * 100_000))
            assert client.closed_with() == 1009
        for body in MALFORMED_POSTS.values():
            assert post(running.port, open_polling(running.port), body)[0] == 400
        until(lambda: running.flooded == 1)
        assert 0 < blobs(asleep, 300_000) < 20
        assert "Traceback" not in running.log
