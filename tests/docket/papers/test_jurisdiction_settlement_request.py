"""The request to settle a conflict between judges: to the court that the seats lead to, with both decisions and reasons."""

from datetime import UTC, date, datetime

import msgspec

from docket.competence import Challenge, Ruling
from tests.builders import a_case
from tests.docket.actions.test_conflicts import raised, refused_offer
from tests.docket.papers.paper_world import known, lacking, printed, refusal

KIND = "jurisdiction_settlement_request"
GHENT, HASSELT = "eastFlandersDendermondeCorrectional", "limburgHasseltCorrectional"
BOTH = {
    "ownDecision": "beschikking 12/2026 die de zaak behoudt",
    "ownDecidedOn": "2026-11-20",
    "otherDecision": "beschikking 7/2026 die de zaak behoudt",
    "otherDecidedOn": "2026-11-21",
    "reasons": "Twee onderzoeksrechters zijn voor dezelfde feiten gevat.",
}


async def between_judges(deps, seat=GHENT, **facts):
    number = (await a_case(deps, **facts)).case_number
    await raised(deps, number, version=1, kind="positive", between="judges", seat=seat, track=0)
    return number


async def test_it_exists_only_while_two_judges_are_in_conflict(deps):
    without = (await a_case(deps, sender="a", externalId="a")).case_number
    offices = await refused_offer(deps)
    await raised(deps, offices)

    assert "er loopt geen bevoegdheidsgeschil" in refusal(await known(deps, without, KIND), KIND)
    assert "dat beslecht geen rechter" in refusal(await known(deps, offices, KIND), KIND)


async def test_seats_of_two_circuits_lead_to_the_court_of_cassation(deps):
    words = printed(await known(deps, await between_judges(deps), KIND), KIND, **BOTH)

    assert "Aan → Het Hof van Cassatie" in words
    assert "Wetsbepaling → Art. 525-527bis Sv. (regeling van rechtsgebied, art. 526)\n" in words
    assert "verzoekt het Hof van Cassatie het rechtsgebied te regelen" in words


async def test_seats_of_one_circuit_lead_to_its_court_of_appeal(deps):
    words = printed(await known(deps, await between_judges(deps, HASSELT), KIND), KIND, **BOTH)

    assert "Aan → Het hof van beroep Antwerpen" in words
    assert "Art. 540 Sv." in words


async def test_both_decisions_and_the_reasons_are_asked_at_once(deps):
    of = await known(deps, await between_judges(deps), KIND)

    assert set(lacking(of, KIND)) == {"#ownDecision", "#ownDecidedOn", "#otherDecision", "#otherDecidedOn", "#reasons"}
    assert set(lacking(of, KIND, **BOTH | {"otherDecidedOn": "2027-01-01"})) == {"#otherDecidedOn"}
    assert lacking(of, KIND, **BOTH) == {}


async def test_a_ruling_that_the_register_holds_is_not_asked_again(deps):
    of = await known(deps, await between_judges(deps), KIND)
    at = datetime(2026, 11, 24, tzinfo=UTC)
    ruling = Ruling(
        id=1, ruling="declined", court=GHENT, ruled_on=date(2026, 11, 21), ecli=None, remark=None, recorded_at=at, recorded_by="user:5"
    )
    challenge = Challenge(
        id=2,
        decision_seq=1,
        ordinal=0,
        track="ordinary",
        court=GHENT,
        raised_by="party",
        person="s1",
        ground="policy-court",
        raised_on=date(2026, 11, 20),
        before_court=GHENT,
        remark=None,
        recorded_at=at,
        recorded_by="user:5",
        rulings=(ruling,),
    )
    held = msgspec.structs.replace(of, challenges=(challenge,))

    assert set(lacking(held, KIND)) == {"#ownDecision", "#ownDecidedOn", "#reasons"}
    said = {name: BOTH[name] for name in ("ownDecision", "ownDecidedOn", "reasons")}
    assert "de rechter verklaart zich ambtshalve onbevoegd, van 21 november 2026." in printed(held, KIND, **said)


async def test_it_says_what_runs_and_that_nothing_stops(deps):
    words = printed(await known(deps, await between_judges(deps), KIND), KIND, **BOTH)

    assert "– Beschikking 12/2026 die de zaak behoudt, van 20 november 2026." in words
    assert "Bijlagen → 1. Beschikking 12/2026 die de zaak behoudt, 20 november 2026" in words
    assert "Het geschil stopt geen termijn." in words
    assert "Handtekening →\n" in words
