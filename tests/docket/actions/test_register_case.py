import asyncio

import msgspec
import pytest

from docket.actions.registration.register_case import RegisterCase, register_case
from docket.deps import Deps
from docket.errors import BadInput, KeyReused, MissingScope
from tests.builders import a_case, a_clerk, a_report, an_actor, an_empty_report
from tests.docket.actions.reading import view_of


async def test_a_registered_file_has_a_number_a_decision_papers_a_mail_and_one_entry(deps: Deps) -> None:
    registered = await a_case(deps)

    assert registered.case_number == "HAV-2026-000001"
    assert not registered.repeated
    found = await view_of(deps, registered.case_number)
    assert found.case.version == 1
    assert found.current.decision == registered.decision
    assert [entry.kind for entry in found.entries] == ["CaseRegistered"]
    assert {document.kind for document in found.documents} >= {"jurisdiction_note", "receipt"}
    assert [delivery.recipient for delivery in found.deliveries] == ["rechercheur@politie.example.org"]
    assert "HAV-2026-000001" in found.deliveries[0].body_text
    assert "HAV-0000-000000" not in found.deliveries[0].subject + found.deliveries[0].body_text + found.deliveries[0].body_html


async def test_what_comes_back_is_what_was_handed_in(deps: Deps) -> None:
    report = a_report()

    registered = await a_case(deps, report)

    kept = (await view_of(deps, registered.case_number)).case.report
    given_ids = msgspec.structs.replace(kept, offences=tuple(msgspec.structs.replace(row, id=None) for row in kept.offences))
    assert given_ids == report


async def test_an_empty_report_is_registered(deps: Deps) -> None:
    registered = await a_case(deps, an_empty_report())

    found = await view_of(deps, registered.case_number)
    assert found.current.decision.scope == "unclear"
    assert found.case.report == an_empty_report()


async def test_the_same_key_with_the_same_body_is_the_same_file(deps: Deps) -> None:
    command = RegisterCase(report=a_report(), sender="client:3", idempotency_key="k-1")

    first = await register_case(command, a_clerk(), deps)
    second = await register_case(command, a_clerk(), deps)

    assert second.repeated
    assert (second.case_number, second.decision) == (first.case_number, first.decision)


async def test_the_same_external_id_of_another_sender_is_another_file(deps: Deps) -> None:
    first = await a_case(deps, a_report(externalId="x-1"), sender="one")
    second = await a_case(deps, a_report(externalId="x-1"), sender="two")

    assert first.case_number != second.case_number


@pytest.mark.parametrize("key", [{"idempotency_key": "k-1"}, {}])
async def test_a_key_with_another_body_is_refused(deps: Deps, key: dict[str, str]) -> None:
    await register_case(RegisterCase(report=a_report(externalId="x-1"), sender="client:3", **key), a_clerk(), deps)

    with pytest.raises(KeyReused):
        other = a_report(externalId="x-1", summary="iets anders")
        await register_case(RegisterCase(report=other, sender="client:3", **key), a_clerk(), deps)


async def test_two_registrations_with_one_key_are_one_case(deps: Deps) -> None:
    command = RegisterCase(report=a_report(externalId="x-1"), sender="client:3", idempotency_key="k-1")

    answers = await asyncio.gather(*(register_case(command, a_clerk(), deps) for _ in range(6)))

    assert {answer.case_number for answer in answers} == {"HAV-2026-000001"}
    assert sorted(answer.repeated for answer in answers) == [False] + [True] * 5
    assert await deps.pool.fetchval("select last_serial from case_counters") == 1


async def test_numbers_have_no_gap_under_sixteen_writers(deps: Deps) -> None:
    async def write(writer: int) -> list[str]:
        # Two writers share each key: of every pair one is rolled back or finds the file of the other.
        return [(await a_case(deps, a_report(externalId=f"{writer // 2}-{turn}"))).case_number for turn in range(6)]

    written = await asyncio.gather(*(write(writer) for writer in range(16)))

    assert all(numbers == sorted(numbers) for numbers in written)
    assert sorted({number for numbers in written for number in numbers}) == [f"HAV-2026-{serial:06d}" for serial in range(1, 49)]
    assert await deps.pool.fetchval("select count(*) from cases") == 48


async def test_the_year_of_a_number_is_that_of_brussels(deps: Deps) -> None:
    deps.clock.instant = deps.clock.instant.replace(year=2026, month=12, day=31, hour=23, minute=30)

    assert (await a_case(deps)).case_number == "HAV-2027-000001"


async def test_a_related_file_of_another_office_ties_nothing(deps: Deps) -> None:
    elsewhere = a_clerk("limburgHasselt", account_id=99)
    hidden = await a_case(deps, an_empty_report(), by=elsewhere)
    await deps.pool.execute("update cases set scope = 'portCrime', offices = '{limburgHasselt}'")

    tied = await a_case(deps, a_report(relatedCases=[{"caseNumber": hidden.case_number, "ground": "sameFacts"}]))

    assert (await view_of(deps, tied.case_number)).current.decision is not None
    facts = await deps.pool.fetchval("select facts from decisions order by case_id desc limit 1")
    assert facts["related"] == [{"number": hidden.case_number, "ground": "sameFacts", "limb": None, "portCrime": None, "court": None}]
    assert await deps.pool.fetchval("select related_id from case_relations") is None


async def test_a_related_file_may_be_named_by_the_external_id_of_the_same_sender(deps: Deps) -> None:
    await a_case(deps, a_report(externalId="inc-1"), sender="police")
    await deps.pool.execute("update cases set scope = 'portCrime'")

    relation = [{"caseNumber": "inc-1", "ground": "sameGoods"}]
    await a_case(deps, a_report(relatedCases=relation), sender="police")
    await a_case(deps, a_report(relatedCases=relation), sender="customs")

    facts = await deps.pool.fetch("select facts from decisions order by case_id offset 1")
    assert [row["facts"]["related"][0]["portCrime"] for row in facts] == [True, None]


async def test_same_as_has_no_meaning_in_a_first_report(deps: Deps) -> None:
    with pytest.raises(BadInput) as refused:
        await a_case(deps, a_report(persons=[{"role": "suspect", "sameAs": "s1"}]))

    assert [issue.name for issue in refused.value.issues] == ["/persons/0/sameAs"]
    assert await deps.pool.fetchval("select count(*) from cases") == 0


async def test_an_administrator_registers_nothing(deps: Deps) -> None:
    with pytest.raises(MissingScope):
        await a_case(deps, by=an_actor("administrator"))
