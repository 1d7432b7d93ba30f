"""What is changed in the law of a register behind its back is found and named."""

from collections.abc import AsyncIterator
from datetime import date

import asyncpg
import pytest

from docket.actions.oversight.sign_head import sign_head
from docket.actions.oversight.verify_register import verify_register
from docket.deps import Deps
from docket.verification import Counts, Finding, walk
from tests.builders import a_case
from tests.docket.enacting import enact, other_law


@pytest.fixture
async def enacted(deps: Deps) -> str:
    """A register with a file, the first law and a second one, and a signed head; the digest of the second law."""
    await a_case(deps)
    newer = other_law()
    await enact(newer, deps, on=date(2026, 11, 24))
    await sign_head(deps)
    return newer.digest


@pytest.fixture
async def intruder(deps: Deps, enacted: str) -> AsyncIterator[asyncpg.Connection]:
    """Whoever holds the database: no check and no foreign key stops him."""
    async with deps.pool.acquire() as connection:
        transaction = connection.transaction(isolation="repeatable_read")
        await transaction.start()
        await connection.execute("set local session_replication_role = replica")
        checks = await connection.fetch("select conname from pg_constraint where contype = 'c' and conrelid = 'enactments'::regclass")
        for check in checks:
            await connection.execute(f'alter table enactments drop constraint "{check["conname"]}"')
        yield connection
        await transaction.rollback()


async def findings_of(connection: asyncpg.Connection, deps: Deps) -> list[Finding]:
    folder, key = deps.settings.heads_folder, deps.settings.head_key
    return [each async for each in walk(connection, Counts(), heads_folder=folder, head_key=key)]


async def test_an_untouched_law_verifies_and_is_counted(deps: Deps, enacted: str) -> None:
    findings, counts = await verify_register(deps)

    assert findings == []
    assert (counts.packs, counts.enactments) == (2, 2)
    assert "2 wetspakketten, 2 inwerkingtredingen" in str(counts)


CHANGES = {
    "text": "coalesce({0} || 'x', 'x')",
    "integer": "{0} + 1000",
    "date": "{0} + 1",
    "timestamp with time zone": "{0} + interval '1 microsecond'",
    "bytea": "{0} || '\\x00'",
}


async def test_a_change_of_any_column_of_packs_and_enactments_is_found_and_named(
    deps: Deps, enacted: str, intruder: asyncpg.Connection
) -> None:
    columns = await intruder.fetch(
        """select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
           from pg_attribute a join pg_class c on c.oid = a.attrelid
           where c.relname in ('law_packs', 'law_pack_files', 'enactments') and a.attnum > 0 and not a.attisdropped"""
    )
    missed = []
    for column in columns:
        table, name = column["table"], column["name"]
        inner = intruder.transaction()
        await inner.start()
        change = CHANGES[column["type"]].format(f'"{name}"')
        order = "seq desc" if table == "enactments" else "digest desc"
        await intruder.execute(f'update {table} set "{name}" = {change} where ctid = (select ctid from {table} order by {order} limit 1)')
        found = await findings_of(intruder, deps)
        await inner.rollback()
        if not any(table in each.table.split(", ") for each in found):
            missed.append((table, name, [str(each) for each in found]))

    assert len(columns) > 15
    assert missed == []


@pytest.mark.parametrize(
    ("sql", "table", "what"),
    [
        ("update law_pack_files set content = content || '\\x0a' where name = 'offences.toml'", "law_pack_files", "bytes"),
        ("delete from law_pack_files where name = 'offences.toml'", "law_packs, law_pack_files", "verdwenen"),
        ("delete from law_packs", "enactments, law_packs", "het wetspakket is verdwenen"),
        ("delete from law_packs", "law_packs", "rusten op dit wetspakket"),
        ("delete from enactments where seq = 1", "enactments", "inwerkingtreding 1 ontbreekt"),
        ("delete from enactments where seq = 2", "law_in_force", "niet de laatste"),
        ("delete from law_in_force", "law_in_force", "niet de laatste"),
        ("update law_in_force set seq = 1, digest = (select digest from enactments where seq = 1)", "law_in_force", "niet de laatste"),
        ("update enactments set reason = 'anders' where seq = 1", "enactments, law_packs", "niet meer wat ondertekend werd"),
        ("delete from law_pack_files", "law_packs, law_pack_files", "verdwenen"),
    ],
)
async def test_rows_of_the_law_that_change_or_vanish_are_found(
    deps: Deps, intruder: asyncpg.Connection, sql: str, table: str, what: str
) -> None:
    await intruder.execute(sql)

    assert [each for each in await findings_of(intruder, deps) if each.table == table and what in each.what]


async def test_an_enactment_taken_back_without_a_trace_in_the_database_is_found_by_the_signed_head(
    deps: Deps, intruder: asyncpg.Connection
) -> None:
    await intruder.execute("update law_in_force set seq = 1, digest = (select digest from enactments where seq = 1)")
    await intruder.execute("delete from enactments where seq = 2")

    found = await findings_of(intruder, deps)

    assert [str(each) for each in found if each.table == "enactments"] == [
        "register: enactments (hash): de inwerkingtredingen zijn niet meer die van zegel 1: hun keten is verkort of herschreven"
    ]


async def test_an_enactment_is_sealed_by_the_next_head_though_no_file_changed(deps: Deps) -> None:
    await a_case(deps)
    first = await sign_head(deps)
    await enact(other_law(), deps)

    second = await sign_head(deps)

    assert first is not None
    assert second is not None
    assert (second.seq, second.case_count, second.enactments_digest != first.enactments_digest) == (2, 1, True)
    assert await sign_head(deps) is None
    findings, counts = await verify_register(deps)
    assert (findings, counts.heads) == ([], 2)
