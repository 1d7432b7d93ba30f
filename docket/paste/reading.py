"""Puts the finds together: the longest wins, what belongs in one row gets one row, repeats are told once."""

from collections.abc import Iterable
from datetime import date

import msgspec

from docket.paste.dates import LABELLED, find_dates
from docket.paste.numbers import find_numbers
from docket.paste.persons import find_persons
from docket.paste.places import find_places
from docket.paste.proposal import Fact, Found, PlaceName, Proposal, fold, same_sentence
from docket.paste.weights import find_weights

#: Words on one place or person stand close together.
_NEAR = 60
#: Facts that describe somebody who was named with other words just before or after.
_DESCRIBES = frozenset({"persons[].ssin", "persons[].enterpriseNumber", "persons[].birthDate", "persons[].arrestedAt"})
#: Two groups of two men are two rows, though they say the same.
_TWICE = frozenset({"persons[].count", "persons[].minor"})
_DATED = frozenset({"offences[].committedFrom", "persons[].arrestedAt"})
_SCATTERED = "Let op: de tekst noemt verscheidene data; kijk na welke van de feiten is."


def proposals(text: str, names: Iterable[PlaceName] = (), received_on: date | None = None) -> tuple[Proposal, ...]:
    """What the text seems to say, in the order of the text; `names` is the gazetteer, `received_on` the day of the report."""
    folded = fold(text)
    finds = [
        *find_numbers(text, folded),
        *find_places(text, folded, names),
        *find_dates(folded, received_on),
        *find_weights(text, folded),
        *find_persons(text, folded),
    ]
    return _Rows(text).read(_doubt_scattered_dates(_longest(finds)))


def _longest(finds: list[Found]) -> list[Found]:
    """Without overlaps: a longer find beats the shorter ones in it, and of two equals the first finder wins."""
    kept: list[Found] = []
    taken: set[int] = set()
    for found in sorted(finds, key=lambda found: found.start - found.end):
        span = range(found.start, found.end)
        if not taken.intersection(span):
            taken.update(span)
            kept.append(found)
    return sorted(kept, key=lambda found: found.start)


def _doubt_scattered_dates(finds: list[Found]) -> list[Found]:
    """A date without a word on what it is the date of is taken for that of the facts only when it is the only one."""
    dated = [found for found in finds if any(fact.field in _DATED for fact in found.facts)]
    if len(dated) < 2:
        return finds
    return [
        found._replace(facts=tuple(fact._replace(doubtful=True, why=f"{fact.why} {_SCATTERED}") for fact in found.facts))
        if found in dated and any(fact.field == "offences[].committedFrom" and LABELLED not in fact.why for fact in found.facts)
        else found
        for found in finds
    ]


class _Row:
    """A row while it is being read: what it has and where the text last spoke of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.fields: set[str] = set()
        self.end = 0
        #: Not several people.
        self.single = True


class _Rows:
    """Hands out row names while reading from begin to end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.made: list[Proposal] = []
        self.rows: dict[str, _Row] = {}
        #: The row of each list that the text spoke of last, and how many rows there are.
        self.current: dict[str, _Row] = {}
        self.count: dict[str, int] = {}
        #: Whether the text counted people already.
        self.people = False
        self.said: dict[tuple[str, object], int] = {}

    def read(self, finds: list[Found]) -> tuple[Proposal, ...]:
        for found in finds:
            parts: dict[tuple[str, int], list[Fact]] = {}
            for fact in found.facts:
                parts.setdefault((_collection(fact.field), fact.part), []).append(fact)
            for (collection, _), facts in parts.items():
                if not self._repeats(found, collection, facts[0]):
                    self._row(found, collection, facts)
        return tuple(self.made)

    def _row(self, found: Found, collection: str, facts: list[Fact]) -> None:
        fields = {fact.field for fact in facts}
        row = self._row_of(found, collection, fields) if collection else None
        if row and any(fact.field == "persons[].count" and fact.value != 1 for fact in facts):
            row.single = False
        doubtful, why = facts[0].doubtful, ""
        if row and row.fields == fields <= _DESCRIBES and self.people:
            doubtful, why = True, " Let op: kijk na bij wie dit hoort."
        for fact in facts:
            self.said.setdefault((fact.field, fact.value), len(self.made))
            self.made.append(
                Proposal(
                    field=fact.field,
                    value=fact.value,
                    row=row.name if row else None,
                    start=found.start,
                    end=found.end,
                    words=self.text[found.start : found.end],
                    doubtful=fact.doubtful or doubtful,
                    why=fact.why + why,
                )
            )

    def _repeats(self, found: Found, collection: str, fact: Fact) -> bool:
        """A quay or number that was named before gets a second span, not a second row."""
        index = self.said.get((fact.field, fact.value))
        if index is None or fact.field in _TWICE or collection in ("seizures", "offences"):
            return False
        before = self.made[index]
        surer = fact if before.doubtful and not fact.doubtful else before
        repeats = (*before.repeats, (found.start, found.end))
        self.made[index] = msgspec.structs.replace(before, repeats=repeats, doubtful=surer.doubtful, why=surer.why)
        if before.row:
            self.current[collection] = self.rows[before.row]
            self.current[collection].end = found.end
        return True

    def _row_of(self, found: Found, collection: str, fields: set[str]) -> _Row:
        row = self.current.get(collection)
        if row is None or not self._continues(row, found, collection, fields):
            self.count[collection] = self.count.get(collection, 0) + 1
            row = _Row(f"{collection}-{self.count[collection]}")
            self.rows[row.name] = self.current[collection] = row
        row.fields |= fields
        row.end = found.end
        self.people = self.people or "persons[].count" in row.fields
        return row

    def _continues(self, row: _Row, found: Found, collection: str, fields: set[str]) -> bool:
        """Whether these facts say more of the place, ship or person that the words just before spoke of."""
        describes = collection == "persons" and ((fields <= _DESCRIBES and row.single) or row.fields <= _DESCRIBES)
        together = describes or collection in ("places", "vessels")
        near = found.start - row.end <= _NEAR and same_sentence(self.text, row.end, found.start)
        return together and near and not row.fields & fields


def _collection(field: str) -> str:
    """The list of rows that a field belongs to; empty for a field of the report and for a list of plain texts."""
    name, separator, _ = field.partition("[].")
    return name if separator else ""
