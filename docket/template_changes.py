"""The history of the templates of offices, uploads and choices: a chain of hashes that the signed heads name; pure."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal

import msgspec

from docket import journal

Act = Literal["uploaded", "chosen"]
TABLES: dict[Act, str] = {"uploaded": "office_templates", "chosen": "template_choices"}


class TemplateRow(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A row of one of the two tables, as it was entered."""

    act: Act
    #: Its id in its table.
    row: int
    office: str
    kind: str
    #: Of an upload: sha256 of the bytes in hexadecimal digits.
    version: str | None = None
    #: Of a choice: None = the template of the release.
    template_id: int | None = None
    from_day: date | None = None
    #: Remark of an upload, reason of a choice.
    said: str
    at: datetime
    by: str


class TemplateLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link as the register keeps it, with the row that it names."""

    #: From 1.
    seq: int
    act: Act
    row: int
    #: None = the row is gone.
    entered: TemplateRow | None
    previous_hash: bytes
    hash: bytes


def link(seq: int, entered: TemplateRow, previous_hash: bytes) -> bytes:
    said = {"seq": seq, "previousHash": previous_hash.hex(), "entered": msgspec.to_builtins(entered)}
    return hashlib.sha256(journal.canonical(said)).digest()


def broken(links: Iterable[TemplateLink]) -> Iterator[tuple[str, str, str]]:
    """What is wrong in the chain or in a row that it names, as (table, row, what)."""
    previous, expected = journal.FIRST_LINK, 1
    for each in links:
        table, row = TABLES[each.act], str(each.row)
        if each.seq != expected:
            yield "template_changes", str(each.seq), f"wijziging {expected} ontbreekt"
        if each.previous_hash != previous:
            yield "template_changes", str(each.seq), "sluit niet aan op de vorige wijziging"
        if each.entered is None:
            yield table, row, "is er niet meer"
        elif link(each.seq, each.entered, each.previous_hash) != each.hash:
            yield table, row, "is niet meer wat er ingeschreven werd"
        previous, expected = each.hash, each.seq + 1
