"""The table of a prompt's life, walked on phones over HTTP: each cell is what all of them then read, or a refusal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kiosk.actions.keep_time import keep_time
from kiosk.actions.make_phone_link import make_phone_link
from kiosk.actions.pair_device import pair_by_link
from kiosk.domain.match import State
from kiosk.evening import Evening
from kiosk.screens.phone import PhoneScreen
from kiosk.settings import Settings
from kiosk.settings import SpotSetting
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.domain.test_prompt_table import CELLS
from tests.domain.test_prompt_table import REFUSED
from tests.party import Party
from tests.web.conftest import holding

SHOWN = {
    **{"o": 'id="prompt-', "a": 'id="waiting-', "n": 'id="on-', "m": 'id="just-met-'},
    **{"l": 'id="between"', "d": 'id="between"', "-": "did not come together", "x": "did not come together"},
}
"""What stands on a phone in each state."""


@pytest.fixture
def evening(tmp_path: Path, database: Database) -> Evening:
    spots = (SpotSetting(name="the bar", room_for=9), SpotSetting(name="garden", room_for=9))
    return Evening(tmp_path, Settings(name="Spring mixer", timezone="UTC", spots=spots), database, 8080)


class Phones:
    """Ana's phone, on which things happen, and those of the others in her match."""

    def __init__(self, app: Flask, party: Party, clock: Clock, names: list[str]) -> None:
        self.party, self.clock = party, clock
        self.ids = [party.arrives(name) for name in names]
        links = [party.database.write(make_phone_link, who) for who in self.ids]
        self.phones = [holding(app, party.database.write(pair_by_link, link.token)) for link in links]
        self.match = party.matched(*self.ids)
        self.left = False

    def ana(self, path: str, **fields: str) -> TestResponse:
        return self.send(self.phones[0], path, **fields)

    def send(self, phone: FlaskClient, path: str, **fields: str) -> TestResponse:
        return phone.post(path, data=fields)

    def answers(self, answer: str, phone: int = 0) -> TestResponse:
        return self.send(self.phones[phone], f"/me/prompts/{self.match.id}", answer=answer)

    def deed(self, deed: str) -> TestResponse:
        return self.ana(f"/me/prompts/{self.match.id}/{deed}", spot="")

    def scans(self) -> TestResponse:
        return self.ana("/b", code=self.party.person(self.ids[1]).badge_code)

    def leaves(self) -> TestResponse:
        self.left = True
        return self.ana("/me/leave")

    def late(self) -> TestResponse:
        self.clock.pass_(seconds=121)
        return self.answers("going")

    def waits(self, seconds: int) -> None:
        self.clock.pass_(seconds=seconds)
        self.party.database.write(keep_time)

    def brings(self, state: State) -> None:
        """Ana's prompt into this state, by what she and Ben do."""
        if state in (State.ON, State.MET, State.MISSED):
            self.answers("going")
            self.answers("going", phone=1)
        then: dict[State, Callable[[], object]] = {
            State.ACCEPTED: lambda: self.answers("going"),
            State.MET: self.scans,
            State.MISSED: lambda: self.answers("later"),
            State.LATER: lambda: self.answers("later"),
            State.DECLINED: lambda: self.answers("not_for_me"),
            State.EXPIRED: self.leaves,
        }
        then.get(state, lambda: None)()
        assert self.party.match(self.match.id).prompt_of(self.ids[0]).state is state

    def pages(self) -> list[str]:
        return [phone.get("/me").text for phone in self.phones]

    def screens(self) -> list[PhoneScreen]:
        return [self.party.phone(who) for who in self.ids]


EVENTS: dict[str, Callable[[Phones], TestResponse | None]] = {
    "going": lambda phones: phones.answers("going"),
    "later": lambda phones: phones.answers("later"),
    "no": lambda phones: phones.answers("not_for_me"),
    "late": Phones.late,
    "we_met": lambda phones: phones.deed("met"),
    "scan": Phones.scans,
    "find": lambda phones: phones.deed("find"),
    "spot": lambda phones: phones.deed("spot"),
    "leave": Phones.leaves,
    "deadline": lambda phones: phones.waits(121),
    "end": lambda phones: phones.waits(721),
}


@pytest.mark.parametrize(("people", "state"), list(dict.fromkeys((people, state) for people, state, *_ in CELLS)))
def test_what_phones_show_is_what_the_table_says(
    app: Flask, party: Party, clock: Clock, people: tuple[str, ...], state: State
) -> None:
    for event, becomes in [(cell[2], cell[3]) for cell in CELLS if cell[:2] == (people, state)]:
        phones = Phones(app, party, clock, [f"{name} to {event}" for name in people])
        phones.brings(state)
        before = phones.screens()
        answer = EVENTS[event](phones)
        if becomes in REFUSED:
            assert answer is not None
            assert answer.status_code == REFUSED[becomes].status, event
            assert REFUSED[becomes].sentence in answer.text
            assert event == "late" or phones.screens() == before, f"{event} is refused and changes nothing"
            continue
        assert answer is None or answer.status_code == 303, event
        for name, page, letter in zip(people, phones.pages(), becomes.split("/"), strict=True):
            if name == "ana" and phones.left:
                assert "You have left." in page, event
            elif event == "end":
                assert 'id="between"' in page, (event, name)
            else:
                assert SHOWN[letter] in page, (event, name)
