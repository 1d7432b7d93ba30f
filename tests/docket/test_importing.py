"""Lines of a file become files of the register, each by itself and never twice."""

import io
import json
import tracemalloc
from datetime import date

import pytest

from docket import importing
from docket.access import SYSTEM, Actor
from docket.actions.accounts.add_user import AddUser, add_user
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.contract import decode_report
from docket.decoding import MAX_SUBMISSION_BYTES
from docket.deps import Deps
from docket.draws import code_of
from docket.errors import ServiceUnavailable
from docket.json_lines import lines_of
from tests.builders import INTRUSION

BY = Actor(account_id=None, code="import:test", roles=frozenset({"clerk"}), office="antwerpPort")


def jsonl(*reports: dict | bytes) -> io.BytesIO:
    return io.BytesIO(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in reports) + b"\n")


async def imported(file: io.BytesIO, take: importing.Take) -> list[importing.Row]:
    return [row async for _, row in importing.import_lines(lines_of(file), take)]


async def count_of_cases(deps: Deps) -> int:
    return await deps.pool.fetchval("select count(*) from cases")


async def test_each_line_becomes_a_file_with_its_number_and_decision(deps: Deps) -> None:
    file = jsonl(INTRUSION | {"externalId": "a-1"}, INTRUSION | {"externalId": "a-2"})

    rows = await imported(file, importing.registering(BY, deps, "customs"))

    assert [(row.line, row.result, row.external_id, row.case_number) for row in rows] == [
        (1, "registered", "a-1", "HAV-2026-000001"),
        (2, "registered", "a-2", "HAV-2026-000002"),
    ]
    assert {(row.outcome, row.scope, row.offices) for row in rows} == {("decided", "portCrime", ("antwerpPort",))}


async def test_second_run_registers_nothing_twice_also_without_external_id(deps: Deps) -> None:
    rows = (INTRUSION | {"externalId": "a-1"}, INTRUSION, INTRUSION | {"summary": "een ander feit"})
    take = importing.registering(BY, deps, "customs")

    first = await imported(jsonl(*rows), take)
    again = await imported(jsonl(*rows), take)

    assert [row.result for row in first] == ["registered"] * 3
    assert [row.result for row in again] == ["alreadyThere"] * 3
    assert [row.case_number for row in again] == [row.case_number for row in first]
    assert await count_of_cases(deps) == 3


async def test_same_content_written_in_another_order_is_the_same_line(deps: Deps) -> None:
    take = importing.registering(BY, deps, "customs")
    turned = dict(reversed(list(INTRUSION.items()))) | {"vessels": [], "seisedOn": None}

    first, second = await imported(jsonl(INTRUSION, turned), take)

    assert (second.result, second.case_number) == ("alreadyThere", first.case_number)


async def test_line_that_was_registered_by_the_action_is_known_again(deps: Deps) -> None:
    report = decode_report(json.dumps(INTRUSION | {"externalId": "a-1"}).encode())
    before = await register_case(RegisterCase(report=report, sender="customs"), BY, deps)

    (row,) = await imported(jsonl(INTRUSION | {"externalId": "a-1"}), importing.registering(BY, deps, "customs"))

    assert (row.result, row.case_number) == ("alreadyThere", before.case_number)


async def test_broken_line_never_stops_the_rest_and_names_all_its_faults(deps: Deps) -> None:
    broken = {"origin": {"service": "niemand"}, "externalId": "a-2", "kaai": 1742, "summary": "a\u0000b"}
    file = jsonl(INTRUSION | {"externalId": "a-1"}, broken, b"{geen json", b"", INTRUSION | {"externalId": "a-3"})

    rows = await imported(file, importing.registering(BY, deps, "customs"))

    assert [(row.line, row.result) for row in rows] == [(1, "registered"), (2, "refused"), (3, "refused"), (5, "registered")]
    assert {issue.split(":")[0] for issue in rows[1].issues} == {"/origin/service", "/kaai", "/summary"}
    assert rows[2].issues
    assert await count_of_cases(deps) == 2


async def test_external_id_with_another_content_is_refused_and_changes_nothing(deps: Deps) -> None:
    take = importing.registering(BY, deps, "customs")

    first, second = await imported(jsonl(INTRUSION | {"externalId": "a-1"}, INTRUSION | {"externalId": "a-1", "summary": "anders"}), take)

    assert (first.result, second.result, second.external_id) == ("registered", "refused", "a-1")
    assert "externalId" in second.issues[0]


async def test_same_external_id_of_another_sender_is_another_file(deps: Deps) -> None:
    rows = [
        row
        for sender in ("customs", "police")
        for row in await imported(jsonl(INTRUSION | {"externalId": "a-1"}), importing.registering(BY, deps, sender))
    ]

    assert len({row.case_number for row in rows}) == 2


@pytest.mark.parametrize("error", [ServiceUnavailable(), ConnectionResetError("geheim"), RuntimeError("geheim")])
async def test_failure_of_the_register_is_told_apart_and_the_next_line_is_tried(error: Exception) -> None:
    tried = []

    async def take(report, key):
        tried.append(report.external_id)
        raise error

    rows = await imported(jsonl(INTRUSION | {"externalId": "a-1"}, INTRUSION | {"externalId": "a-2"}), take)

    assert tried == ["a-1", "a-2"]
    assert [row.result for row in rows] == ["failed", "failed"]
    assert not any("geheim" in issue for row in rows for issue in row.issues)


async def test_file_with_the_habits_of_other_editors_is_read() -> None:
    raw = b'\xef\xbb\xbf{"origin": {"service": "dea"}}\r\n\r\n  {"origin": {"service": "customs"}}'

    lines = list(lines_of(io.BytesIO(raw)))

    assert [line.number for line in lines] == [1, 3]
    assert [decode_report(line.content()).origin.service for line in lines] == ["dea", "customs"]
    assert lines[-1].read_until == len(raw)


async def test_line_over_two_mebibyte_is_refused_without_being_kept_in_memory() -> None:
    head = b'{"origin": {"service": "customs"}}'
    limit = head + b" " * 10 + b"\n"
    huge = b'{"summary": "' + b"x" * (40 * 1024 * 1024) + b'"}\n'
    file = io.BytesIO(limit + huge + head)
    tracemalloc.start()

    lines = list(lines_of(file))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [line.too_large for line in lines] == [False, True, False]
    assert peak < 4 * MAX_SUBMISSION_BYTES

    async def take(report, key):
        raise AssertionError("never reached")

    refused = [row async for _, row in importing.import_lines([lines[1]], take)]
    assert refused[0].result == "refused"
    assert "2 MiB" in refused[0].issues[0]


def test_line_of_exactly_two_mebibyte_is_taken() -> None:
    report = b'{"origin": {"service": "customs"}, "summary": null}'
    exact = report[:-1] + b" " * (MAX_SUBMISSION_BYTES - len(report)) + b"}"

    (line,) = lines_of(io.BytesIO(exact + b"\r\n"))

    assert len(line.content()) == MAX_SUBMISSION_BYTES
    assert decode_report(line.content()).origin.service == "customs"


async def test_later_reports_are_added_to_their_file_and_only_once(deps: Deps) -> None:
    (first,) = await imported(jsonl(INTRUSION | {"externalId": "a-1"}), importing.registering(BY, deps, "customs"))
    later = {
        "origin": {"service": "customs"},
        "externalId": "a-2",
        "seizures": [{"id": "z1", "kind": "drugs", "substance": "cocaine", "netWeightKg": 42.8}],
    }
    assert first.case_number is not None
    take = importing.adding(BY, deps, "customs", first.case_number)

    rows = await imported(jsonl(later, b"{kapot", {"origin": {"service": "dea"}, "containers": ["MSCU1234566"]}), take)
    again = await imported(jsonl(later), take)

    assert [(row.result, row.case_number) for row in rows] == [
        ("added", first.case_number),
        ("refused", None),
        ("added", first.case_number),
    ]
    assert [row.result for row in again] == ["alreadyThere"]
    assert await count_of_cases(deps) == 1


async def test_later_report_of_a_file_that_is_not_there_is_refused(deps: Deps) -> None:
    (row,) = await imported(jsonl(INTRUSION), importing.adding(BY, deps, "customs", "HAV-2026-999999"))

    assert row.result == "refused"


async def test_line_that_looks_like_a_file_that_is_there_says_so(deps: Deps) -> None:
    report = {"origin": {"service": "customs"}, "receivedOn": "2026-11-20", "containers": ["CSQU3054383"]}

    file = jsonl(report | {"externalId": "a"}, report | {"externalId": "b"})
    first, second = await imported(file, importing.registering(BY, deps, "customs"))

    [alike] = second.candidates
    assert (first.candidates, alike.case_number) == ((), first.case_number)
    assert alike.score > 0
    assert alike.reasons


async def a_clerk_of(deps: Deps, office: str) -> importing.TakenBefore:
    command = AddUser(name=f"an-{office.lower()}", display_name="An", roles=("clerk",), office=office)
    code = code_of((await add_user(command, SYSTEM, deps)).account_id)
    return importing.TakenBefore(code=code, office=office, taken_on=date(2024, 3, 1))


async def test_files_that_somebody_had_taken_before_the_import_wait_for_nobody(deps: Deps) -> None:
    before = await a_clerk_of(deps, "antwerpPort")
    take = importing.taking(importing.registering(BY, deps, "archief"), before, BY, deps)
    old = INTRUSION | {"externalId": "oud", "receivedOn": "2024-02-20"}
    rows = (old, INTRUSION | {"externalId": "nieuw", "receivedOn": "2024-03-02"}, old | {"externalId": "zonder", "receivedOn": None})

    done = await imported(jsonl(*rows), take)
    again = await imported(jsonl(*rows), take)

    assert [(row.result, row.taken_by) for row in done] == [
        ("registered", before.code),
        ("registered", None),
        ("registered", before.code),
    ]
    assert done[1].not_taken == "Ontvangen op 2024-03-02, na de dag waarop het opgenomen zou zijn."
    assert [(row.result, row.taken_by) for row in again] == [("alreadyThere", row.taken_by) for row in done]
    waiting = await deps.pool.fetch(
        "select c.case_number from acknowledgements a join cases c on c.id = a.case_id where a.taken_at is null"
    )
    assert [row["case_number"] for row in waiting] == ["HAV-2026-000002"]


async def test_file_of_another_office_goes_on_waiting_there_whoever_the_import_names(deps: Deps) -> None:
    before = await a_clerk_of(deps, "eastFlandersGhent")
    take = importing.taking(importing.registering(BY, deps, "archief"), before, BY, deps)

    [row] = await imported(jsonl(INTRUSION | {"receivedOn": "2024-02-20"}), take)

    assert (row.result, row.taken_by) == ("registered", None)
    assert row.not_taken is not None
    assert await deps.pool.fetchval("select count(*) from acknowledgements where taken_at is not null") == 0
