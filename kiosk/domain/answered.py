"""Which asks of the evening were answered: whoever asks met somebody with an offer on it."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.attendee import Attendee
from kiosk.domain.benefit import answer
from kiosk.domain.meeting import Meeting
from kiosk.domain.statement import Kind
from kiosk.domain.statement import Statement
from kiosk.domain.topic import Topics


@dataclass(frozen=True, slots=True)
class Answered:
    asker: Attendee
    ask: Statement
    answered: bool


def answered_asks(people: Sequence[Attendee], met: Iterable[Meeting], topics: Topics) -> Iterator[Answered]:
    """Every ask of `people`, in their order."""
    offers = {person.id: person.stated(Kind.OFFER) for person in people}
    offered_to: defaultdict[str, list[Statement]] = defaultdict(list)
    for meeting in met:
        offered_to[meeting.one_id] += offers.get(meeting.other_id, ())
        offered_to[meeting.other_id] += offers.get(meeting.one_id, ())
    for person in people:
        for ask in person.stated(Kind.ASK):
            yield Answered(person, ask, any(answer(ask, offer, topics) > 0 for offer in offered_to[person.id]))
