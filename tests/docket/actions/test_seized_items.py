"""Every seized item has its life in the register: nothing is decided by itself, and nothing is forgotten in silence."""

from datetime import date
from decimal import Decimal
from typing import Any

import asyncpg
import msgspec
import pytest

from docket.access import Actor
from docket.actions import standing
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.split_case import SplitCase, split_case
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.judgments.enter_judgment import enter_judgment
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.oversight.verify_register import verify_register
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.seized_items.carry_out_item import CarryOutItem, carry_out_item
from docket.actions.seized_items.decide_item import DecideItem, decide_item
from docket.actions.seized_items.keep_item import KeepItem, keep_item
from docket.actions.seized_items.strike_item_act import StrikeItemAct, strike_item_act
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.judgments import Confiscation
from docket.seized_items import KeptSaid, SeizedItem, items_of, limits_by_law
from docket.store import time_limits, work_lists
from docket.transitions import Paper
from docket.work_lists import ListCode
from tests.builders import a_case, a_clerk, a_prosecutor, a_report
from tests.docket.actions.judgment_world import before_court, convicting
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_confirm_competence import a_magistrate
from tests.docket.actions.test_document_life import ELSEWHERE
from tests.docket.tampering import tamper

TODAY = date(2026, 11, 24)
COCAINE = {"id": "g1", "kind": "drugs", "substance": "cocaïne", "netWeightKg": 51, "place": "p1"}
CONTAINER = {"id": "g2", "kind": "container", "containerNumber": "MSCU1234566", "place": "p1"}
CASH = {"id": "g3", "kind": "cash", "amountEur": 8000}


async def a_file(deps: Deps, *seizures: dict[str, Any], sender: str = "test") -> str:
    return (await a_case(deps, sender=sender, externalId=sender, seizures=seizures or (COCAINE, CONTAINER))).case_number


async def version_of(deps: Deps, number: str) -> int:
    return (await view_of(deps, number)).case.version


async def items(deps: Deps, number: str) -> dict[str, SeizedItem]:
    return {item.id: item for item in await standing.items_of_case((await view_of(deps, number)).case, deps)}


async def kept(deps: Deps, number: str, item: str = "g1", **fields: Any) -> int:
    given: dict[str, Any] = {
        "place": "griffie Antwerpen, kluis 4",
        "custodian": "registry",
        "seal": "B-004411",
        "gross_kg": Decimal("53.250"),
        "laboratory_kg": Decimal("51.004"),
        "kept_from": date(2026, 11, 20),
    }
    command = KeepItem(case_number=number, version=await version_of(deps, number), item=item, said=KeptSaid(**given | fields))
    return (await keep_item(command, a_clerk(), deps)).act


async def decided(deps: Deps, number: str, by: Actor, decision: Any = "destroy", item: str = "g1", **fields: Any) -> int:
    said: dict[str, Any] = {"reason": "te gevaarlijk om te bewaren"} | fields
    command = DecideItem(case_number=number, version=await version_of(deps, number), item=item, decision=decision, **said)
    return (await decide_item(command, by, deps)).act


async def carried_out(deps: Deps, number: str, item: str = "g1", on: date = TODAY, proof: str | None = "PV van vernietiging 17") -> int:
    command = CarryOutItem(case_number=number, version=await version_of(deps, number), item=item, carried_out_on=on, proof=proof)
    return (await carry_out_item(command, a_clerk(), deps)).act


async def struck(deps: Deps, number: str, act: int, by: Actor, item: str = "g1", reason: str = "vergissing") -> None:
    command = StrikeItemAct(case_number=number, version=await version_of(deps, number), item=item, act_id=act, reason=reason)
    await strike_item_act(command, by, deps)


async def listed(deps: Deps, code: ListCode, by: Actor | None = None) -> list[tuple[str, str]]:
    by = by or a_clerk()
    found = await work_lists.items(deps.pool, by, code, TODAY)
    assert (await work_lists.counts(deps.pool, by, TODAY))[code] == len(found.items)
    return [(item.case.case_number, item.seizure) for item in found.items]


async def test_every_reported_seizure_is_an_item_on_which_nobody_decided_yet(deps: Deps) -> None:
    found = await items(deps, await a_file(deps))

    assert [(item.words, item.undecided, item.acts) for item in found.values()] == [
        ("cocaïne, 51 kg (g1)", True, ()),
        ("container MSCU1234566 (g2)", True, ()),
    ]
    assert found["g1"].found_at.startswith("MPET-terminal")


async def test_where_an_item_lies_is_kept_with_its_seal_weights_and_what_it_costs(deps: Deps) -> None:
    number = await a_file(deps)
    await kept(deps, number, "g2", custodian="other", custodian_name="terminal MPET", place="MPET, blok 12", daily_cost_cents=4550)
    item = (await items(deps, number))["g2"]

    assert item.kept is not None
    assert (item.kept.seal, item.kept.gross_kg, item.kept.laboratory_kg) == ("B-004411", Decimal("53.25"), Decimal("51.004"))
    # From 20 to 24 November: four days at 45,50 euro.
    assert item.cost_cents(TODAY) == 4 * 4550
    entry = (await view_of(deps, number)).entries[-1]
    assert (entry.kind, entry.content["item"], entry.content["laboratoryKg"]) == ("ItemKept", "g2", "51.004")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"place": " "}, "/place"),
        ({"custodian": "other"}, "/custodianName"),
        ({"laboratory_kg": Decimal(54)}, "/laboratoryKg"),
        ({"gross_kg": Decimal(-1), "laboratory_kg": None}, "/grossKg"),
        ({"daily_cost_cents": -1}, "/dailyCostCents"),
        ({"kept_from": date(2026, 11, 25)}, "/keptFrom"),
    ],
)
async def test_what_is_wrong_of_an_item_is_told_at_its_field(deps: Deps, fields: dict[str, Any], name: str) -> None:
    number = await a_file(deps)
    with pytest.raises(BadInput) as refused:
        await kept(deps, number, **fields)

    assert [issue.name for issue in refused.value.issues] == [name]


async def test_only_a_magistrate_decides_and_his_decision_names_him_and_what_it_rests_on(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    with pytest.raises(MissingScope):
        await decided(deps, number, a_clerk())
    await decided(deps, number, magistrate)
    item = (await items(deps, number))["g1"]

    assert item.decided is not None
    assert (item.decided.decision, item.decided.magistrate_name, item.decided.on) == ("destroy", "Procureur Voorbeeld", TODAY)
    entry = (await view_of(deps, number)).entries[-2]
    assert (entry.kind, entry.content["magistrate"]) == ("ItemDecided", magistrate.account_id)
    assert entry.content["citations"] == ["Art. 4, § 7 Drugwet", "Art. 28nonies Sv."]


async def test_a_magistrate_of_an_office_that_only_has_a_track_decides_nothing(deps: Deps) -> None:
    number = (await a_case(deps, **ELSEWHERE, seizures=[{"kind": "vehicle"}])).case_number
    [track] = (await view_of(deps, number)).decisions[-1].decision.tracks
    holder, there = await a_magistrate(deps), a_prosecutor(track.prosecution_office)

    with pytest.raises(StateForbids, match="van het parket dat het dossier houdt"):
        await decided(deps, number, there, "return")
    act = await decided(deps, number, holder, "return")
    with pytest.raises(StateForbids, match="van het parket dat het dossier houdt"):
        await struck(deps, number, act, there)


async def clocks(deps: Deps, number: str) -> list[tuple[str, date, str]]:
    rows = await time_limits.of_case(deps.pool, (await view_of(deps, number)).case.id)
    return [(one.answer.limit, one.answer.start.on, one.state) for one in rows]


async def test_the_notice_of_a_destruction_runs_from_the_decision_once_for_all_goods_of_that_day(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    await decided(deps, number, magistrate)
    await decided(deps, number, magistrate, item="g2")
    assert await clocks(deps, number) == [("destructionNotice", TODAY, "running")]
    [clock] = await time_limits.of_case(deps.pool, (await view_of(deps, number)).case.id)
    # Eight days from 24 November.
    assert clock.answer.due_on == date(2026, 12, 2)

    await decided(deps, number, magistrate, "return", "g2")
    assert await clocks(deps, number) == [("destructionNotice", TODAY, "running")]
    await decided(deps, number, magistrate, "sell")
    assert await clocks(deps, number) == [("destructionNotice", TODAY, "struck")]
    assert (await view_of(deps, number)).entries[-1].kind == "TimeLimitStruck"


async def test_a_destruction_that_was_entered_in_error_takes_its_limit_along(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    act = await decided(deps, number, magistrate)
    await struck(deps, number, act, magistrate)
    assert await clocks(deps, number) == [("destructionNotice", TODAY, "struck")]

    await decided(deps, number, magistrate, decided_on=date(2026, 11, 23))
    assert ("destructionNotice", date(2026, 11, 23), "running") in await clocks(deps, number)


async def test_the_law_data_say_which_limits_begin_with_a_decision_and_which_wait_for_a_notice(deps: Deps) -> None:
    assert {one: limits_by_law(one, deps.law.law) for one in ("keep", "destroy", "return", "sell")} == {
        "keep": (),
        "destroy": ("destructionNotice",),
        "return": (),
        "sell": (),
    }


async def test_before_the_drugs_act_allowed_it_a_destruction_rested_on_the_code_alone(deps: Deps) -> None:
    rows = deps.law.law.evidence

    assert [one.citation for one in rows.bases("destroy", "drugs", date(2014, 3, 19))] == ["Art. 28nonies Sv."]
    assert [one.confidence for one in rows.bases("destroy", "drugs", date(2014, 3, 20))] == ["sure", "sure"]
    assert [one.citation for one in rows.bases("destroy", None, TODAY)] == ["Art. 28nonies Sv."]
    assert [(one.citation, one.confidence) for one in rows.bases("keep", "drugs", TODAY)] == [("Art. 35-37 en 39bis Sv.", "likely")]


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"decision": "verloten"}, "/decision"), ({"reason": " "}, "/reason"), ({"decided_on": date(2026, 11, 25)}, "/decidedOn")],
)
async def test_a_decision_has_a_kind_a_reason_and_a_day_that_is_not_to_come(deps: Deps, fields: dict[str, Any], name: str) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    with pytest.raises(BadInput) as refused:
        await decided(deps, number, magistrate, **fields)

    assert [issue.name for issue in refused.value.issues] == [name]


async def test_what_was_decided_is_carried_out_once_and_never_before_the_decision(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    with pytest.raises(StateForbids, match="nog niets beslist"):
        await carried_out(deps, number)
    await decided(deps, number, magistrate, decided_on=date(2026, 11, 23))
    with pytest.raises(BadInput, match="fouten"):
        await carried_out(deps, number, on=date(2026, 11, 22))
    await carried_out(deps, number)

    with pytest.raises(StateForbids, match="al uitgevoerd"):
        await carried_out(deps, number)
    with pytest.raises(StateForbids, match="al vernietigd op 24/11/2026"):
        await decided(deps, number, magistrate, "return")


async def test_a_lot_waits_for_its_destruction_on_a_list_until_it_is_done(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    assert await listed(deps, "itemsToDestroy") == []
    await decided(deps, number, magistrate)
    assert await listed(deps, "itemsToDestroy") == [(number, "g1")]
    assert await listed(deps, "itemsToDestroy", a_clerk(office="halleVilvoorde")) == []
    await carried_out(deps, number)
    assert await listed(deps, "itemsToDestroy") == []


async def test_a_container_waits_for_its_release_from_the_report_on_until_it_went_back_or_a_magistrate_keeps_it(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    assert await listed(deps, "containersToRelease") == [(number, "g2")]
    await decided(deps, number, magistrate, "keep", "g2", reason="nog te onderzoeken op sporen")
    assert await listed(deps, "containersToRelease") == []
    await decided(deps, number, magistrate, "return", "g2")
    assert await listed(deps, "containersToRelease") == [(number, "g2")]
    await carried_out(deps, number, "g2")
    assert await listed(deps, "containersToRelease") == []


async def test_a_struck_line_stays_in_the_history_and_says_nothing_any_more(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    decision = await decided(deps, number, magistrate)
    done = await carried_out(deps, number)
    with pytest.raises(MissingScope):
        await struck(deps, number, decision, a_clerk())
    with pytest.raises(StateForbids, match="haal eerst de regel van de uitvoering door"):
        await struck(deps, number, decision, magistrate)
    await struck(deps, number, done, a_clerk())
    assert await listed(deps, "itemsToDestroy") == [(number, "g1")]
    await struck(deps, number, decision, magistrate)

    item = (await items(deps, number))["g1"]
    assert (item.undecided, len(item.acts), {act.struck_reason for act in item.acts}) == (True, 2, {"vergissing"})
    with pytest.raises(StateForbids, match="al doorgehaald"):
        await struck(deps, number, decision, magistrate)


async def test_what_was_decided_on_an_item_goes_along_into_the_file_that_goes_on_and_back_again_once(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    lead, joined = await a_file(deps, CASH, sender="a"), await a_file(deps, COCAINE, sender="b")
    await kept(deps, joined)
    await decided(deps, joined, magistrate)
    files = (JoinedFile(case_number=joined),)
    tie = {"ground": "samePerpetrators", "limb": "2a", "reason": "dezelfde groep"}
    await join_cases(JoinCases(case_number=lead, version=1, files=files, **tie), magistrate, deps)

    there = next(item for item in (await items(deps, lead)).values() if item.reported and item.reported.substance == "cocaïne")
    assert there.decided is not None and there.kept is not None
    assert (there.decided.decision, there.decided.magistrate_name, there.kept.seal) == ("destroy", "Procureur Voorbeeld", "B-004411")
    assert (lead, there.id) in await listed(deps, "itemsToDestroy")
    await carried_out(deps, lead, there.id)

    undo = UnjoinCase(case_number=joined, version=await version_of(deps, joined), reason="toch niet samen")
    await unjoin_case(undo, magistrate, deps)
    back = (await items(deps, joined))["g1"]
    assert [act.act for act in back.acts] == ["kept", "decided", "carriedOut"]
    assert back.carried_out is not None


async def test_an_item_that_leaves_for_another_file_takes_its_history_along(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    persons = [{"id": "s1", "role": "suspect", "kind": "natural"}, {"id": "s2", "role": "suspect", "kind": "natural"}]
    number = (await a_case(deps, persons=persons, seizures=[COCAINE, CASH])).case_number
    await decided(deps, number, magistrate)
    command = SplitCase(
        case_number=number,
        version=2,
        persons={"s2": "leaves"},
        offences={"o1": "both"},
        seizures={"g1": "leaves"},
        ground="other",
        limb=None,
        reason="andere feiten",
    )
    made = await split_case(command, magistrate, deps)

    assert (await items(deps, made.new_case_number))["g1"].decided is not None
    left = (await items(deps, number))["g1"]
    assert (left.reported, left.undecided, len(left.acts)) == (None, False, 1)


async def test_an_item_of_another_file_or_of_none_is_not_there(deps: Deps) -> None:
    number = await a_file(deps)
    with pytest.raises(NotFound, match="noemt geen in beslag genomen goed g9"):
        await kept(deps, number, "g9")


async def test_a_file_does_not_close_while_something_is_undecided_and_says_what_and_where(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    command = ChangeStatus(case_number=number, version=1, event="extinguished", cause="limitation", reason="verjaard")
    with pytest.raises(StateForbids) as refused:
        await change_status(command, magistrate, deps)
    assert "cocaïne, 51 kg (g1); container MSCU1234566 (g2)" in refused.value.detail
    assert f"/dossiers/{number}/goederen" in refused.value.detail

    await decided(deps, number, magistrate)
    await decided(deps, number, magistrate, "return", "g2")
    closed = ChangeStatus(case_number=number, version=3, event="extinguished", cause="limitation", reason="verjaard")
    assert (await change_status(closed, magistrate, deps)).status == "closed"


async def test_what_is_undecided_does_not_keep_the_death_of_one_suspect_out_of_the_register(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    persons = [{"id": "s1", "role": "suspect", "kind": "natural"}, {"id": "s2", "role": "suspect", "kind": "natural"}]
    offences = [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1"}]
    number = (await a_case(deps, persons=persons, offences=offences, seizures=[COCAINE])).case_number
    died = ChangeStatus(case_number=number, version=1, event="extinguished", positions=(("s1", "o1"),), cause="death", reason="overleden")
    assert (await change_status(died, magistrate, deps)).status == "registered"

    last = ChangeStatus(case_number=number, version=2, event="extinguished", positions=(("s2", "o1"),), cause="death", reason="overleden")
    with pytest.raises(StateForbids, match="cocaïne"):
        await change_status(last, magistrate, deps)


SUSPECTS = [{"id": "s1", "role": "suspect", "kind": "natural"}, {"id": "s2", "role": "suspect", "kind": "natural"}]


async def event(deps: Deps, number: str, by: Actor, name: str, *suspects: str, **fields: Any) -> str:
    positions = tuple((suspect, "o1") for suspect in suspects) or None
    said: dict[str, Any] = {"version": await version_of(deps, number), "positions": positions, "reason": "proef"} | fields
    return (await change_status(ChangeStatus(case_number=number, event=name, **said), by, deps)).status


async def two_suspects(deps: Deps, by: Actor, **fields: Any) -> str:
    """Of whom the first died, over the same cocaine."""
    offences = [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1"}]
    number = (await a_case(deps, persons=SUSPECTS, offences=offences, seizures=[COCAINE], **fields)).case_number
    assert await event(deps, number, by, "extinguished", "s1", cause="death") == "registered"
    return number


MOTIVE = "02"
#: What may happen to the second suspect, from registration on, and that leaves the file to the one who is closed.
LAST_OF_THE_FILE: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "dismissed": [("dismiss", {"motive": MOTIVE})],
    "dismissed in the investigation": [("openInvestigation", {}), ("dismiss", {"motive": MOTIVE})],
    "not prosecuted": [
        ("openInvestigation", {}),
        ("requireInquiry", {"paper": Paper(kind="requisition", dated_on=TODAY)}),
        ("communicateFile", {"paper": Paper(kind="order", dated_on=TODAY)}),
        ("nonProsecutionOrdered", {"paper": Paper(kind="order", dated_on=TODAY)}),
    ],
}


@pytest.mark.parametrize("steps", LAST_OF_THE_FILE.values(), ids=LAST_OF_THE_FILE.keys())
async def test_no_event_of_the_last_suspect_closes_a_file_over_an_undecided_item(
    deps: Deps, steps: list[tuple[str, dict[str, Any]]]
) -> None:
    magistrate = await a_magistrate(deps)
    number = await two_suspects(deps, magistrate)
    *before, (last, fields) = steps
    for name, said in before:
        await event(deps, number, magistrate, name, "s2", **said)
    with pytest.raises(StateForbids, match=r"sluit niet zolang over een in beslag genomen goed niets beslist is: cocaïne, 51 kg \(g1\)"):
        await event(deps, number, magistrate, last, "s2", **fields)

    await decided(deps, number, magistrate)
    assert await event(deps, number, magistrate, last, "s2", **fields) == "closed"


async def test_splitting_off_or_striking_out_the_last_suspect_closes_no_file_over_an_undecided_item(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    number = await two_suspects(deps, magistrate)
    split = SplitCase(
        case_number=number, version=2, persons={"s2": "leaves"}, offences={"o1": "both"}, ground="other", limb=None, reason="apart"
    )
    with pytest.raises(StateForbids, match="Hierdoor zou HAV-2026-000001 sluiten"):
        await split_case(split, magistrate, deps)
    away = msgspec.structs.replace(split, persons={"s1": "leaves"}, seizures={"g1": "leaves"})
    with pytest.raises(StateForbids, match="Hierdoor zou het nieuwe dossier meteen sluiten"):
        await split_case(away, magistrate, deps)
    report = (await view_of(deps, number)).case.report
    without = msgspec.structs.replace(report, persons=report.persons[:1])
    amend = AmendCase(case_number=number, version=2, report=without, reason="was een getuige")
    with pytest.raises(StateForbids, match="Hierdoor zou HAV-2026-000001 sluiten"):
        await amend_case(amend, magistrate, deps)

    await decided(deps, number, magistrate)
    await amend_case(msgspec.structs.replace(amend, version=3), magistrate, deps)
    assert (await view_of(deps, number)).case.status == "closed"
    assert (await verify_register(deps))[0] == []


async def test_a_file_that_comes_back_from_a_joinder_closed_brings_no_undecided_item_back(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    offences = [{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-11-18", "place": "p1"}]
    lead = (await a_case(deps, sender="een", externalId="een", persons=SUSPECTS[:1], offences=offences)).case_number
    joined = (await a_case(deps, sender="twee", externalId="twee", persons=SUSPECTS[:1], offences=offences, seizures=[COCAINE])).case_number
    join = JoinCases(
        case_number=lead,
        version=1,
        files=(JoinedFile(case_number=joined),),
        ground="samePerpetrators",
        limb="2a",
        reason="samen",
    )
    await join_cases(join, magistrate, deps)
    found = await view_of(deps, lead)
    [came] = [person.id for person in found.case.report.persons if person.id != "s1"]
    [offence] = [row.id for row in found.case.report.offences if row.id != "o1"]
    died = ChangeStatus(
        case_number=lead,
        version=found.case.version,
        event="extinguished",
        cause="death",
        reason="overleden",
        positions=((came or "", offence or ""),),
    )
    await change_status(died, magistrate, deps)
    undo = UnjoinCase(case_number=joined, version=await version_of(deps, joined), reason="toch apart")
    with pytest.raises(StateForbids, match=f"Hierdoor zou {joined} sluiten"):
        await unjoin_case(undo, magistrate, deps)

    [there] = await items(deps, lead)
    await decided(deps, lead, magistrate, item=there)
    await unjoin_case(undo, magistrate, deps)
    assert (await view_of(deps, joined)).case.status == "closed"
    assert (await verify_register(deps))[0] == []


async def test_what_was_seized_from_a_dismissed_suspect_is_still_to_be_decided_and_stands_on_the_list(deps: Deps) -> None:
    """A dismissal is revocable and closes nothing, but the goods wait: they are kept, given back or destroyed all the same."""
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    assert await listed(deps, "itemsForgotten") == []
    assert await event(deps, number, magistrate, "dismiss", motive=MOTIVE) == "dismissed"

    assert await listed(deps, "itemsForgotten") == [(number, "g1"), (number, "g2")]
    await decided(deps, number, magistrate)
    await decided(deps, number, magistrate, "return", "g2")
    assert await listed(deps, "itemsForgotten") == []


async def test_a_dismissal_that_is_taken_back_takes_its_goods_off_the_list(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    await event(deps, number, magistrate, "dismiss", motive=MOTIVE)
    assert await event(deps, number, magistrate, "reopen") == "investigation"

    assert await listed(deps, "itemsForgotten") == []


async def test_a_decision_on_which_the_closing_of_a_file_rests_is_replaced_before_it_is_struck(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    number = (await a_case(deps, seizures=[COCAINE])).case_number
    wrong = await decided(deps, number, magistrate, "return")
    assert await event(deps, number, magistrate, "extinguished", cause="limitation") == "closed"
    with pytest.raises(StateForbids, match="zonder deze regel is over goed g1 niets beslist"):
        await struck(deps, number, wrong, magistrate)

    await decided(deps, number, magistrate, "destroy")
    await struck(deps, number, wrong, magistrate)
    assert (await verify_register(deps))[0] == []


async def test_an_item_that_a_correction_brings_into_a_closed_file_is_registered_and_stands_on_the_list(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    number = (await a_case(deps, seizures=[COCAINE])).case_number
    await decided(deps, number, magistrate)
    await event(deps, number, magistrate, "extinguished", cause="limitation")
    report = (await view_of(deps, number)).case.report
    more = msgspec.convert(CASH, type(report.seizures[0]))
    command = AmendCase(
        case_number=number, version=3, report=msgspec.structs.replace(report, seizures=(*report.seizures, more)), reason="vergeten PV"
    )
    await amend_case(command, magistrate, deps)

    assert await listed(deps, "itemsForgotten") == [(number, "g3")]
    assert (await verify_register(deps))[0] == []


async def test_verify_names_a_file_that_is_closed_over_an_undecided_item(deps: Deps) -> None:
    """As a register may hold it that closed it before this was looked at, or by another hand."""
    magistrate = await a_magistrate(deps)
    number = (await a_case(deps, seizures=[COCAINE])).case_number
    act = await decided(deps, number, magistrate)
    await event(deps, number, magistrate, "extinguished", cause="limitation")
    await tamper(deps, "update seized_item_acts set struck_at = now(), struck_by = 'user:1', struck_reason = 'x' where id = $1", act)

    told = [str(finding) for finding in (await verify_register(deps))[0]]
    assert any("gesloten terwijl over g1 niets beslist is" in line for line in told)


async def test_a_judgment_that_forgets_an_item_says_so_at_once_in_the_docket_and_on_a_list(deps: Deps) -> None:
    number = await before_court(deps, seizures=[COCAINE, CASH])
    done = await enter_judgment(convicting(number), a_clerk(), deps)

    assert done.forgotten == ("cocaïne, 51 kg (g1)", "geld, 8.000 euro (g3)")
    entry = next(one for one in (await view_of(deps, number)).entries if one.kind == "JudgmentEntered")
    assert entry.content["itemsForgotten"] == ["g1", "g3"]
    assert await listed(deps, "itemsForgotten") == [(number, "g1"), (number, "g3")]


async def test_what_a_judgment_confiscates_or_a_magistrate_decided_is_not_forgotten(deps: Deps) -> None:
    magistrate = await a_magistrate(deps)
    number = await before_court(deps, seizures=[COCAINE, CASH])
    await decided(deps, number, magistrate)
    taken = Confiscation(person="s1", what="contant geld", euro_cents=800_000, seizure="g3")
    done = await enter_judgment(convicting(number, version=3, confiscations=(taken,)), a_clerk(), deps)

    assert done.forgotten == ()
    assert await listed(deps, "itemsForgotten") == []
    assert (await items(deps, number))["g3"].confiscated_by == done.judgment


async def test_a_judgment_that_is_corrected_gives_back_what_only_the_wrong_one_took(deps: Deps) -> None:
    number = await before_court(deps, seizures=[CASH])
    taken = Confiscation(person="s1", what="contant geld", seizure="g3")
    first = await enter_judgment(convicting(number, confiscations=(taken,)), a_clerk(), deps)
    again = await enter_judgment(convicting(number, version=3, corrects=first.judgment, reason="verkeerd gelezen"), a_clerk(), deps)

    assert again.forgotten == ("geld, 8.000 euro (g3)",)
    assert await listed(deps, "itemsForgotten") == [(number, "g3")]


async def test_a_confiscation_of_an_item_that_the_file_does_not_name_is_refused(deps: Deps) -> None:
    number = await before_court(deps, seizures=[CASH])
    taken = Confiscation(person="s1", what="auto", seizure="g9")
    with pytest.raises(BadInput) as refused:
        await enter_judgment(convicting(number, confiscations=(taken,)), a_clerk(), deps)

    assert [issue.name for issue in refused.value.issues] == ["/confiscations/0/seizure"]


async def test_the_history_of_an_item_that_left_the_report_stays(deps: Deps) -> None:
    number = await a_file(deps)
    await kept(deps, number)
    acts = (await items(deps, number))["g1"].acts
    [gone] = items_of(a_report(seizures=[]), acts)

    assert (gone.id, gone.reported, gone.undecided, gone.acts) == ("g1", None, False, acts)


async def test_no_statement_changes_an_act_on_an_item_but_to_strike_it_through_once(deps: Deps) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    await kept(deps, number)
    await decided(deps, number, magistrate)
    striking = "struck_at = now(), struck_by = 'x', struck_reason = 'fout'"
    for change in (
        "update seized_item_acts set decision = 'return' where act = 'decided'",
        f"update seized_item_acts set entered_by = 'x', {striking}",
        "delete from seized_item_acts",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await deps.pool.execute(change)
    async with deps.pool.acquire() as connection:
        undone = connection.transaction()
        await undone.start()
        await connection.execute(f"update seized_item_acts set {striking}")
        with pytest.raises(asyncpg.RestrictViolationError):
            await connection.execute("update seized_item_acts set struck_reason = 'anders'")
        await undone.rollback()


@pytest.mark.parametrize(
    "tampering",
    ["update seized_item_acts set decision = 'return' where act = 'decided'", "delete from seized_item_acts where act = 'kept'"],
)
async def test_verify_names_what_was_tampered_with(deps: Deps, tampering: str) -> None:
    number, magistrate = await a_file(deps), await a_magistrate(deps)
    await kept(deps, number)
    await decided(deps, number, magistrate)
    assert (await verify_register(deps))[0] == []
    await tamper(deps, tampering)

    assert "seized_item_acts" in {finding.table for finding in (await verify_register(deps))[0]}
