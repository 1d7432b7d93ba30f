"""The petition of appeal of the prosecution: while its clock runs, with grievances, and of a magistrate only."""

from datetime import date

import msgspec
import pytest

from docket import papers
from docket.actions.judgments.lodge_remedy import LodgeRemedy, lodge_remedy
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.papers.propose_document import ProposeDocument, propose_document
from docket.errors import DocketError, FactsMissing, StateForbids
from docket.worker.render_document import render_document
from tests.builders import a_clerk, a_prosecutor
from tests.docket.actions.judgment_world import NAMED, PERSONS, TODAY, before_court, convicting, judge, judgment_of, on
from tests.docket.papers.paper_world import known, lacking, printed, refusal, wanted

KIND = "appeal_petition"
LAST_DAY = date(2026, 12, 24)


async def judged(deps, **fields):
    number = await before_court(deps, **{"persons": NAMED} | fields)
    await judge(deps, convicting(number))
    return number


async def test_it_does_not_exist_before_there_is_a_judgment(deps):
    number = await before_court(deps)

    assert "er staat geen vonnis in het register" in refusal(await known(deps, number, KIND), KIND)


async def test_it_exists_from_the_judgment_to_the_last_day_and_not_a_day_longer(deps, clock):
    number = await judged(deps)

    assert refusal(await known(deps, number, KIND), KIND) == ""
    on(clock, LAST_DAY)
    assert refusal(await known(deps, number, KIND), KIND) == ""
    on(clock, date(2026, 12, 26))
    told = refusal(await known(deps, number, KIND), KIND)
    assert "is voorbij" in told
    assert "24 december 2026" in told


async def test_a_petition_that_was_made_in_time_is_not_proposed_after_the_last_day(deps, clock):
    number = await judged(deps)
    asked = await make_document(MakeDocument(case_number=number, kind=KIND, typed={"guilt": "Te licht."}), a_prosecutor(), deps)
    await render_document(asked.document_id, deps)
    on(clock, date(2026, 12, 26))

    with pytest.raises(StateForbids, match="24 december 2026"):
        await propose_document(ProposeDocument(case_number=number, document_id=asked.document_id), a_prosecutor(), deps)


async def test_the_last_day_is_told_to_whoever_makes_it(deps):
    number = await judged(deps)

    assert "ten laatste op 24 december 2026" in (papers.paper_of(KIND).remark(await known(deps, number, KIND)) or "")


async def test_without_a_grievance_it_is_not_made_and_who_was_not_judged_is_named(deps):
    number = await judged(deps)
    of = await known(deps, number, KIND)

    assert set(lacking(of, KIND)) == {"#guilt"}
    assert lacking(of, KIND, guilt="Te licht.", against=["s1", "c1"]) == {
        "#against": "een verdachte over wie de termijn loopt; c1 is er geen"
    }
    with pytest.raises(FactsMissing, match="vul eerst aan"):
        await make_document(MakeDocument(case_number=number, kind=KIND), a_prosecutor(), deps)


async def test_it_is_against_nobody_without_a_name_or_for_several(deps):
    number = await judged(deps, persons=[NAMED[0] | {"count": None}, NAMED[1] | {"familyName": None, "givenNames": None}, NAMED[2]])
    of = await known(deps, number, KIND)

    said = papers.missing_of(papers.paper_of(KIND), of, wanted(KIND, guilt="Te licht."))
    assert [(one.what, one.link) for one in said] == [
        ("een enkele persoon achter s1: nu aantal niet gemeld", "verbeteren#personen"),
        ("de naam van s2", "verbeteren#personen"),
    ]
    assert "s2" in lacking(of, KIND, guilt="Te licht.", against=["s2"])["verbeteren#personen"]


async def test_it_says_against_whom_what_and_until_when_and_nobody_has_signed(deps):
    number = await judged(deps)
    words = printed(
        await known(deps, number, KIND), KIND, against=["s2"], guilt="De vrijspraak van s2 miskent de beelden.", other="Kosten."
    )

    assert "Laatste dag → 24 december 2026 (Art. 203, § 1 Sv." in words
    assert "Bo Tweede (s2)" in words
    assert "Volwassen" not in words
    assert "| Onrechtmatig binnendringen in een havenfaciliteit / art. 546/1 Sw. (1867) |" not in words, "the facts are of the new Code"
    assert "Grief 1, over de beslissing over de schuld\nDe vrijspraak van s2 miskent de beelden." in words
    assert "Grief 2, over een andere beslissing\nKosten." in words
    assert "Bestemd voor → Hof van beroep Antwerpen" in words
    assert "Handtekening →\n" in words


async def test_a_minor_is_not_named_in_it(deps):
    persons = [
        PERSONS[0] | {"familyName": "Volwassen", "givenNames": "An", "count": 1, "minor": False},
        PERSONS[1] | {"familyName": "Jongeling", "givenNames": "Bo", "count": 1, "age": 16},
        PERSONS[2],
    ]
    number = await before_court(
        deps,
        persons=persons[:1] + persons[2:],
        offences=[{"id": "o1", "offence": "portIntrusion", "committedFrom": "2026-10-18", "place": "p1"}],
    )
    await judge(deps, convicting(number, decided=convicting(number).decided[:1], manners={"s1": "adversary", "c1": "adversary"}))
    of = await known(deps, number, KIND)
    adult = printed(of, KIND, penalty="Te licht.")
    report = msgspec.structs.replace(
        of.case.report,
        persons=tuple(msgspec.structs.replace(row, minor=True, age=None) if row.id == "s1" else row for row in of.case.report.persons),
    )
    minor = printed(msgspec.structs.replace(of, case=msgspec.structs.replace(of.case, report=report)), KIND, penalty="Te licht.")

    assert "An Volwassen (s1)" in adult
    assert "Volwassen" not in minor
    assert "Verdachte 1 (s1), is of kan minderjarig zijn: zonder naam" in minor


async def test_once_it_was_lodged_with_grievances_there_is_nothing_left_to_petition(deps):
    number = await judged(deps)
    found = await judgment_of(deps, number)

    async def lodge(version, grievances_on):
        command = LodgeRemedy(
            case_number=number,
            version=version,
            judgment=found.id,
            remedy="appeal",
            role="prosecution",
            person="",
            against=("s1", "s2"),
            lodged_on=TODAY,
            grievances_on=grievances_on,
        )
        await lodge_remedy(command, a_prosecutor(), deps)

    await lodge(3, TODAY)

    assert "al hoger beroep met grieven aangetekend" in refusal(await known(deps, number, KIND), KIND)


async def test_declared_without_grievances_the_petition_still_has_its_day(deps):
    number = await judged(deps)
    found = await judgment_of(deps, number)
    command = LodgeRemedy(
        case_number=number, version=3, judgment=found.id, remedy="appeal", role="prosecution", person="", against=("s1",), lodged_on=TODAY
    )
    await lodge_remedy(command, a_prosecutor(), deps)

    assert refusal(await known(deps, number, KIND), KIND) == ""


async def test_a_clerk_does_not_make_it(deps):
    number = await judged(deps)

    with pytest.raises(DocketError):
        await make_document(MakeDocument(case_number=number, kind=KIND, typed={"guilt": "Te licht."}), a_clerk(), deps)
    made = await make_document(MakeDocument(case_number=number, kind=KIND, typed={"guilt": "Te licht."}), a_prosecutor(), deps)
    assert made.document_id > 0
