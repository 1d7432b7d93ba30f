"""The notice to the office for seized assets: value, decision, and for everybody told his own last day of recourse."""

from docket import papers
from tests.builders import a_case
from tests.docket.actions.test_confirm_competence import a_magistrate
from tests.docket.actions.test_seized_items import CASH, COCAINE, a_file, decided
from tests.docket.papers.paper_world import known, lacking, printed, refusal

KIND = "coiv_notice"
CAR = {"id": "g4", "kind": "vehicle", "note": "een oldtimer"}
PEOPLE = [
    {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "familyName": "Volwassen", "givenNames": "An", "minor": False},
    {
        "id": "s2",
        "role": "suspect",
        "kind": "natural",
        "count": 1,
        "familyName": "Jongeling",
        "givenNames": "Bo",
        "minor": True,
        "residence": {"country": "NL"},
    },
]
SAID = {
    "decision": "alienation",
    "decidedBy": "procureur des Konings",
    "decidedOn": "2026-11-23",
    "reason": "De bewaring kost elke dag geld.",
    "persons": ["s1", "s2"],
    "notifiedOn": "2026-11-24",
    "articleText": "De tekst van het artikel.",
}


async def seized(deps, *seizures):
    return (await a_case(deps, seizures=seizures, persons=PEOPLE)).case_number


async def test_drugs_are_no_assets(deps):
    assert "geen in beslag genomen vermogensbestanddeel" in refusal(await known(deps, await a_file(deps, COCAINE), KIND), KIND)


async def test_everything_that_the_article_asks_is_asked_at_once(deps):
    of = await known(deps, await seized(deps, CASH, CAR), KIND)

    asked = {"#valueEur", "#decision", "#decidedBy", "#decidedOn", "#reason", "#persons", "#notifiedOn", "#articleText"}
    assert set(lacking(of, KIND)) == asked
    assert set(lacking(of, KIND, **SAID, valueEur=12000)) == {"#valueBasis"}
    assert set(lacking(of, KIND, **SAID, items=["g3"])) == set(), "the register knows what cash is worth"
    assert set(lacking(of, KIND, **SAID | {"notifiedOn": "2026-11-20"}, items=["g3"])) == {"#notifiedOn"}
    assert set(lacking(of, KIND, **SAID | {"persons": ["s9"]}, items=["g3", "g1"])) == {"#items", "#persons"}


async def test_the_last_day_is_fifteen_days_on_and_fifteen_more_for_who_lives_abroad_and_no_minor_is_named(deps):
    words = printed(await known(deps, await seized(deps, CASH), KIND), KIND, **SAID)

    assert "| An Volwassen (s1) | 15 dagen | 9 december 2026 |" in words
    assert "| Verdachte 2 (s2), is of kan minderjarig zijn: zonder naam | 15 dagen, en 15 dagen meer" in words
    assert "| 24 december 2026 |" in words
    assert "Jongeling" not in words
    assert "Waarde samen → 8.000 euro (volgens het verslag)" in words
    assert "Wettelijke basis → Art. 28octies Sv. (zeker)" in words
    assert "De kennisgeving bevat de tekst van het artikel:\nDe tekst van het artikel." in words


async def test_what_a_magistrate_decided_in_the_register_is_proposed(deps):
    number = await seized(deps, CASH)
    await decided(deps, number, await a_magistrate(deps), decision="sell", item="g3")
    proposed = papers.paper_of(KIND).proposed(await known(deps, number, KIND), None)

    assert (proposed["decision"], str(proposed["decidedOn"])) == ("alienation", "2026-11-24")
