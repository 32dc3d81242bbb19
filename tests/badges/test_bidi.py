"""The order of what runs right and what runs left on one line."""

import pytest

from kiosk.badges.bidi import in_visual_order
from kiosk.badges.bidi import levels
from kiosk.badges.bidi import runs_leftward


def seen(text: str, leftward: bool) -> str:
    """The characters from left to right as they stand on the line (brackets as typed)."""
    return "".join(in_visual_order(list(zip(levels(text, leftward), text, strict=True))))


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("Zoë", False),
        ("לוי", True),
        ("محمد", True),
        ("(7) לוי", True),
        ("🌻 Zoë לוי", False),
        ("123", False),
        ("", False),
    ],
)
def test_the_first_letter_decides_the_direction(text: str, leftward: bool) -> None:
    assert runs_leftward(text) is leftward


@pytest.mark.parametrize(
    ("text", "leftward", "expected"),
    [
        ("Ana Bo", False, "Ana Bo"),
        ("אבג", True, "גבא"),
        ("Ana אבג דהו Bo", False, "Ana והד גבא Bo"),
        ("אבג Ana Bo דהו", True, "והד Ana Bo גבא"),
        ("אבג 3.5 דהו", True, "והד 3.5 גבא"),
        ("abc אבג 123 דהו", False, "abc והד 123 גבא"),
        ("Ana 123 אבג", False, "Ana 123 גבא"),
        ("ابج 42%", True, "%42 جبا"),
        ("אבג · C++ · דהו", True, "והד · ++C · גבא"),
        ("Ana, אבג!", False, "Ana, גבא!"),
        ("אבג!", True, "!גבא"),
        ("אָבג", True, "גבָא"),
    ],
)
def test_a_line_is_seen_in_the_order_it_is_read(text: str, leftward: bool, expected: str) -> None:
    assert seen(text, leftward) == expected


def test_levels_follow_the_unicode_standard_where_directions_mix() -> None:
    assert levels("a א1", False) == [0, 0, 1, 2]
    assert levels("א a1", True) == [1, 1, 2, 2]
    assert levels("ا 1", True) == [1, 1, 2]
