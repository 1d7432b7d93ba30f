"""Enacting a draft: its proposal and confirmation, the lock on the register, what it did, and its announcement."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any, Literal

import asyncpg
import msgspec

from docket.simulation import Totals
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)

#: What waits longer for a lock gives back those it took, so that those who write first can end; it is asked again.
_LOCK_MILLISECONDS = 5_000

State = Literal["proposed", "confirmed", "enacted", "refused", "withdrawn"]


class Busy(Exception):
    """Others kept writing; a lock was not to be had in time."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    simulation_id: int
    in_force_from: date
    reason: str
    #: Function codes, and the accounts behind them.
    proposed_by: str
    proposed_account: int
    proposed_at: datetime
    confirmed_by: str | None
    confirmed_account: int | None
    confirmed_at: datetime | None
    state: State
    failure: str | None
    closed_at: datetime | None


class Announcement(msgspec.Struct, frozen=True, kw_only=True):
    """What users are told of an enactment."""

    seq: int
    in_force_from: date
    reason: str
    enacted_at: datetime
    #: Files that it gave a new decision.
    moved: int


async def propose(tx: Any, simulation_id: int, *, in_force_from: date, reason: str, by: str, account_id: int, at: datetime) -> int | None:
    """None = another proposal waits."""
    try:
        return await _queries.propose(
            tx, simulation_id=simulation_id, in_force_from=in_force_from, reason=reason, proposed_by=by, account_id=account_id, at=at
        )
    except asyncpg.UniqueViolationError:
        return None


async def confirm(tx: Any, proposal_id: int, *, by: str, account_id: int, at: datetime) -> bool:
    """False = it does not wait, or this account proposed it."""
    return await _queries.confirm(tx, proposal_id=proposal_id, confirmed_by=by, account_id=account_id, at=at) is not None


async def close(
    tx: Any, proposal_id: int, state: State, *, at: datetime, failure: str | None = None, states: Iterable[State] = ("confirmed",)
) -> bool:
    """False = it was in none of the states any more."""
    closed = await _queries.close(tx, proposal_id=proposal_id, states=list(states), state=state, failure=failure, at=at)
    return closed is not None


async def put_back(tx: Any, proposal_id: int, failure: str) -> None:
    """It waits for a confirmation again, unless somebody closed it meanwhile."""
    await _queries.put_back(tx, proposal_id=proposal_id, failure=failure)


async def proposal(source: Any, proposal_id: int) -> Proposal | None:
    return _proposal(await read(source, lambda connection: _queries.proposal(connection, proposal_id=proposal_id)))


async def last_of(source: Any, simulation_id: int) -> Proposal | None:
    return _proposal(await read(source, lambda connection: _queries.last_of(connection, simulation_id=simulation_id)))


async def waiting(source: Any) -> Proposal | None:
    return _proposal(await read(source, _queries.waiting))


async def keep_effects(tx: Any, seq: int, simulation_id: int, totals: Totals, *, since_simulation: int) -> None:
    await _queries.keep_effects(
        tx,
        seq=seq,
        simulation_id=simulation_id,
        files=totals.files,
        moved=totals.moved,
        since_simulation=since_simulation,
        totals=msgspec.to_builtins(totals),
    )


async def announcement(source: Any, account_id: int, *, since: datetime) -> Announcement | None:
    row = await read(source, lambda connection: _queries.announcement(connection, account_id=account_id, since=since))
    return Announcement(**dict(row)) if row else None


async def put_away(tx: Any, account_id: int, seq: int, at: datetime) -> None:
    await _queries.put_away(tx, account_id=account_id, seq=seq, at=at)


@asynccontextmanager
async def patiently(tx: Any) -> AsyncIterator[None]:
    """A part of a transaction that is undone, with its locks, when others keep what it needs; raises Busy then."""
    try:
        async with tx.transaction():
            await _queries.wait_for_locks(tx, milliseconds=str(_LOCK_MILLISECONDS))
            yield
    except (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError) as error:
        raise Busy from error


async def lock_law(tx: Any) -> None:
    """Nobody writes a decision until the transaction, or the part of it, ends; who is writing one is waited for."""
    await _queries.lock_law(tx)


async def lock_files(tx: Any, case_ids: Iterable[int]) -> dict[int, int]:
    """Nobody else changes these files until the transaction ends. The lines in their dockets, by id."""
    return {row["id"]: row["entry_count"] async for row in _queries.lock_files(tx, case_ids=list(case_ids))}


async def unexplained(tx: Any, case_ids: Iterable[int], since: datetime) -> tuple[int, ...]:
    return tuple([row["id"] async for row in _queries.unexplained(tx, case_ids=list(case_ids), since=since)])


def _proposal(row: Any) -> Proposal | None:
    return Proposal(**dict(row)) if row else None
