"""What differs between two reports of one file, field by field; pure."""

from collections.abc import Iterator
from typing import Any

import msgspec

from docket.contract import Report

#: Lists whose rows have ids of their own.
_ROWS = ("places", "offences", "persons", "seizures")


class Change(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One field that was corrected, or one row that came or went."""

    #: JSON pointer; a row is named by its id: `/persons/s1/birthDate`.
    path: str
    #: As in the contract; None = it was not known.
    before: Any
    after: Any


def compare(before: Report, after: Report) -> tuple[Change, ...]:
    """Both have an id on every row (`cases.numbered`); in the order of the contract."""
    return tuple(_fields("", msgspec.to_builtins(before), msgspec.to_builtins(after)))


def _fields(path: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        where = f"{path}/{name}"
        if path == "" and name in _ROWS:
            yield from _rows(where, old or [], new or [])
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from _fields(where, old, new)
        elif old != new:
            yield Change(path=where, before=old, after=new)


def _rows(path: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[Change]:
    old = {row["id"]: row for row in before}
    new = {row["id"]: row for row in after}
    for row_id in dict.fromkeys((*old, *new)):
        where = f"{path}/{row_id}"
        if row_id in old and row_id in new:
            yield from _fields(where, old[row_id], new[row_id])
        else:
            yield Change(path=where, before=old.get(row_id), after=new.get(row_id))
    kept = [row_id for row_id in old if row_id in new]
    if kept != [row_id for row_id in new if row_id in old]:
        yield Change(path=path, before=list(old), after=list(new))
