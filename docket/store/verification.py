"""What the walk over the whole register reads, in pieces of bounded size."""

from collections.abc import AsyncIterator, Iterable
from typing import Any

import msgspec

from docket.store.heads import StoredHead
from docket.store.pool import load_queries

_queries: Any = load_queries(__file__)
_ROWS_AT_ONCE = 1000
#: A case waits on a dozen lists at a few seats each.
_CASES_OF_WORK = 500


async def last_case_id(connection: Any) -> int:
    return await _queries.last_case_id(connection)


async def decisions_of(connection: Any, first: int, last: int) -> dict[int, list[tuple[Any, list[Any]]]]:
    """Decision rows with their track rows, of each case of a range of ids."""
    found: dict[int, list[tuple[Any, list[Any]]]] = {}
    async for row in _queries.decisions_of(connection, first=first, last=last):
        decision = dict(row)
        tracks = decision.pop("tracks")
        found.setdefault(row["case_id"], []).append((decision, tracks))
    return found


async def documents_with_other_bytes(connection: Any, first: int, last: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    async for row in _queries.documents_with_other_bytes(connection, first=first, last=last):
        found.setdefault(row["case_id"], []).append(row["id"])
    return found


async def pieces_with_other_bytes(connection: Any, first: int, last: int) -> dict[int, list[tuple[str, int]]]:
    """Table and id of each, by case."""
    found: dict[int, list[tuple[str, int]]] = {}
    async for row in _queries.pieces_with_other_bytes(connection, first=first, last=last):
        found.setdefault(row["case_id"], []).append((row["part"], row["id"]))
    return found


async def pdfs_with_other_bytes(connection: Any, first: int, last: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    async for row in _queries.pdfs_with_other_bytes(connection, first=first, last=last):
        found.setdefault(row["case_id"], []).append(row["id"])
    return found


async def orphans(connection: Any) -> list[tuple[str, int]]:
    return [(row["table"], row["case_id"]) async for row in _queries.orphans(connection)]


async def tracks_without_decision(connection: Any) -> list[Any]:
    return [row async for row in _queries.tracks_without_decision(connection)]


async def each_cases(connection: Any) -> AsyncIterator[list[int]]:
    """The ids of all cases, a few hundred at a time."""
    after = -(2**63)
    while ids := await _queries.cases_after(connection, after=after, row_limit=_CASES_OF_WORK):
        yield ids
        after = ids[-1]


async def work_that_differs(connection: Any) -> AsyncIterator[Any]:
    """Rows of the work lists that are missing, or that nothing in their case asks for."""
    async for ids in each_cases(connection):
        async for row in _queries.work_that_differs(connection, ids=ids):
            yield row


async def counts_that_differ(tx: Any) -> AsyncIterator[Any]:
    async for row in tx.cursor(_queries.counts_that_differ.sql):
        yield row


async def missing_numbers(tx: Any) -> AsyncIterator[tuple[str, str]]:
    async for row in tx.cursor(_queries.missing_numbers.sql):
        yield row["case_number"], row["what"]


async def heads(tx: Any) -> AsyncIterator[StoredHead]:
    async for row in tx.cursor(_queries.heads.sql):
        yield StoredHead(**dict(row))


async def head_cases(tx: Any, seq: int) -> AsyncIterator[list[tuple[str, int, bytes]]]:
    cursor = await tx.cursor(_queries.head_cases.sql, seq)
    while rows := await cursor.fetch(_ROWS_AT_ONCE):
        yield [(row["case_number"], row["entry_count"], row["last_hash"]) for row in rows]


async def heads_of_head_cases(connection: Any) -> list[int]:
    """Heads that rows of head_cases name and that are not there."""
    return [row["head_seq"] async for row in _queries.heads_of_head_cases(connection)]


async def cases_that_left_their_head(connection: Any, cases: Iterable[tuple[str, int, bytes]]) -> list[Any]:
    numbers, counts, hashes = ([row[column] for row in cases] for column in range(3))
    rows = _queries.cases_that_left_their_head(connection, case_numbers=numbers, entry_counts=counts, last_hashes=hashes)
    return [row async for row in rows]


async def enactments(connection: Any) -> list[tuple[Any, Any | None]]:
    """Oldest first, each with the row of its pack; None = the pack is gone."""
    return [(dict(row["enactment"]), row["pack"] and dict(row["pack"])) async for row in _queries.enactments(connection)]


async def law_in_force(connection: Any) -> tuple[int, str] | None:
    row = await _queries.law_in_force(connection)
    return (row["seq"], row["digest"]) if row else None


class PackFile(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    #: As it was stored, and of the bytes that are there.
    sha256: bytes
    now: bytes


async def pack_files(connection: Any) -> AsyncIterator[tuple[str, list[PackFile]]]:
    """Each pack with its files."""
    packs: dict[str, list[PackFile]] = {}
    async for row in _queries.pack_files(connection):
        files = packs.setdefault(row["digest"] or "", [])
        if row["name"] is not None:
            files.append(PackFile(name=row["name"], sha256=row["sha256"], now=row["now"]))
    for digest, files in packs.items():
        yield digest, files


async def digests_without_pack(connection: Any) -> list[str]:
    return [row["law_digest"] async for row in _queries.digests_without_pack(connection)]


async def versions_without_template(connection: Any) -> list[tuple[str, int]]:
    """Each with how many documents were made from it."""
    return [(row["version"], row["count"]) async for row in _queries.versions_without_template(connection)]


async def templates_with_other_bytes(connection: Any) -> list[str]:
    return [row["version"] async for row in _queries.templates_with_other_bytes(connection)]
