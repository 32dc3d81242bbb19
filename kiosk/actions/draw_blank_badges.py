"""Draw codes for badges that are printed without a name."""

from kiosk.domain.badge_code import new_badge_code
from kiosk.store import badge_codes
from kiosk.store.database import Change


def draw_blank_badges(change: Change, number: int) -> tuple[str, ...]:
    """So many (at least one) codes that nobody has and no other blank badge. Nobody is drawn one of them later."""
    taken = badge_codes.all_of_them(change.connection)
    codes: list[str] = []
    for _ in range(number):
        codes.append(new_badge_code(change.random, taken))
        taken.add(codes[-1])
    badge_codes.add_blanks(change.connection, codes, change.now)
    return tuple(codes)
