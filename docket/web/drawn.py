"""Rows of lists that were drawn before: a list is looked at far more often than a row of it changes."""

from collections.abc import Hashable

from markupsafe import Markup

#: About two kilobytes each.
MOST = 4_000


class Drawn:
    """What a template made of a value, found by all that the value holds, so that it is never out of date; the oldest goes first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._made: dict[Hashable, Markup] = {}

    def of(self, value: Hashable) -> Markup | None:
        return self._made.get(value)

    def keep(self, value: Hashable, made: Markup) -> Markup:
        if len(self._made) >= self._most:
            del self._made[next(iter(self._made))]
        self._made[value] = made
        return made
