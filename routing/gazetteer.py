"""Names, quay numbers and outlines of the port areas, indexed for look-up; it decides nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

import msgspec

from routing.decision import Citation, Confidence
from routing.words import tokens

#: the word or letter glued to a quay number, empty where it stands alone, and the number
QUAY_NUMBER = re.compile(r"([a-z]*)0*(\d{1,4})[a-z]?")
METRES_PER_DEGREE = 111_200
CONFIDENCE_ORDER: tuple[Confidence, ...] = ("sure", "likely", "unverified")


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """One place of the gazetteer."""

    id: str
    title: str
    kind: str
    port: str | None
    #: None = the name tells no area
    area: str | None
    #: words that make it another word: "het doel"
    not_after: frozenset[str]
    citation: Citation


class QuayRow(msgspec.Struct, frozen=True, kw_only=True):
    first: int
    last: int
    title: str
    dock: str | None
    confidence: Confidence
    citation: Citation


class QuayRange(msgspec.Struct, frozen=True, kw_only=True):
    area: str
    start: int
    #: exclusive; None = no end
    end: int | None


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    area: str
    uncertainty_m: int
    #: longitude, latitude
    points: tuple[tuple[float, float], ...]
    citation: Citation


class Fairway(msgspec.Struct, frozen=True, kw_only=True):
    """A river as a place of its own, between its neighbours."""

    id: str
    #: in words, as they are looked for in a text
    names: tuple[tuple[str, ...], ...]
    #: divisions on its sides; empty = it lies in `beyond`
    between: tuple[str, ...]
    #: ISO 3166-1 alpha-2
    beyond: str | None
    citation: Citation


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    name: Name
    #: the path of the field that names it, and its words
    field: str
    value: str


class QuayMention(msgspec.Struct, frozen=True, kw_only=True):
    number: int
    field: str
    value: str


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """What a pair of coordinates tells."""

    #: areas whose outline holds the point by more than its uncertainty
    inside: tuple[str, ...]
    #: areas whose edge is nearer than the uncertainty
    near: tuple[str, ...]


class QuayWords(msgspec.Struct, frozen=True, kw_only=True):
    port: str
    words: frozenset[str]
    between: frozenset[str]
    #: a letter that stands for the word only before that many digits
    letter: str
    letter_digits: int
    citation: Citation


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True):
    #: first word -> the names that start with it, longest first
    names: dict[str, tuple[tuple[tuple[str, ...], Name], ...]]
    quays: tuple[QuayRow, ...]
    ranges: tuple[QuayRange, ...]
    outlines: tuple[Outline, ...]
    fairways: tuple[Fairway, ...]
    quay_words: QuayWords

    def mentions(self, field: str, value: str, words: tuple[str, ...]) -> list[Mention]:
        """The names in a text, in their order; a longer name swallows the shorter ones in it."""
        if self.names.keys().isdisjoint(words):
            return []
        found, free_from = [], 0
        for at, word in enumerate(words):
            if at < free_from:
                continue
            for name_words, name in self.names.get(word, ()):
                end = at + len(name_words)
                if words[at:end] == name_words and not (at and words[at - 1] in name.not_after):
                    found.append(Mention(name=name, field=field, value=value))
                    free_from = end
                    break
        return found

    def quay_numbers(self, words: tuple[str, ...], *, own_field: bool) -> list[int]:
        """Quay numbers in a text: after a word for quay; in the quay field itself, any number."""
        rules = self.quay_words
        numbers: list[int] = []
        if "".join(words).isalpha():
            return numbers
        announced = own_field
        lettered = False
        for word in words:
            if not word.isalpha() and (found := QUAY_NUMBER.fullmatch(word)):
                glued, digits = found.groups()
                long = len(digits) >= rules.letter_digits
                alone = not glued and (announced or (lettered and long))
                if alone or glued in rules.words or (glued == rules.letter and (own_field or long)):
                    numbers.append(int(digits))
                announced = own_field
            elif word in rules.words:
                announced = True
            elif word not in rules.between and word != rules.letter:
                announced = own_field
            lettered = word == rules.letter
        return numbers

    def quay_area(self, number: int) -> tuple[str | None, tuple[QuayRow, ...]]:
        """The bank of a quay, and the rows of the gazetteer that know it."""
        area = next((r.area for r in self.ranges if r.start <= number and (r.end is None or number < r.end)), None)
        return area, tuple(row for row in self.quays if row.first <= number <= row.last)

    def quay_dock(self, number: int) -> tuple[str | None, tuple[str, ...]]:
        """The dock of a quay where exactly one row of the best confidence names it, else None and the candidates."""
        rows = [row for row in self.quays if row.dock is not None and row.first <= number <= row.last]
        for confidence in CONFIDENCE_ORDER:
            best = [row for row in rows if row.confidence == confidence]
            if len(best) == 1:
                return best[0].dock, ()
            if best:
                break
        return None, tuple(dict.fromkeys(row.dock for row in rows if row.dock is not None))

    def fairway(self, words: tuple[str, ...]) -> Fairway | None:
        """The river that a text names as the place itself."""
        for fairway in self.fairways:
            for name in fairway.names:
                if name[0] in words and any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1)):
                    return fairway
        return None

    def outlines_of(self, areas: Iterable[str]) -> tuple[Outline, ...]:
        wanted = frozenset(areas)
        return tuple(outline for outline in self.outlines if outline.area in wanted)

    def point(self, latitude: float, longitude: float) -> Point:
        inside, near = [], []
        for outline in self.outlines:
            within, distance_m = _position(latitude, longitude, outline.points)
            if distance_m <= outline.uncertainty_m:
                near.append(outline.area)
            elif within:
                inside.append(outline.area)
        return Point(inside=tuple(inside), near=tuple(near))


def index_names(rows: Iterable[tuple[tuple[str, ...], Name]]) -> dict[str, tuple[tuple[tuple[str, ...], Name], ...]]:
    """Index names by their first word; a name may be written in several ways."""
    index: dict[str, dict[tuple[str, ...], Name]] = {}
    for spellings, name in rows:
        for spelling in spellings:
            words = tokens(spelling)
            index.setdefault(words[0], {}).setdefault(words, name)
    return {first: tuple(sorted(names.items(), key=lambda item: -len(item[0]))) for first, names in index.items()}


def _position(latitude: float, longitude: float, points: tuple[tuple[float, float], ...]) -> tuple[bool, float]:
    """Whether a point lies within an outline, and how far it is from the edge in metres."""
    east = METRES_PER_DEGREE * math.cos(math.radians(latitude))
    corners = [((x - longitude) * east, (y - latitude) * METRES_PER_DEGREE) for x, y in points]
    within, nearest = False, math.inf
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y1 > 0) != (y2 > 0) and x1 + (x2 - x1) * -y1 / (y2 - y1) > 0:
            within = not within
        dx, dy = x2 - x1, y2 - y1
        along = max(0.0, min(1.0, -(x1 * dx + y1 * dy) / (dx * dx + dy * dy)))
        nearest = min(nearest, math.hypot(x1 + along * dx, y1 + along * dy))
    return within, nearest
