"""The notice to the office for seized assets: value, decision, and for everybody told his own last day of recourse."""

from datetime import date

import msgspec

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
    "items": ["g3"],
    "decision": "alienation",
    "decidedBy": "procureur des Konings",
    "decidedOn": "2026-11-24",
    "reason": "De bewaring kost elke dag geld.",
    "persons": ["s1", "s2"],
    "notifiedOn": "2026-11-24",
    "articleText": "Art. 28octies. De tekst van het artikel.",
}


async def seized(deps, *seizures):
    return (await a_case(deps, seizures=seizures, persons=PEOPLE)).case_number


async def test_drugs_are_no_assets(deps):
    assert "geen in beslag genomen vermogensbestanddeel" in refusal(await known(deps, await a_file(deps, COCAINE), KIND), KIND)


async def sold(deps, *seizures, items=("g3",)):
    """A file in which a magistrate decided today that these are sold."""
    number = await seized(deps, *seizures)
    magistrate = await a_magistrate(deps)
    for item in items:
        await decided(deps, number, magistrate, decision="sell", item=item)
    return number


async def test_everything_that_the_article_asks_is_asked_at_once(deps):
    of = await known(deps, await sold(deps, CASH, CAR, items=("g3", "g4")), KIND)

    asked = {"#items", "#valueEur", "#decision", "#decidedBy", "#decidedOn", "#reason", "#persons", "#notifiedOn", "#articleText"}
    assert set(lacking(of, KIND)) == asked
    assert set(lacking(of, KIND, **SAID | {"items": ["g3", "g4"]}, valueEur=12000)) == {"#valueBasis"}
    assert set(lacking(of, KIND, **SAID)) == set(), "the register knows what cash is worth"
    assert set(lacking(of, KIND, **SAID | {"notifiedOn": "2026-11-20"})) == {"#notifiedOn"}
    assert set(lacking(of, KIND, **SAID | {"notifiedOn": "2026-11-25"})) == {"#notifiedOn"}, "nobody was told tomorrow"
    assert set(lacking(of, KIND, **SAID | {"persons": ["s9"], "items": ["g3", "g1"]})) == {"#items", "#persons"}
    assert set(lacking(of, KIND, **SAID | {"articleText": "Een andere tekst."})) == {"#articleText"}


async def test_only_what_the_register_holds_as_so_decided_is_told_of(deps):
    of = await known(deps, await sold(deps, CASH, CAR), KIND)

    both = lacking(of, KIND, **SAID | {"items": ["g3", "g4"]}, valueEur=9000, valueBasis="schatting")
    assert set(both) == {"goederen"}
    assert "(g4)" in both["goederen"]
    assert "(g3)" in lacking(of, KIND, **SAID | {"decision": "conservation"})["goederen"]
    assert "24 november 2026" in lacking(of, KIND, **SAID | {"decidedOn": "2026-11-23"})["#decidedOn"]


async def test_the_term_is_that_of_the_day_on_which_he_was_told(deps):
    of = await known(deps, await sold(deps, CASH), KIND)
    limit = of.law.time_limits.limits["saleRecourse"]
    [now] = limit.version
    day = date(2026, 12, 1)
    later = (msgspec.structs.replace(now, in_force_until=day), msgspec.structs.replace(now, in_force_from=day, length=40))
    limits = of.law.time_limits.limits | {"saleRecourse": msgspec.structs.replace(limit, version=later)}
    law = msgspec.structs.replace(of.law, time_limits=msgspec.structs.replace(of.law.time_limits, limits=limits))

    assert "| An Volwassen (s1) | 15 dagen |" in printed(msgspec.structs.replace(of, law=law), KIND, **SAID)


async def test_the_last_day_is_fifteen_days_on_and_fifteen_more_for_who_lives_abroad_and_no_minor_is_named(deps):
    words = printed(await known(deps, await sold(deps, CASH), KIND), KIND, **SAID)

    assert "| An Volwassen (s1) | 15 dagen | 9 december 2026 |" in words
    assert "| Verdachte 2 (s2), is of kan minderjarig zijn: zonder naam | 15 dagen, en 15 dagen meer" in words
    assert "| 24 december 2026 |" in words
    assert "Jongeling" not in words
    assert "Waarde samen → 8.000 euro (volgens het verslag)" in words
    assert "Wettelijke basis → Art. 28octies Sv. (zeker)" in words
    assert "De kennisgeving bevat de tekst van het artikel:\nArt. 28octies. De tekst van het artikel." in words


async def test_what_a_magistrate_decided_in_the_register_is_proposed_with_its_items(deps):
    proposed = papers.paper_of(KIND).proposed(await known(deps, await sold(deps, CASH, CAR), KIND), None)

    assert proposed["items"] == ["g3"]
    assert (proposed["decision"], str(proposed["decidedOn"])) == ("alienation", "2026-11-24")
