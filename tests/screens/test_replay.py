"""An evening can be planned again, and gives the same matches."""

import sqlalchemy as sa

from kiosk.actions.end_round import end_round
from kiosk.actions.set_mood import set_mood
from kiosk.actions.set_purposes import set_purposes
from kiosk.actions.start_round import plan_next_round
from kiosk.actions.start_round import start_round
from kiosk.actions.state_topic import state_topic
from kiosk.domain.apart import Apart
from kiosk.domain.attendee import Mood
from kiosk.domain.basis import Basis
from kiosk.domain.candidate import Candidate
from kiosk.domain.candidate import History
from kiosk.domain.purpose import Purpose
from kiosk.domain.statement import Kind
from kiosk.domain.topic_file import parse_topics
from kiosk.screens.replay import Verdict
from kiosk.screens.replay import replay
from kiosk.store import matches
from kiosk.store import plans
from kiosk.store.database import Change
from kiosk.store.schema import attendees
from kiosk.store.schema import plan_people
from kiosk.store.schema import plans as plan_rows
from kiosk.store.schema import prompts
from tests.conftest import Clock
from tests.party import PACE
from tests.party import Party

STATED = ("bees", "gardening", "chess", "old maps")


def evening(party: Party, clock: Clock) -> None:
    """Nine people, who state one thing or another and meet here and there, and three rounds."""
    people = [party.arrives(f"Person {n}") for n in range(9)]
    for n, who in enumerate(people):
        party.database.write(state_topic, who, list(Kind)[n % 3], STATED[n % 4], party.topics)
        party.database.write(set_purposes, who, [list(Purpose)[n % len(Purpose)]])
    for seed in range(3):
        made = party.round(seed)
        clock.pass_(minutes=5)
        party.scans(made[0].attendee_ids[0], made[0].attendee_ids[1])
        party.database.write(end_round)
        for who in people:
            party.database.write(set_mood, who, Mood.FREE)


def verdicts(party: Party) -> list[Verdict]:
    return [plan.verdict for plan in party.database.read_long(replay, party.topics, party.table)]


def test_the_same_facts_and_seed_give_the_same_matches_though_the_people_have_changed_since(
    party: Party, clock: Clock
) -> None:
    evening(party, clock)
    for match in party.database.read(matches.all_of_them):
        party.database.write(set_purposes, match.attendee_ids[0], [Purpose.LISTEN])
    assert verdicts(party) == [Verdict.SAME] * 3


def test_each_match_says_how_it_was_made(party: Party, clock: Clock) -> None:
    evening(party, clock)
    kept = {plan.id: plan for plan in party.database.read(lambda connection: list(plans.all_of_them(connection)))}
    for match in party.database.read(matches.all_of_them):
        assert match.origin.plan_id is not None
        plan = kept[match.origin.plan_id]
        assert plan.basis is not None
        assert (match.origin.seed, match.origin.engine) == (plan.basis.seed, plan.engine)


def test_a_plan_keeps_all_it_was_made_from(party: Party) -> None:
    ana, ben, chen, dora = (party.arrives(name) for name in ("Ana", "Ben", "Chen", "Dora"))
    pair = frozenset
    history = History(
        never=frozenset({pair((ana, ben)), pair((chen, ben)), pair((ana, dora))}),
        before=frozenset({pair((ben, dora))}),
        met=frozenset({pair((ana, ben))}),
        apart=(Apart(frozenset((ana, chen, dora)), frozenset((ana, chen))), Apart(frozenset((ben, dora)))),
        glad={(ana, ben): True, (ben, ana): False, (chen, "who left"): True},
    )
    basis = Basis(tuple(Candidate(who, meetings=len(who)) for who in (dora, ana, chen, ben)), history, 7, 0.25)
    party.database.write(
        lambda change: plans.add(change.connection, change.now, basis, engine="", config="", outcome="")
    )
    [kept] = party.database.read(lambda connection: list(plans.all_of_them(connection)))
    assert kept.basis is not None
    assert set(kept.basis.candidates) == set(basis.candidates)
    assert (kept.basis.history, kept.basis.seed, kept.basis.random_share) == (history, 7, 0.25)


def test_a_match_that_stands_in_no_plan_is_found(party: Party, clock: Clock) -> None:
    evening(party, clock)
    [first, *_] = party.database.read(matches.all_of_them)
    taken = {prompt.attendee_id for prompt in first.prompts}
    other = next(
        who
        for match in party.database.read(matches.all_of_them)
        for who in match.attendee_ids
        if match.origin.plan_id == first.origin.plan_id and who not in taken
    )

    def exchange(change: Change) -> None:
        of_first = sa.and_(prompts.c.match_id == first.id, prompts.c.attendee_id == first.attendee_ids[0])
        change.connection.execute(prompts.update().where(of_first).values(attendee_id=other))

    party.database.write(exchange)
    assert verdicts(party) == [Verdict.DIFFERENT, Verdict.SAME, Verdict.SAME]


def test_another_seed_would_have_been_noticed(party: Party, clock: Clock) -> None:
    evening(party, clock)
    party.database.write(lambda change: change.connection.execute(plan_rows.update().values(seed=plan_rows.c.seed + 1)))
    assert Verdict.DIFFERENT in verdicts(party)


def test_changed_topics_are_named_as_the_reason_not_to_replay(party: Party, clock: Clock) -> None:
    evening(party, clock)
    party.topics = parse_topics("name,aliases,related\nbeekeeping,bees;apiary,\ngardens,gardening,\n")
    assert verdicts(party) == [Verdict.OTHER_CONFIG] * 3


def test_of_someone_erased_nothing_remains_in_what_plans_were_made_from(party: Party, clock: Clock) -> None:
    evening(party, clock)
    [gone, *_] = party.database.read(matches.all_of_them)[0].attendee_ids

    def erase(change: Change) -> None:
        change.connection.execute(attendees.delete().where(attendees.c.id == gone))

    party.database.write(erase)
    assert verdicts(party) == [Verdict.ERASED] * 3
    theirs = sa.select(sa.func.count()).select_from(plan_people).where(plan_people.c.attendee_id == gone)
    assert party.database.read(lambda connection: connection.scalar(theirs)) == 0


def test_what_happened_while_a_round_was_planned_leaves_it_the_same_plan(party: Party) -> None:
    people = [party.arrives(f"Person {n}") for n in range(6)]
    planned = party.database.read_long(plan_next_round, party.database.clock(), party.topics, party.table, 1)
    party.database.write(set_mood, people[0], Mood.RESTING)
    party.database.write(start_round, planned, PACE)
    [replayed] = party.database.read_long(replay, party.topics, party.table)
    assert (replayed.made, replayed.verdict) == (2, Verdict.SAME)


def test_what_was_changed_about_topics_that_nobody_had_stated_changes_no_plan(party: Party, clock: Clock) -> None:
    evening(party, clock)
    more = "name,aliases,related\nbeekeeping,bees;apiary,gardens\ngardens,gardening,\nsailing,boats,\n"
    party.topics = parse_topics(more)
    assert verdicts(party) == [Verdict.SAME] * 3
