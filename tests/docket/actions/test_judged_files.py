"""What was judged is judged apart: a judgment stays whole in its file when files are joined, parted again or split."""

from typing import Any

import pytest

from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.judgments.lodge_remedy import LodgeRemedy, lodge_remedy
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.oversight.verify_register import verify_register
from docket.deps import Deps
from docket.errors import StateForbids
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.hearing_world import RIGHT_BANK
from tests.docket.actions.judgment_world import PERSONS, TODAY, before_court, convicting, decided, judge, judgment_of, running
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_connected import joined, split

#: The second suspect is charged with an offence of his own as well.
FACTS = [
    {"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-10-18", "place": "p1", "persons": ["s1", "s2"]},
    {"id": "o2", "offence": "drugImport", "committedFrom": "2026-10-18", "place": "p1", "persons": ["s1"]},
    {"id": "o3", "offence": "drugImport", "committedFrom": "2026-10-18", "place": "p1", "persons": ["s2"]},
]


async def version_of(deps: Deps, number: str) -> int:
    return (await view_of(deps, number)).case.version


async def with_a_plea(deps: Deps, sender: str = "plea") -> str:
    """A file that no court was asked about, but for the guilty plea of the first suspect for the first offence, homologated."""
    number = (await a_case(deps, sender=sender, externalId=sender, **RIGHT_BANK | {"persons": PERSONS, "offences": FACTS})).case_number
    opened = ChangeStatus(case_number=number, version=1, event="openInvestigation", reason="opsporing")
    await change_status(opened, a_clerk(), deps)
    begun = ChangeStatus(case_number=number, version=2, event="startPlea", positions=(("s1", "o1"),), reason="erkenning")
    await change_status(begun, a_clerk(), deps)
    plea: dict[str, Any] = {"decided": decided(s1_o1="convicted"), "manners": {"s1": "adversary", "c1": "adversary"}, "number": "26/117"}
    await judge(deps, convicting(number, version=3, **plea))
    return number


async def all_judged(deps: Deps, sender: str) -> str:
    number = await before_court(deps, sender=sender)
    await judge(deps, convicting(number))
    return number


async def unchanged(deps: Deps, *numbers: str) -> list[tuple[str, int]]:
    return [(number, await version_of(deps, number)) for number in numbers]


async def test_a_judged_file_is_not_joined_to_another_and_the_refusal_names_who_and_which_judgment(deps: Deps) -> None:
    lead, other = await before_court(deps, sender="a"), await all_judged(deps, "b")
    before = await unchanged(deps, lead, other)

    with pytest.raises(StateForbids) as refusal:
        await joined(deps, lead, other)

    told = str(refusal.value)
    assert f"In {other} is verdachte 1 al berecht (het vonnis van 24/11/2026, " in told
    assert "verdachte 2 al berecht" in told
    assert "art. 226-227 Sv." in told
    assert "leg een verband" in told
    assert await unchanged(deps, lead, other) == before


async def test_nothing_is_joined_to_a_file_in_which_everybody_was_judged_on_appeal_neither(deps: Deps) -> None:
    lead, other = await all_judged(deps, "a"), await before_court(deps, sender="b")

    with pytest.raises(StateForbids, match="niemand wacht er nog op een vonnis"):
        await joined(deps, lead, other)

    judgment = await judgment_of(deps, lead)
    appeal = LodgeRemedy(
        case_number=lead, version=3, judgment=judgment.id, remedy="appeal", role="prosecution", lodged_on=TODAY, grievances_on=TODAY
    )
    await lodge_remedy(appeal, a_clerk(), deps)
    with pytest.raises(StateForbids, match="niemand wacht er nog op een vonnis"):
        await joined(deps, lead, other)


async def test_a_file_is_joined_to_one_in_which_somebody_still_waits_for_his_judgment_and_takes_nothing_of_the_other_judgment(
    deps: Deps,
) -> None:
    lead, other = await before_court(deps, sender="a"), await before_court(deps, sender="b")
    await judge(deps, convicting(lead, decided=decided(s1_o1="convicted"), manners={"s1": "default", "c1": "adversary"}))
    before, ran = await judgment_of(deps, lead), await running(deps, lead)

    await joined(deps, lead, other)

    after = await judgment_of(deps, lead)
    assert (after.outcomes, after.parties, after.clocks, after.extracts) == (
        before.outcomes,
        before.parties,
        before.clocks,
        before.extracts,
    )
    assert await running(deps, lead) == ran
    rows = (await view_of(deps, lead)).stands.rows
    assert (rows["s1", "o1"], rows["s2", "o1"]) == ("judged", "trialCourt")
    assert (await verify_register(deps))[0] == []


async def test_a_default_judgment_under_opposition_is_led_and_never_brought(deps: Deps) -> None:
    """After an opposition his court hears him again, so another file may come to his; his own judgment does not travel."""
    lead, other = await before_court(deps, sender="a"), await before_court(deps, sender="b")
    manners = {"s1": "default", "s2": "default", "c1": "adversary"}
    judgment = (await judge(deps, convicting(lead, manners=manners))).judgment
    opposition = LodgeRemedy(
        case_number=lead, version=3, judgment=judgment, remedy="opposition", role="suspect", person="s1", lodged_on=TODAY
    )
    await lodge_remedy(opposition, a_clerk(), deps)

    with pytest.raises(StateForbids, match="Voeg het andere dossier bij dit"):
        await joined(deps, other, lead)
    await joined(deps, lead, other)

    assert (await view_of(deps, other)).case.status == "joined"
    assert [one.remedy for one in (await judgment_of(deps, lead)).remedies] == ["opposition"]


async def test_who_was_judged_does_not_leave_his_file_and_who_was_not_may(deps: Deps) -> None:
    number = await with_a_plea(deps)
    judgment, ran = await judgment_of(deps, number), await running(deps, number)
    assert ran, "the extract of the judgment is due"
    before = await unchanged(deps, number)

    for fields in (
        {"persons": {"s1": "leaves"}, "offences": {"o1": "both", "o2": "leaves"}},
        {"persons": {"s1": "both"}, "offences": {"o1": "both"}},
        {"persons": {"s2": "leaves"}, "offences": {"o1": "leaves", "o3": "leaves"}},
    ):
        with pytest.raises(StateForbids, match=r"is verdachte 1 al berecht \(het vonnis van 24/11/2026, .*, nr. 26/117\)"):
            await split(deps, number, **fields)
    with pytest.raises(StateForbids, match="partij bij het vonnis van 24/11/2026"):
        await split(deps, number, persons={"s2": "leaves", "c1": "leaves"}, offences={"o1": "both", "o3": "leaves"})
    assert await unchanged(deps, number) == before

    done = await split(deps, number, persons={"s2": "leaves", "c1": "both"}, offences={"o1": "both", "o3": "leaves"})

    assert (await judgment_of(deps, number)) == judgment
    assert await running(deps, number) == ran
    assert await running(deps, done.new_case_number) == [], "what runs from the judgment runs where the judgment is, and nowhere else"
    assert set((await view_of(deps, done.new_case_number)).stands.rows.values()) <= {"investigation"}
    assert (await verify_register(deps))[0] == []


async def test_who_was_judged_for_one_offence_may_stand_in_another_file_for_the_other(deps: Deps) -> None:
    number = await with_a_plea(deps)
    ran = await running(deps, number)

    done = await split(deps, number, persons={"s1": "both", "c1": "both"}, offences={"o2": "leaves"})

    found = await view_of(deps, done.new_case_number)
    assert (found.case.status, dict(found.stands.rows)) == ("investigation", {})
    assert await running(deps, done.new_case_number) == []
    assert await running(deps, number) == ran


async def test_a_joinder_is_not_undone_for_whom_was_judged_in_the_lead_meanwhile(deps: Deps) -> None:
    lead = (await a_case(deps, sender="lead", externalId="lead", **RIGHT_BANK)).case_number
    other = (await a_case(deps, sender="o", externalId="o", **RIGHT_BANK | {"persons": PERSONS, "offences": FACTS})).case_number
    await joined(deps, lead, other)
    found = await view_of(deps, lead)
    for event in ("openInvestigation", "startPlea"):
        await change_status(
            ChangeStatus(case_number=lead, version=await version_of(deps, lead), event=event, reason="erkenning"), a_clerk(), deps
        )
    brought = {row.offence: row for row in found.case.report.offences if len(row.persons or ()) == 1}["drugImport"]
    [person] = brought.persons or ()
    civil = [row.id for row in found.case.report.persons if row.role == "civilParty"]
    plea = convicting(
        lead,
        version=await version_of(deps, lead),
        decided=decided(**{f"{person}_{brought.id}": "convicted"}),
        manners={person: "adversary"} | {id_ or "": "adversary" for id_ in civil},
    )
    await judge(deps, plea)
    before = await unchanged(deps, lead, other)

    with pytest.raises(StateForbids, match="al berecht"):
        await unjoin_case(UnjoinCase(case_number=other, version=await version_of(deps, other), reason="toch niet"), a_prosecutor(), deps)

    assert await unchanged(deps, lead, other) == before


async def test_a_joinder_is_undone_when_only_somebody_of_the_lead_was_judged(deps: Deps) -> None:
    lead = await with_a_plea(deps)
    other = (await a_case(deps, sender="o", externalId="o", **RIGHT_BANK)).case_number
    await joined(deps, lead, other)
    judgment, ran = await judgment_of(deps, lead), await running(deps, lead)

    await unjoin_case(UnjoinCase(case_number=other, version=await version_of(deps, other), reason="toch niet"), a_prosecutor(), deps)

    assert await judgment_of(deps, lead) == judgment
    assert (await running(deps, lead), await running(deps, other)) == (ran, [])
    assert (await verify_register(deps))[0] == []
