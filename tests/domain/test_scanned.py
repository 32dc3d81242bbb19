"""What is read at the door: badges of ours, tickets in the spellings their makers use, anything else."""

import pytest

from kiosk.domain.scanned import read_scanned
from kiosk.domain.scanned import ticket_event
from kiosk.domain.scanned import ticket_key


@pytest.mark.parametrize(
    ("text", "is_badge"),
    [
        ("HTTP://192.168.1.10:8080/B/7K3MQ2XW", True),
        (" http://mixer.example/b/7k3mq2xw/ ", True),
        ("/b/7K3M-Q2XW", True),
        ("7k3m q2xw", False),
    ],
)
def test_a_badge_is_read_from_its_address_or_its_code(text: str, is_badge: bool) -> None:
    scanned = read_scanned(text)
    assert (scanned.badge_code, scanned.is_badge) == ("7K3MQ2XW", is_badge)


@pytest.mark.parametrize(
    ("on_the_list", "on_the_phone"),
    [
        ("https://lu.ma/check-in/evt-Ab1?pk=g-Xy2", "https://luma.com/check-in/evt-Ab1?pk=g-Xy2"),
        ("g-Xy2", "https://luma.com/check-in/evt-Ab1?utm=x&pk=g-Xy2"),
        ("https://pretix.example/t/SECRET9", "secret9"),
        ("123456789", "12345678900112233001"),
        ("12345678900112233001", "12345678900112233001"),
    ],
)
def test_a_ticket_is_the_one_on_the_list_however_each_spells_it(on_the_list: str, on_the_phone: str) -> None:
    assert ticket_key(on_the_list) in read_scanned(on_the_phone).ticket_keys


@pytest.mark.parametrize("other", ["g-Xy3", "https://lu.ma/check-in/evt-Ab1?pk=g-Xy", "1234567890", "", "https://x"])
def test_another_ticket_is_another_one(other: str) -> None:
    assert ticket_key(other) not in read_scanned("https://lu.ma/check-in/evt-Ab1?pk=g-Xy2").ticket_keys


def test_a_ticket_that_is_an_address_tells_its_event() -> None:
    assert read_scanned("https://lu.ma/check-in/evt-Ab1?pk=g-Xy2").event == "evt-ab1"
    assert ticket_event("https://example.org/evening") == ""
