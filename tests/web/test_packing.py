"""Pages and the front end's files go over the wire packed, to whoever can unpack them."""

import gzip
import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kiosk.files import DIST

PACKED = {"Accept-Encoding": "gzip, deflate"}


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def script() -> str:
    built: dict[str, str] = json.loads((DIST / "manifest.json").read_text())
    return f"/static/{built['phone.js']}"


def test_a_page_is_packed_and_reads_the_same(client: FlaskClient) -> None:
    plain, packed = client.get("/link"), client.get("/link", headers=PACKED)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) == int(packed.headers["Content-Length"]) < len(plain.data) / 2
    assert b"</html>" in gzip.decompress(packed.data)


def test_a_script_is_packed_by_the_build_and_is_still_a_script(client: FlaskClient) -> None:
    plain, packed = client.get(script(), buffered=True), client.get(script(), headers=PACKED, buffered=True)
    assert packed.headers["Content-Type"] == plain.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert client.get(script(), headers={"Accept-Encoding": "gzip;q=0"}, buffered=True).data == plain.data
    for answer in (plain, packed):
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert "immutable" in answer.headers["Cache-Control"]


def test_what_is_small_or_no_page_goes_as_it_is(client: FlaskClient) -> None:
    for path in ("/healthz", "/static/manifest.json"):
        assert "Content-Encoding" not in client.get(path, headers=PACKED, buffered=True).headers
    assert client.get("/static/../secret.key", headers=PACKED).status_code == 404
