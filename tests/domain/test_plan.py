"""What the organizer is told of those without a match."""

from collections.abc import Callable

from kiosk.domain.candidate import Candidate
from kiosk.domain.plan import LeftOut
from kiosk.domain.plan import Plan
from kiosk.domain.plan import PlannedMatch
from kiosk.domain.plan import Why
from kiosk.domain.purpose import Purpose

Write = Callable[..., Candidate]
Planner = Callable[..., Plan]


def test_the_organizer_is_told_why_someone_has_no_match(plan: Planner, person: Write) -> None:
    sell, listen = [Purpose.FIND_CUSTOMERS], [Purpose.LISTEN]
    assert plan([]) == Plan((), ())
    assert plan([person("ana")]).left_out == (LeftOut("ana", Why.ALONE),)
    assert [left.why for left in plan([person("ana"), person("ben")], {("ana", "ben")}).left_out] == [
        Why.MET_EVERYONE,
        Why.MET_EVERYONE,
    ]
    cross = plan([person("ana", purposes=sell), person("ben", purposes=listen), person("cem", purposes=listen)])
    assert cross == Plan((PlannedMatch(("ben", "cem")),), (LeftOut("ana", Why.CROSS_PURPOSES),))
    both = plan(
        [person("ana", purposes=sell), person("ben", purposes=listen), person("cem"), person("dia")],
        {("ana", "cem"), ("ana", "dia")},
    )
    assert LeftOut("ana", Why.CROSS_PURPOSES) in both.left_out
    odd = plan([person("ana"), person("ben"), person("cem")], {("ana", "ben")})
    assert [left.why for left in odd.left_out] == [Why.ODD_ONE_OUT]


def test_no_sentence_tells_that_someone_said_no() -> None:
    sentences = [why.sentence for why in Why]
    assert len(set(sentences)) == len(Why)
    assert not any(word in sentence.lower() for sentence in sentences for word in ("declin", "refus", "said no", "!"))
