"""The page of somebody one met: what is said there is seen there."""

from flask import Flask
from flask.testing import FlaskClient

from kiosk.actions.pair_device import pair_by_link
from tests.party import Party
from tests.web.conftest import holding


def test_what_is_said_on_the_page_of_a_person_leads_back_to_where_it_was_said(app: Flask, party: Party) -> None:
    phone, page = _page_of_ben(app, party)
    said = (
        ("say", {"relation": "glad", "holds": "yes"}, "glad"),
        ("say", {"relation": "again", "holds": "yes"}, "next"),
        ("say", {"relation": "knows", "holds": "yes"}, "next"),
        ("share", {}, "touch"),
        ("note", {"note": "the one with the boat"}, "remember"),
    )
    for deed, fields, place in said:
        answer = phone.post(f"{page}/{deed}", data={"page": "person", **fields})
        assert answer.headers["Location"] == f"{page}#{place}"
        assert f'id="{place}"' in phone.get(page).text


def test_a_note_is_said_to_be_saved_once(app: Flask, party: Party) -> None:
    phone, page = _page_of_ben(app, party)
    assert "Saved." not in phone.get(page).text
    phone.post(f"{page}/note", data={"page": "person", "note": "the one with the boat"})
    assert "Saved." in phone.get(page).text
    assert "Saved." not in phone.get(page).text


def _page_of_ben(app: Flask, party: Party) -> tuple[FlaskClient, str]:
    """Ana's phone, and where on it Ben stands, whom she met."""
    ana = party.walks_in("Ana")
    meeting = party.scans(ana.arrival.attendee_id, party.arrives("Ben"))
    return holding(app, party.database.write(pair_by_link, ana.link.token)), f"/me/meetings/{meeting.id}"
