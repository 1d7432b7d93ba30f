"""A judgment starts the clocks of everybody; it is final once all have run out, and then its extracts have to go."""

from datetime import date
from typing import Any

import pytest

from docket.access import Actor, visibility
from docket.actions.hearings.propose_hearings import ProposeHearings, propose_hearings
from docket.actions.hearings.set_hearing import SetHearing, set_hearing
from docket.actions.judgments.end_custody import EndCustody, end_custody
from docket.actions.judgments.establish_final import EstablishFinal, establish_final
from docket.actions.judgments.lodge_remedy import LodgeRemedy, lodge_remedy
from docket.actions.judgments.send_extract import SendExtract, send_extract
from docket.actions.judgments.waive_remedy import WaiveRemedy, waive_remedy
from docket.actions.judgments.withdraw_remedy import WithdrawRemedy, withdraw_remedy
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.actions.services.withdraw_service import WithdrawService, withdraw_service
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.actions.time_limits.strike_time_limit import StrikeTimeLimit, strike_time_limit
from docket.clock import FixedClock
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, Stale, StateForbids
from docket.judgments import COURT_OF_CASSATION, Ban, Confiscation, LateOpposition, Penalty, ban_of, late_opposition_nl, still_nl
from docket.store import judgments as store
from docket.store import search
from docket.transitions import Paper
from routing import Start
from tests.builders import a_clerk, an_actor
from tests.docket.actions.hearing_world import COURT, a_chamber, a_registry, told, wanted
from tests.docket.actions.judgment_world import (
    OFFENCES,
    PERSONS,
    TODAY,
    before_court,
    clocks,
    convicting,
    decided,
    judge,
    judgment_of,
    on,
    running,
    world,
)
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_services import asked, served

#: Thirty days from 25 November: Thursday 24 December 2026, no holiday.
LAST = date(2026, 12, 24)
#: Final the day after; the extract to the tax office three days later, which is a Monday.
FINAL, FINANCE = date(2026, 12, 25), date(2026, 12, 28)
PRISON = Penalty(person="s1", kind="imprisonment", length=30, unit="month")
FINE = Penalty(person="s1", kind="fine", unit="euro", euro_cents=100_000)
BAN = Ban(person="s1", length=5, unit="year", ports="haven van Antwerpen", motivated=True)


def appeal(number: str, version: int, judgment: int, **fields: Any) -> LodgeRemedy:
    said: dict[str, Any] = {"remedy": "appeal", "role": "suspect", "person": "s1", "lodged_on": TODAY, "grievances_on": TODAY}
    return LodgeRemedy(case_number=number, version=version, judgment=judgment, **said | fields)


async def stands(deps: Deps, number: str) -> tuple[str, dict[tuple[str, str], str]]:
    found = await view_of(deps, number)
    return found.case.status, dict(found.stands.rows)


async def open_for(deps: Deps, number: str, person: str = "s1", offence: str = "o1") -> list[str]:
    found = await world(deps, number)
    one = next(one for one in found.finalities if one.pair == (person, offence))
    return [still_nl(each, found.snapshot.case.report) for each in one.still]


async def test_a_judgment_starts_the_appeal_of_everybody_and_the_extract_and_tells_everybody(deps: Deps) -> None:
    number = await before_court(deps)

    done = await judge(deps, convicting(number, ecli="ECLI:BE:REAANT:2026:JUD.20261124.1", number="2026/1234"))

    assert (done.status, await stands(deps, number)) == ("judged", ("judged", {}))
    assert sorted(await running(deps, number), key=str) == sorted(
        [
            ("appeal", "s1", LAST),
            ("appeal", "s2", LAST),
            ("appeal", "c1", LAST),
            ("appeal", None, LAST),
            # Fifteen days, which do not roll.
            ("extract", None, date(2026, 12, 9)),
        ],
        key=str,
    )
    assert [row.role for row in await told(deps, number) if row.act == "judgment"] == ["suspect", "suspect", "civilParty", "investigator"]
    kept = await judgment_of(deps, number)
    assert {one.pair: one.outcome for one in kept.outcomes} == {
        ("s1", "o1"): "convicted",
        ("s1", "o2"): "convicted",
        ("s2", "o1"): "acquitted",
    }
    kinds = [entry.kind for entry in (await view_of(deps, number)).entries]
    assert kinds.count("JudgmentEntered") == 1
    assert kinds.count("TimeLimitStarted") == 5


async def test_one_suspect_may_be_judged_while_the_other_waits(deps: Deps) -> None:
    number = await before_court(deps)

    await judge(deps, convicting(number, decided=decided(s1_o1="convicted"), manners={"s1": "adversary", "c1": "adversary"}))

    assert await stands(deps, number) == (
        "judged",
        {("s1", "o1"): "judged", ("s1", "o2"): "trialCourt", ("s2", "o1"): "trialCourt"},
    )
    assert await open_for(deps, number, "s2") == [
        "er staat geen vonnis in het register; het attest van de griffie kan tonen dat er geen rechtsmiddel meer is"
    ]


async def test_everything_that_is_wrong_is_named_at_once_and_nothing_is_written(deps: Deps) -> None:
    number = await before_court(deps)
    wrong = convicting(
        number,
        court="youthAntwerp",
        pronounced_on=date(2026, 11, 25),
        ecli="ECLI:BE:REAANT:2026:JUD.20261123.1",
        decided=decided(s1_o1="suspendedd", s3_o1="convicted"),
        manners={},
        penalties=(Penalty(person="s2", kind="fine", unit="euro", euro_cents=1), Penalty(person="s1", kind="imprisonment", unit="euro")),
        bans=(Ban(person="s1", length=21, unit="year", ports=" ", motivated=True),),
    )

    with pytest.raises(BadInput) as refusal:
        await judge(deps, wrong)

    told_of = {issue.name: issue.detail for issue in refusal.value.issues}
    for name in ("pronouncedOn", "ecli", "decided/s1/o1", "decided/s3/o1", "manners/s1", "manners/c1", "penalties/0", "penalties/1"):
        assert f"/{name}" in told_of
    assert "hoogstens 20 jaar" in told_of["/bans/0"]
    assert "welke havens" in told_of["/bans/0/ports"]
    assert await stands(deps, number) == ("trialCourt", {})


async def test_a_registry_enters_judgments_of_its_own_court_only(deps: Deps) -> None:
    number = await before_court(deps)

    with pytest.raises(StateForbids, match="eigen rechtbank"):
        await judge(deps, convicting(number, court="antwerpMechelenCorrectional"), a_registry())
    await judge(deps, convicting(number), a_registry())

    assert (await judgment_of(deps, number)).registry == COURT
    with pytest.raises(MissingScope):
        await establish_final(EstablishFinal(case_number=number, version=3), a_registry(), deps)
    with pytest.raises(MissingScope):
        await judge(deps, convicting(number, version=3), an_actor("auditor"))


async def test_two_writers_never_overwrite_each_other(deps: Deps) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number))

    with pytest.raises(Stale, match="vonnis ingeschreven"):
        await judge(deps, convicting(number))


async def test_a_judgment_is_final_the_day_after_the_last_clock_of_everybody_and_not_before(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, penalties=(PRISON, FINE)))

    on(clock, LAST)
    assert await open_for(deps, number) == [
        "termijn hoger beroep van verdachte 1 tot en met 24/12/2026",
        "termijn hoger beroep van burgerlijke partij 1 tot en met 24/12/2026",
        "termijn hoger beroep van het openbaar ministerie tot en met 24/12/2026",
    ]
    with pytest.raises(StateForbids, match="Voor niemand"):
        await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)
    with pytest.raises(StateForbids, match="termijn hoger beroep van burgerlijke partij 1 tot en met 24/12/2026"):
        await establish_final(EstablishFinal(case_number=number, version=3, positions=(("s1", "o1"),)), a_clerk(), deps)
    attest = Paper(kind="attest", dated_on=LAST)
    with pytest.raises(StateForbids, match="“in kracht van gewijsde vaststellen”"):
        await change_status(ChangeStatus(case_number=number, version=3, event="becomeFinal", paper=attest), a_clerk(), deps)

    on(clock, FINAL)
    assert await open_for(deps, number) == []
    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)

    assert await stands(deps, number) == ("final", {})
    assert {one.final_on for one in (await judgment_of(deps, number)).outcomes} == {FINAL}
    assert ("financialExtract", "s1", FINANCE) in await running(deps, number)
    # Thirty days for the police database; the last one, a Sunday, does not move.
    assert ("policeDatabase", None, date(2027, 1, 24)) in await running(deps, number)
    [started] = [entry.content for entry in (await view_of(deps, number)).entries if entry.content.get("limit") == "policeDatabase"]
    assert (started["automatic"], started["startsOn"]) == (True, "2026-12-25")


async def test_an_extract_that_is_due_once_final_stands_on_the_list_from_that_day_although_nobody_recorded_it(
    deps: Deps, clock: FixedClock
) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, penalties=(FINE,), confiscations=(Confiscation(person="s1", what="bestelwagen"),)))

    async def due(day: date) -> list[tuple[str, str | None, date | None, date | None]]:
        on(clock, day)
        lines, total = await store.extracts_to_send(deps.pool, visibility(a_clerk()), day)
        assert total == len(lines)
        return [(line.kind, line.person, line.due_on, line.final_on) for line in lines]

    first = ("prosecutorGeneral", None, date(2026, 12, 9), None)
    assert await due(LAST) == [first]
    assert await due(FINAL) == [first, ("finance", "s1", None, FINAL), ("seizedAssets", "s1", None, FINAL)]

    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)

    assert [line[:3] for line in await due(FINAL)] == [first[:3], ("seizedAssets", "s1", None), ("finance", "s1", FINANCE)]
    lines, _ = await store.extracts_to_send(deps.pool, visibility(a_clerk(office="antwerp")), FINAL)
    assert lines == ()


async def test_sending_the_last_extract_of_a_suspect_meets_its_clock_and_closes_his_part(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, penalties=(FINE,)))
    on(clock, FINAL)
    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)
    general, finance = (await judgment_of(deps, number)).extracts

    with pytest.raises(BadInput, match=r".*"):
        await send_extract(SendExtract(case_number=number, version=4, extract=general.id), a_clerk(), deps)
    await send_extract(SendExtract(case_number=number, version=4, extract=general.id, sent_on=FINAL), a_registry(), deps)
    assert await stands(deps, number) == ("final", {("s1", "o1"): "final", ("s1", "o2"): "final", ("s2", "o1"): "closed"})
    await send_extract(SendExtract(case_number=number, version=5, extract=finance.id, sent_on=FINAL), a_clerk(), deps)

    assert await stands(deps, number) == ("closed", {})
    assert [one for one in await running(deps, number) if one[0] in ("extract", "financialExtract")] == []
    with pytest.raises(StateForbids, match="al afgehandeld"):
        await send_extract(SendExtract(case_number=number, version=6, extract=finance.id, sent_on=FINAL), a_clerk(), deps)
    sent = (await judgment_of(deps, number)).extracts[0]
    assert (sent.state, sent.sent_on, sent.closed_by) == ("sent", FINAL, "registryClient:80")


async def test_a_judgment_by_default_that_was_not_served_never_becomes_final_by_itself(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, manners={"s1": "default", "s2": "adversary", "c1": "adversary"}))
    assert ("opposition", "s1") not in [one[:2] for one in await running(deps, number)]

    on(clock, date(2030, 1, 1))

    assert set(await open_for(deps, number)) == {
        "termijn hoger beroep van verdachte 1: het vonnis is nog niet betekend, dus die termijn loopt nog niet",
        "termijn verzet van verdachte 1: het vonnis is nog niet betekend, dus die termijn loopt nog niet",
    }
    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)
    assert await stands(deps, number) == ("judged", {("s1", "o1"): "judged", ("s1", "o2"): "judged", ("s2", "o1"): "final"})


async def test_opposition_and_appeal_against_a_default_run_from_its_service_alone(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, manners={"s1": "default", "s2": "adversary", "c1": "adversary"}))
    on(clock, date(2027, 1, 11))
    [service] = await asked(deps, number, "s1", act="defaultJudgment", court=COURT)
    await served(deps, number, service, date(2027, 1, 11))

    # Fifteen days from 12 January; thirty days end on Wednesday 10 February.
    assert set(await open_for(deps, number)) == {
        "termijn verzet van verdachte 1 tot en met 26/01/2027",
        "termijn hoger beroep van verdachte 1 tot en met 10/02/2027",
    }
    judgment, version = await judgment_of(deps, number), (await view_of(deps, number)).case.version
    opposition = appeal(number, version, judgment.id, remedy="opposition", lodged_on=date(2027, 1, 11), grievances_on=None)
    await lodge_remedy(opposition, a_clerk(), deps)
    assert (await stands(deps, number))[1][("s1", "o1")] == "opposition"
    # A summons of that day is good from 22 January on, the opposition is heard after fifteen days.
    chamber = await a_chamber(deps)
    proposed = await propose_hearings(ProposeHearings(case_number=number), a_clerk(), deps)
    assert (proposed.term.first, [(one.limit, one.due_on) for one in proposed.term.also]) == (
        date(2027, 1, 27),
        [("oppositionHearing", date(2027, 1, 27))],
    )
    assert proposed.days[0].sitting.day == date(2027, 1, 27)
    with pytest.raises(BadInput) as early:
        place = wanted(chamber, date(2027, 1, 26))
        await set_hearing(SetHearing(case_number=number, version=version + 1, wanted=place, reason="r", key=None), a_clerk(), deps)
    assert "eerste dag van de termijn: 27/01/2027" in early.value.issues[0].detail

    again = convicting(
        number,
        version=version + 1,
        pronounced_on=date(2027, 1, 11),
        decided=decided(s1_o1="acquitted", s1_o2="convicted"),
        manners={"s1": "adversary", "c1": "adversary"},
    )
    await judge(deps, again)
    assert {one.stage for one in (await judgment_of(deps, number)).outcomes} == {"afterOpposition"}
    assert "termijn hoger beroep van verdachte 1 tot en met 10/02/2027" in await open_for(deps, number)


async def test_an_appeal_moves_the_appellant_meets_his_clock_and_starts_those_that_follow(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment

    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)

    assert await stands(deps, number) == ("appeal", {("s1", "o1"): "appeal", ("s1", "o2"): "appeal", ("s2", "o1"): "judged"})
    # Ten days from 24 December end on Sunday 3 January.
    follow_on = [one for one in await running(deps, number) if one[0] == "followOnAppeal"]
    assert sorted(follow_on, key=str) == [("followOnAppeal", "c1", date(2027, 1, 4)), ("followOnAppeal", None, date(2027, 1, 4))]
    assert [one.met_on for one in await clocks(deps, number) if one.state == "met"] == [TODAY]
    # Nobody may follow him about the other suspect.
    on(clock, FINAL)
    assert await open_for(deps, number, "s2") == []
    on(clock, date(2027, 6, 1))
    assert await open_for(deps, number) == ["hoger beroep van verdachte 1 is nog niet beslist"]


async def test_an_appeal_that_comes_too_late_is_entered_and_marked(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment
    on(clock, FINAL)

    await lodge_remedy(appeal(number, 3, judgment, lodged_on=FINAL), a_clerk(), deps)

    assert [one.late for one in (await judgment_of(deps, number)).remedies] == [True]


async def test_a_remedy_that_the_law_does_not_give_is_refused(deps: Deps) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment

    for fields, name in (
        ({"remedy": "opposition"}, "/remedy"),
        ({"remedy": "cassation"}, "/remedy"),
        ({"person": "s9"}, "/party"),
        ({"lodged_on": date(2026, 11, 23)}, "/lodgedOn"),
        ({"role": "prosecution", "person": "", "against": ("s9",)}, "/against"),
    ):
        with pytest.raises(BadInput) as refusal:
            await lodge_remedy(appeal(number, 3, judgment, **fields), a_clerk(), deps)
        assert name in {issue.name for issue in refusal.value.issues}


async def test_a_withdrawn_appeal_leaves_the_judgment_final_once_every_clock_has_run_out(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment
    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)
    [lodged] = (await judgment_of(deps, number)).remedies

    withdraw = WithdrawRemedy(
        case_number=number, version=4, judgment=judgment, remedy_id=lodged.id, withdrawn_on=TODAY, reason="afstand ter griffie"
    )
    await withdraw_remedy(withdraw, a_clerk(), deps)

    assert "termijn hoger beroep van het openbaar ministerie tot en met 04/01/2027" in await open_for(deps, number)
    on(clock, date(2027, 1, 5))
    await establish_final(EstablishFinal(case_number=number, version=5), a_clerk(), deps)
    assert await stands(deps, number) == ("final", {})


async def test_who_gives_up_his_remedy_keeps_nothing_open(deps: Deps) -> None:
    number = await before_court(deps, persons=PERSONS[:2])
    judgment = (await judge(deps, convicting(number, manners={"s1": "adversary", "s2": "adversary"}))).judgment
    version = 3
    for one in (await judgment_of(deps, number)).clocks:
        waive = WaiveRemedy(case_number=number, version=version, judgment=judgment, clock=one.id, waived_on=TODAY, reason="berusting")
        await waive_remedy(waive, a_clerk(), deps)
        version += 1

    assert await open_for(deps, number) == []
    await establish_final(EstablishFinal(case_number=number, version=version), a_clerk(), deps)
    assert {one.final_on for one in (await judgment_of(deps, number)).outcomes} == {TODAY}


async def test_a_struck_clock_keeps_the_judgment_open_until_another_takes_its_place(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number))
    own = next(one for one in await clocks(deps, number) if one.person == "s1")
    await strike_time_limit(StrikeTimeLimit(case_number=number, version=3, time_limit=own.id, reason="vergissing"), a_clerk(), deps)
    on(clock, date(2027, 6, 1))

    assert await open_for(deps, number) == ["termijn hoger beroep van verdachte 1 is geschrapt, en er kwam geen andere in de plaats"]


async def test_a_correction_is_a_new_judgment_with_clocks_of_its_own_and_the_wrong_one_stays(deps: Deps) -> None:
    number = await before_court(deps)
    wrong = (await judge(deps, convicting(number, pronounced_on=date(2026, 11, 23)))).judgment
    with pytest.raises(BadInput, match=r".*") as refusal:
        await judge(deps, convicting(number, version=3, corrects=wrong, reason="dag", decided=decided(s1_o1="convicted")))
    assert "/decided/s2/o1" in {issue.name for issue in refusal.value.issues}

    right = (await judge(deps, convicting(number, version=3, corrects=wrong, reason="verkeerde dag"))).judgment

    first, second = await store.of_case(deps.pool, (await view_of(deps, number)).case.id)
    assert (first.id, first.corrected_by, second.corrects, second.reason) == (wrong, right, wrong, "verkeerde dag")
    assert [one.state for one in first.extracts] == ["notNeeded"]
    assert {one[2] for one in await running(deps, number) if one[0] == "appeal"} == {LAST}
    assert [one.state for one in await clocks(deps, number)].count("struck") == 5
    with pytest.raises(StateForbids, match="verbeterd door een later"):
        await lodge_remedy(appeal(number, 4, wrong), a_clerk(), deps)
    with pytest.raises(BadInput):
        await judge(deps, convicting(number, version=4))


async def test_a_judgment_on_appeal_opens_cassation_and_one_in_cassation_ends_it(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment
    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)
    on(clock, date(2027, 3, 1))
    on_appeal = convicting(
        number,
        version=4,
        court="appealAntwerp",
        pronounced_on=date(2027, 3, 1),
        decided=decided(s1_o1="convicted", s1_o2="acquitted"),
        manners={"s1": "adversary", "c1": "adversary"},
    )
    second = (await judge(deps, on_appeal)).judgment
    # Fifteen days from 2 March.
    assert {one[1:] for one in await running(deps, number) if one[0] == "cassation"} == {
        ("s1", date(2027, 3, 16)),
        ("c1", date(2027, 3, 16)),
        (None, date(2027, 3, 16)),
    }, "a period for the suspect, for the civil party and for the prosecution"

    await lodge_remedy(appeal(number, 5, second, remedy="cassation", lodged_on=date(2027, 3, 1), grievances_on=None), a_clerk(), deps)
    assert (await stands(deps, number))[0] == "cassation"
    on(clock, date(2027, 9, 1))
    rejected = convicting(
        number,
        version=6,
        court=COURT_OF_CASSATION,
        pronounced_on=date(2027, 9, 1),
        decided=decided(s1_o1="rejected", s1_o2="rejected"),
        manners={"s1": "adversary", "c1": "adversary"},
    )
    await judge(deps, rejected)
    await establish_final(EstablishFinal(case_number=number, version=7), a_clerk(), deps)

    assert await stands(deps, number) == ("final", {})
    days = {one.pair: one.final_on for one in (await judgment_of(deps, number)).outcomes}
    assert set(days.values()) == {date(2027, 9, 1)}


async def test_who_appeals_in_cassation_has_a_clock_for_his_memorial_that_ends_with_a_withdrawal(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment
    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)
    on(clock, date(2027, 3, 1))
    heard = {"manners": {"s1": "adversary", "c1": "adversary"}, "decided": decided(s1_o1="convicted", s1_o2="acquitted")}
    second = (await judge(deps, convicting(number, version=4, court="appealAntwerp", pronounced_on=date(2027, 3, 1), **heard))).judgment
    declared = appeal(number, 5, second, remedy="cassation", lodged_on=date(2027, 3, 1), grievances_on=None)
    await lodge_remedy(declared, a_clerk(), deps)

    # Two months from 1 March end on Saturday 1 May.
    assert [one for one in await running(deps, number) if one[0] == "cassationMemorial"] == [("cassationMemorial", "s1", date(2027, 5, 3))]

    [lodged] = [one for each in (await world(deps, number)).judgments for one in each.remedies if one.remedy == "cassation"]
    away = WithdrawRemedy(
        case_number=number, version=6, judgment=second, remedy_id=lodged.id, withdrawn_on=date(2027, 3, 1), reason="afstand"
    )
    await withdraw_remedy(away, a_clerk(), deps)
    assert "cassationMemorial" not in {one[0] for one in await running(deps, number)}


async def test_a_quashed_judgment_sends_the_file_before_another_court_of_appeal(deps: Deps) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment
    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)
    again: dict[str, Any] = {"manners": {"s1": "adversary", "c1": "adversary"}}
    both = decided(s1_o1="convicted", s1_o2="convicted")
    second = (await judge(deps, convicting(number, version=4, court="appealAntwerp", decided=both, **again))).judgment
    await lodge_remedy(appeal(number, 5, second, remedy="cassation", grievances_on=None), a_clerk(), deps)
    quashed = decided(s1_o1="quashed", s1_o2="quashed")
    await judge(deps, convicting(number, version=6, court=COURT_OF_CASSATION, decided=quashed, **again))
    assert (await stands(deps, number))[0] == "appeal"
    assert await open_for(deps, number) == ["een rechtsmiddel is nog niet beslist"]

    done = await judge(deps, convicting(number, version=7, court="appealGhent", decided=both, **again))

    assert done.status == "appeal"
    assert "termijn cassatieberoep van verdachte 1 tot en met 09/12/2026" in await open_for(deps, number)


async def test_a_port_ban_beside_imprisonment_runs_from_its_end_and_has_effect_from_finality(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number, penalties=(PRISON,), bans=(BAN,)))).judgment
    ban = (await judgment_of(deps, number)).bans[0]
    end = EndCustody(case_number=number, version=3, judgment=judgment, ban=ban.id, ended="conditionalRelease", ended_on=TODAY)
    with pytest.raises(StateForbids, match="nog niet definitief"):
        await end_custody(end, a_clerk(), deps)
    on(clock, date(2028, 3, 1))
    await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)

    async def days() -> tuple[object, ...]:
        found = await world(deps, number)
        answer = ban_of(found.judgments[-1].bans[0], found.judgments[-1], found.finalities, deps.law.law)
        assert answer is not None
        return answer.state, answer.effect_on, answer.runs_from, answer.last_day

    assert await days() == ("waitsForCustody", FINAL, None, None)
    released = EndCustody(
        case_number=number, version=4, judgment=judgment, ban=ban.id, ended="conditionalRelease", ended_on=date(2028, 3, 1)
    )
    await end_custody(released, a_registry(), deps)

    assert await days() == ("known", FINAL, date(2028, 3, 1), date(2033, 2, 28))


async def test_a_judgment_of_a_youth_court_whose_remedies_were_not_read_is_final_by_attest_only(deps: Deps, clock: FixedClock) -> None:
    minor = [
        {"id": "s1", "role": "suspect", "kind": "natural", "birthDate": "2010-05-01", "residence": {"country": "BE", "nisCode": "11002"}}
    ]
    number = await before_court(deps, persons=minor, offences=OFFENCES[:1])
    done = await judge(deps, convicting(number, court="youthAntwerp", decided=decided(s1_o1="measure"), manners={"s1": "adversary"}))
    assert done.status == "judged"
    on(clock, date(2027, 6, 1))

    with pytest.raises(StateForbids, match="Voor niemand"):
        await establish_final(EstablishFinal(case_number=number, version=3), a_clerk(), deps)
    shown = EstablishFinal(case_number=number, version=3, attest_on=date(2027, 6, 1), final_on=date(2027, 1, 5))
    await establish_final(shown, a_clerk(), deps)

    assert await stands(deps, number) == ("final", {})
    assert [one.final_on for one in (await judgment_of(deps, number)).outcomes] == [date(2027, 1, 5)]


async def test_cassation_against_a_default_on_appeal_starts_by_itself_from_the_end_of_the_opposition(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    judgment = (await judge(deps, convicting(number))).judgment
    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)
    on(clock, date(2027, 3, 8))
    on_appeal = convicting(
        number,
        version=4,
        court="appealAntwerp",
        pronounced_on=date(2027, 3, 8),
        decided=decided(s1_o1="convicted", s1_o2="convicted"),
        manners={"s1": "default", "c1": "adversary"},
    )
    await judge(deps, on_appeal)
    assert "cassationAfterDefault" not in {one[0] for one in await running(deps, number)}
    [service] = await asked(deps, number, "s1", act="defaultJudgment", court="appealAntwerp")

    # Fifteen days from 9 March end on Tuesday 23 March; fifteen from there on Wednesday 7 April.
    await served(deps, number, service, date(2027, 3, 8))

    ran = {one.answer.limit: one for one in await clocks(deps, number) if one.service_id == service}
    assert set(ran) == {"opposition", "cassationAfterDefault"}
    assert ran["opposition"].answer.due_on == date(2027, 3, 23)
    chained = ran["cassationAfterDefault"]
    assert (chained.answer.start.event, chained.answer.due_on) == ("oppositionExpired", date(2027, 4, 7))
    assert (chained.after_id, chained.service_id) == (ran["opposition"].id, service)
    assert "termijn cassatieberoep van verdachte 1 tot en met 07/04/2027" in await open_for(deps, number)

    version = (await view_of(deps, number)).case.version
    await withdraw_service(
        WithdrawService(case_number=number, version=version, service_id=service, reason="van een ander"), a_clerk(), deps
    )

    assert not {"opposition", "cassationAfterDefault"} & {one[0] for one in await running(deps, number)}


async def test_which_of_two_default_judgments_is_served_must_be_said(deps: Deps, clock: FixedClock) -> None:
    number = await before_court(deps)
    manners = {"s1": "default", "s2": "adversary", "c1": "adversary"}
    judgment = (await judge(deps, convicting(number, manners=manners))).judgment
    await lodge_remedy(appeal(number, 3, judgment, role="prosecution", person="", against=("s1",)), a_clerk(), deps)
    on(clock, date(2027, 3, 8))
    arrest = {"court": "appealAntwerp", "pronounced_on": date(2027, 3, 8), "decided": decided(s1_o1="convicted", s1_o2="convicted")}
    await judge(deps, convicting(number, version=4, manners={"s1": "default", "c1": "adversary"}, **arrest))

    with pytest.raises(BadInput) as refused:
        await asked(deps, number, "s1", act="defaultJudgment")

    [issue] = refused.value.issues
    assert issue.name == "/court"
    assert "hof van beroep" in issue.detail and "correctionele rechtbank" in issue.detail
    await asked(deps, number, "s1", act="defaultJudgment", court="appealAntwerp")


async def test_a_default_in_first_instance_starts_no_cassation(deps: Deps) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, manners={"s1": "default", "s2": "adversary", "c1": "adversary"}))
    [service] = await asked(deps, number, "s1", act="defaultJudgment", court=COURT)

    await served(deps, number, service, TODAY)

    assert {one[0] for one in await running(deps, number) if one[1] == "s1"} >= {"opposition"}
    assert "cassationAfterDefault" not in {one[0] for one in await running(deps, number)}


ARREST, AGAIN = date(2027, 3, 8), date(2027, 5, 3)
HEARD = {"s1": "adversary", "c1": "adversary"}


async def a_default_on_appeal(deps: Deps, clock: FixedClock, sender: str = "test", **fields: Any) -> tuple[str, int]:
    """A file in which the first suspect was judged on appeal by default, which was served on him; and that judgment."""
    number = await before_court(deps, sender)
    judgment = (await judge(deps, convicting(number))).judgment
    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)
    on(clock, ARREST)
    both = decided(s1_o1="convicted", s1_o2="convicted")
    arrest = convicting(number, version=4, court="appealAntwerp", pronounced_on=ARREST, decided=both, **{"manners": HEARD} | fields)
    second = (await judge(deps, arrest)).judgment
    if arrest.manners["s1"] == "default":
        [service] = await asked(deps, number, "s1", act="defaultJudgment", court="appealAntwerp")
        await served(deps, number, service, ARREST)
    return number, second


async def opposes(deps: Deps, number: str, judgment: int, lodged_on: date = ARREST) -> str:
    version = (await view_of(deps, number)).case.version
    command = appeal(number, version, judgment, remedy="opposition", lodged_on=lodged_on, grievances_on=None)
    return (await lodge_remedy(command, a_clerk(), deps)).status


async def judged_again(deps: Deps, number: str, **fields: Any) -> str:
    version = (await view_of(deps, number)).case.version
    said: dict[str, Any] = {"court": "appealAntwerp", "pronounced_on": AGAIN, "manners": HEARD}
    said["decided"] = decided(s1_o1="convicted", s1_o2="acquitted")
    return (await judge(deps, convicting(number, version, **said | fields))).status


async def test_opposition_against_a_default_on_appeal_goes_back_to_the_court_of_appeal(deps: Deps, clock: FixedClock) -> None:
    number, arrest = await a_default_on_appeal(deps, clock, manners={"s1": "default", "c1": "adversary"}, penalties=(PRISON, FINE))

    # The second suspect did not appeal and is not concerned.
    assert await opposes(deps, number, arrest) == "opposition"
    assert (await stands(deps, number))[1] == {("s1", "o1"): "opposition", ("s1", "o2"): "opposition", ("s2", "o1"): "judged"}
    assert {one.answer.limit for one in await clocks(deps, number) if one.met_on == ARREST} == {"opposition"}
    on(clock, AGAIN)
    assert await open_for(deps, number) == ["verzet van verdachte 1 is nog niet beslist"]
    with pytest.raises(BadInput) as refused:
        await judged_again(deps, number, court=COURT)
    assert {issue.name for issue in refused.value.issues} == {"/court"}

    assert await judged_again(deps, number, penalties=(FINE,)) == "appeal"

    found = await view_of(deps, number)
    [entry] = [one for one in found.entries if one.kind == "JudgmentEntered" and one.content["pronouncedOn"] == str(AGAIN)]
    assert {(one["event"], one["before"], one["after"]) for one in entry.content["moves"]} == {
        ("judgedOnAppealAfterOpposition", "opposition", "appeal")
    }
    assert {one.stage for one in (await judgment_of(deps, number)).outcomes} == {"afterOpposition"}
    # Cassation of everybody: fifteen days from 4 May, no appeal.
    last = date(2027, 5, 18)
    assert set(await open_for(deps, number)) == {
        f"termijn cassatieberoep van {who} tot en met {last:%d/%m/%Y}"
        for who in ("verdachte 1", "burgerlijke partij 1", "het openbaar ministerie")
    }


async def test_a_judgment_after_opposition_on_appeal_becomes_final_and_its_extracts_close_the_part_of_the_suspect(
    deps: Deps, clock: FixedClock
) -> None:
    number, arrest = await a_default_on_appeal(deps, clock, manners={"s1": "default", "c1": "adversary"}, penalties=(FINE,))
    await opposes(deps, number, arrest)
    on(clock, AGAIN)
    await judged_again(deps, number, penalties=(FINE,))
    on(clock, date(2027, 5, 18))
    version = (await view_of(deps, number)).case.version
    pairs = (("s1", "o1"), ("s1", "o2"))
    with pytest.raises(StateForbids, match="18/05/2027"):
        await establish_final(EstablishFinal(case_number=number, version=version, positions=pairs), a_clerk(), deps)
    on(clock, date(2027, 5, 19))

    await establish_final(EstablishFinal(case_number=number, version=version, positions=pairs), a_clerk(), deps)

    last = await judgment_of(deps, number)
    assert {one.final_on for one in last.outcomes} == {date(2027, 5, 19)}
    # Three days for the tax office, of the last judgment only.
    assert [one[1:] for one in await running(deps, number) if one[0] == "financialExtract"] == [("s1", date(2027, 5, 22))]
    for extract in last.extracts:
        version = (await view_of(deps, number)).case.version
        await send_extract(SendExtract(case_number=number, version=version, extract=extract.id, sent_on=date(2027, 5, 19)), a_clerk(), deps)
    assert (await stands(deps, number))[1] == {("s1", "o1"): "closed", ("s1", "o2"): "closed", ("s2", "o1"): "judged"}


async def test_there_is_one_opposition_and_only_against_the_last_judgment(deps: Deps, clock: FixedClock) -> None:
    number, arrest = await a_default_on_appeal(deps, clock, manners={"s1": "default", "c1": "adversary"})
    await opposes(deps, number, arrest)
    with pytest.raises(StateForbids, match="verzet kan een keer"):
        await opposes(deps, number, arrest)
    on(clock, AGAIN)
    await judged_again(deps, number, manners={"s1": "default", "c1": "adversary"})
    again = (await judgment_of(deps, number)).id
    before = await stands(deps, number)

    with pytest.raises(BadInput) as refused:
        await opposes(deps, number, again, AGAIN)
    assert [issue.name for issue in refused.value.issues] == ["/remedy"]
    with pytest.raises(StateForbids, match="alleen tegen het laatste vonnis"):
        await opposes(deps, number, arrest, AGAIN)

    assert await stands(deps, number) == before
    # What is left him is cassation, from the pronouncement: no opposition has to end first.
    assert "termijn cassatieberoep van verdachte 1 tot en met 18/05/2027" in await open_for(deps, number)
    [service] = await asked(deps, number, "s1", act="defaultJudgment", court="appealAntwerp", reference="arrest na verzet, nr. 12")
    ran = len(await clocks(deps, number))
    await served(deps, number, service, AGAIN)
    assert len(await clocks(deps, number)) == ran
    version = (await view_of(deps, number)).case.version
    cassation = appeal(number, version, again, remedy="cassation", lodged_on=AGAIN, grievances_on=None)
    assert (await lodge_remedy(cassation, a_clerk(), deps)).status == "cassation"


async def test_against_a_default_on_appeal_cassation_stays_open_as_it_was(deps: Deps, clock: FixedClock) -> None:
    number, arrest = await a_default_on_appeal(deps, clock, manners={"s1": "default", "c1": "adversary"})
    version = (await view_of(deps, number)).case.version
    said: dict[str, Any] = {"remedy": "cassation", "role": "prosecution", "person": "", "against": ("s1",), "grievances_on": None}

    done = await lodge_remedy(appeal(number, version, arrest, lodged_on=ARREST, **said), a_clerk(), deps)

    assert done.status == "cassation"


async def test_a_judgment_on_appeal_that_was_no_default_is_not_opposed(deps: Deps, clock: FixedClock) -> None:
    number, arrest = await a_default_on_appeal(deps, clock)

    with pytest.raises(BadInput) as refused:
        await opposes(deps, number, arrest)

    assert [issue.name for issue in refused.value.issues] == ["/remedy"]


async def test_a_default_in_first_instance_is_not_opposed_once_the_prosecution_appealed(deps: Deps) -> None:
    number = await before_court(deps)
    first = (await judge(deps, convicting(number, manners={"s1": "default", "s2": "adversary", "c1": "adversary"}))).judgment
    await lodge_remedy(appeal(number, 3, first, role="prosecution", person="", against=("s1",)), a_clerk(), deps)

    with pytest.raises(StateForbids, match="geen arrest in hoger beroep bij verstek"):
        await opposes(deps, number, first, TODAY)

    assert (await stands(deps, number))[1][("s1", "o1")] == "appeal"


async def test_an_opposition_on_appeal_is_not_admitted_before_the_trial_court_and_one_in_first_instance_is_judged_there(
    deps: Deps, clock: FixedClock
) -> None:
    number = await before_court(deps)
    manners = {"s1": "default", "s2": "adversary", "c1": "adversary"}
    first = (await judge(deps, convicting(number, manners=manners))).judgment
    await opposes(deps, number, first, TODAY)
    version = (await view_of(deps, number)).case.version
    pairs = (("s1", "o1"), ("s1", "o2"))
    admitted = ChangeStatus(case_number=number, version=version, event="oppositionAdmitted", positions=pairs, reason="zitting")
    await change_status(admitted, a_clerk(), deps)
    assert (await stands(deps, number))[1] == {("s1", "o1"): "trialCourt", ("s1", "o2"): "trialCourt", ("s2", "o1"): "judged"}
    assert await open_for(deps, number) == ["verzet van verdachte 1 is nog niet beslist"]
    with pytest.raises(BadInput) as refused:
        await judged_again(deps, number, pronounced_on=TODAY)
    assert {issue.name for issue in refused.value.issues} == {"/court"}
    assert await judged_again(deps, number, court=COURT, pronounced_on=TODAY) == "judged"
    assert {one.stage for one in (await judgment_of(deps, number)).outcomes} == {"afterOpposition"}

    other, arrest = await a_default_on_appeal(deps, clock, "other", manners={"s1": "default", "c1": "adversary"})
    await opposes(deps, other, arrest)
    version = (await view_of(deps, other)).case.version
    admitted = ChangeStatus(case_number=other, version=version, event="oppositionAdmitted", positions=pairs, reason="zitting")
    with pytest.raises(StateForbids, match="oordeelt het hof van beroep"):
        await change_status(admitted, a_clerk(), deps)


async def test_the_registry_of_the_court_of_appeal_reads_and_judges_a_file_from_the_appeal_on_and_no_other(
    deps: Deps, clock: FixedClock
) -> None:
    number, other = [await before_court(deps, name) for name in ("beroep", "ander")]
    judgment = (await judge(deps, convicting(number))).judgment
    above, elsewhere = [an_actor("courtRegistrar", office=None, court=court, account_id=81) for court in ("appealAntwerp", "appealGhent")]
    assert not await reads(deps, above, number)

    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)

    assert [await reads(deps, above, file) for file in (number, other)] == [True, False]
    assert not await reads(deps, elsewhere, number)
    assert await reads(deps, a_registry(), number), "the court that was appealed from keeps its file"
    chamber = await a_chamber(deps, court="appealAntwerp", kind="appeal")
    hearing = SetHearing(case_number=number, version=4, wanted=wanted(chamber, date(2026, 12, 21), summons=None), reason="hoger beroep")
    await set_hearing(hearing, above, deps)
    on(clock, date(2026, 12, 21))
    said = {"court": "appealAntwerp", "pronounced_on": date(2026, 12, 21), "decided": decided(s1_o1="convicted", s1_o2="convicted")}
    await judge(deps, convicting(number, 5, manners={"s1": "adversary", "c1": "adversary"}, **said), above)
    assert (await judgment_of(deps, number)).registry == "appealAntwerp"


async def test_the_registry_of_the_court_of_appeal_reads_no_file_whose_appeal_was_withdrawn(deps: Deps) -> None:
    number = await before_court(deps, "beroep")
    judgment = (await judge(deps, convicting(number))).judgment
    await lodge_remedy(appeal(number, 3, judgment), a_clerk(), deps)
    [lodged] = (await judgment_of(deps, number)).remedies
    above = an_actor("courtRegistrar", office=None, court="appealAntwerp", account_id=81)
    withdrawal = WithdrawRemedy(
        case_number=number, version=4, judgment=judgment, remedy_id=lodged.id, withdrawn_on=TODAY, reason="Afstand van het beroep."
    )

    await withdraw_remedy(withdrawal, a_clerk(), deps)

    assert not await reads(deps, above, number)
    assert await reads(deps, a_registry(), number)


async def reads(deps: Deps, actor: Actor, number: str) -> bool:
    return await search.case_view(deps.pool, visibility(actor), number) is not None


async def a_default_served(deps: Deps, clock: FixedClock, **said: Any) -> str:
    """A file of which the ordinary periods of everybody have run out after a default judgment on the first suspect, served that day."""
    number = await before_court(deps)
    await judge(deps, convicting(number, manners={"s1": "default", "s2": "adversary", "c1": "adversary"}))
    [service] = await asked(deps, number, "s1", act="defaultJudgment", court=COURT)
    await served(deps, number, service, **said)
    on(clock, date(2026, 12, 28))
    return number


async def left_of(deps: Deps, number: str) -> dict[tuple[str, str], LateOpposition]:
    return {one.pair: one.late_opposition for one in (await world(deps, number)).finalities if one.late_opposition is not None}


async def test_a_default_that_was_not_served_in_person_is_final_and_says_that_an_opposition_may_still_come(
    deps: Deps, clock: FixedClock
) -> None:
    number = await a_default_served(deps, clock, in_person=False)

    left = await left_of(deps, number)
    assert {pair: (one.person, one.served_on, one.until) for pair, one in left.items()} == {
        ("s1", "o1"): ("s1", TODAY, None),
        ("s1", "o2"): ("s1", TODAY, None),
    }
    told = late_opposition_nl(left[("s1", "o1")], (await view_of(deps, number)).case.report, deps.law.law)
    assert "op 24/11/2026 niet aan de persoon betekend" in told and "15 dagen vanaf zijn kennis" in told
    assert "art. 187, § 1 Sv.; zeker" in told and "onze lezing (niet nagegaan)" in told
    days = {one.pair: one.final_on for one in (await world(deps, number)).finalities}
    assert set(days.values()) == {date(2026, 12, 25)}, "the ordinary periods ended on 24 December, for who was served too"
    await establish_final(EstablishFinal(case_number=number, version=5), a_clerk(), deps)
    assert set(await left_of(deps, number)) == {("s1", "o1"), ("s1", "o2")}, "recorded as final, and open all the same"


async def test_who_was_served_in_person_has_no_opposition_left_after_the_ordinary_period(deps: Deps, clock: FixedClock) -> None:
    number = await a_default_served(deps, clock, in_person=True)

    assert await left_of(deps, number) == {}
    assert {one.final_on for one in (await world(deps, number)).finalities} == {date(2026, 12, 25)}


@pytest.mark.parametrize(("limit", "event"), [("opposition", "knowledge"), ("oppositionAfterSurrender", "surrender")])
async def test_a_period_of_opposition_from_his_knowledge_or_surrender_keeps_the_judgment_from_being_final_until_it_ran_out(
    limit: str, event: str, deps: Deps, clock: FixedClock
) -> None:
    number = await a_default_served(deps, clock, in_person=False)
    found = await world(deps, number)
    service = next(one.service_id for one in found.clocks if one.answer.limit == "opposition")
    command = StartTimeLimit(
        case_number=number,
        version=found.snapshot.case.version,
        limit=limit,
        start=Start(event=event, on=date(2026, 12, 28)),
        person="s1",
        service=service if event == "knowledge" else None,
    )
    await start_time_limit(command, a_clerk(), deps)

    still = {one.pair: {(each.why, each.until) for each in one.still} for one in (await world(deps, number)).finalities}
    assert still == {("s1", "o1"): {("running", date(2027, 1, 12))}, ("s1", "o2"): {("running", date(2027, 1, 12))}, ("s2", "o1"): set()}
    assert {one.until for one in (await left_of(deps, number)).values()} == {date(2027, 1, 12)}
    on(clock, date(2027, 1, 13))
    assert await left_of(deps, number) == {}, "he knew, and did not oppose"
    assert {one.pair[0]: one.final_on for one in (await world(deps, number)).finalities} == {
        "s1": date(2027, 1, 13),
        "s2": date(2026, 12, 25),
    }


async def test_each_party_has_periods_of_his_own_and_nobody_is_final_before_the_last_one_of_all_has_run_out(
    deps: Deps, clock: FixedClock
) -> None:
    number = await before_court(deps)
    await judge(deps, convicting(number, manners={"s1": "default", "s2": "adversary", "c1": "default"}))
    [suspect] = await asked(deps, number, "s1", act="defaultJudgment", court=COURT)
    await served(deps, number, suspect)
    on(clock, date(2027, 1, 11))
    [party] = await asked(deps, number, "c1", act="defaultJudgment", court=COURT)
    await served(deps, number, party, date(2027, 1, 11))

    ends = {(limit, person): until for limit, person, until in await running(deps, number) if limit in ("opposition", "appeal")}
    assert ends == {
        ("opposition", "s1"): date(2026, 12, 9),
        ("appeal", "s1"): LAST,
        ("appeal", "s2"): LAST,
        ("appeal", None): LAST,
        ("appeal", "c1"): date(2027, 2, 10),
    }, "who was judged by default from his own service, the others from the pronouncement; the civil party has no opposition"
    on(clock, date(2027, 2, 10))
    assert {one.final_on for one in (await world(deps, number)).finalities} == {None}
    on(clock, date(2027, 2, 11))
    assert {(one.pair, one.final_on) for one in (await world(deps, number)).finalities} == {
        (pair, date(2027, 2, 11)) for pair in (("s1", "o1"), ("s1", "o2"), ("s2", "o1"))
    }
