"""Who is paired is asked of memory, and is never older than the last commit."""

from kiosk.actions.make_screen_link import make_screen_link
from kiosk.actions.pair_device import pair_by_link
from kiosk.actions.revoke_device import revoke_device
from kiosk.actions.undo_arrival import undo_arrival
from kiosk.domain.access import Role
from kiosk.domain.link import token_hash
from kiosk.store.pairings import Pairings
from tests.party import Party


def test_a_screen_is_known_until_it_is_revoked(party: Party) -> None:
    pairings = Pairings(party.database)
    door = party.database.write(pair_by_link, party.database.write(make_screen_link, Role.DOOR, "Door").token)
    for _ in range(2):
        assert pairings.by_token(Role.DOOR, token_hash(door.token)) == door.device
    assert pairings.by_token(Role.PROJECTOR, token_hash(door.token)) is None
    party.database.write(revoke_device, door.device.id)
    assert pairings.by_token(Role.DOOR, token_hash(door.token)) is None


def test_a_phone_linked_to_the_wrong_row_is_signed_out_by_the_undo(party: Party) -> None:
    pairings = Pairings(party.database)
    ana = party.walks_in("Ana")
    phone = party.database.write(pair_by_link, ana.link.token)
    assert pairings.by_token(Role.ATTENDEE, token_hash(phone.token)) == phone.device
    party.database.write(undo_arrival, ana.arrival.id)
    assert pairings.by_token(Role.ATTENDEE, token_hash(phone.token)) is None
