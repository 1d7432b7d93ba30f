"""The offer to the federal office: while an office exercises the action, with a summary and a reason, and what the register sees."""

import msgspec

from tests.builders import a_case
from tests.docket.actions.judgment_world import before_court, convicting, judge
from tests.docket.papers.paper_world import known, lacking, printed, refusal

KIND = "federal_offer"


async def test_what_is_before_a_court_is_offered_to_nobody(deps):
    number = await before_court(deps)
    await judge(deps, convicting(number))

    assert "wat aanhangig of geëindigd is" in refusal(await known(deps, number, KIND), KIND)


async def test_the_federal_office_is_not_offered_its_own_file(deps):
    of = await known(deps, (await a_case(deps)).case_number, KIND)
    held = msgspec.structs.replace(of, case=msgspec.structs.replace(of.case, holding_office="federal"))

    assert refusal(of, KIND) == ""
    assert "houdt dit dossier al" in refusal(held, KIND)


async def test_summary_and_reason_are_asked_and_the_summary_of_the_file_serves(deps):
    bare = await known(deps, (await a_case(deps, summary=None)).case_number, KIND)
    told = await known(deps, (await a_case(deps, sender="b", externalId="b", summary="Zes ton in een container.")).case_number, KIND)

    assert set(lacking(bare, KIND)) == {"#summary", "#reason"}
    assert set(lacking(told, KIND)) == {"#reason"}
    assert "# Samenvatting\nZes ton in een container.\n" in printed(told, KIND, reason="Drie landen.")


async def test_it_says_which_countries_and_which_organisation_the_register_sees(deps):
    number = (
        await a_case(
            deps,
            summary="Zes ton.",
            offences=[{"id": "o1", "offence": "criminalOrganisation", "committedFrom": "2026-05"}],
            persons=[{"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "residence": {"country": "NL"}}],
        )
    ).case_number
    words = printed(await known(deps, number, KIND), KIND, reason="Drie landen.")

    assert "– Plaatsen en woonplaatsen liggen in meer dan één land: België en Nederland." in words
    assert "– Onder de feiten is: criminele organisatie." in words
    assert "Tot uw beslissing blijft het bij dit parket." in words


async def test_facts_of_both_codes_show_the_articles_of_both(deps):
    number = (
        await a_case(
            deps,
            summary="Zes ton.",
            offences=[{"id": "o1", "offence": "criminalOrganisation", "committedFrom": "2026-08-01", "committedUntil": "2026-10-01"}],
        )
    ).case_number
    words = printed(await known(deps, number, KIND), KIND, reason="Drie landen.")

    [row] = [line for line in words.splitlines() if "Criminele organisatie" in line and line.startswith("|")]
    assert "art. 324ter, § 1 Sw. (1867)" in row
    assert "art. 407, 1° Sw. (2024)" in row
