"""A detained suspect has a running limit or a title, or the register says of whom it has neither."""

from datetime import UTC, date, datetime, timedelta

import pytest

from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.time_limits.meet_time_limit import MeetTimeLimit, meet_time_limit
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.deps import Deps
from docket.detention import Unheld, unheld
from docket.store import time_limits
from routing import Start
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.reading import view_of

ANTWERP = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}]
#: The clock of the tests stands on Tuesday 24 November 2026.
DAY = date(2026, 11, 24)


async def a_file(deps: Deps, *persons: dict[str, object]) -> str:
    return (await a_case(deps, places=ANTWERP, persons=list(persons))).case_number


def held(id_: str, custody: str, since: str | None = None) -> dict[str, object]:
    return {"id": id_, "role": "suspect", "kind": "natural", "custody": custody} | ({"arrestedAt": since} if since else {})


async def told(deps: Deps, number: str) -> dict[str, Unheld]:
    found = await view_of(deps, number)
    clocks = await time_limits.of_case(deps.pool, found.case.id)
    return {one.person: one for one in unheld(found.case.report, found.stands, clocks, deps.law.law, deps.clock.now())}


async def begun(deps: Deps, number: str, limit: str, event: str, *, person: str | None = "s1", at: datetime | None = None) -> int:
    version = (await view_of(deps, number)).case.version
    start = Start(event=event, on=DAY, at=at)
    command = StartTimeLimit(case_number=number, version=version, limit=limit, start=start, person=person)
    return (await start_time_limit(command, a_clerk(), deps)).time_limit


async def test_an_arrest_of_which_only_the_day_is_known_has_no_clock_and_that_is_said(deps: Deps) -> None:
    number = await a_file(
        deps, held("s1", "arrested", "2026-11-24"), held("s2", "released"), held("s3", "arrested", "2026-11-24T08:00:00+01:00")
    )

    found = await told(deps, number)

    assert set(found) == {"s1"}
    assert found["s1"].fault == "Verdachte 1 (s1) is aangehouden, maar er loopt geen termijn en er is geen titel."
    assert (found["s1"].limit, "uur van de vrijheidsberoving ontbreekt" in found["s1"].to_do) == ("arrest", True)


async def test_forty_eight_hours_that_have_run_out_hold_nobody(deps: Deps) -> None:
    number = await a_file(deps, held("s1", "arrested", "2026-11-24T08:00:00+01:00"))
    assert await told(deps, number) == {}

    deps.clock.instant = datetime(2026, 11, 26, 7, 1, tzinfo=UTC)
    assert "begin dan de termijn voor de raadkamer" in (await told(deps, number))["s1"].to_do


async def test_an_arrest_that_was_told_after_its_end_is_said_to_have_no_title(deps: Deps) -> None:
    assert set(await told(deps, await a_file(deps, held("s1", "arrested", "2026-11-20T08:00:00+01:00")))) == {"s1"}


async def test_a_remand_needs_a_clock_of_his_own_or_of_the_whole_file(deps: Deps) -> None:
    number = await a_file(deps, held("s1", "remanded"), held("s2", "remanded"))
    assert {one.limit for one in (await told(deps, number)).values()} == {"firstChamber"}

    await begun(deps, number, "firstChamber", "warrantExecuted")
    assert set(await told(deps, number)) == {"s2"}
    await begun(deps, number, "orderOneMonth", "order", person=None)
    assert await told(deps, number) == {}


async def test_a_met_arrest_without_a_chamber_that_follows_is_said(deps: Deps) -> None:
    number = await a_file(deps, held("s1", "remanded"))
    one = await begun(deps, number, "arrest", "arrest", at=deps.clock.now() - timedelta(hours=2))
    assert await told(deps, number) == {}
    version = (await view_of(deps, number)).case.version
    await meet_time_limit(MeetTimeLimit(case_number=number, version=version, time_limit=one, met_on=DAY), a_clerk(), deps)

    assert set(await told(deps, number)) == {"s1"}


@pytest.mark.parametrize(
    ("limit", "event"),
    [("contactBan", "firstInterrogation"), ("releaseConditions", "decision"), ("detentionCassationMemorial", "cassationDeclared")],
)
async def test_a_limit_that_bounds_something_else_is_no_title(deps: Deps, limit: str, event: str) -> None:
    number = await a_file(deps, held("s1", "remanded"))
    await begun(deps, number, limit, event)

    assert set(await told(deps, number)) == {"s1"}


async def test_before_the_trial_court_a_remand_has_no_clock_but_an_arrest_still_needs_one(deps: Deps) -> None:
    number = await a_file(deps, held("s1", "remanded"), held("s2", "arrested", "2026-11-24"))
    await refer_case(ReferCase(case_number=number, version=1, tracks=(0,)), a_prosecutor(), deps)

    assert set(await told(deps, number)) == {"s2"}
