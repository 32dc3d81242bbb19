"""Whatever a form holds, the answer is a page or a sentence: never a 500, never a traceback."""

import logging

import pytest
from flask import Flask
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kiosk.domain.access import Role
from tests.web.conftest import Screens

FIELDS = (
    *("name", "text", "kind", "topic", "mood", "answer", "agree", "purpose", "email", "phone", "code", "digits"),
    *("token", "attendee_id", "request_key", "role", "language", "page", "shown", "seal"),
)
NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        (
            *("interest", "offer", "ask", "free", "door", "phone.show", "%s%(x)s", "{{7*7}}", "' OR 1=1 --", "\x00"),
            *("=1+1", "../../etc/passwd", "<script>alert(1)</script>", "\u202e\u0000\ud7ff", "9" * 400, "a" * 5000),
        )
    ),
)


@pytest.mark.parametrize("role", [Role.STRANGER, Role.ATTENDEE, Role.DOOR, Role.ORGANIZER])
def test_no_form_and_no_address_brings_the_kiosk_down(
    app: Flask, screen: Screens, role: Role, caplog: pytest.LogCaptureFixture
) -> None:
    client = screen(role)
    asking_for_the_passphrase = ("organizer.sign_in", "export.download", "export.erase")
    rules = [
        rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in ("static", "phone.unlink", "organizer.sign_out", *asking_for_the_passphrase)
    ]
    adapter = app.url_map.bind("localhost")

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(rule=st.sampled_from(rules), part=NASTY, fields=st.dictionaries(st.sampled_from(FIELDS), NASTY, max_size=5))
    def send(rule, part: str, fields: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
        path = adapter.build(rule.endpoint, {name: part.replace("/", "") or "x" for name in rule.arguments})
        method = "POST" if "POST" in rule.methods else "GET"
        response = client.open(path, method=method, data=fields if method == "POST" else None, query_string=fields)
        assert response.status_code < 500, f"{method} {path} {fields}: {response.status_code}"
        if response.mimetype.startswith("text/"):
            assert "<script>alert" not in response.text

    with caplog.at_level(logging.ERROR):
        send()
    assert "Traceback" not in caplog.text
