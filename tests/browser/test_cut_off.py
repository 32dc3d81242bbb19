"""A door whose laptop is gone goes on: 300 check-ins in ten minutes without a network, then each exactly once."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import product

import pytest
from playwright.sync_api import Page
from playwright.sync_api import Route
from playwright.sync_api import expect

from tests.browser.conftest import Device
from tests.browser.scanner import GERMAN
from tests.browser.scanner import pair
from tests.browser.scanner import scan
from tests.serving import Served
from tests.serving import Visitor
from tests.serving import kiosk
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import until

Make = Callable[..., Device]

LYING = {"width": 1024, "height": 768}
GIVEN, FAMILY = (
    "Ana Ben Cem Dora Emre Fatma Greta Hugo Ines Jonas Karin Lina Mira Nils Olga Paul Rosa Sven Tina Uwe",
    "Arnold Berg Castro Demir Engel Farkas Günes Haas Ivanov Jansen Koch Lang Moser Novak Ortega",
)
GUESTS = [f"{given} {family}" for given, family in product(GIVEN.split(), FAMILY.split())]


SAID_CUT_OFF = """() => {
  window.saidCutOff = false;
  const bar = document.querySelector(".keeping-bar");
  new MutationObserver(() => (saidCutOff ||= !bar.hidden)).observe(bar, {attributes: true});
}"""


@pytest.fixture(scope="module")
def listed(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The evening, with 300 guests on its list, of whom one needs something."""
    file = tmp_path_factory.mktemp("list") / "guests.csv"
    needs = {GUESTS[8]: "A way without steps"}
    rows = (f"{name};{name.split()[1]} GmbH;{needs.get(name, '')}" for name in GUESTS)
    file.write_text("\n".join(["Name;Company;Notes for the door", *rows]))
    assert kiosk("import", str(file), folder=served.folder).returncode == 0
    return served


def standing(served: Served) -> dict[str, int]:
    """How many arrivals that were not undone each guest has."""
    with closing(sqlite3.connect(f"file:{served.folder}/evening.sqlite3?mode=ro", uri=True)) as database:
        return dict(
            database.execute(
                "select name, count(arrivals.id) from attendees left join arrivals"
                " on arrivals.attendee_id = attendees.id and undone_at is null group by name"
            )
        )


def keeps_the_list(page: Page, most: int = 0) -> None:
    """Wait until the tablet has the list. By hand, as the content policy forbids Playwright’s own wait."""
    until(lambda: page.evaluate("JSON.parse(sessionStorage.guests ?? '{}').guests?.length ?? -1") >= most)


def type_in(page: Page, name: str) -> None:
    search = page.locator("input[data-search]")
    search.fill(name)
    expect(page.locator("[data-hit]")).to_have_count(1)
    search.press("Enter")
    expect(page.locator(".kept")).to_contain_text(name)


def check_in_elsewhere(other: Visitor, name: str) -> str:
    """At another door, which still reaches the laptop; the path of its arrival."""
    attendee_id = re.search(r'name="attendee_id" value="(\w+)"', other.get(f"/door?q={name}").text)
    assert attendee_id, name
    arrived = other.post("/door/check-in", attendee_id=attendee_id[1], request_key=f"other tap for {name}")
    return arrived.url.removeprefix(other.served.base).partition("?")[0]


def test_300_check_ins_without_a_network_are_each_done_once(device: Make, listed: Served) -> None:
    tablet = device(LYING)
    pair(tablet.context, listed, tablet.base, "door", "Door left")
    other = paired_screen(organizer_of(listed), "door", "Door right")
    tablet.context.clock.install()
    first, second = tablet.open("/door"), tablet.context.new_page()
    second.goto(f"{tablet.base}/door")
    for page in (first, second):
        keeps_the_list(page, 300)

    tablet.context.set_offline(True)
    expect(first.get_by_text("The laptop cannot be reached.")).to_be_visible()
    for name in GUESTS[:200]:
        type_in(first, name)
    expect(first.locator(".keeping-count")).to_contain_text("200")
    tablet.look("door-cut-off-kept")
    check_in_elsewhere(other, GUESTS[7])
    check_in_elsewhere(other, GUESTS[250])
    other.post(f"{check_in_elsewhere(other, GUESTS[8])}/undo")

    # The tab is closed and another goes on; that one is closed too, ten minutes after the laptop was gone.
    tablet.context.clock.fast_forward("06:00")
    first.close()
    scan(second, "https://tickets.example/nobody", GERMAN)
    expect(second.locator(".kept")).to_contain_text("tickets.example/nobody")
    for name in GUESTS[200:]:
        type_in(second, name)
    type_again = second.locator("input[data-search]")
    type_again.fill(GUESTS[-1])
    expect(second.locator("[data-hit]")).to_have_count(1)
    type_again.press("Enter")
    expect(second.locator(".keeping-count")).to_contain_text("301")
    tablet.context.clock.fast_forward("04:00")
    second.close()
    assert sum(standing(listed).values()) == 2

    # The laptop is back: whoever opens the door's page sees all of it sent, and what could not be done.
    tablet.context.set_offline(False)
    tablet.page = tablet.context.new_page()
    door = tablet.open("/door")
    # A page only just opened shows no bar yet, and one that is done shows none again: the evening itself tells.
    until(lambda: door.evaluate("1") and sum(standing(listed).values()) == len(GUESTS) - 1, patience_s=300)
    expect(door.locator(".keeping-bar")).to_be_hidden()
    refused = door.locator(".keeping-refused li")
    expect(refused).to_have_count(4)
    for said, why in (
        (GUESTS[7], "In already"),
        (GUESTS[8], "undone at another door"),
        (GUESTS[250], "by Door right"),
        ("tickets.example/nobody", "Nobody here has this code."),
    ):
        expect(refused.filter(has_text=said)).to_contain_text(why)
    tablet.look("door-cut-off-refused")
    assert standing(listed) == {name: int(name != GUESTS[8]) for name in GUESTS}

    # They stay until somebody has seen to them.
    door.reload()
    expect(refused).to_have_count(4)
    for left in (3, 2, 1, 0):
        door.get_by_role("button", name="Seen to").first.click()
        expect(refused).to_have_count(left)
    door.reload()
    expect(door.locator("input[data-search]")).to_be_visible()
    expect(refused).to_have_count(0)


def test_what_was_tapped_as_the_laptop_went_is_kept_and_can_be_taken_back(device: Make, listed: Served) -> None:
    tablet = device(LYING)
    other = pair(tablet.context, listed, tablet.base, "door", "Door left")
    check_in_elsewhere(other, GUESTS[8])
    other.post(f"{check_in_elsewhere(other, GUESTS[8])}/undo")
    door = tablet.open("/door")
    keeps_the_list(door)
    door.locator("input[data-search]").fill(GUESTS[8])
    expect(door.locator("[data-hit]")).to_have_count(1)
    tablet.context.set_offline(True)
    door.locator("[data-hit] button").click()
    expect(door.locator(".kept")).to_contain_text(GUESTS[8])
    expect(door.get_by_text("There is a note for the door about this guest")).to_be_visible()
    assert "without steps" not in door.content() + str(door.evaluate("sessionStorage.guests"))
    door.locator("input[data-search]").fill("Dora Maar")
    expect(door.get_by_text("Nobody by that name.")).to_be_visible()
    tablet.look("door-cut-off-nobody")
    door.get_by_role("button", name="Add and check in").click()
    expect(door.get_by_text("There is a note for the door about this guest")).to_be_hidden()
    expect(door.locator(".keeping-count")).to_contain_text("2")
    door.get_by_role("button", name="Take it back").click()
    expect(door.locator(".keeping-count")).to_contain_text("1")
    tablet.context.set_offline(False)
    expect(door.locator(".keeping-bar")).to_be_hidden()
    now = standing(listed)
    assert now[GUESTS[8]] == 1
    assert "Dora Maar" not in now


def test_a_tablet_that_slept_while_it_asked_is_not_cut_off(device: Make, listed: Served) -> None:
    tablet = device(LYING)
    pair(tablet.context, listed, tablet.base, "door", "Door that sleeps")
    tablet.page.clock.install()
    unanswered: list[Route] = []
    tablet.page.route("**/healthz", lambda route: route.continue_() if unanswered else unanswered.append(route))
    door = tablet.open("/door")
    door.evaluate(SAID_CUT_OFF)
    until(lambda: door.evaluate("1") and unanswered)
    with door.expect_response("**/healthz"):
        door.clock.fast_forward("10:00")
    keeps_the_list(door)
    assert door.evaluate("saidCutOff") is False


def test_a_removed_door_forgets_the_list_it_kept(device: Make, listed: Served) -> None:
    tablet = device(LYING)
    pair(tablet.context, listed, tablet.base, "door", "Door to be removed")
    door = tablet.open("/door")
    keeps_the_list(door)
    expect(door.locator("html")).to_have_attribute("data-link", "on")
    organizer = organizer_of(listed)
    page = organizer.get("/organizer").text
    row = page[page.index("Door to be removed") :]
    organizer.post(row[row.index("/organizer/screens/") :].partition('"')[0])
    expect(door.get_by_text("This screen is not paired")).to_be_visible()
    assert door.evaluate("sessionStorage.length") == 0
