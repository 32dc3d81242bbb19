"""What the Engine.IO server lets in, and that it is not left without its bounds."""

import json

import pytest
import socketio
from flask import Flask
from flask_socketio import SocketIO
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kiosk.live.engine import harden
from kiosk.live.packets import readable

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
events = st.builds(lambda name, words: [name, *words], st.sampled_from(["say", "connect", "", "é"]), st.lists(values))
marks = st.sampled_from(["0", "1", "2", "3", "5", "6", "9", "-", "/", "/x,", "?", "b", "²", "٣"])
prefixes = st.sampled_from(["0", "1", "2", "27", "30"]) | st.lists(marks, max_size=4).map("".join)
packets = st.builds(str.__add__, prefixes, (events | values).map(json.dumps) | st.text(max_size=20))


@settings(max_examples=500, deadline=None)
@given(said=st.lists(packets.map("4{}".format), max_size=4))
def test_whatever_is_readable_is_acted_on_without_an_error(said: list[str]) -> None:
    server = socketio.Server(async_mode="threading", async_handlers=False)
    server.on("say", lambda sid, *words: words)
    server.on("connect", lambda sid, environ, auth=None: None)
    server.on("disconnect", lambda sid, reason: None)
    server.eio.handlers["connect"]("ana", {})
    for packet in filter(readable, ["40", *said, '42["say"]']):
        server.eio.handlers["message"]("ana", packet[1:])


@pytest.mark.parametrize(
    "packet", ["1", "2probe", "3", "5", "40", '40{"screen":"phone"}', "41", '42["say",1]', "430[]"]
)
def test_what_the_kiosks_own_pages_say_is_readable(packet: str) -> None:
    assert readable(packet)


def test_hardening_twice_is_hardening_once() -> None:
    live = SocketIO(Flask("twice"), async_mode="gevent")
    harden(live)
    once = live.server.eio.__class__, live.server.eio._async, list(live.server.eio.logger.filters)
    harden(live)
    assert (live.server.eio.__class__, live.server.eio._async, live.server.eio.logger.filters) == once


def test_another_server_in_the_same_process_stays_as_it_is() -> None:
    hardened, other = (SocketIO(Flask("either"), async_mode="gevent") for _ in range(2))
    harden(hardened)
    assert hardened.server.eio._async["websocket"] is not other.server.eio._async["websocket"]


def test_a_server_that_cannot_be_hardened_does_not_start() -> None:
    with pytest.raises(RuntimeError, match="threading cannot be hardened"):
        harden(SocketIO(Flask("threads"), async_mode="threading"))


def test_a_library_that_looks_elsewhere_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    # What a new engineio may do: it no longer asks its driver for the websocket class.
    monkeypatch.setattr(
        "engineio.socket.Socket._upgrade_websocket.__code__", (lambda self, environ, start: None).__code__
    )
    with pytest.raises(RuntimeError, match="_upgrade_websocket: _async"):
        harden(SocketIO(Flask("new"), async_mode="gevent"))
