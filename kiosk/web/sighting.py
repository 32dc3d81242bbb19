"""Whom the kiosk hears, with each request."""

from flask import Flask
from flask import request

from kiosk.domain.access import Role
from kiosk.venue.addresses import lan_addresses
from kiosk.web.current import device_of
from kiosk.web.current import evening


def hear_requests(app: Flask) -> None:
    """Note the devices of every request, before the doorman looks at it."""
    app.before_request(_hear)


def _hear() -> None:
    if request.endpoint == "static":
        return
    sightings, now = evening().sightings, evening().database.clock()
    devices = [device for role in Role if (device := device_of(role))]
    for device in devices:
        sightings.heard(device.id, now)
    if not sightings.guest_reached and all(device.role is Role.ATTENDEE for device in devices):
        sightings.guest_reached = request.remote_addr not in {"127.0.0.1", "::1", *lan_addresses()}
