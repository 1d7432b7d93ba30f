"""The history of chambers and of single days of them: a chain of hashes that the signed heads name; pure."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

import msgspec

from docket import journal
from docket.hearings import Chamber, HearingKind


class ChamberState(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What a chamber, or one day of it, is."""

    kind: HearingKind
    #: ISO weekdays; of one day: none.
    weekdays: tuple[int, ...] = ()
    #: In court time.
    starts_at: time
    #: 0 = it does not sit that day.
    capacity: int
    closed: bool = False


class ChamberChange(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    seq: int
    chamber_id: int
    #: None = the chamber itself.
    day: date | None
    #: None = it was not there, or the day was like the others.
    before: ChamberState | None
    after: ChamberState
    changed_at: datetime
    changed_by: str
    #: Hash of the change before; 64 zeros for the first.
    previous_hash: str

    def link(self) -> bytes:
        return hashlib.sha256(journal.canonical(msgspec.to_builtins(self))).digest()


class ChangeLink(msgspec.Struct, frozen=True, kw_only=True):
    """A change as the register keeps it."""

    change: ChamberChange
    hash: bytes


def state_of(chamber: Chamber) -> ChamberState:
    return ChamberState(
        kind=chamber.kind,
        weekdays=chamber.weekdays,
        starts_at=chamber.starts_at,
        capacity=chamber.capacity,
        closed=chamber.closed_at is not None,
    )


def broken(links: Iterable[ChangeLink]) -> Iterator[tuple[int, str, str]]:
    """What is wrong in the chain, as (seq, columns, what)."""
    previous, expected = journal.FIRST_LINK, 1
    for link in links:
        change = link.change
        if change.seq != expected:
            yield change.seq, "seq", f"wijziging {expected} ontbreekt"
        if change.previous_hash != previous.hex():
            yield change.seq, "previous_hash", "sluit niet aan op de vorige wijziging"
        if change.link() != link.hash:
            columns = "chamber_id, day, before, after, changed_at, changed_by, previous_hash, hash"
            yield change.seq, columns, "de wijziging is niet meer wat er ingeschreven werd"
        previous, expected = link.hash, change.seq + 1


def strayed(links: Iterable[ChangeLink], present: dict[tuple[int, date | None], ChamberState]) -> Iterator[tuple[str, str, str]]:
    """
    Chambers and days that are not what their last change made of them, as (table, row, what).

    A day that nobody kept apart is as its chamber was when its first hearing was set; a chamber of before the history began has none.
    """
    last: dict[tuple[int, date | None], ChamberState] = {}
    states: dict[int, set[tuple[HearingKind, time, int]]] = {}
    whole: set[int] = set()
    for link in links:
        change = link.change
        last[(change.chamber_id, change.day)] = change.after
        if change.day is None:
            if change.before is None:
                whole.add(change.chamber_id)
            states.setdefault(change.chamber_id, set()).add((change.after.kind, change.after.starts_at, change.after.capacity))
    for (chamber, day), state in last.items():
        now = present.get((chamber, day))
        if now != state:
            table, row = ("sittings", f"{chamber}/{day}") if day else ("chambers", str(chamber))
            yield table, row, "is niet wat de laatste wijziging ervan maakte" if now else "is er niet meer"
    for (chamber, day), state in present.items():
        if (chamber, day) in last or chamber not in whole:
            continue
        if day is None or (state.kind, state.starts_at, state.capacity) not in states[chamber]:
            yield "sittings", f"{chamber}/{day}", "is niet zoals de kamer ooit was, en niemand schreef die dag in"
