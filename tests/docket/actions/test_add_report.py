import asyncio

import pytest

from docket.actions.registration.add_report import AddReport, add_report, preview_report
from docket.deps import Deps
from docket.errors import KeyReused, Stale
from tests.builders import a_case, a_clerk, an_empty_report
from tests.docket.actions.reading import view_of

MINOR = {"persons": [{"sameAs": "s1", "age": 16, "count": 1, "familyName": "Peeters", "minor": True}]}


def later(number: str, version: int | None = None, key: str | None = None, external_id: str | None = None, **fields) -> AddReport:
    report = an_empty_report(**({"externalId": external_id} if external_id else {}), **(fields or MINOR))
    return AddReport(case_number=number, version=version, report=report, sender="police", idempotency_key=key)


async def test_a_later_report_changes_what_it_says_and_routes_anew(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    added = await add_report(later(number), a_clerk(), deps)

    assert [change.path for change in added.changes] == [
        "/persons/s1/count", "/persons/s1/familyName", "/persons/s1/age", "/persons/s1/minor",
    ]  # fmt: skip
    assert [track.track for track in added.after.tracks] == ["youth"]
    found = await view_of(deps, number)
    assert found.case.version == 2
    assert found.entries[-1].kind == "ReportAdded"
    assert found.entries[-1].content["report"]["persons"][0]["sameAs"] == "s1"
    assert found.case.report.origin.service == "shippingPolice"


async def test_the_same_report_twice_is_added_once(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    first = await add_report(later(number, version=1, key="k"), a_clerk(), deps)
    second = await add_report(later(number, version=1, key="k"), a_clerk(), deps)

    assert (first.repeated, second.repeated) == (False, True)
    assert second.version == 2


async def test_the_same_key_with_another_report_is_refused(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await add_report(later(number, external_id="r-1"), a_clerk(), deps)

    with pytest.raises(KeyReused):
        await add_report(later(number, external_id="r-1", containers=["MSCU1234566"]), a_clerk(), deps)


async def test_a_later_report_may_carry_the_external_id_of_its_file(deps: Deps) -> None:
    from tests.builders import a_report

    number = (await a_case(deps, a_report(externalId="inc-1"), sender="police")).case_number

    assert not (await add_report(later(number, external_id="inc-1"), a_clerk(), deps)).repeated


async def test_reports_without_a_version_are_all_added(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    await asyncio.gather(*(add_report(later(number, key=f"k{turn}", containers=[f"C{turn}"]), a_clerk(), deps) for turn in range(4)))

    found = await view_of(deps, number)
    assert sorted(found.case.report.containers) == ["C0", "C1", "C2", "C3"]
    assert found.case.version == 5


async def test_the_same_report_at_once_is_added_once(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    answers = await asyncio.gather(*(add_report(later(number, version=1, key="k"), a_clerk(), deps) for _ in range(4)))

    assert sorted(answer.repeated for answer in answers) == [False, True, True, True]
    assert len((await view_of(deps, number)).entries) == 2


async def test_a_stale_report_shows_what_changed(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await add_report(later(number, version=1, containers=["MSCU1234566"]), a_clerk(), deps)

    with pytest.raises(Stale) as stale:
        await add_report(later(number, version=1), a_clerk(), deps)

    assert "later verslag toegevoegd (/containers)" in stale.value.detail


async def test_a_preview_of_a_report_stores_nothing(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    preview = await preview_report(later(number, version=1), a_clerk(), deps)

    assert [track.track for track in preview.after.tracks] == ["youth"]
    assert (await view_of(deps, number)).case.version == 1
