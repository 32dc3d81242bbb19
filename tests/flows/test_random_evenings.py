"""Random evenings: whatever people do, no contact detail passes before both agreed, and a no is told to nobody: on no
page, in no message to a socket, and in no file, byte for byte."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
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
from kiosk.afterwards.files import all_files
from kiosk.domain.access import Role
from kiosk.domain.attendee import Mood
from kiosk.domain.fact import Fact
from kiosk.domain.match import Answer
from kiosk.domain.match import State
from kiosk.domain.match import WhyNot
from kiosk.domain.meeting import Contact
from kiosk.domain.refusal import Refused
from kiosk.domain.relation import Relation
from kiosk.domain.topic_file import parse_topics
from kiosk.screens.projector import projector_screen
from kiosk.screens.welcome import Step
from kiosk.store import matches
from kiosk.store import meetings
from kiosk.store.database import Database
from tests.conftest import Clock
from tests.flows.wire import Kiosk
from tests.flows.wire import read
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

    def __init__(self, database: Database, clock: Clock, folder: Path) -> None:
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
        self.kiosk = Kiosk(database, folder)
        self.phones = [self.kiosk.phone(who) for who in self.people]
        self.staff = self.kiosk.staff()
        self.concerned: set[int] = set()
        self.last_said: dict[str, list[str]] = {}
        database.listen(self.told.append)

    def does(self, deed: tuple[object, ...]) -> None:
        """Do it, or be refused; a no is watched while it is said. What the sockets are sent then is checked."""
        name, *rest = deed
        self.concerned.clear()
        with suppress(Refused):
            getattr(self, str(name))(*rest)
        self.hears()

    def hears(self) -> dict[str, list[str]]:
        """What every socket is sent now, by room, checked."""
        said = self.kiosk.paints()
        for room, painted in said.items():
            region, _, who = room.split(":")
            if region in ("phone", "profile"):
                self.check(self.people.index(who), " ".join(painted))
            else:
                assert not secret(" ".join(painted)), room
        self.last_said = said
        return said

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
        self.hears()
        seen, told = self.seen_by_others(who), len(self.told)
        self.database.write(answer_prompt, match.id, who, answer, why_not, other)
        if why_not is WhyNot.RATHER_NOT:
            self.sets(one, self.people.index(other), frozenset())
        said = self.hears()
        if quiet:
            phones = {room for room in said if room.startswith("phone") and who not in room}
            assert not phones, f"{answer} of {one} was sent to {phones}"
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
        self.sets(one, other, fields)

    def sets(self, one: int, other: int, fields: frozenset[Contact]) -> None:
        """The one offers the other just these from now on."""
        self.offers[self.people[one], self.people[other]] = fields
        self.concerned |= {one, other}

    def says(self, one: int, other: int, relation: Relation, holds: bool) -> None:
        who, whom = self.people[one], self.people[other]
        self.database.write(relate, self.meeting(who, whom), who, relation, holds)
        if relation is Relation.BLOCKS and holds:
            self.sets(one, other, frozenset())

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

    def check(self, reader: int, text: str) -> None:
        """No detail that both did not agree on stands in what this person reads."""
        for other, person in enumerate(self.people):
            offered = self.agreed(reader, other)
            for field in Contact:
                shown = detail(other, field) in text.replace(" ", "")
                assert reader == other or not shown or field in offered, f"{field} of {person} reached {reader}"

    def agreed(self, reader: int, other: int) -> frozenset[Contact]:
        """What passes from the other to the reader: only while both offer something."""
        mine, theirs = (self.offers[pair] for pair in self.both_ways(reader, other))
        return theirs if mine else frozenset()

    def both_ways(self, one: int, other: int) -> tuple[tuple[str, str], tuple[str, str]]:
        return (self.people[one], self.people[other]), (self.people[other], self.people[one])

    def check_pages(self, reader: int) -> None:
        """Every page and file of this person's, whatever id stands in its address; and what passes does stand there."""
        met = [self.meeting(one, other) for one in self.people for other in self.people if one < other]
        codes = [self.party.person(who).badge_code for who in self.people]
        ids = {"meeting_id": met, "code": codes, "step": tuple(Step)}
        answers = list(self.kiosk.answers(self.phones[reader], Role.ATTENDEE, ids))
        for answer in answers:
            self.check(reader, answer)
        everything = "".join(answers).replace(" ", "")
        away = {blocked.name for blocked in self.party.phone(self.people[reader]).blocked}
        for other, who in enumerate(self.people):
            for field in self.agreed(reader, other):
                assert detail(other, field) in everything or self.party.person(who).name in away

    def check_staff(self) -> None:
        """On the staff's pages, but the organizer's own of a person, and in the files afterwards stands no detail."""
        for path, screen in (("/door", "door"), ("/projector", "projector"), ("/organizer", "organizer")):
            assert not secret(self.staff[screen].get(path).text), path
        files = self.database.read_long(all_files, self.kiosk.app.extensions["evening"], self.party.topics)
        for name, content in files.items():
            assert not secret(read(content)), name


def detail(person: int, field: Contact) -> str:
    """As it can be read, without its spaces."""
    return f"mail{person}@secret.example" if field is Contact.EMAIL else f"+1555010{person}"


def secret(text: str) -> bool:
    return "secret.example" in text or "+1555010" in text.replace(" ", "")


@contextmanager
def an_evening() -> Iterator[Evening]:
    with TemporaryDirectory() as folder:
        clock = Clock()
        database = Database(Path(folder) / "evening.sqlite3", clock=clock, random=Random(1))
        try:
            yield Evening(database, clock, Path(folder))
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
            for reader in evening.concerned:
                evening.check_pages(reader)
        for reader in range(PEOPLE):
            evening.check_pages(reader)
        evening.check_staff()
