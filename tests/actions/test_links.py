"""A link works once, for two minutes, for one person."""

from random import Random

import pytest

from kiosk.actions.make_phone_link import make_phone_link
from kiosk.actions.make_screen_link import make_screen_link
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.revoke_device import revoke_device
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.domain.access import Role
from kiosk.domain.link import Link
from kiosk.domain.link import token_hash
from kiosk.domain.refusal import LinkSpent
from kiosk.domain.refusal import NotHere
from kiosk.store import devices
from kiosk.store import links
from kiosk.store.database import Change
from tests.conftest import Clock
from tests.party import Party


def test_the_link_of_a_check_in_signs_that_persons_phone_in(party: Party) -> None:
    arrived = party.walks_in("Ana")
    paired = party.database.write(pair_by_link, arrived.link.token)
    assert paired.device.attendee_id == arrived.arrival.attendee_id
    found = party.database.read(devices.by_token, Role.ATTENDEE, token_hash(paired.token))
    assert found == paired.device


def test_the_six_digits_do_the_same(party: Party) -> None:
    arrived = party.walks_in("Ana")
    assert len(arrived.link.digits) == 6
    assert party.database.write(pair_by_link, arrived.link.digits).device.role is Role.ATTENDEE


def test_a_link_works_once(party: Party) -> None:
    link = party.walks_in("Ana").link
    party.database.write(pair_by_link, link.token)
    for secret in (link.token, link.digits):
        with pytest.raises(LinkSpent):
            party.database.write(pair_by_link, secret)


def test_a_link_is_stale_after_two_minutes(party: Party, clock: Clock) -> None:
    link = party.walks_in("Ana").link
    clock.pass_(seconds=121)
    with pytest.raises(LinkSpent):
        party.database.write(pair_by_link, link.token)


def test_a_newer_link_ends_the_one_before(party: Party) -> None:
    arrived = party.walks_in("Ana")
    newer = party.database.write(make_phone_link, arrived.arrival.attendee_id)
    with pytest.raises(LinkSpent):
        party.database.write(pair_by_link, arrived.link.token)
    party.database.write(pair_by_link, newer.token)


def test_who_is_not_here_gets_no_link(party: Party) -> None:
    arrived = party.walks_in("Ana")
    party.database.write(undo_arrival, arrived.arrival.id)
    with pytest.raises(NotHere):
        party.database.write(make_phone_link, arrived.arrival.attendee_id)


@pytest.mark.parametrize("secret", ["", "0" * 32, "000000"])
def test_a_link_never_made_is_refused_with_the_same_sentence(party: Party, secret: str) -> None:
    party.walks_in("Ana")
    with pytest.raises(LinkSpent):
        party.database.write(pair_by_link, secret)


def test_a_revoked_screen_is_a_stranger(party: Party) -> None:
    link = party.database.write(make_screen_link, Role.DOOR, "Door left")
    paired = party.database.write(pair_by_link, link.token)
    party.database.write(revoke_device, paired.device.id)
    assert party.database.read(devices.by_token, Role.DOOR, token_hash(paired.token)) is None


def test_a_token_of_one_role_is_nothing_in_another(party: Party) -> None:
    paired = party.database.write(pair_by_link, party.walks_in("Ana").link.token)
    for role in (Role.DOOR, Role.PROJECTOR, Role.ORGANIZER):
        assert party.database.read(devices.by_token, role, token_hash(paired.token)) is None


def test_the_six_digits_of_open_links_differ_so_typing_them_means_one_person(
    party: Party, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived = party.walks_in("Ana")

    class Loaded(Random):
        """Draws Ana's digits again before it draws others."""

        draws = iter([int(arrived.link.digits), 424242])

        def randrange(self, *_bounds: int) -> int:  # type: ignore[override]  # draws the same each time
            return next(self.draws)

    def for_ben(change: Change) -> Link:
        change.random = Loaded(5)
        return links.add_new(change, Role.DOOR, "Door left")

    assert party.database.write(for_ben).digits == "424242"
