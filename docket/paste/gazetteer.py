"""Takes the names that a pasted text may hold from the places of the law."""

from collections.abc import Iterable
from typing import Protocol

from docket.paste.proposal import PlaceName

_KINDS = ("dock", "lock", "terminal", "street", "village", "site", "road", "port", "part", "partOfPort")


class Place(Protocol):
    """What is read of a row of routing/legislation/places.csv."""

    @property
    def name(self) -> str: ...
    @property
    def other_names(self) -> tuple[str, ...]: ...
    @property
    def not_after(self) -> tuple[str, ...]: ...
    @property
    def kind(self) -> str: ...
    @property
    def port(self) -> str | None: ...
    @property
    def area(self) -> str | None: ...


def place_names(places: Iterable[Place]) -> tuple[PlaceName, ...]:
    """Every spelling of every place; quays are told by their number and need no name."""
    return tuple(
        PlaceName(
            text=text,
            kind=kind,
            value=place.name,
            port=place.port or None,
            telling=bool(place.area) or kind in ("site", "road"),
            not_after=tuple(place.not_after),
        )
        for place in places
        for kind in _KINDS
        if kind == place.kind
        for text in (place.name, *place.other_names)
    )
