"""Contact details pass when both want it, and only as long."""

import pytest

from kiosk.actions.meet import meet_by_badge
from kiosk.actions.set_contact import set_contact
from kiosk.actions.share_contact import share_contact
from kiosk.domain.fact import AttendeeChanged
from kiosk.domain.fact import ContactShared
from kiosk.domain.fact import Fact
from kiosk.domain.refusal import NotAnAddress
from kiosk.domain.refusal import NothingToShare
from kiosk.domain.refusal import UnknownMeeting
from tests.party import Party


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
    return party.database.write(meet_by_badge, ana, party.person(ben).badge_code).id


def seen_by(party: Party, who: str) -> tuple[str, str]:
    [met] = party.phone(who).met
    return met.email, met.phone


def test_one_yes_passes_nothing_and_is_told_to_nobody_else(
    party: Party, ana: str, ben: str, meeting: str, told: list[Fact]
) -> None:
    before = party.phone(ben)
    party.database.write(share_contact, meeting, ana, True)
    assert seen_by(party, ana) == seen_by(party, ben) == ("", "")
    assert party.phone(ben) == before
    assert told == [AttendeeChanged(ana)]


def test_two_yeses_pass_both_and_are_told_to_both(
    party: Party, ana: str, ben: str, meeting: str, told: list[Fact]
) -> None:
    party.database.write(share_contact, meeting, ana, True)
    party.database.write(share_contact, meeting, ben, True)
    assert seen_by(party, ana) == ("ben@example.org", "+1 555 0101")
    assert seen_by(party, ben) == ("ana@example.org", "")
    assert told[-1] == ContactShared((ben, ana))


def test_taken_back_it_is_gone_for_both(party: Party, ana: str, ben: str, meeting: str) -> None:
    for who in (ana, ben):
        party.database.write(share_contact, meeting, who, True)
    party.database.write(share_contact, meeting, ben, False)
    assert seen_by(party, ana) == seen_by(party, ben) == ("", "")


def test_nobody_shares_in_a_meeting_of_others(party: Party, meeting: str) -> None:
    stranger = party.arrives("Chen")
    with pytest.raises(UnknownMeeting):
        party.database.write(share_contact, meeting, stranger, True)


def test_who_has_nothing_to_share_is_told_so(party: Party, ana: str, ben: str, meeting: str) -> None:
    party.database.write(set_contact, ana, "", "")
    with pytest.raises(NothingToShare):
        party.database.write(share_contact, meeting, ana, True)


@pytest.mark.parametrize("typed", ["ana", "@example.org", "ana@", "a b@example.org"])
def test_an_address_looks_like_one(party: Party, ana: str, typed: str) -> None:
    with pytest.raises(NotAnAddress):
        party.database.write(set_contact, ana, typed, "")
