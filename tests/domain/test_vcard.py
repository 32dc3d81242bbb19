"""Contact files, read back by the rules of RFC 2426."""

import re
from random import Random

import pytest

from kiosk.domain.vcard import Card
from kiosk.domain.vcard import vcards


def read(content: bytes) -> list[dict[str, str]]:
    """Each card by property name, escapes taken off; a name's parts stay apart, joined by bars."""
    assert content.endswith(b"\r\n")
    lines = content[:-2].split(b"\r\n")
    for line in lines:
        assert len(line) <= 75
        line.decode()  # no character is cut in two
        assert b"\n" not in line
        assert b"\r" not in line
    whole = b"\r\n".join(lines).replace(b"\r\n ", b"").decode().split("\r\n")
    cards: list[dict[str, str]] = []
    for line in whole:
        key, _, value = line.partition(":")
        if line == "BEGIN:VCARD":
            cards.append({})
        parts = re.findall(r"(?:^|;)((?:\\.|[^;\\])*)", value) if key == "N" else [value]
        cards[-1][key] = "|".join(re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], p) for p in parts)
    return cards


FULL = Card(
    "abc",
    "Ana García; Lda, de \\Souza",
    "Bees, honey; & wax",
    "Keeper",
    "ana@example.org",
    "+49 170 1",
    "roof\nsmoker, queen; C:\\x",
)


def test_what_is_written_is_read_again() -> None:
    [card] = read(vcards([FULL]))
    assert card == {
        "BEGIN": "VCARD",
        "VERSION": "3.0",
        "UID": FULL.uid,
        "FN": FULL.name,
        "N": f"|{FULL.name}|||",
        "ORG": FULL.company,
        "TITLE": FULL.title,
        "EMAIL;TYPE=INTERNET": FULL.email,
        "TEL": FULL.phone,
        "NOTE": FULL.note,
        "END": "VCARD",
    }


def test_what_is_not_there_is_not_written() -> None:
    [card] = read(vcards([Card("abc", "Ana")]))
    assert set(card) == {"BEGIN", "VERSION", "UID", "FN", "N", "END"}


def test_several_cards_are_one_file_and_none_is_an_empty_one() -> None:
    assert [card["FN"] for card in read(vcards([Card("a", "Ana"), Card("b", "Ben")]))] == ["Ana", "Ben"]
    assert vcards([]) == b""


@pytest.mark.parametrize("seed", range(40))
def test_no_text_breaks_out_of_its_line(seed: int) -> None:
    random = Random(seed)
    signs = "aé;,\\:\n\"' =日本語محمد👩‍👩‍👧ÅBEGIN:VCARD"
    name, note = ("".join(random.choices(signs, k=random.randrange(1, 200))) for _ in range(2))
    [card] = read(vcards([Card("x", name, note=f"x{note}x")]))
    assert (card["FN"], card["NOTE"]) == ("\n".join(name.splitlines()), f"x{note}x")
