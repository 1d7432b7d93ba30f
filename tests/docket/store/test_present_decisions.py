"""Every present decision with its facts, through a cursor on one snapshot: what a change of law is tried on."""

import msgspec

from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.deps import Deps
from docket.store.decisions import PresentDecision, each_routed
from routing import CaseFacts, Decision, route
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_empty_report


async def listed(deps: Deps, **bounds: int) -> list[list[PresentDecision]]:
    async with deps.transaction() as tx:
        return [batch async for batch in each_routed(tx, **bounds)]


async def test_each_case_comes_once_with_the_facts_that_its_decision_was_made_on(deps: Deps) -> None:
    first = (await a_case(deps)).case_number
    report = a_report(summary="anders", seisedOn="2026-11-21")
    await amend_case(AmendCase(case_number=first, version=1, report=report, reason="x"), a_clerk(), deps)
    choice = TrackChoice(ordinal=0, prosecution_office="antwerp", court="antwerpCorrectional")
    await override_decision(OverrideDecision(case_number=first, version=2, tracks=(choice,), reason="x"), a_prosecutor(), deps)
    second = (await a_case(deps, an_empty_report())).case_number

    [one, other] = [each for batch in await listed(deps) for each in batch]

    assert (one.case_number, one.version, one.decision_seq, one.kind, one.seised) == (first, 3, 3, "overridden", True)
    assert one.routed is not None
    assert msgspec.json.decode(one.routed, type=Decision) == route(msgspec.json.decode(one.facts, type=CaseFacts), deps.law.law)
    assert msgspec.json.decode(one.result, type=Decision).tracks[0].prosecution_office == "antwerp"
    assert (one.offices, one.law_digest) == (("antwerp", "antwerpPort"), deps.law.digest)
    assert (other.case_number, other.kind, other.routed, other.seised) == (second, "routed", None, False)


async def test_batches_are_bounded_and_a_range_begins_after_a_case(deps: Deps) -> None:
    for number in range(5):
        await a_case(deps, an_empty_report(noticeNumber=f"DE60.SP.00000{number}/2026"))

    batches = await listed(deps, batch=2)
    ids = [each.case_id for batch in batches for each in batch]

    assert [len(batch) for batch in batches] == [2, 2, 1]
    assert ids == sorted(ids)
    assert [each.case_id for batch in await listed(deps, after=ids[1], until=ids[3]) for each in batch] == ids[2:4]


async def test_what_is_registered_meanwhile_is_not_in_the_snapshot(deps: Deps) -> None:
    await a_case(deps, an_empty_report())
    async with deps.pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        await connection.fetchval("select 1 from cases")
        await a_case(deps, an_empty_report(noticeNumber="DE60.SP.000002/2026"))

        assert [len(batch) async for batch in each_routed(connection)] == [1]
