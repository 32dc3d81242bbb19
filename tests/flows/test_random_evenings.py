"""Random evenings: whatever people do, no contact detail passes before both agreed, and a no is told to nobody."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from datetime import UTC
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.block import unblock
from kiosk.actions.come_back import come_back
from kiosk.actions.end_round import end_round
from kiosk.actions.find_partner import find_partner
from kiosk.actions.introduce import introduce
from kiosk.actions.keep_time import keep_time
from kiosk.actions.leave import leave
from kiosk.actions.meet import say_met
from kiosk.actions.offer_introductions import offer_introductions
from kiosk.actions.offer_introductions import reason_introductions
from kiosk.actions.pause import pause
from kiosk.actions.relate import relate
from kiosk.actions.set_contact import set_contact
from kiosk.actions.set_mood import set_mood
from kiosk.actions.share_contact import share_contact
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.match import Answer
from kiosk.domain.match import State
from kiosk.domain.match import WhyNot
from kiosk.domain.meeting import Contact
from kiosk.domain.refusal import Refused
from kiosk.domain.relation import Relation
from kiosk.domain.surroundings import Surroundings
from kiosk.domain.topic_file import parse_topics
from kiosk.screens.files import files
from kiosk.screens.files.file import Clocks
from kiosk.screens.kept import kept
from kiosk.screens.met import met_screen
from kiosk.screens.met import person_screen
from kiosk.screens.organizer import organizer_screen
from kiosk.screens.phone import PhoneScreen
from kiosk.screens.projector import projector_screen
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.party import LIMITS
from tests.party import PACE
from tests.party import Party

PEOPLE = 4
NOS = (Answer.LATER, Answer.NOT_FOR_ME)

one = st.integers(0, PEOPLE - 1)
DEEDS = st.one_of(
    st.tuples(st.just("scans"), one, one),
    st.tuples(st.just("round"), st.integers(0, 9)),
    st.tuples(
        st.just("end"),
    ),
    st.tuples(st.just("answers"), one, st.sampled_from(Answer), st.sampled_from((None, *WhyNot))),
    st.tuples(st.just("answers"), one, st.just(Answer.GOING), st.none()),
    st.tuples(st.just("says_met"), one),
    st.tuples(st.just("searches"), one),
    st.tuples(st.just("shares"), one, one, st.frozensets(st.sampled_from(Contact))),
    st.tuples(st.just("shares"), one, one, st.just(frozenset(Contact))),
    st.tuples(st.just("says"), one, one, st.sampled_from(Relation), st.booleans()),
    st.tuples(st.just("unblocks"), one, one),
    st.tuples(st.just("introduces"), one, one, one),
    st.tuples(st.just("turns"), one, st.sampled_from(Mood)),
    st.tuples(st.sampled_from(("pauses", "leaves", "comes_back")), one),
    st.tuples(st.just("passes"), st.sampled_from((1, 30, 121, 800))),
)


class Evening:
    """Four people, of whom three have met. What each offers whom is kept here too, to work out what may pass."""

    def __init__(self, database: Database, clock: Clock) -> None:
        topics = parse_topics("name,aliases,related\nbeekeeping,bees,\n")
        self.party = Party(database, topics, Party.purposes())
        self.database, self.clock = database, clock
        self.told: list[Fact] = []
        self.people = [self.party.arrives(f"Person {n}") for n in range(PEOPLE)]
        for n, who in enumerate(self.people):
            database.write(set_contact, who, f"mail{n}@secret.example", f"+1 555 010{n}")
        self.offers: dict[tuple[str, str], frozenset[Contact]] = defaultdict(frozenset)
        for met in ((0, 1), (0, 2), (1, 2)):
            self.scans(*met)
        database.listen(self.told.append)

    def does(self, deed: tuple[object, ...]) -> None:
        """Do it, or be refused; a no is watched while it is said."""
        name, *rest = deed
        with suppress(Refused):
            getattr(self, str(name))(*rest)

    def scans(self, one: int, other: int) -> None:
        self.party.scans(self.people[one], self.people[other])

    def round(self, seed: int) -> None:
        self.party.round(seed)

    def end(self) -> None:
        self.database.write(end_round)

    def answers(self, one: int, answer: Answer, why_not: WhyNot | None) -> None:
        who = self.people[one]
        [match, *_] = self.database.read(matches.not_ended_of, who) or [None]
        if match is None:
            return
        other = next(each for each in match.attendee_ids if each != who)
        before = match.prompt_of(who).state
        if why_not is WhyNot.RATHER_NOT and answer is Answer.NOT_FOR_ME and self.offers[who, other]:
            return  # takes back what was offered, which the other may see: as a block does
        quiet = answer in NOS and before is not State.ON
        seen, told = self.seen_by_others(who), len(self.told)
        self.database.write(answer_prompt, match.id, who, answer, why_not, other)
        if why_not is WhyNot.RATHER_NOT:
            self.offers[who, other] = frozenset()
        if quiet:
            assert self.seen_by_others(who) == seen, f"{answer} of {one} was seen"
            for fact in self.told[told:]:
                ids = getattr(fact, "attendee_ids", None) or (getattr(fact, "attendee_id", who),)
                assert set(ids) <= {who}, f"{answer} of {one} was told: {fact}"

    def says_met(self, one: int) -> None:
        for match in self.database.read(matches.not_ended_of, self.people[one]):
            self.database.write(say_met, match.id, self.people[one])

    def searches(self, one: int) -> None:
        for match in self.database.read(matches.not_ended_of, self.people[one]):
            self.database.write(find_partner, match.id, self.people[one])

    def shares(self, one: int, other: int, fields: frozenset[Contact]) -> None:
        who, whom = self.people[one], self.people[other]
        self.database.write(share_contact, self.meeting(who, whom), who, fields)
        self.offers[who, whom] = fields

    def says(self, one: int, other: int, relation: Relation, holds: bool) -> None:
        who, whom = self.people[one], self.people[other]
        self.database.write(relate, self.meeting(who, whom), who, relation, holds)
        if relation is Relation.BLOCKS and holds:
            self.offers[who, whom] = frozenset()

    def unblocks(self, one: int, other: int) -> None:
        self.database.write(unblock, self.people[one], self.people[other])

    def introduces(self, one: int, another: int, other: int) -> None:
        who = self.people[one]
        first, second = (self.meeting(who, self.people[n]) for n in (another, other))
        self.database.write(introduce, who, first, second, "You both keep bees")
        self.look()

    def turns(self, one: int, mood: Mood) -> None:
        self.database.write(set_mood, self.people[one], mood)

    def pauses(self, one: int) -> None:
        self.database.write(pause, self.people[one])

    def leaves(self, one: int) -> None:
        self.database.write(leave, self.people[one])

    def comes_back(self, one: int) -> None:
        self.database.write(come_back, self.people[one])

    def passes(self, seconds: int) -> None:
        self.clock.pass_(seconds=seconds)
        self.look()

    def look(self) -> None:
        self.database.write(keep_time)
        reasoned = self.database.read_long(reason_introductions, self.party.topics, self.party.table, 1)
        self.database.write(offer_introductions, reasoned, PACE)

    def meeting(self, who: str, whom: str) -> str:
        known = self.database.read(meetings.between, who, whom)
        return known.id if known else "none"

    def seen_by_others(self, who: str) -> list[object]:
        wall = self.database.read(projector_screen, self.clock(), self.party.topics)
        return [wall, *(self.party.phone(other) for other in self.people if other != who)]

    def check_contacts(self) -> None:
        """Nobody reads a detail that both did not agree on, on any screen or in any file."""
        for reader in self.people:
            screen = self.party.phone(reader)
            pages = [repr(self.database.read(person_screen, met.meeting_id, reader)) for met in screen.met]
            taken_along = [repr(self.database.read(each, reader, timedelta(days=30))) for each in (met_screen, kept)]
            read = " ".join((repr(screen), *pages, *taken_along))
            for other in self.people:
                if other == reader:
                    continue
                both = self.offers[reader, other] and self.offers[other, reader]
                person = self.party.person(other)
                for field in Contact:
                    agreed = bool(both) and field in self.offers[other, reader]
                    shown = person.contact(field) in read
                    assert shown <= agreed, f"{field} of {other} reached {reader}"
                    assert shown or not agreed or self.away(screen, person.name), "what both agreed on passes"
        for public in (
            repr(self.database.read(projector_screen, self.clock(), self.party.topics)),
            repr(self.database.read(organizer_screen, self.clock(), LIMITS, Surroundings())),
            repr(self.database.read(files, Clocks(UTC), self.party.topics)),
        ):
            assert "secret.example" not in public
            assert "+1 555" not in public

    @staticmethod
    def away(screen: PhoneScreen, name: str) -> bool:
        return name in {blocked.name for blocked in screen.blocked}


@contextmanager
def an_evening() -> Iterator[Evening]:
    with TemporaryDirectory() as folder:
        clock = Clock()
        database = Database(Path(folder) / "evening.sqlite3", clock=clock, random=Random(1))
        try:
            yield Evening(database, clock)
        finally:
            database.close()


@settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # a failing evening is told as it was: making it smaller takes minutes
)
@given(st.lists(DEEDS, min_size=10, max_size=50))
def test_no_detail_passes_unagreed_and_no_no_is_seen(deeds: list[tuple[object, ...]]) -> None:
    with an_evening() as evening:
        evening.round(1)
        for deed in deeds:
            evening.does(deed)
            evening.check_contacts()
