"""Of 200 made submissions, each broken at one place: that place is named, the same unbroken is registered, nothing else is."""

from typing import Any

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docket.contract import Report
from docket.decoding import decode_value
from docket.deps import Deps
from tests.docket.api.broken_reports import Broken, broken, reports
from tests.docket.api.registering import issue_names


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
async def test_a_broken_submission_is_refused_with_its_path_and_leaves_nothing(
    clerk: httpx.AsyncClient, deps: Deps, data: st.DataObject
) -> None:
    report: dict[str, Any] = data.draw(reports())
    wrong: Broken = data.draw(broken(report))
    before = await _count(deps)

    refused = await clerk.post("/cases", json=wrong.report)

    assert refused.status_code == 400, refused.text
    assert wrong.path in issue_names(refused)
    assert await _count(deps) == before

    taken = await clerk.post("/cases", json=report)

    assert taken.status_code == 201, taken.text
    assert await _count(deps) == before + 1


async def _count(deps: Deps) -> int:
    return await deps.pool.fetchval("select greatest((select count(*) from cases), (select count(*) from submissions))")


@settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(report=reports())
async def test_what_was_sent_comes_back_character_for_character(clerk: httpx.AsyncClient, report: dict[str, Any]) -> None:
    number = (await clerk.post("/cases", json=report)).json()["caseNumber"]

    kept = (await clerk.get(f"/cases/{number}")).json()["report"]

    assert decode_value(kept, Report) == decode_value(report, Report)
