"""A lawyer and a running clock go with their suspect when files are joined, parted again or split: no clock stops, nobody is forgotten."""

from datetime import date, datetime

import pytest

from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.split_case import SplitCase, split_case
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.contacts.add_contact import AddContact, add_contact
from docket.actions.contacts.end_contact import EndContact, end_contact
from docket.actions.oversight.verify_register import verify_register
from docket.actions.services.ask_service import AskService, ask_service
from docket.actions.services.record_service import RecordService, record_service
from docket.actions.services.withdraw_service import WithdrawService, withdraw_service
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.actions.time_limits.suspend_time_limit import SuspendTimeLimit, suspend_time_limit
from docket.contacts import ContactSaid
from docket.deps import Deps
from docket.errors import StateForbids
from docket.services import DoneSaid
from docket.store import contacts, services, telling, time_limits
from docket.time_limits import Clock
from routing import Start
from tests.builders import a_case, a_clerk, a_prosecutor, a_report
from tests.docket.actions.hearing_world import RIGHT_BANK, TODAY, a_chamber, booked, wanted
from tests.docket.actions.reading import view_of

BOTH = [
    {"id": "s1", "role": "suspect", "kind": "natural", "familyName": "Adams", "custody": "arrested", "arrestedAt": "2026-11-24T06:00:00Z"},
    {"id": "s2", "role": "suspect", "kind": "natural", "familyName": "Baert"},
]
FACTS = [
    {"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-11-20", "place": "p1", "persons": ["s1"]},
    {"id": "o2", "offence": "portIntrusion", "committedFrom": "2026-11-20", "place": "p1", "persons": ["s2"]},
]


async def a_file(deps: Deps, **fields: object) -> str:
    return (await a_case(deps, a_report(**RIGHT_BANK, **fields))).case_number


async def version_of(deps: Deps, number: str) -> int:
    return (await view_of(deps, number)).case.version


async def counsel(deps: Deps, number: str, person: str, name: str) -> int:
    said = ContactSaid(kind="counsel", person=person, name=name, email="kantoor@balie.example.org", from_on=TODAY)
    command = AddContact(case_number=number, version=await version_of(deps, number), said=said)
    return (await add_contact(command, a_clerk(), deps)).contact_id


async def appeal(deps: Deps, number: str, person: str) -> int:
    start = Start(event="pronouncement", on=date(2026, 11, 20))
    command = StartTimeLimit(
        case_number=number,
        version=await version_of(deps, number),
        limit="appeal",
        start=start,
        person=person,
        registry="antwerpCorrectional",
    )
    return (await start_time_limit(command, a_clerk(), deps)).time_limit


async def names(deps: Deps, number: str) -> set[tuple[str | None, str]]:
    """Who stands today, by person and name."""
    found = await contacts.of_case(deps.pool, (await view_of(deps, number)).case.id)
    return {(row.person, row.name) for row in found if row.holds(TODAY) and row.ended_at is None}


async def running(deps: Deps, number: str) -> dict[tuple[str, str | None], Clock]:
    found = await time_limits.of_case(deps.pool, (await view_of(deps, number)).case.id)
    return {(clock.answer.limit, clock.person): clock for clock in found if clock.open}


async def split_off(deps: Deps, number: str, **fields: object) -> str:
    said: dict[str, object] = {"version": await version_of(deps, number), "ground": "samePerpetrators", "limb": "3", "reason": "apart"}
    command = SplitCase(case_number=number, **said | {"persons": {}, "offences": {}} | fields)  # ty: ignore[invalid-argument-type]
    return (await split_case(command, a_prosecutor(), deps)).new_case_number


async def join(deps: Deps, lead: str, other: str) -> None:
    command = JoinCases(
        case_number=lead,
        version=await version_of(deps, lead),
        files=(JoinedFile(case_number=other),),
        ground="sameFacts",
        limb="indivisible",
        reason="een feit",
    )
    await join_cases(command, a_prosecutor(), deps)


async def test_the_48_hours_and_the_lawyer_of_a_suspect_who_leaves_go_with_him_and_end_where_he_was(deps: Deps) -> None:
    number = await a_file(deps, persons=BOTH, offences=FACTS)
    await counsel(deps, number, "s1", "Mr. Aa")
    await counsel(deps, number, "s2", "Mr. Bb")
    before = (await running(deps, number))["arrest", "s1"]

    new = await split_off(deps, number, persons={"s1": "leaves"}, offences={"o1": "leaves"})

    after = (await running(deps, new))["arrest", "s1"]
    assert after.answer == before.answer, "the clock did not stop and did not begin anew"
    assert after.law_digest == before.law_digest
    assert await running(deps, number) == {}
    assert await names(deps, new) == {("s1", "Mr. Aa")}
    assert await names(deps, number) == {("s2", "Mr. Bb")}
    [struck] = [clock for clock in await time_limits.of_case(deps.pool, (await view_of(deps, number)).case.id) if clock.state == "struck"]
    assert struck.reason == f"gaat verder in {new}"
    assert (await verify_register(deps))[0] == []


async def test_who_stands_in_both_files_keeps_his_clock_and_his_lawyer_in_both(deps: Deps) -> None:
    number = await a_file(deps, persons=BOTH, offences=FACTS)
    await counsel(deps, number, "s1", "Mr. Aa")

    new = await split_off(deps, number, persons={"s1": "both"}, offences={"o1": "both"})

    for one in (number, new):
        assert ("arrest", "s1") in await running(deps, one)
        assert await names(deps, one) == {("s1", "Mr. Aa")}


async def test_a_suspended_clock_stays_suspended_where_it_goes(deps: Deps) -> None:
    number = await a_file(deps, persons=BOTH, offences=FACTS)
    clock = await appeal(deps, number, "s1")
    version = await version_of(deps, number)
    command = SuspendTimeLimit(
        case_number=number, version=version, time_limit=clock, suspended_on=TODAY, ground="death", reason="overleden"
    )
    await suspend_time_limit(command, a_clerk(), deps)

    new = await split_off(deps, number, persons={"s1": "leaves"}, offences={"o1": "leaves"})

    carried = (await running(deps, new))["appeal", "s1"]
    assert (carried.state, carried.suspended_on, carried.registry) == ("suspended", TODAY, "antwerpCorrectional")


async def test_a_lead_takes_over_the_clocks_and_lawyers_of_the_joined_file_and_gives_them_back(deps: Deps) -> None:
    lead, other = await a_file(deps), await a_file(deps, persons=BOTH[:1], offences=FACTS[:1])
    await counsel(deps, other, "s1", "Mr. Aa")

    await join(deps, lead, other)

    [(limit, person)] = await running(deps, lead)
    assert limit == "arrest"
    assert await names(deps, lead) == {(person, "Mr. Aa")}
    assert await running(deps, other) == {}, "on a joined file nobody can act any more"
    [held] = await contacts.of_case(deps.pool, (await view_of(deps, lead)).case.id)
    ended = EndContact(case_number=lead, version=await version_of(deps, lead), contact_id=held.id, until_on=TODAY, reason="andere advocaat")
    await end_contact(ended, a_clerk(), deps)
    assert person is not None
    await counsel(deps, lead, person, "Mr. Cc")

    await unjoin_case(UnjoinCase(case_number=other, version=await version_of(deps, other), reason="toch niet"), a_prosecutor(), deps)

    assert await names(deps, other) == {("s1", "Mr. Cc")}, "not the lawyer of before the joinder"
    assert list(await running(deps, other)) == [("arrest", "s1")]
    assert (await running(deps, lead), await names(deps, lead)) == ({}, set())
    assert (await verify_register(deps))[0] == []


async def test_a_file_with_a_hearing_to_come_is_not_joined_for_nobody_could_move_it(deps: Deps) -> None:
    lead, other = await a_file(deps), await a_file(deps)
    chamber = await a_chamber(deps)
    await booked(deps, other, wanted(chamber, date(2026, 12, 15)))

    with pytest.raises(StateForbids, match="zitting op 15/12/2026"):
        await join(deps, lead, other)
    deps.clock.instant = datetime.fromisoformat("2026-12-16T09:00:00+00:00")
    await join(deps, lead, other)


async def test_nobody_has_to_be_told_of_a_hearing_about_a_suspect_who_left_the_file(deps: Deps) -> None:
    number = await a_file(deps, persons=BOTH, offences=FACTS)
    chamber = await a_chamber(deps)
    await booked(deps, number, wanted(chamber, date(2027, 1, 5)))

    await split_off(deps, number, persons={"s2": "leaves"}, offences={"o2": "leaves"})

    rows = await telling.of_case(deps.pool, (await view_of(deps, number)).case.id)
    assert {(row.person, row.state) for row in rows if row.role == "suspect"} == {("s1", "toTell"), ("s2", "notNeeded")}


async def asked_service(deps: Deps, number: str, person: str) -> int:
    command = AskService(
        case_number=number,
        version=await version_of(deps, number),
        act="defaultJudgment",
        persons=(person,),
        manner="police",
        reference="vonnis van 2 november 2026",
    )
    return (await ask_service(command, a_clerk(), deps)).services[0]


async def served(deps: Deps, number: str, service: int) -> None:
    said = DoneSaid(served_on=TODAY, in_person=True, proof="policeReport", proof_reference="pv 17", proof_on=TODAY)
    command = RecordService(case_number=number, version=await version_of(deps, number), service_id=service, said=said)
    await record_service(command, a_clerk(), deps)


async def services_in(deps: Deps, number: str) -> list[tuple[str, str, str | None]]:
    found = await services.of_case(deps.pool, (await view_of(deps, number)).case.id)
    return sorted((row.person, row.state, row.reason) for row in found)


async def test_a_service_of_which_nothing_is_known_goes_where_its_person_goes(deps: Deps) -> None:
    number = await a_file(deps, persons=BOTH, offences=FACTS)
    for person in ("s1", "s2"):
        await asked_service(deps, number, person)

    new = await split_off(deps, number, persons={"s2": "leaves"}, offences={"o2": "leaves"})

    assert await services_in(deps, number) == [("s1", "asked", None), ("s2", "withdrawn", f"gaat verder in {new}")]
    assert await services_in(deps, new) == [("s2", "asked", None)]
    [row] = await services.of_case(deps.pool, (await view_of(deps, new)).case.id)
    await served(deps, new, row.id)
    assert {limit for limit, person in await running(deps, new) if person == "s2"} >= {"opposition", "appeal", "grievances"}


async def test_a_service_whose_clocks_went_elsewhere_is_not_withdrawn_from_under_them(deps: Deps) -> None:
    number = await a_file(deps, persons=BOTH, offences=FACTS)
    service = await asked_service(deps, number, "s2")
    await served(deps, number, service)
    new = await split_off(deps, number, persons={"s2": "leaves"}, offences={"o2": "leaves"})
    assert ("opposition", "s2") in await running(deps, new)

    command = WithdrawService(case_number=number, version=await version_of(deps, number), service_id=service, reason="vergissing")
    with pytest.raises(StateForbids, match="lopen verder"):
        await withdraw_service(command, a_clerk(), deps)
