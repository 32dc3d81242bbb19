"""Where phones reach the laptop."""

import ipaddress

from kiosk.venue.addresses import host_names
from kiosk.venue.addresses import join_address
from kiosk.venue.addresses import lan_addresses


def test_the_laptops_addresses_are_ones_others_can_reach() -> None:
    for address in lan_addresses():
        assert not ipaddress.ip_address(address).is_loopback


def test_qr_codes_point_to_the_address_in_digits_unless_one_is_configured() -> None:
    assert join_address("https://mixer.example", 8080) == "https://mixer.example"
    host, _, port = join_address("", 8080).removeprefix("http://").partition(":")
    assert ipaddress.ip_address(host)
    assert port == "8080"
    assert join_address("", 80).count(":") == 1


def test_the_kiosk_answers_to_its_own_names_and_the_configured_ones() -> None:
    names = host_names(["kiosk.local"], "https://mixer.example:8443")
    assert {"kiosk.local", "mixer.example"} <= names
    assert any(name.endswith(".local") for name in names - {"kiosk.local"})
