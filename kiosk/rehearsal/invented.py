"""Invented guests, and when they come through the door."""

import csv
import io
from dataclasses import dataclass
from random import Random

_GIVEN = (
    *("Ana", "Ben", "Cem", "Dora", "Emil", "Femi", "Grace", "Hugo", "Ida", "Jonas", "Kemal", "Lena", "Mika", "Nora"),
    *("Omar", "Pia", "Quentin", "Rosa", "Sami", "Tilda", "Ugo", "Vera", "Wim", "Xenia", "Yara", "Zoe", "Andrej"),
    *("Birgit", "Carlos", "Dilek", "Elif", "Farid", "Greta", "Hana", "Igor", "Julia", "Karim", "Leila", "Matteo"),
)
_FAMILY = (
    *("Abel", "Brandt", "Conti", "Demir", "Ekström", "Farouk", "Greco", "Hansen", "Ivanova", "Jansen", "Keller"),
    *("Lindqvist", "Moreau", "Novak", "Okafor", "Petrov", "Quint", "Rossi", "Santos", "Tanaka", "Ueda", "Vogel"),
    *("Weiss", "Yilmaz", "Zimmer", "Almeida", "Berg", "Castillo", "Dubois", "Eriksen"),
)
_CARES = (
    *("beekeeping", "board games", "choir", "cycling", "photography", "cooking", "hiking", "Python", "jazz", "chess"),
    *("machine learning", "open data", "sourdough", "repair café", "theatre", "local history", "public speaking"),
    *("grant writing", "teaching", "translation", "illustration", "poetry", "climbing", "running", "yoga", "film"),
    *("typography", "user research", "web accessibility", "Linux", "Rust", "data journalism", "statistics", "maps"),
    *("public transport", "housing", "cooperatives", "accounting", "fundraising", "volunteering", "mentoring"),
    *("nursing", "nutrition", "coffee", "gardening", "solar power", "electronics", "robotics", "astronomy"),
    *("philosophy", "debating", "sign language", "cello", "songwriting", "swing dancing", "comics", "game design"),
    *("genealogy", "knitting", "woodworking", "bookbinding"),
)
_PURPOSES = (
    *("Make friends", "Learn something new", "Find a job", "Hire someone", "Find customers"),
    *("Find a co-founder", "Help people new to the field", "Just here to listen"),
)
_NO_SHOW = 0.12
"""Of those on the list of a free evening about so many stay away at least; more would only make the door idle."""


@dataclass(frozen=True, slots=True)
class Invented:
    """`comes_at` is when they stand at the door, as a share of the evening from 0 to 1; None for who stays away."""

    number: int
    name: str
    comes_at: float | None


def invent(people: int, seed: int) -> tuple[list[Invented], bytes]:
    """So many guests, each with a name of their own, and the list on which they stand as the CSV file it would be.

    Arrivals are thick soon after the doors open and thin out: a quarter of the evening brings most of them.
    """
    random = Random(seed)
    names = _names(people, random)
    guests = [Invented(n, name, _comes_at(random)) for n, name in enumerate(names)]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["Name", "Ticket", "Interests", "Offers", "Asks", "Purposes"])
    for guest in guests:
        liked = _few(random, 2, 5)
        writer.writerow(
            [guest.name, f"rehearsal-{guest.number}", "; ".join(liked), "; ".join(_few(random, 0, 3)),
             "; ".join(_few(random, 0, 2)), random.choice(_PURPOSES)]
        )  # fmt: skip
    return guests, file.getvalue().encode()


def _names(people: int, random: Random) -> list[str]:
    """Different ones, as long as different ones can be made; then numbered."""
    pairs = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    random.shuffle(pairs)
    rounds = -(-people // len(pairs))
    return [name if turn == 0 else f"{name} {turn + 1}" for turn in range(rounds) for name in pairs][:people]


def _comes_at(random: Random) -> float | None:
    if random.random() < _NO_SHOW:
        return None
    return min(0.75, random.gammavariate(2.0, 0.06))


def _few(random: Random, least: int, most: int) -> list[str]:
    """Some of what people care about, the first of the list far more often than the last: a long tail."""
    wanted = random.randint(least, most)
    weights = [1 / (place + 3) for place in range(len(_CARES))]
    return list(dict.fromkeys(random.choices(_CARES, weights, k=wanted)))
