"""What one says of oneself on one's own phone."""

from kiosk.domain.access import Role
from kiosk.evening import Evening
from kiosk.store import attendees
from tests.web.conftest import Screens


def test_the_organizer_keeps_contact_details_only_by_a_yes_that_can_be_taken_back(
    screen: Screens, evening: Evening
) -> None:
    phone = screen(Role.ATTENDEE)

    def kept() -> bool:
        [ana] = evening.database.read(attendees.all_of_them)
        return ana.organizer_keeps_contact

    assert not kept()
    for said, meant in (("yes", True), ("no", False), ("yes", True), ("", False)):
        assert phone.post("/me/contact-kept", data={"keeps": said}).status_code == 303
        assert kept() is meant


def test_the_question_stands_on_the_page_and_is_answered_with_no_until_it_was(screen: Screens) -> None:
    page = screen(Role.ATTENDEE).get("/me").text
    asked = page.partition('id="contact-kept"')[2].partition("</section>")[0]
    assert '<button name="keeps" value="no" aria-pressed="true">' in asked
    assert '<button name="keeps" value="yes" aria-pressed="false">' in asked
