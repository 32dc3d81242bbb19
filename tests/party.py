"""People for tests: `party.arrives("Ana")` is a person who is here, `party.round()` starts a round among them."""

import tomllib
from datetime import timedelta

from kiosk.actions.agree_to_match import agree_to_match
from kiosk.actions.answer_prompt import answer_prompt
from kiosk.actions.check_in import Arrived
from kiosk.actions.make_matches import Pace
from kiosk.actions.match_waiting import match_waiting
from kiosk.actions.match_waiting import plan_waiting
from kiosk.actions.match_waiting import who_waits
from kiosk.actions.meet import meet_by_badge
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.actions.walk_in import walk_in
from kiosk.domain.attendee import Attendee
from kiosk.domain.beacon import allot_beacons
from kiosk.domain.flow import Limits
from kiosk.domain.identifier import new_id
from kiosk.domain.match import Answer
from kiosk.domain.match import Match
from kiosk.domain.match import Prompt
from kiosk.domain.meeting import Meeting
from kiosk.domain.origin import Occasion
from kiosk.domain.origin import Origin
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.purpose import parse_purposes
from kiosk.domain.reason import reasons_for
from kiosk.domain.room import Room
from kiosk.domain.spot import Spot
from kiosk.domain.topic import Topics
from kiosk.files import CONFIG
from kiosk.screens.phone import PhoneScreen
from kiosk.screens.phone import phone_screen
from kiosk.store import attendees
from kiosk.store import matches
from kiosk.store.database import Change
from kiosk.store.database import Database

PACE = Pace(timedelta(seconds=120), timedelta(minutes=12), (Spot("long window", 10), Spot("the bar", 10)))

LIMITS = Limits(timedelta(seconds=45), enough=8, at_once=20, pause=timedelta(seconds=60), in_rounds=True)


class Party:
    def __init__(self, database: Database, topics: Topics, purposes: PurposeTable) -> None:
        self.database = database
        self.topics = topics
        self.table = purposes

    @staticmethod
    def purposes() -> PurposeTable:
        return parse_purposes(tomllib.loads((CONFIG / "purposes.toml").read_text(encoding="utf-8")))

    def walks_in(self, name: str) -> Arrived:
        """Someone new, checked in and agreed to be matched."""
        arrived = self.database.write(walk_in, name, "Door left", f"tap for {name}")
        self.database.write(agree_to_match, arrived.arrival.attendee_id, True)
        return arrived

    def arrives(self, name: str) -> str:
        """Someone new, checked in and agreed to be matched; their id."""
        return self.walks_in(name).arrival.attendee_id

    def person(self, attendee_id: str) -> Attendee:
        return self.database.read(attendees.need, attendee_id)

    def people(self) -> list[Attendee]:
        return self.database.read(attendees.all_of_them)

    def round(self, seed: int = 1) -> list[Match]:
        """Plan and start a round; its matches."""
        planned = self.database.read_long(plan_next_round, self.database.clock(), self.topics, self.table, seed)
        started = self.database.write(start_round, planned, PACE)
        return self.database.read(matches.of_round, started.id)

    def flow(self, limits: Limits = LIMITS, seed: int = 1) -> list[Match]:
        """Look once at who waits, as the kiosk does each second; the matches that were made."""
        pool = self.database.read_long(who_waits, self.database.clock(), limits)
        if pool is None:
            return []
        planned = self.database.read_long(plan_waiting, self.database.clock(), pool, self.topics, self.table, seed)
        return self.database.write(match_waiting, pool, planned, PACE)

    def matched(self, *ids: str, answer_s: float = 120, lasts_s: float = 720) -> Match:
        """A match of these people that no round made."""
        people = [self.person(who) for who in ids]
        room = Room(people, self.topics, self.table)
        told = tuple(
            Prompt(one.id, tuple(reasons_for(one, other, room, 1) for other in people if other is not one))
            for one in people
        )

        def make(change: Change) -> str:
            [beacon] = allot_beacons(1, [m.beacon for m in matches.in_sight(change.connection)], change.random)
            by, ends = change.now + timedelta(seconds=answer_s), change.now + timedelta(seconds=lasts_s)
            made = Match(new_id(change.random), Origin(Occasion.FLOW), change.now, by, ends, beacon, "", told)
            matches.add(change.connection, [made])
            return made.id

        return self.match(self.database.write(make))

    def match(self, match_id: str) -> Match:
        found = self.database.read(matches.get, match_id)
        assert found is not None
        return found

    def says(self, match: Match, who: str, answer: Answer) -> None:
        """This person's answer to the prompt."""
        self.database.write(answer_prompt, match.id, who, answer)

    def scans(self, who: str, other: str) -> Meeting:
        """One scans the other's badge: they have met."""
        return self.database.write(meet_by_badge, who, self.person(other).badge_code)

    def phone(self, attendee_id: str) -> PhoneScreen:
        screen = self.database.read(phone_screen, attendee_id, self.database.clock())
        assert screen is not None
        return screen
