from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.candidate import Candidate
from kiosk.domain.purpose import PurposeTable
from kiosk.domain.room import Room
from kiosk.domain.topic import Topics


def test_the_room_knows_who_cares_about_what(
    person: Callable[..., Candidate], topics: Topics, purposes: PurposeTable
) -> None:
    present = [person("ana", interests="bees; Bees", offers="chess"), person("ben", interests="beekeeping; tea")]
    room = Room(present, topics, purposes)
    assert room.size == 2
    assert room.holders == {"beekeeping": {"ana", "ben"}, "tea": {"ben"}}


@given(st.integers(2, 400))
def test_only_two_is_the_rarest_there_can_be_and_everyone_the_most_common(size: int) -> None:
    people = [Candidate(f"p{n}") for n in range(size)]
    room = Room(people, Topics.from_rows([]), PurposeTable())
    room.holders = {str(n): frozenset(p.id for p in people[:n]) for n in range(1, size + 1)}
    rarity = [room.rarity(str(n)) for n in range(1, size + 1)]
    assert rarity[0] == rarity[1] == pytest.approx(1)
    assert rarity[1:] == sorted(set(rarity), reverse=True)
    assert rarity[-1] > 0
