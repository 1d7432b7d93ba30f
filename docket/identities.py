"""Which rows of a corrected report are not a correction of who or what they were, but somebody or something else; pure."""

from collections.abc import Iterator

import msgspec

from docket.contract import Person, Report


class Others(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of rows that both reports have."""

    persons: frozenset[str]
    offences: frozenset[str]


def others(before: Report, after: Report) -> Others:
    """Filling in what was not known, and writing one thing about a person right, is no exchange."""
    persons = {one.id: one for one in before.persons}
    codes = {one.id: one.offence for one in before.offences}
    return Others(
        persons=frozenset(one.id or "" for one in after.persons if one.id in persons and is_another(persons[one.id], one)),
        offences=frozenset(
            one.id or "" for one in after.offences if None not in (codes.get(one.id), one.offence) and codes[one.id] != one.offence
        ),
    )


def is_another(before: Person, after: Person) -> bool:
    """A person became a company, or at least two things by which one is known and all that both rows have of them differ."""
    if None not in (before.kind, after.kind) and before.kind != after.kind:
        return True
    known = [old != new for old, new in _known(before, after)]
    return len(known) > 1 and all(known)


def _known(before: Person, after: Person) -> Iterator[tuple[object, object]]:
    for old, new in zip(_marks(before), _marks(after), strict=True):
        if old is not None and new is not None:
            yield old, new


def _marks(person: Person) -> tuple[object, ...]:
    names = [name.casefold().strip() for name in (person.family_name, person.given_names) if name]
    return (" ".join(names) or None, person.birth_date, person.ssin, person.enterprise_number)
