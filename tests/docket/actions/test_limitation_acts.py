"""What interrupts or suspends the limitation of an offence is entered, counts from then on, and no more once struck through."""

from datetime import date, timedelta

import pytest

from docket import timeline
from docket.access import Actor
from docket.actions.connected.join_cases import JoinCases, JoinedFile, join_cases
from docket.actions.connected.split_case import SplitCase, split_case
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.actions.oversight.verify_register import verify_register
from docket.actions.time_limits.enter_limitation_act import EnterLimitationAct, enter_limitation_act
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, Stale, StateForbids
from docket.limitation import LimitationAct, acts_of, limitation_of
from routing import Limitation
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor
from tests.docket.actions.reading import view_of

#: Five years of the law of then and the 122 days of 2020 end on 30 September 2022: barred, but for an interrupting act.
OLD = {"id": "o1", "offence": "drugPossession", "committedFrom": "2017-06-01"}
TODAY = date(2026, 11, 24)


async def a_file(deps: Deps, *offences: dict[str, str]) -> str:
    return (await a_case(deps, offences=list(offences or (OLD,)), persons=[{"id": "s1", "role": "suspect"}])).case_number


async def entered(deps: Deps, number: str, by: Actor | None = None, **fields: object) -> int:
    said = {"kind": "interruption", "on": date(2022, 1, 10), "act": "investigation", "paper": "PV 12"}
    if fields.get("kind", "interruption") != "interruption":
        said.pop("act")
    version = (await view_of(deps, number)).case.version
    command = EnterLimitationAct(**{"case_number": number, "version": version} | said | fields)
    return (await enter_limitation_act(command, by or a_clerk(), deps)).seq


async def suspended(deps: Deps, number: str, on: date, until: date | None = None, **fields: object) -> int:
    return await entered(deps, number, **{"kind": "suspension", "on": on, "until": until, "ground": "legalObstacle"} | fields)


async def struck(deps: Deps, number: str, seq: int) -> None:
    version = (await view_of(deps, number)).case.version
    await strike_entry(StrikeEntry(case_number=number, version=version, seq=seq, reason="verkeerd dossier"), a_clerk(), deps)


async def acts(deps: Deps, number: str) -> tuple[LimitationAct, ...]:
    return acts_of((await view_of(deps, number)).entries)


async def answer(deps: Deps, number: str, offence: str = "o1", provision: str = "DRUG1", today: date = TODAY) -> Limitation:
    found = await view_of(deps, number)
    row = next(row for row in found.case.report.offences if row.id == offence)
    told = limitation_of(row, acts_of(found.entries), deps.law.law, today=today, known_by=found.case.entered_on)
    return next(one for one in told if one.provision == provision)


async def test_an_act_of_before_28_april_2024_interrupts_and_struck_through_it_no_longer_counts(deps: Deps) -> None:
    number = await a_file(deps)
    assert (await answer(deps, number)).why_open == ("interruptingAct",)

    seq = await entered(deps, number)

    found = await answer(deps, number)
    # Carried to 9 January 2027, past 27 April 2024: the ten years of the present law, from the facts.
    assert (found.state, found.last_day) == ("running", date(2027, 5, 31))
    assert [step.said["day"] for step in found.steps if step.code == "interrupted"] == ["2022-01-10"]
    await struck(deps, number, seq)
    assert (await answer(deps, number)).why_open == ("interruptingAct",)
    [act] = await acts(deps, number)
    assert (act.counts, act.struck_reason) == (False, "verkeerd dossier")


async def test_an_act_outside_the_first_period_brings_nothing_however_many_there_are(deps: Deps) -> None:
    number = await a_file(deps, OLD | {"committedFrom": "2008-06-01"})
    # First period to 31 May 2013; an act of 2012 carries to 9 January 2017, and none of then carries any further.
    await entered(deps, number, on=date(2012, 1, 10))
    await entered(deps, number, on=date(2016, 12, 1))

    found = await answer(deps, number)

    assert (found.state, found.last_day) == ("barred", date(2018, 5, 30))


async def test_a_suspension_adds_its_days_and_an_open_one_every_day(deps: Deps) -> None:
    number = await a_file(deps, OLD | {"committedFrom": "2024-06-10", "id": "o1", "offence": "drugPossession"})
    assert (await answer(deps, number)).last_day == date(2034, 6, 9)
    await suspended(deps, number, date(2025, 1, 1), date(2025, 1, 31))
    # Ten of its days are in the first one already.
    await suspended(deps, number, date(2025, 1, 21), date(2025, 2, 10), ground="byLaw")
    assert (await answer(deps, number)).last_day == date(2034, 6, 9) + timedelta(days=40)

    seq = await suspended(deps, number, date(2026, 11, 15))
    for today, days in ((TODAY, 50), (TODAY + timedelta(days=5), 55)):
        assert (await answer(deps, number, today=today)).last_day == date(2034, 6, 9) + timedelta(days=days)
    await entered(deps, number, kind="resumption", on=date(2026, 11, 20), suspension=seq)
    assert (await answer(deps, number)).last_day == date(2034, 6, 9) + timedelta(days=45)
    with pytest.raises(StateForbids, match="al gedaan op 20/11/2026"):
        await entered(deps, number, kind="resumption", on=date(2026, 11, 21), suspension=seq)
    assert (await verify_register(deps))[0] == []


async def test_a_suspension_of_before_28_april_2024_keeps_alive_under_the_former_law_and_is_a_second_reading_under_the_present(
    deps: Deps,
) -> None:
    number = await a_file(deps)
    # 31 May 2022 and the 122 days of 2020 and 600 days more: past 27 April 2024 (30 September 2022 + 600 days = 22 May 2024).
    await suspended(deps, number, date(2020, 9, 1), date(2020, 9, 1) + timedelta(days=600))

    found = await answer(deps, number)

    assert (found.state, found.last_day) == ("running", date(2027, 5, 31))
    assert [one.due_on for one in found.other] == [date(2027, 5, 31) + timedelta(days=722)]


async def test_an_act_counts_for_the_offences_it_names_and_without_any_for_those_of_that_day(deps: Deps) -> None:
    number = await a_file(deps, OLD, OLD | {"id": "o2"})
    await entered(deps, number, offences=("o2",))
    assert [(await answer(deps, number, one)).state for one in ("o1", "o2")] == ["cannotTell", "running"]

    await entered(deps, number, act="prosecution", paper="vordering")

    assert (await answer(deps, number)).state == "running"
    assert [act.offences for act in await acts(deps, number)] == [("o2",), ("o1", "o2")]


@pytest.mark.parametrize(
    ("fields", "name", "says"),
    [
        ({"on": date(2024, 4, 28)}, "/on", "Sinds 28/04/2024"),
        ({"on": date(2017, 5, 31)}, "/on", "vóór de feiten"),
        ({"act": None}, "/act", "daad van onderzoek of"),
        ({"paper": " "}, "/paper", "stuk"),
        ({"offences": ("o9",)}, "/offences", "geen feit o9"),
        ({"kind": "suspension", "on": TODAY + timedelta(days=1), "ground": "byLaw"}, "/on", "tot en met vandaag"),
        ({"kind": "suspension", "on": date(2025, 1, 1)}, "/ground", "grond"),
        ({"kind": "suspension", "on": date(2025, 1, 1), "ground": "byLaw", "until": date(2025, 1, 1)}, "/until", "na de eerste dag"),
        ({"kind": "resumption", "on": date(2025, 1, 1), "suspension": 1}, "/suspension", "registerlijn"),
    ],
)
async def test_what_cannot_be_is_refused_beside_its_field(deps: Deps, fields: dict[str, object], name: str, says: str) -> None:
    number = await a_file(deps)
    with pytest.raises(BadInput) as refusal:
        await entered(deps, number, **fields)

    assert [(issue.name, says in issue.detail) for issue in refusal.value.issues] == [(name, True)]
    assert await acts(deps, number) == ()


async def test_only_the_office_enters_it_on_the_version_that_it_saw(deps: Deps) -> None:
    number = await a_file(deps)
    with pytest.raises(MissingScope):
        await entered(deps, number, an_actor("auditor", office=None))
    with pytest.raises(NotFound):
        await entered(deps, number, a_clerk("brussels"))
    with pytest.raises(Stale):
        await entered(deps, number, version=7)


async def test_the_timeline_tells_it_in_words(deps: Deps) -> None:
    number = await a_file(deps)
    await entered(deps, number)
    seq = await suspended(deps, number, date(2025, 1, 1))
    await entered(deps, number, kind="resumption", on=date(2025, 2, 1), suspension=seq)

    lines = timeline.lines_of((await view_of(deps, number)).entries, deps.law.law)[-3:]

    assert [line.group for line in lines] == ["limits"] * 3
    assert [line.may_be_struck for line in lines] == [True] * 3
    assert [line.text for line in lines] == [
        "Verjaring gestuit. Daad van onderzoek van 10/01/2022. Feiten: o1. Stuk: PV 12.",
        "Verjaring geschorst. Vanaf 01/01/2025, tot ze weer loopt. "
        "Grond: een wettelijk beletsel om de strafvordering in te stellen (art. 24 V.T.Sv.). Feiten: o1. Stuk: PV 12.",
        f"Verjaring loopt weer. Geschorst op 01/01/2025 (registerlijn {seq}). Loopt weer vanaf 01/02/2025. Stuk: PV 12.",
    ]


async def test_an_offence_takes_along_what_interrupted_it_when_its_file_is_joined_and_parted(deps: Deps) -> None:
    lead, other = await a_file(deps), await a_file(deps)
    seq = await entered(deps, other)
    open_since = await suspended(deps, other, date(2026, 1, 1))
    version = (await view_of(deps, lead)).case.version
    joinder = JoinCases(
        case_number=lead,
        version=version,
        files=(JoinedFile(case_number=other),),
        ground="sameFacts",
        limb="indivisible",
        reason="een feit",
    )
    await join_cases(joinder, a_prosecutor(), deps)

    act, still = await acts(deps, lead)
    [brought] = act.offences
    assert (act.on, act.from_case, brought != "o1", still.offences) == (date(2022, 1, 10), other, True, (brought,))
    assert [(await answer(deps, lead, one)).state for one in ("o1", brought)] == ["cannotTell", "running"]
    with pytest.raises(StateForbids, match="gevoegd"):
        await entered(deps, other)

    await struck(deps, lead, act.seq)
    await entered(deps, lead, kind="resumption", on=date(2026, 3, 1), suspension=still.seq)
    undone = UnjoinCase(case_number=other, version=(await view_of(deps, other)).case.version, reason="toch niet")
    await unjoin_case(undone, a_prosecutor(), deps)

    first, second = await acts(deps, other)
    assert (first.seq, first.counts, second.seq, second.until) == (seq, False, open_since, date(2026, 3, 1))
    assert (await verify_register(deps))[0] == []


async def test_an_offence_that_is_split_off_takes_along_what_interrupted_it(deps: Deps) -> None:
    number = await a_file(deps, OLD, OLD | {"id": "o2"})
    await entered(deps, number)
    version = (await view_of(deps, number)).case.version
    split = SplitCase(
        case_number=number,
        version=version,
        persons={},
        offences={"o2": "leaves"},
        seizures={},
        ground="samePerpetrators",
        limb="2a",
        reason="apart",
    )
    new = (await split_case(split, a_prosecutor(), deps)).new_case_number

    [act] = await acts(deps, new)
    assert (act.offences, act.from_case) == (("o2",), number)
    assert (await answer(deps, new, "o2")).state == "running"
