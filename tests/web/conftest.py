"""The web half without a server: Flask's own test client on a real database."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kiosk.actions.make_screen_link import make_screen_link
from kiosk.actions.pair_device import Paired
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.pair_device import pair_organizer
from kiosk.app import create_app
from kiosk.domain.access import Role
from kiosk.evening import Evening
from kiosk.settings import Settings
from kiosk.store.database import Database
from kiosk.venue.secrets import ensure_passphrase
from kiosk.web.current import cookie_name
from tests.party import Party

PASSPHRASE = "bees-and-boats"
PIN = "2468"


@pytest.fixture
def evening(tmp_path: Path, database: Database) -> Evening:
    ensure_passphrase(tmp_path, PASSPHRASE)
    return Evening(tmp_path, Settings(name="Spring mixer", timezone="Europe/Berlin"), database, 8080)


@pytest.fixture
def app(evening: Evening) -> Flask:
    app = create_app(evening)
    app.config["WTF_CSRF_ENABLED"] = False  # tests/web/test_forms.py turns it on
    return app


def holding(app: Flask, paired: Paired) -> FlaskClient:
    """A browser with the cookie of a paired device."""
    client = app.test_client()
    client.set_cookie(cookie_name(paired.device.role), paired.token)
    return client


Screens = Callable[[Role], FlaskClient]


@pytest.fixture
def screen(app: Flask, party: Party) -> Screens:
    """`screen(Role.DOOR)` is a browser of that role; an attendee's is the phone of somebody called Ana."""

    def open_screen(role: Role) -> FlaskClient:
        if role is Role.STRANGER:
            return app.test_client()
        if role is Role.ORGANIZER:
            return holding(app, party.database.write(pair_organizer, "test"))
        if role is Role.ATTENDEE:
            return holding(app, party.database.write(pair_by_link, party.walks_in("Ana García").link.token))
        link = party.database.write(make_screen_link, role, f"{role.value} left", PIN)
        return holding(app, party.database.write(pair_by_link, link.token))

    return open_screen
