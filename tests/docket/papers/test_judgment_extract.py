"""The extract of a judgment: for each addressee what is his, when it exists, and by the registry of the court that judged."""

from datetime import date

import pytest

from docket import papers
from docket.actions.judgments.lodge_remedy import lodge_remedy
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.errors import MissingScope, StateForbids
from docket.judgments import Ban, Confiscation, Penalty
from tests.builders import a_clerk, an_actor
from tests.docket.actions.hearing_world import a_registry
from tests.docket.actions.judgment_world import NAMED, PERSONS, before_court, convicting, decided, judge, judgment_of, on
from tests.docket.actions.test_judgments import appeal
from tests.docket.papers.paper_world import known, lacking, printed, refusal, wanted

KIND = "judgment_extract"
HEARD = {"s1": "adversary", "c1": "adversary"}
PRISON = Penalty(person="s1", kind="imprisonment", length=30, unit="month")
FINE = Penalty(person="s1", kind="fine", unit="euro", euro_cents=100_050)
CASH = Confiscation(person="s1", what="contant geld", euro_cents=500_000)
BAN = Ban(person="s1", length=5, unit="year", ports="haven van Antwerpen", motivated=True)


async def convicted(deps):
    number = await before_court(deps, persons=NAMED)
    await judge(deps, convicting(number, penalties=(PRISON, FINE), confiscations=(CASH,), bans=(BAN,)))
    return number


async def test_it_does_not_exist_before_the_judgment(deps):
    assert "pas na de uitspraak" in refusal(await known(deps, await before_court(deps), KIND), KIND)


async def test_for_the_prosecutor_general_it_is_the_whole_judgment_at_once(deps):
    words = printed(await known(deps, await convicted(deps), KIND), KIND, recipient="prosecutorGeneral")

    assert "Wetsbepaling → Art. 198 Sv.\nTe verzenden → ten laatste op 9 december 2026" in words
    assert "# An Volwassen (s1)" in words
    assert "# Bo Tweede (s2)" in words
    assert "– Gevangenisstraf: 30 maanden" in words
    assert "– Geldboete: 1.000,50 euro" in words
    assert "– Havenverbod: 5 jaar, haven van Antwerpen" in words


async def test_for_the_tax_office_it_is_what_is_to_be_paid_within_three_days_of_finality(deps, clock):
    number = await convicted(deps)
    early = await known(deps, number, KIND)
    assert "dit uittreksel bestaat pas daarna" in lacking(early, KIND, recipient="finance", person="s1")["vonnissen"]

    on(clock, date(2026, 12, 26))
    words = printed(await known(deps, number, KIND), KIND, recipient="finance", person="s1")

    assert "Aan → De FOD Financiën" in words
    assert "Art. 196/1 Sv." in words
    assert "– Geldboete: 1.000,50 euro" in words
    assert "– Verbeurdverklaring: contant geld (5.000 euro)" in words
    assert "Gevangenisstraf" not in words
    assert "Havenverbod" not in words
    assert "Tweede" not in words


async def test_for_the_office_for_seized_assets_it_is_what_was_confiscated(deps, clock):
    number = await convicted(deps)
    on(clock, date(2026, 12, 26))
    words = printed(await known(deps, number, KIND), KIND, recipient="seizedAssets", person="s1")

    assert "– Verbeurdverklaring: contant geld (5.000 euro)" in words
    assert "Geldboete" not in words
    assert "waarschijnlijk" in words, "the law data have no sure article for it"


async def test_addressee_and_convict_are_asked_and_nobody_else_gets_one(deps, clock):
    number = await convicted(deps)
    on(clock, date(2026, 12, 26))
    of = await known(deps, number, KIND)

    assert set(lacking(of, KIND)) == {"#recipient"}
    assert "An Volwassen" in lacking(of, KIND, recipient="finance")["#person"]
    assert "#person" in lacking(of, KIND, recipient="finance", person="s2")


async def test_no_extract_goes_out_without_who_it_is_about(deps, clock):
    nameless = [PERSONS[0] | {"count": 1, "age": 30}, PERSONS[1] | {"familyName": "Tweede", "count": None, "age": 30}, PERSONS[2]]
    number = await before_court(deps, persons=nameless)
    await judge(deps, convicting(number, penalties=(FINE,)))
    on(clock, date(2026, 12, 26))
    of = await known(deps, number, KIND)

    whole = " / ".join(one.what for one in papers.missing_of(papers.paper_of(KIND), of, wanted(KIND, recipient="prosecutorGeneral")))
    assert whole == "de naam van s1 / een enkele persoon achter s2: nu aantal niet gemeld"
    fine = [one.what for one in papers.missing_of(papers.paper_of(KIND), of, wanted(KIND, recipient="finance", person="s1"))]
    assert fine == ["de naam van s1", "het rijksregisternummer of de geboortedatum van s1"]


async def test_a_registry_makes_those_of_its_own_court_only(deps):
    number = await convicted(deps)
    first = (await judgment_of(deps, number)).id
    await lodge_remedy(appeal(number, 3, first), a_clerk(), deps)
    on_appeal = convicting(number, version=4, court="appealAntwerp", decided=decided(s1_o1="convicted", s1_o2="convicted"), manners=HEARD)
    second = (await judge(deps, on_appeal)).judgment

    def said(judgment):
        return MakeDocument(case_number=number, kind=KIND, typed={"recipient": "prosecutorGeneral", "judgment": judgment})

    assert (await make_document(said(first), a_registry(), deps)).document_id > 0
    with pytest.raises(StateForbids, match="eigen rechtbank"):
        await make_document(said(second), a_registry(), deps)
    assert (await make_document(said(second), a_clerk(), deps)).document_id > 0
    with pytest.raises(MissingScope):
        await make_document(said(first), an_actor("auditor"), deps)
