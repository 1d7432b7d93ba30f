"""Who uploaded and chose which template of an office, and the templates that documents were made from, are sealed and verified."""

from datetime import timedelta

import pytest

from docket.actions.oversight.sign_head import sign_head
from docket.actions.oversight.verify_register import verify_register
from docket.deps import Deps
from docket.mail.sending import MemorySender
from docket.store import templates as store
from docket.verification import Counts, walk
from tests.builders import a_case
from tests.docket.actions.test_office_templates import TODAY, chosen, made, reworded, uploaded
from tests.docket.tampering import tamper


async def found(deps: Deps) -> list[tuple[str, str, str]]:
    findings, _ = await verify_register(deps)
    return [(each.table, each.row, each.what) for each in findings]


async def a_sealed_office(deps: Deps) -> None:
    """Two versions, each chosen once; the second choice is the way back."""
    await a_case(deps)
    first = await uploaded(deps)
    await chosen(deps, first)
    await uploaded(deps, reworded(after="Goed ontvangen"))
    await chosen(deps, None, TODAY + timedelta(days=3))
    await sign_head(deps)
    assert await found(deps) == []


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        (
            "update template_choices set chosen_by = 'user:1' where id = 1",
            ("template_choices", "1", "is niet meer wat er ingeschreven werd"),
        ),
        (
            "update template_choices set from_day = '2020-01-01' where id = 1",
            ("template_choices", "1", "is niet meer wat er ingeschreven werd"),
        ),
        ("update template_choices set template_id = 2 where id = 1", ("template_choices", "1", "is niet meer wat er ingeschreven werd")),
        (
            "update office_templates set uploaded_by = 'user:1' where id = 2",
            ("office_templates", "2", "is niet meer wat er ingeschreven werd"),
        ),
        ("update office_templates set remark = 'x' where id = 1", ("office_templates", "1", "is niet meer wat er ingeschreven werd")),
        ("delete from template_choices where id = 2", ("template_choices", "2", "is er niet meer")),
        (
            "insert into template_choices (office, kind, from_day, reason, chosen_at, chosen_by) "
            "values ('antwerpPort', 'receipt', '2026-11-24', 'x', now(), 'user:1')",
            ("template_choices", "3", "staat niet in de keten van de sjablonen"),
        ),
        ("delete from template_changes where id = 2", ("template_changes", "3", "wijziging 2 ontbreekt")),
        (
            "delete from template_changes where id = 4",
            ("template_changes", "", "de sjablonen van de parketten zijn niet meer die van zegel 1: hun keten is verkort of herschreven"),
        ),
        ("update heads set templates_digest = null", ("heads", "1", "niet meer wat er ondertekend werd")),
    ],
)
async def test_a_template_that_was_chosen_behind_the_register_is_found(deps: Deps, sql: str, wanted: tuple[str, str, str]) -> None:
    await a_sealed_office(deps)
    await tamper(deps, sql)

    assert wanted in await found(deps)


async def test_a_choice_is_sealed_by_the_next_head_though_no_file_changed(deps: Deps) -> None:
    await a_sealed_office(deps)
    assert await sign_head(deps) is None
    await chosen(deps, None)

    head = await sign_head(deps)

    assert head is not None and head.templates_digest == (await store.last_link(deps.pool) or b"").hex()
    assert await found(deps) == []


async def test_what_was_chosen_before_there_was_a_history_is_taken_along_by_the_first_change(deps: Deps) -> None:
    await chosen(deps, await uploaded(deps))
    await tamper(deps, "delete from template_changes")
    assert await found(deps) == []

    await chosen(deps, None)

    assert [(each.act, each.row) for each in await store.chain(deps.pool)] == [("uploaded", 1), ("chosen", 1), ("chosen", 2)]
    assert await found(deps) == []


async def test_a_template_that_a_document_was_made_from_and_that_is_gone_or_changed_is_found(deps: Deps, sender: MemorySender) -> None:
    version = await uploaded(deps)
    _, document, _ = await made(deps, sender)
    kept = await deps.pool.fetchval("select template_version from documents where id = $1", document)
    await chosen(deps, version)
    _, other, _ = await made(deps, sender)
    own = await deps.pool.fetchval("select template_version from documents where id = $1", other)
    assert await found(deps) == []

    await tamper(deps, "delete from template_versions where version = $1", kept)
    [gone] = [each for each in await found(deps) if each[0] == "template_versions"]
    assert (gone[1], "wordt niet meer bewaard" in gone[2]) == (kept, True)
    async with deps.pool.acquire() as intruder:
        stealth = intruder.transaction(isolation="repeatable_read")
        await stealth.start()
        await intruder.execute("alter table template_versions drop constraint template_versions_check")
        await intruder.execute("set local session_replication_role = replica")
        await intruder.execute("update template_versions set content = content || 'x' where version = $1", own)
        told = [each async for each in walk(intruder, Counts(), heads_folder=deps.settings.heads_folder, head_key=deps.settings.head_key)]
        await stealth.rollback()
    assert ("template_versions", own, ("content",)) in [(each.table, each.row, each.columns) for each in told]
