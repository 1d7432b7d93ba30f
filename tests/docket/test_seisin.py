"""From when a trial court has the case of each suspect, which ends the limitation."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import msgspec
import pytest

from docket import life
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.life.change_status import ChangeStatus, change_status
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput
from docket.hearings import Hearing
from docket.seisin import Barring, Seisin, barrings, seisins
from docket.services import Service
from docket.transitions import Paper
from docket.web.time_limit_words import limitation_views
from tests.builders import a_case, a_prosecutor
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_connected import joined

ANTWERP = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}]
TWO = [{"id": "s1", "role": "suspect"}, {"id": "s2", "role": "suspect"}]
#: Ten years, the day of the facts included: the last day is 9 June 2034.
FACTS = {"id": "o1", "offence": "portIntrusion", "committedFrom": "2024-06-10", "committedUntil": "2024-06-10"}
AFTER = datetime(2034, 6, 12, 9, tzinfo=UTC)


async def a_file(deps: Deps, **fields: object) -> str:
    said = {"places": ANTWERP, "offences": [FACTS], "persons": TWO[:1]} | fields
    return (await a_case(deps, **said)).case_number


async def version_of(deps: Deps, number: str) -> int:
    return (await view_of(deps, number)).case.version


async def referred(deps: Deps, number: str) -> None:
    await refer_case(ReferCase(case_number=number, version=await version_of(deps, number), tracks=(0,)), a_prosecutor(), deps)


def summons(person: str, on: date, hearing: int = 1) -> Service:
    """A summons that was served."""
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    fields = dict.fromkeys(Service.__struct_fields__) | {
        "id": 1,
        "act": "summons",
        "person": person,
        "hearing_id": hearing,
        "hearing_sequence": 0,
        "manner": "bailiff",
        "state": "done",
        "asked_on": on,
        "made_at": at,
        "made_by": "user:1",
        "served_on": on,
        "needless": False,
    }
    return Service(**fields)


async def rows(deps: Deps, number: str, *served: Service, hearings: Sequence[Hearing] = ()) -> tuple[Barring, ...]:
    found = await view_of(deps, number)
    return barrings(found, deps.law.law, court_day(deps.clock.now()), hearings=hearings, services=served)


async def told(
    deps: Deps, number: str, *served: Service, hearings: Sequence[Hearing] = ()
) -> set[tuple[tuple[str, ...], str, date | None, str | None]]:
    return {
        (row.persons, row.answer.state, row.seisin.on if row.seisin else None, row.seisin.how if row.seisin else None)
        for row in await rows(deps, number, *served, hearings=hearings)
    }


async def test_a_file_that_was_brought_before_its_court_in_time_stands_still_for_good(deps: Deps) -> None:
    number = await a_file(deps)
    assert await told(deps, number) == {((), "running", None, None)}
    await referred(deps, number)
    assert await told(deps, number) == {((), "stopped", date(2026, 11, 24), "moved")}

    deps.clock.instant = AFTER
    assert await told(deps, number) == {((), "stopped", date(2026, 11, 24), "moved")}
    assert {row.answer.confidence for row in await rows(deps, number)} == {"likely"}, "nobody entered that the summons was served"


async def test_the_day_on_which_the_summons_was_served_takes_the_place_of_that_of_the_referral(deps: Deps) -> None:
    number = await a_file(deps)
    await referred(deps, number)
    deps.clock.instant = AFTER

    in_time, late = summons("s1", date(2034, 6, 9)), summons("s1", date(2034, 6, 10))
    assert await told(deps, number, in_time) == {((), "stopped", date(2034, 6, 9), "served")}
    assert {row.answer.confidence for row in await rows(deps, number, in_time)} == {"sure"}
    assert await told(deps, number, late) == {((), "barred", date(2034, 6, 10), "served")}


async def test_who_was_referred_is_before_the_court_from_the_day_of_the_order_not_from_that_of_typing_it(deps: Deps) -> None:
    number = await a_file(deps)
    for event, kind in (("openInvestigation", "letter"), ("requireInquiry", "requisition"), ("communicateFile", "order")):
        paper = Paper(kind=kind, dated_on=date(2026, 11, 2))
        version = await version_of(deps, number)
        await change_status(ChangeStatus(case_number=number, version=version, event=event, paper=paper), a_prosecutor(), deps)
    order = Paper(kind="order", number="2026/114", dated_on=date(2026, 11, 13))
    await refer_case(ReferCase(case_number=number, version=await version_of(deps, number), tracks=(0,), paper=order), a_prosecutor(), deps)

    assert await told(deps, number) == {((), "stopped", date(2026, 11, 13), "moved")}
    assert {row.answer.confidence for row in await rows(deps, number)} == {"sure"}


async def test_a_summons_beside_an_order_of_another_suspect_has_not_the_day_of_that_order(deps: Deps) -> None:
    number = await a_file(deps, persons=TWO, offences=[{**FACTS, "persons": ["s1", "s2"]}])
    await change_status(ChangeStatus(case_number=number, version=1, event="openInvestigation", reason="r"), a_prosecutor(), deps)
    for version, event, kind in ((2, "requireInquiry", "requisition"), (3, "communicateFile", "order")):
        paper = Paper(kind=kind, dated_on=date(2026, 11, 2))
        step = ChangeStatus(case_number=number, version=version, event=event, paper=paper, positions=(("s2", "o1"),))
        await change_status(step, a_prosecutor(), deps)
    order = Paper(kind="order", dated_on=date(2026, 11, 13))
    with pytest.raises(BadInput):
        await refer_case(ReferCase(case_number=number, version=4, tracks=(0,)), a_prosecutor(), deps)
    await refer_case(ReferCase(case_number=number, version=4, tracks=(0,), paper=order), a_prosecutor(), deps)

    assert await told(deps, number) == {
        (("s1",), "stopped", date(2026, 11, 24), "moved"),
        (("s2",), "stopped", date(2026, 11, 13), "moved"),
    }


async def test_what_is_served_for_the_chamber_in_council_seises_no_trial_court(deps: Deps) -> None:
    number = await a_file(deps)
    council = msgspec.convert(
        {
            "id": 1,
            "chamber_id": 1,
            "court": "antwerpCorrectional",
            "chamber": "RK",
            "kind": "raadkamer",
            "starts_at": AFTER,
            "state": "set",
            "sequence": 0,
            "uid": "u",
            "reason": "r",
            "set_at": AFTER,
            "set_by": "user:1",
        }
        | dict.fromkeys(("summons", "served_on", "first_lawful_on", "overbooked", "changed_at", "changed_by", "change_reason")),
        Hearing,
    )

    assert await told(deps, number, summons("s1", date(2026, 11, 20)), hearings=(council,)) == {((), "running", None, None)}
    trial = msgspec.structs.replace(council, kind="correctional")
    assert await told(deps, number, summons("s1", date(2026, 11, 20)), hearings=(trial,)) == {((), "stopped", date(2026, 11, 20), "served")}


async def test_a_file_that_is_not_before_a_court_is_barred_after_its_last_day(deps: Deps) -> None:
    number = await a_file(deps)
    deps.clock.instant = AFTER

    assert await told(deps, number) == {((), "barred", None, None)}


async def test_each_suspect_has_the_day_of_his_own_court(deps: Deps) -> None:
    number = await a_file(deps, persons=TWO)
    served = summons("s2", date(2026, 11, 24))
    assert await told(deps, number, served) == {(("s1",), "running", None, None), (("s2",), "stopped", date(2026, 11, 24), "served")}

    deps.clock.instant = AFTER
    assert await told(deps, number, served) == {(("s1",), "barred", None, None), (("s2",), "stopped", date(2026, 11, 24), "served")}


async def test_a_report_that_says_when_the_court_was_seised_is_believed(deps: Deps) -> None:
    number = await a_file(deps, seisedOn="2026-10-01")
    await referred(deps, number)

    assert await told(deps, number) == {((), "stopped", date(2026, 10, 1), "told")}


async def test_a_day_that_this_file_does_not_tell_is_never_made_up(deps: Deps) -> None:
    lead, other = await a_file(deps), await a_file(deps, externalId="other")
    for number in (lead, other):
        await referred(deps, number)
    deps.clock.instant = datetime(2026, 12, 1, 9, tzinfo=UTC)
    await joined(deps, lead, other)
    came = [pair for pair in life.pairs_of((await view_of(deps, lead)).case.report) if pair not in {("s1", "o1")}]
    assert came, "whoever came with the other file"
    deps.clock.instant = AFTER

    found = await view_of(deps, lead)
    seised = seisins(found, court_day(AFTER), hearings=(), services=())
    assert {seised[pair] for pair in came} == {Seisin(by=date(2026, 12, 1), how="unknown")}
    assert {row.answer.state for row in await rows(deps, lead)} == {"stopped"}, "the court had them on the day of the joinder"


async def test_without_a_day_at_all_nobody_is_told_that_the_limitation_is_past(deps: Deps) -> None:
    number = await a_file(deps)
    await deps.pool.execute("update cases set status = 'trialCourt'")
    assert await told(deps, number) == {((), "stopped", None, "unknown")}

    deps.clock.instant = AFTER
    assert await told(deps, number) == {((), "cannotTell", None, "unknown")}
    assert {row.answer.why_open for row in await rows(deps, number)} == {("seisedOn",)}


def series(*days: tuple[str, str], **said: object) -> list[dict[str, object]]:
    """Facts of one offence, o1 and on, each from a day to a day."""
    return [
        {"id": f"o{at}", "offence": "portIntrusion", "committedFrom": first, "committedUntil": last} | said
        for at, (first, last) in enumerate(days, start=1)
    ]


async def of_facts(deps: Deps, number: str) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Of each the answer of the provision that bars first."""
    found = {}
    for row in await rows(deps, number):
        found.setdefault(row.offence.id or "", (row.answer.state, row.answer.why_open, row.one_intent_with))
    return found


ALONE, LATER = ("2024-06-10", "2024-06-10"), ("2024-06-20", "2024-06-20")
ON_THE_DAY_AFTER = datetime(2034, 6, 10, 9, tzinfo=UTC)


async def test_a_fact_is_not_called_barred_while_a_later_one_of_the_same_offence_is_not(deps: Deps) -> None:
    one, two = await a_file(deps), await a_file(deps, offences=series(ALONE, LATER))
    deps.clock.instant = ON_THE_DAY_AFTER

    assert await of_facts(deps, one) == {"o1": ("barred", (), ())}
    assert await of_facts(deps, two) == {
        "o1": ("cannotTell", ("continuedOffence",), ("o2",)),
        "o2": ("running", (), ("o1",)),
    }
    deps.clock.instant = datetime(2034, 6, 20, 9, tzinfo=UTC)
    assert {state for state, _, _ in (await of_facts(deps, two)).values()} == {"barred"}


FIRST, BETWEEN, LAST = ("2002-06-01", "2002-06-01"), ("2006-01-01", "2006-01-01"), ("2015-06-01", "2015-06-01")


async def test_facts_between_which_the_whole_period_lies_are_no_continued_offence_unless_others_lie_between(deps: Deps) -> None:
    """The first is barred on 30 May 2012 at the latest, the second on 30 December 2015; whether the last is hangs on an act."""
    apart = await a_file(deps, offences=series(FIRST, LAST, offence="drugPossession"))
    carried = await a_file(deps, offences=series(FIRST, BETWEEN, LAST, offence="drugPossession"))

    open_for = {id_: (state, why) for id_, (state, why, _) in (await of_facts(deps, apart)).items()}
    assert open_for == {"o1": ("barred", ()), "o2": ("cannotTell", ("interruptingAct",))}
    open_for = {id_: why for id_, (_, why, _) in (await of_facts(deps, carried)).items()}
    assert open_for == {"o1": ("continuedOffence",), "o2": ("continuedOffence",), "o3": ("interruptingAct",)}


async def test_another_suspect_has_another_intent(deps: Deps) -> None:
    facts = series(ALONE, LATER)
    apart = [facts[0] | {"persons": ["s1"]}, facts[1] | {"persons": ["s2"]}]
    number = await a_file(deps, persons=TWO, offences=apart)
    deps.clock.instant = ON_THE_DAY_AFTER

    assert await of_facts(deps, number) == {"o1": ("barred", (), ()), "o2": ("running", (), ())}


async def test_a_fact_over_several_days_may_be_a_series_and_says_so(deps: Deps) -> None:
    number = await a_file(deps, offences=series(("2024-06-10", "2024-06-20")))
    deps.clock.instant = ON_THE_DAY_AFTER
    assert await of_facts(deps, number) == {"o1": ("cannotTell", ("committedUntil",), ("o1",))}

    view, *_ = limitation_views(await view_of(deps, number), deps.law.law, court_day(deps.clock.now()), hearings=(), services=())
    assert "eenheid van opzet: feiten onder één opzet verjaren samen" in view.beside
    assert "zegt de rechter" in view.beside
