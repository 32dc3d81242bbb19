"""Cyrillic and Greek in Latin letters, for finding a name that one person wrote in one and types in the other.

After the letters of passports (ICAO Doc 9303-3, section 6), without its differences between countries: what is typed
is compared with slips allowed.
"""

_CYRILLIC = (
    "а a б b в v г g ґ g д d е e ё e є ie ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ў u ф f "
    "х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю iu я ia ђ d ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz"
)
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
_TABLE = str.maketrans(
    {
        letter: latin.strip("_")
        for letters in (_CYRILLIC.split(), _GREEK.split())
        for letter, latin in zip(letters[::2], letters[1::2], strict=True)
    }
)
_TOGETHER = (("ου", "ou"), ("μπ", "b"), ("ντ", "nt"), ("γγ", "ng"), ("αυ", "av"), ("ευ", "ev"))
"""Greek letters that are one sound."""


def latin(folded: str) -> str:
    """A folded text with its Cyrillic and Greek letters in Latin; all others stay.

    >>> latin("дмитро коваленко"), latin("παπαδοπουλου")
    ('dmitro kovalenko', 'papadopoulou')
    """
    if folded.isascii():
        return folded
    for greek, sound in _TOGETHER:
        folded = folded.replace(greek, sound)
    return folded.translate(_TABLE)
