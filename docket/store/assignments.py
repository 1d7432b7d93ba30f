"""Rosters, absences, recusals, seeds and assignments of the named prosecutor."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket.access import Visibility
from docket.draws import AssignmentKind, DrawRecord, code_of
from docket.messages import ENTRYPOINT
from docket.seeds import Commitment, SeedLink
from docket.store.pool import load_queries, read
from routing import Assignment, RosterMember, RosterSnapshot, TyingFile

_queries: Any = load_queries(__file__)
_ROWS_AT_ONCE = 500

RecusalGround = Literal["party", "company", "earlierRole", "other"]


class FileToAssign(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    case_number: str
    registered_at: datetime
    confidentiality: str
    #: Accounts named on it.
    named: tuple[int, ...]
    #: The account that has it now.
    prosecutor: int | None
    #: Number of its last assignment; 0 = none.
    last_seq: int
    #: Its ordinary track goes to the office.
    belongs: bool


class SecretSeed(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    commitment: bytes
    #: Number of the last draw with it.
    draws: int
    sealed: bytes


class NewAssignment(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    seq: int
    kind: AssignmentKind
    account_id: int | None
    snapshot: RosterSnapshot | None = None
    result: Assignment | None = None
    seed_seq: int | None = None
    draw_number: int | None = None
    reason: str | None = None
    assigned_at: datetime
    assigned_by: str


class RosterLine(msgspec.Struct, frozen=True, kw_only=True):
    """Who is on the roster of a day, or stands in, with his load."""

    account_id: int
    on_roster: bool
    absent: bool
    stand_in: int | None
    absent_until: date | None
    load: int
    recused: str | None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    account_id: int
    from_day: date
    #: The first day that he is no longer on it.
    until_day: date | None
    added_at: datetime
    added_by: str


class Absence(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    account_id: int
    from_day: date
    #: The first day that he is back.
    until_day: date
    stand_in: int | None


class Recusal(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    account_id: int
    ground: RecusalGround
    reason: str
    entered_at: datetime
    entered_by: str


class AssignmentLine(msgspec.Struct, frozen=True, kw_only=True):
    """One assignment of a file; never changed, the last one holds."""

    seq: int
    kind: AssignmentKind
    account_id: int | None
    snapshot: RosterSnapshot | None
    result: Assignment | None
    seed_seq: int | None
    draw_number: int | None
    reason: str | None
    assigned_at: datetime
    assigned_by: str
    commitment: str | None
    committed_at: datetime | None
    revealed_at: datetime | None


class SeedLine(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    commitment: bytes
    committed_at: datetime
    committed_by: str
    previous_hash: bytes
    hash: bytes
    draws: int
    #: None while it is secret.
    seed: bytes | None
    revealed_at: datetime | None
    revealed_by: str | None

    @property
    def link(self) -> SeedLink:
        committed = Commitment(
            seq=self.seq,
            commitment=self.commitment.hex(),
            committed_at=self.committed_at,
            committed_by=self.committed_by,
            previous_hash=self.previous_hash.hex(),
        )
        return SeedLink(committed=committed, hash=self.hash, seed=self.seed)


class Prosecutor(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    display_name: str


async def lock_draws(tx: Any) -> None:
    await _queries.lock_draws(tx)


async def file_to_assign(tx: Any, case_id: int, office: str) -> FileToAssign | None:
    row = await _queries.file_to_assign(tx, case_id=case_id, office=office)
    if row is None:
        return None
    columns: dict[str, Any] = dict(row)
    columns["named"] = tuple(row["named"])
    return FileToAssign(**columns)


async def forgotten(source: Any, office: str, before: datetime, most_jobs: int) -> tuple[int, ...]:
    """Ids of files that nobody was drawn for since before an instant, and that no job waits to draw for."""
    rows = await _rows(source, "forgotten", office=office, before=before, entrypoint=ENTRYPOINT, most_jobs=most_jobs)
    return tuple(row["id"] for row in rows)


async def roster(source: Any, office: str, day: date, case_id: int = 0) -> tuple[RosterLine, ...]:
    """Without a case: nobody is recused, and every file counts."""
    return tuple(RosterLine(**dict(row)) for row in await _rows(source, "roster", office=office, day=day, case_id=case_id))


async def snapshot(tx: Any, file: FileToAssign, office: str, day: date) -> RosterSnapshot:
    """All that the assignment of a file looks at."""
    sealed = file.confidentiality == "sealed"
    members = tuple(
        RosterMember(
            code=code_of(line.account_id),
            load=line.load,
            on_roster=line.on_roster,
            absent=line.absent,
            stand_in=code_of(line.stand_in) if line.stand_in else None,
            recused=line.recused,
            named=not sealed or line.account_id in file.named,
        )
        for line in await roster(tx, office, day, file.id)
    )
    tied = await _rows(tx, "ties", case_id=file.id)
    related = tuple(TyingFile(case_number=row["case_number"], prosecutor=code_of(row["prosecutor"])) for row in tied)
    return RosterSnapshot(members=members, related=related)


async def seed_for(tx: Any, registered_at: datetime) -> SecretSeed | None:
    row = await _queries.seed_for(tx, registered_at=registered_at)
    return SecretSeed(**dict(row)) if row else None


async def insert(tx: Any, new: NewAssignment) -> None:
    await _queries.insert_assignment(tx, **msgspec.structs.asdict(new))


async def present(source: Any, case_id: int) -> tuple[int, int | None]:
    """Number of the last assignment and whose file it is; (0, None) = never assigned."""
    row = await read(source, lambda connection: _queries.present(connection, case_id=case_id))
    return (row["seq"], row["account_id"]) if row else (0, None)


async def of_case(source: Any, case_number: str, seen: Visibility) -> tuple[AssignmentLine, ...]:
    rows = await _rows(source, "of_case", case_number=case_number, **msgspec.structs.asdict(seen))
    return tuple(
        AssignmentLine(
            **dict(row)
            | {
                "snapshot": msgspec.convert(row["snapshot"], RosterSnapshot | None),
                "result": msgspec.convert(row["result"], Assignment | None),
            }
        )
        for row in rows
    )


async def recusals_of(source: Any, case_number: str, seen: Visibility) -> tuple[Recusal, ...]:
    rows = await _rows(source, "recusals_of", case_number=case_number, **msgspec.structs.asdict(seen))
    return tuple(Recusal(**dict(row)) for row in rows)


async def visible_numbers(source: Any, case_numbers: Sequence[str], seen: Visibility) -> frozenset[str]:
    """Those that the reader may see."""
    rows = await _rows(source, "visible_numbers", case_numbers=list(case_numbers), **msgspec.structs.asdict(seen))
    return frozenset(row["case_number"] for row in rows)


async def insert_recusal(tx: Any, case_id: int, account_id: int, *, ground: str, reason: str, at: datetime, by: str) -> bool:
    """False: he is recused for this file already."""
    done = await _queries.insert_recusal(
        tx, case_id=case_id, account_id=account_id, ground=ground, reason=reason, entered_at=at, entered_by=by
    )
    return done is not None


async def is_recused(tx: Any, case_id: int, account_id: int) -> bool:
    return await _queries.is_recused(tx, case_id=case_id, account_id=account_id)


async def prosecutors(source: Any, office: str) -> tuple[Prosecutor, ...]:
    return tuple(Prosecutor(**dict(row)) for row in await _rows(source, "prosecutors", office=office))


async def names(source: Any, account_ids: Sequence[int]) -> dict[int, str]:
    """Display names, for inside the office only; of closed accounts too."""
    return {row["id"]: row["display_name"] for row in await _rows(source, "names", account_ids=list(account_ids))}


async def members(source: Any, office: str, day: date) -> tuple[Member, ...]:
    return tuple(Member(**dict(row)) for row in await _rows(source, "members", office=office, day=day))


async def add_member(tx: Any, office: str, account_id: int, from_day: date, *, at: datetime, by: str) -> bool:
    """False: he is on the roster on or after that day."""
    if await _queries.overlaps(tx, office=office, account_id=account_id, from_day=from_day):
        return False
    await _queries.add_member(tx, office=office, account_id=account_id, from_day=from_day, at=at, by=by)
    return True


async def end_member(tx: Any, office: str, account_id: int, until_day: date, *, at: datetime, by: str) -> bool:
    ended = await _queries.end_member(tx, office=office, account_id=account_id, until_day=until_day, at=at, by=by)
    return ended is not None


async def insert_absence(tx: Any, account_id: int, from_day: date, until_day: date, stand_in: int | None, *, at: datetime, by: str) -> int:
    return await _queries.insert_absence(tx, account_id=account_id, from_day=from_day, until_day=until_day, stand_in=stand_in, at=at, by=by)


async def withdraw_absence(tx: Any, absence_id: int, account_id: int | None, *, at: datetime, by: str) -> bool:
    """Of any prosecutor when no account is named."""
    return await _queries.withdraw_absence(tx, absence_id=absence_id, account_id=account_id, at=at, by=by) is not None


async def absences(source: Any, office: str, day: date) -> tuple[Absence, ...]:
    return tuple(Absence(**dict(row)) for row in await _rows(source, "absences", office=office, day=day))


async def seeds(source: Any) -> tuple[SeedLine, ...]:
    """In the order in which they were committed."""
    return tuple(SeedLine(**dict(row)) for row in await _rows(source, "seeds"))


async def last_link(source: Any) -> bytes | None:
    """Hash of the last commitment; None = there is no seed yet."""
    row = await read(source, _queries.last_seed)
    return row["hash"] if row else None


async def last_seed_seq(source: Any) -> int:
    """0 = there is none yet."""
    row = await read(source, _queries.last_seed)
    return row["seq"] if row else 0


async def insert_seed(tx: Any, committed: Commitment, sealed: bytes) -> None:
    await _queries.insert_seed(
        tx,
        seq=committed.seq,
        commitment=bytes.fromhex(committed.commitment),
        committed_at=committed.committed_at,
        committed_by=committed.committed_by,
        previous_hash=bytes.fromhex(committed.previous_hash),
        hash=committed.link(),
        sealed=sealed,
    )


async def secret_of(tx: Any, seq: int) -> tuple[bytes, bytes] | None:
    """Commitment and sealed seed; None = there is no such seed, or it is revealed."""
    row = await _queries.secret_of(tx, seq=seq)
    return (row["commitment"], row["sealed"]) if row else None


async def waiting_for_seed(tx: Any, seq: int, office: str) -> int:
    return await _queries.waiting_for_seed(tx, seq=seq, office=office)


async def reveal_seed(tx: Any, seq: int, seed: bytes, *, at: datetime, by: str) -> None:
    await _queries.reveal_seed(tx, seq=seq, seed=seed, at=at, by=by)


async def draws(source: Any) -> AsyncIterator[DrawRecord]:
    """Every assignment of the register, in pieces of bounded size."""
    after_case, after_seq = 0, 0
    while rows := await _rows(source, "draws", after_case=after_case, after_seq=after_seq, row_limit=_ROWS_AT_ONCE):
        for row in rows:
            yield _record(row)
        after_case, after_seq = rows[-1]["case_id"], rows[-1]["seq"]


async def draws_page(source: Any, after: tuple[int, int], limit: int) -> tuple[tuple[DrawRecord, ...], tuple[int, int] | None]:
    """Those after (case id, seq), and where the next page begins."""
    rows = await _rows(source, "draws", after_case=after[0], after_seq=after[1], row_limit=limit + 1)
    shown = rows[:limit]
    return tuple(_record(row) for row in shown), (shown[-1]["case_id"], shown[-1]["seq"]) if len(rows) > limit else None


def _record(row: Any) -> DrawRecord:
    return DrawRecord(
        case_number=row["case_number"],
        registered_at=row["registered_at"],
        seq=row["seq"],
        kind=row["kind"],
        prosecutor=code_of(row["account_id"]) if row["account_id"] is not None else None,
        snapshot=msgspec.convert(row["snapshot"], RosterSnapshot | None),
        result=msgspec.convert(row["result"], Assignment | None),
        seed_seq=row["seed_seq"],
        draw_number=row["draw_number"],
        assigned_at=row["assigned_at"],
        assigned_by=row["assigned_by"],
        commitment=row["commitment"].hex() if row["commitment"] else None,
        committed_at=row["committed_at"],
        seed=row["seed"].hex() if row["seed"] else None,
        revealed_at=row["revealed_at"],
        seed_draws=row["seed_draws"],
    )


async def _rows(source: Any, query: str, **work: Any) -> list[Any]:
    async def look(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(source, look)
