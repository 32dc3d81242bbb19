"""What the painter sends, over real sockets against `kiosk run`."""

from pathlib import Path

from tests.flows.sockets import LiveScreen
from tests.flows.test_flow import Guest
from tests.serving import organizer_of
from tests.serving import paired_screen
from tests.serving import serving


def test_phones_painted_together_read_each_their_own_language(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as served:
        organizer = organizer_of(served)
        door = paired_screen(organizer, "door", "Door left")
        guests = {Guest(door, name): language for name, language in _LANGUAGES.items()}
        phones = []
        for guest, language in guests.items():
            guest.screen.close()
            guest.visitor.session.headers["Accept-Language"] = language
            phones.append((LiveScreen(guest.visitor, "phone"), _GO[language]))
        assert organizer.post("/organizer/rounds").ok
        for phone, go in phones:
            phone.wait_for(lambda html, go=go: go in html)  # type: ignore[misc]
            assert not any(other in phone.html for other in _GO.values() if other != go)
            phone.close()


_GO = {"en": "Go meet", "de": "Triff"}
_LANGUAGES = {"Ana": "en", "Ben": "de", "Chris": "en", "Dora": "de"}
