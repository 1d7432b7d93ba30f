"""Where an office or a court is, from which day on: a chain of hashes that the signed heads name; pure."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

import msgspec

from docket import journal

#: Of an address, which stands on one line of a paper.
LONGEST = 200


class KeptAddress(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What somebody entered; it stays as it is, and a later one comes in its place."""

    #: From 1, over all seats.
    seq: int
    #: Code of an office or a court of the law.
    seat: str
    #: On one line, as an envelope has it.
    address: str
    from_day: date
    reason: str
    kept_at: datetime
    kept_by: str


class AddressLink(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the chain."""

    kept: KeptAddress
    previous_hash: bytes
    hash: bytes


def on_day(kept: Iterable[KeptAddress], seat: str, day: date) -> str | None:
    """None = nobody entered where it is on that day."""
    holding = [one for one in kept if one.seat == seat and one.from_day <= day]
    return max(holding, key=lambda one: (one.from_day, one.seq)).address if holding else None


def ahead(kept: Iterable[KeptAddress], seat: str, day: date) -> Sequence[KeptAddress]:
    """Of later days, the one that holds on each; the next one first."""
    by_day: dict[date, KeptAddress] = {}
    for one in sorted(kept, key=lambda one: one.seq):
        if one.seat == seat and one.from_day > day:
            by_day[one.from_day] = one
    return [by_day[each] for each in sorted(by_day)]


def link(kept: KeptAddress, previous_hash: bytes) -> bytes:
    said = {"previousHash": previous_hash.hex(), "kept": msgspec.to_builtins(kept)}
    return hashlib.sha256(journal.canonical(said)).digest()


def broken(links: Iterable[AddressLink]) -> Iterator[tuple[str, str]]:
    """What is wrong in the chain, as (row, what)."""
    previous, expected = journal.FIRST_LINK, 1
    for each in links:
        row = str(each.kept.seq)
        if each.kept.seq != expected:
            yield row, f"adres {expected} ontbreekt"
        if each.previous_hash != previous:
            yield row, "sluit niet aan op het vorige adres"
        if link(each.kept, each.previous_hash) != each.hash:
            yield row, "is niet meer wat er ingeschreven werd"
        previous, expected = each.hash, each.kept.seq + 1
