"""What is made of the settings, and anew when they change."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any
from typing import Generic
from typing import TypeVar

Made = TypeVar("Made")


class Following(Generic[Made]):
    """As `cached_property`, but kept only until what `of` reads from the owner's settings is another."""

    def __init__(self, make: Callable[[Any], Made], of: Callable[[Any], object]) -> None:
        self._make = make
        self._of = of
        self._name = f"{make.__name__} follows"
        self.__doc__ = make.__doc__

    def __get__(self, owner: Any, _: type | None = None) -> Made:
        said = self._of(owner.settings)
        kept: tuple[object, Made] | None = owner.__dict__.get(self._name)
        if kept is None or kept[0] != said:
            kept = owner.__dict__[self._name] = said, self._make(owner)
        return kept[1]


def follows(*settings: str) -> Callable[[Callable[[Any], Made]], Following[Made]]:
    """Decorate a method with the settings that what it gives is made of."""
    return lambda make: Following(make, attrgetter(*settings))
