"""What staff did is noted with the deed, and forgets whom it was about with them."""

from inspect import getsource

import pytest
from flask import Flask

from kiosk.domain.access import ROUTES
from kiosk.domain.access import Role
from kiosk.domain.audit import Deed
from kiosk.store import audit
from tests.party import Party
from tests.web.conftest import PASSPHRASE
from tests.web.conftest import Screens


def deeds(party: Party) -> list[tuple[Deed, str, str | None]]:
    return [(entry.deed, entry.who, entry.attendee_id) for entry in party.database.read(audit.latest, 50)]


def test_deeds_at_a_door_and_the_organizers_are_noted_with_their_screen(screen: Screens, party: Party) -> None:
    door, organizer = screen(Role.DOOR), screen(Role.ORGANIZER)
    ben = party.walks_in("Ben").arrival
    who = ben.attendee_id
    door.post("/door/links", data={"attendee_id": who})
    door.post(f"/door/arrivals/{ben.id}/shown", data={"shown": "yes"})
    organizer.post(f"/organizer/attendees/{who}", data={"name": "Benedict"})
    organizer.post(f"/organizer/attendees/{who}/hide")
    door.post(f"/door/arrivals/{ben.id}/undo")
    assert deeds(party) == [
        (Deed.UNDONE, "door left", who),
        (Deed.SHOWN, "Organizer test", who),
        (Deed.CORRECTED, "Organizer test", who),
        (Deed.SHOWN, "door left", who),
        (Deed.LINK, "door left", who),
    ]
    page = organizer.get("/organizer/audit").text
    assert page.count("Benedict") == 5
    assert "Check-in undone" in page


def test_what_is_refused_is_not_noted(screen: Screens, party: Party) -> None:
    organizer = screen(Role.ORGANIZER)
    assert organizer.post(f"/organizer/attendees/{party.arrives('Ben')}", data={"name": ""}).status_code == 422
    assert organizer.post("/organizer/export", data={"passphrase": "wrong"}).status_code == 403
    assert deeds(party) == []


def test_that_somebody_was_erased_stays_and_whom_any_deed_was_about_does_not(screen: Screens, party: Party) -> None:
    organizer = screen(Role.ORGANIZER)
    who = party.arrives("Ben")
    organizer.post(f"/organizer/attendees/{who}/badge")
    organizer.post(f"/organizer/attendees/{who}/erase")
    assert [(deed, about) for deed, _, about in deeds(party)] == [(Deed.ERASED, None), (Deed.BADGE, None)]
    assert "Ben" not in organizer.get("/organizer/audit").text


@pytest.mark.parametrize("path", ["/me/kept/erase"])
def test_what_a_guest_does_on_their_own_phone_is_nobodys_business(screen: Screens, party: Party, path: str) -> None:
    assert screen(Role.ATTENDEE).post(path).status_code == 303
    assert deeds(party) == []


def test_downloading_the_files_is_noted(screen: Screens, party: Party) -> None:
    assert screen(Role.ORGANIZER).post("/organizer/export", data={"passphrase": PASSPHRASE}).status_code == 200
    assert deeds(party) == [(Deed.EXPORTED, "Organizer test", None)]


def test_what_the_organizer_does_with_the_evening_is_noted(screen: Screens, party: Party) -> None:
    organizer = screen(Role.ORGANIZER)
    for name in ("Ana", "Ben"):
        party.arrives(name)
    for path, form in (
        ("rounds", {}),
        ("rounds/lengthen", {}),
        ("rounds/end", {}),
        ("rounds/next", {"at": ""}),
        ("flow", {"on": "yes"}),
        ("flow", {"on": "no"}),
        ("scene", {"scene": "room"}),
        ("screens", {"role": "door", "name": "Door left"}),
    ):
        assert organizer.post(f"/organizer/{path}", data=form).status_code < 400, path
    assert [deed for deed, _, _ in reversed(deeds(party))] == [
        Deed.ROUND_STARTED,
        Deed.ROUND_LENGTHENED,
        Deed.ROUND_ENDED,
        Deed.ROUND_SET,
        Deed.FLOW_ON,
        Deed.FLOW_OFF,
        Deed.SCENE,
        Deed.SCREEN_LINK,
    ]


def test_signing_in_is_noted(app: Flask, party: Party) -> None:
    app.test_client().post("/organizer/sign-in", data={"passphrase": PASSPHRASE})
    assert deeds(party) == [(Deed.SIGNED_IN, "Organizer 127.0.0.1", None)]


SAYS_NOTHING = {"organizer.sign_in", "organizer.sign_out"}
"""The first notes itself once it succeeds, the second is one's own."""


def test_every_deed_of_the_organizer_notes_itself(app: Flask) -> None:
    deeds = [
        (rule.endpoint, app.view_functions[rule.endpoint])
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and ROUTES[rule.endpoint] == {Role.ORGANIZER}
    ]
    assert len(deeds) > 20
    noting = ("write_noted", "note_deed", "erase_wholly", "erase_everyone")
    looking = {"guest_list.preview", "guest_list.look", "guest_list.left_out"}
    for endpoint, view in deeds:
        if endpoint not in SAYS_NOTHING | looking:
            assert any(word in getsource(view) for word in noting), f"{endpoint} is in no audit"
