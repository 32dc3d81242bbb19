"""Contact details pass when both want it, and only as long."""

from itertools import product

import pytest

from kiosk.actions.meet import meet_by_badge
from kiosk.actions.set_contact import set_contact
from kiosk.actions.share_contact import share_contact
from kiosk.domain.fact import ContactShared
from kiosk.domain.fact import Fact
from kiosk.domain.fact import KeptToOneself
from kiosk.domain.meeting import Contact
from kiosk.domain.refusal import EnoughOffers
from kiosk.domain.refusal import NotAnAddress
from kiosk.domain.refusal import NothingToShare
from kiosk.domain.refusal import OffersTooFast
from kiosk.domain.refusal import UnknownMeeting
from tests.conftest import Clock
from tests.party import Party

BOTH = (Contact.EMAIL, Contact.PHONE)


@pytest.fixture
def ana(party: Party) -> str:
    who = party.arrives("Ana")
    party.database.write(set_contact, who, "ana@example.org", "")
    return who


@pytest.fixture
def ben(party: Party) -> str:
    who = party.arrives("Ben")
    party.database.write(set_contact, who, "ben@example.org", "+1 555 0101")
    return who


@pytest.fixture
def meeting(party: Party, ana: str, ben: str) -> str:
    return party.scans(ana, ben).id


def seen_by(party: Party, who: str) -> tuple[str, str]:
    [met] = party.phone(who).met
    return met.email, met.phone


def test_one_yes_passes_nothing_and_is_told_to_nobody_else(
    party: Party, ana: str, ben: str, meeting: str, told: list[Fact]
) -> None:
    before = party.phone(ben)
    party.database.write(share_contact, meeting, ana, BOTH)
    assert seen_by(party, ana) == seen_by(party, ben) == ("", "")
    assert party.phone(ben) == before
    assert told == [KeptToOneself(ana)]


def test_two_yeses_pass_both_and_are_told_to_both(
    party: Party, ana: str, ben: str, meeting: str, told: list[Fact]
) -> None:
    party.database.write(share_contact, meeting, ana, BOTH)
    party.database.write(share_contact, meeting, ben, BOTH)
    assert seen_by(party, ana) == ("ben@example.org", "+1 555 0101")
    assert seen_by(party, ben) == ("ana@example.org", "")
    assert told[-1] == ContactShared((ben, ana))


def test_taken_back_it_is_gone_for_both(party: Party, ana: str, ben: str, meeting: str) -> None:
    for who in (ana, ben):
        party.database.write(share_contact, meeting, who, BOTH)
    party.database.write(share_contact, meeting, ben, ())
    assert seen_by(party, ana) == seen_by(party, ben) == ("", "")


def test_in_whatever_order_they_offer_and_take_back_details_pass_while_both_offer(
    party: Party, ana: str, ben: str, meeting: str
) -> None:
    for order in product((ana, ben), repeat=5):
        offering: set[str] = set()
        for who in order:
            offering ^= {who}
            party.database.write(share_contact, meeting, who, BOTH if who in offering else ())
            passes = len(offering) == 2
            assert seen_by(party, ana) == (("ben@example.org", "+1 555 0101") if passes else ("", ""))
            assert seen_by(party, ben) == (("ana@example.org", "") if passes else ("", ""))
        for who in offering:
            party.database.write(share_contact, meeting, who, ())


def test_what_passes_is_what_each_picked(party: Party, ana: str, ben: str, meeting: str) -> None:
    party.database.write(share_contact, meeting, ana, BOTH)
    party.database.write(share_contact, meeting, ben, [Contact.PHONE])
    assert seen_by(party, ana) == ("", "+1 555 0101")
    party.database.write(share_contact, meeting, ben, [Contact.EMAIL])
    assert seen_by(party, ana) == ("ben@example.org", "")
    assert seen_by(party, ben) == ("ana@example.org", "")


def test_contact_is_offered_to_ten_people_a_minute_and_to_sixty_an_evening(
    party: Party, ana: str, clock: Clock
) -> None:
    def offer_to(number: int) -> None:
        code = party.person(party.arrives(f"Person {number}")).badge_code
        party.database.write(share_contact, party.database.write(meet_by_badge, ana, code).id, ana, BOTH)

    for minute in range(6):
        for number in range(10):
            offer_to(10 * minute + number)
        with pytest.raises(OffersTooFast if minute < 5 else EnoughOffers):
            offer_to(100 + minute)
        clock.pass_(minutes=1)
    with pytest.raises(EnoughOffers):
        offer_to(200)


def test_taking_an_offer_back_and_making_it_again_counts_once(party: Party, ana: str, meeting: str) -> None:
    for _ in range(11):
        party.database.write(share_contact, meeting, ana, BOTH)
        party.database.write(share_contact, meeting, ana, ())


def test_nobody_shares_in_a_meeting_of_others(party: Party, meeting: str) -> None:
    stranger = party.arrives("Chen")
    with pytest.raises(UnknownMeeting):
        party.database.write(share_contact, meeting, stranger, BOTH)


def test_who_has_nothing_to_share_is_told_so(party: Party, ana: str, ben: str, meeting: str) -> None:
    party.database.write(set_contact, ana, "", "")
    with pytest.raises(NothingToShare):
        party.database.write(share_contact, meeting, ana, BOTH)


@pytest.mark.parametrize("typed", ["ana", "@example.org", "ana@", "a b@example.org"])
def test_an_address_looks_like_one(party: Party, ana: str, typed: str) -> None:
    with pytest.raises(NotAnAddress):
        party.database.write(set_contact, ana, typed, "")
