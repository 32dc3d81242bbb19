"""What people type, made safe to show and possible to find."""

import re
import unicodedata

NAME_LIMIT = 60
"""Code points of a name shown outside (design.md)."""

TEXT_LIMIT = 200
"""Code points of any other typed line."""

_JUNK = {"", "-", "--", "—", "n/a", "na", "none", "tbd", "nil", "null", "nothing", "?", ".", "x", "k.a.", "keine"}
_MAX_MARKS = 3
_JOINERS = "\u200c\u200d"
_APART = re.compile("[^a-z0-9+#]+")
_VOICED = re.compile("[\u3041-\u30ff][\u3099\u309a]")


def clean(text: str, limit: int = TEXT_LIMIT) -> str:
    """One line of NFC text without control, format and bidi characters, cut to `limit` code points.

    Joiners between letters stay: Persian and Indic names and joined emoji need them. At most three combining
    marks stay on a letter, so a name cannot climb over the line above.
    """
    if text.isascii() and text.isprintable():  # most of any list, and nothing in it to take out
        return re.sub(r" +", " ", text).strip()[:limit].rstrip()
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if char.isspace() or category in ("Zl", "Zp"):
            char, category = " ", "Zs"
        if category.startswith("M"):
            marks += 1
            if marks > _MAX_MARKS:
                continue
        else:
            marks = 0
        if category in ("Cc", "Cs", "Co", "Cn"):
            continue
        if category == "Cf" and not (char in _JOINERS and kept and kept[-1] != " "):
            continue
        kept.append(char)
    one_line = re.sub(r" +", " ", "".join(kept)).strip(" " + _JOINERS)
    return one_line[:limit].rstrip()


def clean_name(text: str) -> str:
    """A person's name as it may be shown: `clean`, at most 60 code points."""
    return clean(text, NAME_LIMIT)


def without_junk(text: str) -> str:
    """An answer, or nothing where the answer says nothing: "N/A", "-", "none"."""
    cleaned = clean(text)
    return "" if cleaned.casefold() in _JUNK else cleaned


def fold(text: str) -> str:
    """The form two spellings of one thing share: case, accents, width and punctuation set aside.

    >>> fold("Zoë  Müller-Lüdenscheidt")
    'zoe muller ludenscheidt'
    """
    if text.isascii():  # the same, ten times as fast
        return _APART.sub(" ", text.casefold()).strip()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    # The voiced marks of kana are no accents: they make another letter. Korean syllables stay in their letters, so
    # that a name is found by its beginning while it is being typed.
    decomposed = _VOICED.sub(lambda kana: unicodedata.normalize("NFC", kana[0]), decomposed)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c) or unicodedata.category(c) == "Mc")
    letters = letters.replace("ß", "ss").replace("ø", "o").replace("đ", "d").replace("ł", "l").replace("ı", "i")
    # What is left of the marks are vowels of Indic scripts and Thai: letters, though Python's \w does not count them.
    kept = (c if c.isalnum() or c in "+#" or unicodedata.category(c)[0] == "M" else " " for c in letters)
    return " ".join("".join(kept).split())


def given_name(name: str) -> str:
    """The part of a name to call out: its first word, past titles such as "Dr."; an East Asian name stays whole.

    There the family name comes first, and calling someone by half of it would be wrong either way.
    """
    if any("\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in name):
        return name
    words = [word for word in name.split() if not word.endswith(".") and any(c.isalpha() for c in word)]
    return words[0] if words else name
