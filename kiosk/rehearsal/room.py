"""The room in which the invented people walk about: who stands where, and how fast time passes."""

import asyncio
import time
from collections import defaultdict
from random import Random


class Room:
    """`speed` minutes of the evening pass in one real minute. `random` makes the same evening from the same seed."""

    def __init__(self, speed: float, seed: int) -> None:
        self.speed = speed
        self.seed = seed
        self.round_asked_at = 0.0
        self._standing: dict[str, dict[int, str]] = defaultdict(dict)

    def random_of(self, number: int) -> Random:
        """The chance of one person, whatever the others do in the meantime."""
        return Random(f"{self.seed} {number}")

    async def pass_time(self, evening_s: float) -> None:
        """Let so many seconds of the evening pass."""
        await asyncio.sleep(evening_s / self.speed)

    def ask_for_a_round(self) -> None:
        self.round_asked_at = time.perf_counter()

    def stand(self, match_id: str, number: int, badge_code: str) -> None:
        """Someone came to where the match meets, wearing their badge."""
        self._standing[match_id][number] = badge_code

    def leave(self, match_id: str, number: int) -> None:
        self._standing[match_id].pop(number, None)

    def badges_seen(self, match_id: str, number: int) -> list[str]:
        """The badges of the others who stand there."""
        return [code for other, code in self._standing[match_id].items() if other != number]
