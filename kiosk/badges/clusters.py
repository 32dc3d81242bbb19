"""What a reader takes for one character: a letter with its marks, an emoji with its joined parts and its skin.

The cases of extended grapheme clusters (UAX #29) that a choice of fonts must not tear apart.
"""

import unicodedata

_JOINERS = {"\u200c", "\u200d"}
_GLUES = {"\u200d"}
_EAST_ASIAN = {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "BOPOMOFO", "HANGUL", "IDEOGRAPHIC"}


def clusters(text: str) -> list[str]:
    """`text` in clusters; joined together they are `text` again."""
    found: list[str] = []
    for char in text:
        if found and _belongs(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def script(cluster: str) -> str:
    """The script of a letter by its Unicode name ("LATIN", "GREEK"), East Asian ones as one; "" for anything else."""
    if not unicodedata.category(cluster[:1] or " ").startswith("L"):
        return ""
    first = unicodedata.name(cluster[0], "").split(" ")[0]
    return "CJK" if first in _EAST_ASIAN else first


def _belongs(before: str, char: str) -> bool:
    return (
        unicodedata.category(char).startswith("M")
        or char in _JOINERS
        or before[-1] in _GLUES
        or _is_skin(char)
        or (_is_flag_half(char) and len(before) == 1 and _is_flag_half(before))
    )


def _is_skin(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
