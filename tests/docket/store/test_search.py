"""Lists, searches and counts: what is found, in which order, and by which index."""

from datetime import UTC, datetime
from typing import Any

import asyncpg
import msgspec
import pytest

from docket.access import visibility
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput
from docket.store import assignments, outbox, search, work_lists
from docket.store.pool import load_queries
from docket.store.search import CaseFilter, Cursor
from tests.builders import a_case, a_clerk, a_report, an_actor, an_empty_report

QUERIES = load_queries(search.__file__)


async def found(deps: Deps, by=None, **wanted) -> list[str]:
    page = await search.list_cases(deps.pool, visibility(by or a_clerk()), CaseFilter(**wanted))
    return [line.case_number for line in page.items]


async def test_pages_follow_each_other_from_the_newest_to_the_oldest(deps: Deps) -> None:
    numbers = [(await a_case(deps, an_empty_report())).case_number for _ in range(5)]
    seen, after = [], None
    for _ in range(3):
        page = await search.list_cases(deps.pool, visibility(a_clerk()), CaseFilter(), after, limit=2)
        seen += [line.case_number for line in page.items]
        after = page.next and search.parse_cursor(str(page.next))

    assert seen == numbers[::-1]
    assert after is None


@pytest.mark.parametrize("text", ["", "2026", "2026-", "x-1", "2026-000001; drop table cases"])
async def test_a_cursor_that_no_page_gave_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        search.parse_cursor(text)

    assert [(issue.place, issue.name) for issue in refused.value.issues] == [("query", "after")]


FULL = a_report(
    externalId="inc-77",
    containers=["MSCU1234566"],
    persons=[{"id": "s1", "role": "suspect", "familyName": "Désiré-Müller", "givenNames": "Zoë", "ssin": "85.07.30-033.28"}],
    vessels=[{"name": "MSC Ambra", "imoNumber": "IMO 9074729"}],
)


@pytest.mark.parametrize(
    "query",
    [
        "HAV-2026-000001",
        "hav 2026/1",
        "2026-000001",
        "DE60.SP.001234/2026",
        "de 60 sp 1234/2026",
        "mscu 123456-6",
        "MSCU1234566",
        "desire muller",
        "MÜLLER zoe",
        "85073003328",
        "85.07.30-033.28",
        "kaai 1742",
        "ambra",
        "9074729",
        "inc-77",
        "lege container",
    ],
)
async def test_a_file_is_found_by_number_notice_number_place_container_vessel_and_person(deps: Deps, query: str) -> None:
    number = (await a_case(deps, FULL)).case_number
    await a_case(deps, an_empty_report())

    assert await found(deps, query=query) == [number]


@pytest.mark.parametrize("query", ["HAV-2026-000009", "MSCU7654321", "%", "_", "' or true", "kaai 999"])
async def test_what_is_not_there_is_not_found(deps: Deps, query: str) -> None:
    await a_case(deps, FULL)

    assert await found(deps, query=query) == []


async def test_a_corrected_name_is_found_and_the_wrong_one_no_longer(deps: Deps) -> None:
    from docket.actions.registration.amend_case import AmendCase, amend_case

    number = (await a_case(deps, FULL)).case_number
    report = (await search.case_view(deps.pool, visibility(a_clerk()), number)).case.report
    person = msgspec.structs.replace(report.persons[0], family_name="Peeters")
    corrected = msgspec.structs.replace(report, persons=(person,))
    await amend_case(AmendCase(case_number=number, version=1, report=corrected, reason="x"), a_clerk(), deps)

    assert await found(deps, query="peeters") == [number]
    assert await found(deps, query="müller") == []


async def test_filters_narrow_the_list_and_the_count_alike(deps: Deps) -> None:
    port = (await a_case(deps)).case_number
    unclear = (await a_case(deps, an_empty_report())).case_number

    assert await found(deps) == [unclear, port]
    for number, wanted in {
        port: ({"area": "waasland"}, {"outcome": "decided"}, {"scope": "portCrime"}, {"court": "antwerpCorrectional"}),
        unclear: ({"outcome": "undecided"}, {"scope": "unclear"}, {"open_track": True}),
    }.items():
        for each in wanted:
            assert await found(deps, **each) == [number]
            assert await search.count_cases(deps.pool, visibility(a_clerk()), CaseFilter(**each)) == 1
    assert await found(deps, office="limburgHasselt") == []
    assert await found(deps, status="trialCourt") == []


async def test_nothing_of_another_office_is_listed_found_or_counted(deps: Deps) -> None:
    await a_case(deps, FULL)
    there = a_clerk("limburgHasselt", account_id=90)

    for by in (there, an_actor("administrator"), an_actor("auditor"), an_actor("courtRegistrar", office=None, court="antwerpCorrectional")):
        for query in (None, "HAV-2026-000001", "ambra"):
            assert await found(deps, by, query=query) == []
        assert await search.count_cases(deps.pool, visibility(by), CaseFilter()) == 0
        assert not any((await work_lists.counts(deps.pool, by, court_day(deps.clock.now()))).values())
        assert await search.mails(deps.pool, visibility(by)) == ()


async def many_cases(connection: asyncpg.Connection, count: int) -> None:
    """Made files, most of another office; one in a thousand holds the container that is searched."""
    await connection.execute(
        """insert into cases (case_number, year, serial, status, holding_office, registered_by, registered_at, entered_on, decision_seq,
               offices, outcome, scope, open_track, to_confirm, received_day, origin_service)
           select 'HAV-2020-' || lpad(n::text, 6, '0'), 2020, n, 'registered', office, 'x', now(), '2020-01-01', 1, array[office],
               'decided', 'portCrime', n % 500 = 0, case when n % 500 = 0 then '{0}'::int[] else '{}' end, '2020-01-01', 'police'
           from generate_series(1, $1) n, lateral (select case when n % 10 = 0 then 'limburgHasselt' else 'antwerpPort' end) o (office)""",
        count,
    )
    await connection.execute(
        """insert into case_search (case_id, text)
           select id, 'kaai ' || serial % 2000 || ' janssens ' || case when serial % 1000 = 0 then 'mscu1234566' else md5(serial::text) end
               || ' ' || repeat(md5(serial::text), 20)
           from cases where year = 2020"""
    )
    await connection.execute("analyze cases, case_search")


async def plan_of(connection: asyncpg.Connection, query: str, **filters: object) -> str:
    wanted = dict.fromkeys(
        ("area", "wanted_office", "wanted_court", "outcome", "scope", "status", "confidentiality", "open_track", "to_confirm", "mine")
    )
    seen = msgspec.structs.asdict(visibility(a_clerk("limburgHasselt")))
    words = {**dict.fromkeys(("first", "second", "third"), "%mscu1234566%"), "patterns": ["%mscu1234566%"]}
    values = {**wanted, "number": None, "year": 10_000, "serial": 0, "limit": 51, **seen, **words, **filters}
    text = getattr(QUERIES, query).sql
    order = QUERIES.driver_adapter.var_sorted[query]
    lines = await connection.fetch(f"explain {text}", *(values[name] for name in order))
    return "\n".join(line[0] for line in lines)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("newest", "cases_year_serial_key"),
        ("matching", "case_search_text"),
    ],
)
async def test_a_page_of_many_files_is_read_by_its_index(tx: asyncpg.Connection, query: str, index: str) -> None:
    await many_cases(tx, 20_000)

    plan = await plan_of(tx, query)

    assert index in plan
    assert "Seq Scan on cases" not in plan and "Seq Scan on case_search" not in plan


async def test_the_last_line_of_a_page_is_where_the_next_begins() -> None:
    assert search.parse_cursor(str(Cursor(year=2026, serial=17))) == Cursor(year=2026, serial=17)


async def test_files_that_nobody_was_drawn_for_are_found_by_index_and_the_queue_is_read_once(tx: asyncpg.Connection) -> None:
    await many_cases(tx, 2_000)
    await tx.execute("set local enable_seqscan = off")
    queries: Any = load_queries(assignments.__file__)
    values = {"office": "antwerpPort", "before": datetime(2026, 11, 24, tzinfo=UTC), "entrypoint": "register", "most_jobs": 3}
    order = queries.driver_adapter.var_sorted["forgotten"]

    lines = await tx.fetch(f"explain {queries.forgotten.sql}", *(values[name] for name in order))

    plan = "\n".join(line[0] for line in lines)
    assert "cases_unassigned" in plan and "Seq Scan on cases" not in plan
    assert plan.count("on pgqueuer") == 1 and "CTE jobs" in plan


async def test_what_an_error_stranded_is_found_by_index_and_the_queue_is_read_once(tx: asyncpg.Connection) -> None:
    await tx.execute("set local enable_seqscan = off")
    queries: Any = load_queries(outbox.__file__)
    values = {"before": datetime(2026, 11, 24, tzinfo=UTC), "entrypoint": "register"}
    order = queries.driver_adapter.var_sorted["stranded"]

    plan = "\n".join(line[0] for line in await tx.fetch(f"explain {queries.stranded.sql}", *(values[name] for name in order)))

    assert all(index in plan for index in ("documents_asked", "pdfs_asked", "bulk_lines_waiting"))
    assert not any(f"Seq Scan on {table}" in plan for table in ("documents", "pdfs", "bulk_lines"))
    assert plan.count("on pgqueuer") == 1
    assert "CTE live" in plan
