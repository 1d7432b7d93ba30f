"""The law in force is the pack enacted last: no upgrade changes it, and nothing is decided under one that ended."""

import ast
import asyncio
from pathlib import Path

import msgspec
import pytest

import docket.actions
from docket.actions.jurisdiction.decide_jurisdiction import DecideJurisdiction, TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.actions.registration.add_report import AddReport, add_report
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.cli.opening import register
from docket.contract import decode_report
from docket.deps import Deps
from docket.errors import BadInput
from docket.law_in_force import Laws, NoLaw
from docket.legislation import LoadedLaw
from docket.replay import Replayed, each_replayed
from docket.settings import Settings
from docket.store import law_packs
from routing import CaseFacts, Decision, route
from tests.builders import a_case, a_clerk, a_prosecutor, an_empty_report
from tests.docket.actions.reading import view_of
from tests.docket.enacting import enact, other_files, other_law

EXAMPLES = Path(docket.__file__).parent.parent / "examples"


async def replay_all(deps: Deps) -> list[Replayed]:
    async with deps.transaction() as tx:
        return [each async for each in each_replayed(tx, deps.laws)]


def folder_of(files: dict[str, bytes], folder: Path) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


async def decided_otherwise(deps: Deps, law: LoadedLaw) -> int:
    """How many of the stored files another law sends elsewhere."""
    async with deps.pool.acquire() as connection:
        rows = await connection.fetch("select cast(facts as text) as facts, cast(result as text) as result from decisions")
    stored = [(msgspec.json.decode(row["facts"], type=CaseFacts), msgspec.json.decode(row["result"], type=Decision)) for row in rows]
    return sum(route(facts, law.law).tracks != result.tracks for facts, result in stored)


async def stored_bytes(deps: Deps) -> list[tuple[object, ...]]:
    async with deps.pool.acquire() as connection:
        rows = await connection.fetch(
            "select case_id, seq, law_digest, engine_version, cast(result as text), row_hash from decisions order by 1, 2"
        )
        return [tuple(row) for row in rows]


async def test_an_upgrade_of_the_software_leaves_the_law_in_force_and_decides_every_stored_file_as_before(
    deps: Deps, settings: Settings, tmp_path: Path
) -> None:
    lines = [line for line in (EXAMPLES / "scenarios.jsonl").read_bytes().splitlines() if line.strip()]
    for number, line in enumerate(lines[::4]):
        report = msgspec.structs.replace(decode_report(line), related_cases=())
        await register_case(RegisterCase(report=report, sender=f"test-{number}"), a_clerk(), deps)
    before = await stored_bytes(deps)

    # The next version of the software brings another law: everything that it would decide otherwise is in this folder.
    newer = msgspec.structs.replace(settings, law_dir=folder_of(other_files(), tmp_path / "newer"))
    async with register(newer, settings.database_url or "") as upgraded:
        assert upgraded.law.digest == deps.law.digest
        assert upgraded.draft is not None
        assert upgraded.draft.digest != deps.law.digest
        assert await decided_otherwise(upgraded, upgraded.draft) > 5
        again = await replay_all(upgraded)
        late = await a_case(upgraded, noticeNumber="DE60.SP.009999/2026")
        present = await view_of(upgraded, late.case_number)

    assert len(again) == len(before) > 15
    assert {each.outcome for each in again} == {"same"}
    assert await stored_bytes(deps) == [*before, (await stored_bytes(deps))[-1]]
    assert present.current.law_digest == deps.law.digest
    assert len(await law_packs.history(deps.pool)) == 1


async def test_the_first_start_puts_the_shipped_law_in_force_and_a_later_one_nothing(deps: Deps) -> None:
    async with deps.transaction() as tx:
        await tx.execute("delete from law_in_force; delete from enactments; delete from law_pack_files; delete from law_packs")
    with pytest.raises(NoLaw, match="nog geen wet"):
        await deps.laws.in_force(deps.pool)

    await asyncio.gather(*(enact_first_law(deps) for _ in range(4)))
    await enact_first_law(deps.under(other_law()))

    [first] = await law_packs.history(deps.pool)
    assert (first.digest, first.enacted_by, first.first_magistrate) == (deps.law.digest, "system", None)
    assert "geen magistraat" in first.reason
    assert await law_packs.get(deps.pool, first.digest) == deps.law.files


async def register_late(deps: Deps, number: str) -> str:
    return (await a_case(deps, noticeNumber="DE60.SP.000002/2026")).case_number


async def amend_late(deps: Deps, number: str) -> str:
    corrected = msgspec.structs.replace((await view_of(deps, number)).case.report, summary="anders")
    await amend_case(AmendCase(case_number=number, version=1, report=corrected, reason="x"), a_clerk(), deps)
    return number


async def report_late(deps: Deps, number: str) -> str:
    report = an_empty_report(containers=["MSCU1234566"])
    await add_report(AddReport(case_number=number, version=None, report=report, sender="x"), a_clerk(), deps)
    return number


@pytest.mark.parametrize("write", [register_late, amend_late, report_late])
async def test_what_was_decided_under_a_law_that_ended_meanwhile_is_decided_again_by_the_law_in_force(deps: Deps, write) -> None:
    number = (await a_case(deps)).case_number
    newer = other_law()
    await enact(newer, deps)

    # This process still holds the old law, as one does between a decision and its commit.
    written = await view_of(deps, await write(deps, number))

    assert deps.law.digest != newer.digest
    assert written.current.law_digest == newer.digest
    assert written.current.decision.policy == "enacted"
    assert {each.outcome for each in await replay_all(deps)} == {"same"}


async def test_a_choice_of_a_person_keeps_the_law_that_its_grounds_come_from(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    newer = other_law()
    await enact(newer, deps)

    choice = TrackChoice(ordinal=0, prosecution_office="antwerp", court="antwerpCorrectional")
    await override_decision(OverrideDecision(case_number=number, version=1, tracks=(choice,), reason="x"), a_prosecutor(), deps)

    present = (await view_of(deps, number)).current
    assert (present.kind, present.law_digest) == ("overridden", deps.law.digest)
    assert {each.outcome for each in await replay_all(deps)} == {"same"}


async def test_a_person_may_choose_on_a_decision_of_before_law_packs_were_kept(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    async with deps.pool.acquire() as connection:
        await connection.execute("update decisions set law_digest = repeat('0', 64), decided_at = '2026-01-01'")

    choice = TrackChoice(ordinal=0, prosecution_office="antwerp", court="antwerpCorrectional")
    await override_decision(OverrideDecision(case_number=number, version=1, tracks=(choice,), reason="x"), a_prosecutor(), deps)

    assert (await view_of(deps, number)).current.law_digest == "0" * 64
    assert {each.outcome for each in await replay_all(deps)} == {"packMissing"}


async def test_a_registration_never_commits_under_a_law_that_another_process_is_just_ending(deps: Deps) -> None:
    newer = other_law()
    enacting = deps.transaction()
    tx = await enacting.__aenter__()
    await law_packs.put(tx, newer.digest, newer.files, at=deps.clock.now(), by="prosecutor:23")
    await law_packs.enact(
        tx, newer.digest, on=deps.clock.now().date(), reason="x", magistrates=("a:1", "b:2"), at=deps.clock.now(), by="a:1"
    )
    waiting = [asyncio.create_task(a_case(deps, noticeNumber=f"DE60.SP.00000{number}/2026")) for number in range(1, 4)]
    async with deps.pool.acquire() as connection:
        while await connection.fetchval("select count(*) from pg_locks where not granted") < 1:
            await asyncio.sleep(0)
    assert not any(task.done() for task in waiting)
    await enacting.__aexit__(None, None, None)
    numbers = [(await task).case_number for task in waiting]

    assert {(await view_of(deps, number)).current.law_digest for number in numbers} == {newer.digest}
    assert sorted(numbers) == ["HAV-2026-000001", "HAV-2026-000002", "HAV-2026-000003"]


async def test_a_page_of_another_process_follows_the_enactment(deps: Deps) -> None:
    process = msgspec.structs.replace(deps, laws=Laws(deps.law))
    assert (await process.present()).law.digest == deps.law.digest
    newer = other_law()
    await enact(newer, deps)

    assert (await process.laws.in_force(process.pool)).digest == newer.digest
    assert (await process.present()).law.digest == newer.digest


async def test_a_law_that_changes_without_end_is_told_and_nothing_is_written(deps: Deps, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = other_law()

    async def always_stale(self: Laws, source: object, *, within: float = 0) -> LoadedLaw:
        return stale

    monkeypatch.setattr(Laws, "in_force", always_stale)
    with pytest.raises(Exception, match="De wet wijzigde telkens"):
        await a_case(deps.under(stale))

    async with deps.pool.acquire() as connection:
        assert await connection.fetchval("select count(*) from cases") == 0


def test_every_write_of_a_decision_holds_the_law_in_force() -> None:
    """A verb that writes decisions opens its transaction by `deps.deciding()`; a registration holds the law in its first statement."""
    writing, holding = set(), set()
    for file in Path(docket.actions.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if not isinstance(node, ast.AsyncWith):
                continue
            called = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
            if called & {"write_decisions"}:
                writing.add(file.stem)
                opened = {each.attr for item in node.items for each in ast.walk(item.context_expr) if isinstance(each, ast.Attribute)}
                if "deciding" in opened:
                    holding.add(file.stem)

    assert writing == holding
    assert writing >= {"amend_case", "add_report", "decide_jurisdiction"}


def test_no_request_chooses_the_policy_of_a_stored_decision() -> None:
    """Only a preview, which stores nothing, and the calculations of the command line outside the register may name a policy."""
    root = Path(docket.__file__).parent
    naming = {}
    for file in root.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("route", "decide"):
                named = len(node.args) > 2 or any(keyword.arg == "policy" for keyword in node.keywords)
                naming.setdefault(str(file.relative_to(root)), set()).add(named)

    assert {file for file, named in naming.items() if True in named} <= {
        "actions/registration/preview_routing.py",
        "cli/deciding.py",
        "cli/law.py",
    }
    assert {file for file in naming if file.startswith("actions/")} >= {
        "actions/registration/register_case.py",
        "actions/redeciding.py",
    }


async def test_a_policy_in_a_submission_is_refused(deps: Deps) -> None:
    for place in ({"policy": "enacted"}, {"origin": {"service": "police", "policy": "enacted"}}):
        with pytest.raises(BadInput):
            decode_report(msgspec.json.encode({"origin": {"service": "police"}} | place))


async def test_a_stored_decision_of_every_path_is_of_the_policy_that_the_law_names(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await amend_late(deps, number)
    in_use = deps.law.law.policy_in_use

    async with deps.pool.acquire() as connection:
        assert {row["policy"] for row in await connection.fetch("select policy from decisions")} == {in_use}


def test_no_command_that_is_stored_has_a_field_for_a_policy() -> None:
    commands = (RegisterCase, AmendCase, AddReport, DecideJurisdiction, OverrideDecision)

    assert [command.__name__ for command in commands if "policy" in command.__struct_fields__] == []
