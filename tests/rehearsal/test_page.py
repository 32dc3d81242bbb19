"""A rehearsal's people use pages as they are: they see forms and press what stands there."""

from kiosk.rehearsal.page import Page

HTML = """
<template><form method="post" action="/organizer/screens"><input name="for a script"></form></template>
<form method="get" action="/door"><input name="q"></form>
<form method="post" action="/organizer/screens/abc/revoke"><button>Remove</button></form>
<form method="post" action="/organizer/screens">
  <input type="hidden" name="csrf_token" value="t"><input name="name">
  <label><input type="radio" name="role" value="door" checked></label>
  <label><input type="radio" name="role" value="projector"></label>
  <button>Make</button>
</form>
<form method="post" action="/me/prompts/x1"><button name="answer" value="later">Not now</button></form>
<form method="post" action="/me/prompts/x1"><button name="answer" value="going">Go</button></form>
"""


def test_a_form_is_found_by_the_end_of_its_address_and_by_its_button() -> None:
    page = Page(200, HTML)
    screens = page.form("/screens")
    assert screens is not None
    assert screens.fields == {"csrf_token": "t", "name": "", "role": "door"}
    going = page.form("prompts/x1", ("answer", "going"))
    assert going is not None
    assert going.buttons == [("answer", "going")]
    assert page.form("prompts/x1", ("answer", "maybe")) is None
    assert page.form("/door") is None, "a search is not a deed"
