"""Law packs are kept by digest, and the pack enacted last is the law in force."""

from datetime import UTC, date, datetime

import asyncpg
import pytest

from docket import legislation
from docket.store import law_packs

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
FIRST = {"a.toml": b"first"}
SECOND = {"a.toml": b"second", "b.csv": b"x,y\n"}


@pytest.fixture
async def empty(tx: asyncpg.Connection) -> asyncpg.Connection:
    """A register that never started."""
    await tx.execute("delete from law_in_force; delete from enactments; delete from law_pack_files; delete from law_packs")
    return tx


async def first(tx: asyncpg.Connection) -> law_packs.Enactment:
    return await law_packs.enact_first(tx, legislation.digest(FIRST), FIRST, on=date(2026, 1, 1), reason="eerste start", at=AT)


async def second(tx: asyncpg.Connection, on: date = date(2026, 9, 1)) -> law_packs.Enactment:
    digest = legislation.digest(SECOND)
    await law_packs.put(tx, digest, SECOND, at=AT, by="prosecutor:1")
    magistrates = ("prosecutor:1", "headOfOffice:2")
    return await law_packs.enact(tx, digest, on=on, reason="nieuw wetboek", magistrates=magistrates, at=AT, by="prosecutor:1")


async def test_a_pack_comes_back_byte_for_byte_under_its_digest(empty: asyncpg.Connection) -> None:
    digest = legislation.digest(SECOND)
    await law_packs.put(empty, digest, SECOND, at=AT, by="system")
    await law_packs.put(empty, digest, SECOND, at=AT, by="somebodyElse")

    assert await law_packs.get(empty, digest) == SECOND
    assert await law_packs.get(empty, "0" * 64) is None
    assert await empty.fetchval("select stored_by from law_packs") == "system"


async def test_the_first_start_enacts_once_and_names_no_magistrate(empty: asyncpg.Connection) -> None:
    assert await law_packs.in_force(empty) is None

    enacted = await first(empty)
    again = await law_packs.enact_first(empty, legislation.digest(SECOND), SECOND, on=date(2026, 2, 2), reason="", at=AT)

    assert again == enacted == await law_packs.in_force(empty)
    assert (enacted.seq, enacted.enacted_by, enacted.first_magistrate, enacted.is_first) == (1, law_packs.SYSTEM, None, True)


async def test_the_pack_enacted_last_is_in_force_and_the_history_keeps_the_others(empty: asyncpg.Connection) -> None:
    before, after = await first(empty), await second(empty)

    assert await law_packs.digest_in_force(empty) == after.digest
    assert await law_packs.history(empty) == (after, before)
    assert (after.previous_digest, after.previous_hash) == (before.digest, before.hash)


@pytest.mark.parametrize(("day", "seq"), [(date(2014, 4, 1), 1), (date(2026, 8, 31), 1), (date(2026, 9, 1), 2), (date(2030, 1, 1), 2)])
async def test_on_a_day_held_what_was_enacted_last_by_then_and_before_the_first_act_the_first_pack(
    empty: asyncpg.Connection, day: date, seq: int
) -> None:
    await first(empty)
    await second(empty)

    held = await law_packs.in_force_on(empty, day)

    assert held is not None
    assert held.seq == seq


async def test_an_enactment_needs_two_different_magistrates(empty: asyncpg.Connection) -> None:
    enacted = await first(empty)

    with pytest.raises(asyncpg.CheckViolationError):
        await law_packs.enact(
            empty, enacted.digest, on=date(2026, 9, 1), reason="x", magistrates=("prosecutor:1", "prosecutor:1"), at=AT, by="prosecutor:1"
        )


async def test_a_law_that_is_no_longer_in_force_is_not_held(empty: asyncpg.Connection) -> None:
    before, after = await first(empty), await second(empty)

    await law_packs.hold(empty, after.digest)
    with pytest.raises(law_packs.LawChanged):
        await law_packs.hold(empty, before.digest)


async def test_an_enactment_waits_for_decisions_that_are_being_written_and_those_after_it_see_it(pool: asyncpg.Pool) -> None:
    async with pool.acquire() as one, one.transaction():
        await one.execute("delete from law_in_force; delete from enactments; delete from law_pack_files; delete from law_packs")
        enacted = await first(one)
    async with pool.acquire() as deciding, pool.acquire() as enacting:
        async with deciding.transaction():
            await law_packs.hold(deciding, enacted.digest)
            with pytest.raises(asyncpg.LockNotAvailableError):
                async with enacting.transaction():
                    await enacting.execute("set local lock_timeout = '50ms'")
                    await law_packs.lock(enacting)
        async with enacting.transaction():
            await second(enacting)
        with pytest.raises(law_packs.LawChanged):
            async with deciding.transaction():
                await law_packs.hold(deciding, enacted.digest)
