"""Files that look like a file, among those that the reader may see and no others."""

from datetime import date

import msgspec
import pytest

from docket import case_keys, connected
from docket.access import visibility
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
from docket.errors import NotFound
from docket.store import connected as store
from docket.store.pool import load_queries
from docket.worker.refresh_keys import refresh_keys
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_empty_report
from tests.docket.actions.reading import view_of

CONTAINER = "CSQU3054383"


async def looks_like(deps, report, by=None):
    found = await list_candidates(ListCandidates(report=report), by or a_clerk(), deps)
    return {each.case_number: each for each in found}


def a_shipment(**fields):
    return an_empty_report(**({"receivedOn": "2026-11-20", "containers": [CONTAINER]} | fields))


async def test_report_that_names_the_container_of_a_file_looks_like_it_before_it_is_registered(deps):
    file = await a_case(deps, a_shipment())

    found = await looks_like(deps, a_shipment(containers=["CSQU 305438-3"]))

    assert found[file.case_number].reasons == (f"zelfde container {CONTAINER}",)
    assert found[file.case_number].strength == "likely"


async def test_file_that_the_reader_may_not_see_is_no_candidate_and_changes_no_score(deps):
    seen = await a_case(deps, a_shipment())
    before = await looks_like(deps, a_shipment())
    for _ in range(25):
        await seal((await a_case(deps, a_shipment())).case_number, deps)

    assert await looks_like(deps, a_shipment()) == before
    assert set(before) == {seen.case_number}


async def seal(case_number, deps):
    somebody = await deps.pool.fetchval(
        """insert into accounts (kind, name, display_name, roles, office, created_at)
           values ('user', 'x', 'x', '{prosecutor}', 'antwerpPort', now())
           on conflict (name) do update set display_name = 'x' returning id"""
    )
    command = SetConfidentiality(case_number=case_number, version=1, confidentiality="sealed", reason="bom", named=(somebody,))
    await set_confidentiality(command, a_prosecutor(), deps)


async def test_office_elsewhere_is_told_nothing(deps):
    await a_case(deps, a_shipment())

    assert await looks_like(deps, a_shipment(), a_clerk("westFlandersBrugge")) == {}


async def test_corrected_file_is_found_by_what_it_says_now(deps):
    file = await a_case(deps, a_shipment())
    corrected = msgspec.structs.replace((await view_of(deps, file.case_number)).case.report, containers=("MSCU1234566",))
    await amend_case(AmendCase(case_number=file.case_number, version=1, report=corrected, reason="verkeerd gelezen"), a_clerk(), deps)

    assert await looks_like(deps, a_shipment()) == {}
    assert set(await looks_like(deps, a_shipment(containers=["MSCU1234566"]))) == {file.case_number}


async def test_file_is_no_candidate_of_itself_nor_of_what_it_names_already(deps):
    first = await a_case(deps, a_shipment())
    second = await a_case(deps, a_shipment(relatedCases=[{"caseNumber": first.case_number, "ground": "sameGoods"}]))
    third = await a_case(deps, a_shipment())

    found = await list_candidates(ListCandidates(case_number=second.case_number), a_clerk(), deps)

    assert [each.case_number for each in found] == [third.case_number]


async def test_candidates_of_a_file_that_one_may_not_see_do_not_exist(deps):
    file = await a_case(deps, a_shipment())

    with pytest.raises(NotFound):
        await list_candidates(ListCandidates(case_number=file.case_number), a_clerk("westFlandersBrugge"), deps)


async def test_files_of_an_earlier_version_get_their_keys_from_the_worker(deps):
    file = await a_case(deps, a_report(containers=[CONTAINER]))
    kept = await deps.pool.fetch("select kind, key, value, first_day, last_day from case_keys order by kind, key")
    await deps.pool.execute("delete from case_keys")

    assert await refresh_keys(deps) == 1
    assert await refresh_keys(deps) == 0
    assert await deps.pool.fetch("select kind, key, value, first_day, last_day from case_keys order by kind, key") == kept
    assert set(await looks_like(deps, a_shipment(receivedOn="2026-11-18"))) == {file.case_number}


async def test_candidates_among_many_files_are_found_by_index(tx, law):
    await tx.execute(
        """insert into cases (case_number, year, serial, status, confidentiality, holding_office, registered_by, registered_at, entered_on,
                decision_seq, offices, outcome, scope, open_track, received_day, origin_service)
           select 'HAV-2025-' || lpad(n::text, 6, '0'), 2025, n, 'registered', 'ordinary', 'antwerpPort', 'x', now(), '2025-01-01',
                1, '{antwerpPort}', 'decided', 'portCrime', false, '2025-01-01', 'police' from generate_series(1, 5000) n"""
    )
    await tx.execute(
        """insert into case_keys (case_id, kind, key, value, first_day, last_day)
           select c.id, k.kind, k.kind || c.serial, '', '2025-01-01', '2025-01-01'
           from cases c, (values ('container'), ('ssin'), ('quay'), ('notice')) k (kind) where c.year = 2025"""
    )
    await tx.execute("analyze cases; analyze case_keys")
    queries = load_queries(store.__file__)
    names = queries.driver_adapter.var_sorted["candidates"]
    keys = case_keys.keys_of(a_shipment(), date(2026, 11, 24), law.law)
    work = {"lookups": connected.lookups_of(keys), "case_id": 0, "row_limit": 60, **msgspec.structs.asdict(visibility(a_clerk()))}
    plan = "\n".join(row[0] for row in await tx.fetch(f"explain {queries.candidates.sql}", *(work[name] for name in names)))

    assert "case_keys_by_key" in plan
    assert "Seq Scan on case_keys" not in plan and "Seq Scan on cases" not in plan
