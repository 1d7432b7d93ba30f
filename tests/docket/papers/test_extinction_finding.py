"""The end of the criminal action is found by one cause of the dated list, with its proof; limitation only where nothing leaves it open."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from docket.papers import paper_of
from tests.docket.papers import offices

S1, S1_HURT, S2 = ("s1", "o1"), ("s1", "o2"), ("s2", "o1")
DEAD = {"cause": "death", "positions": ("s1/o1", "s1/o2"), "event_on": date(2026, 11, 1), "paper": "akte nr. 12 van 3 november 2026"}
#: An offence whose limit of ten years has passed, under the present law alone.
LATER = datetime(2037, 6, 1, 9, tzinfo=UTC)


def facts(**changes):
    [first, _] = offices.report().offences
    said = {"offence": "hacking", "committed_from": "2025-01-10", "committed_until": "2025-01-10"} | changes
    return offices.report(offences=(msgspec.structs.replace(first, **said),))


def test_a_death_ends_the_action_against_the_dead_alone(law):
    said = offices.words("extinction_finding", offices.known(law), **DEAD)

    assert "vervallen door: overlijden van de verdachte" in said
    assert "Rechtsgrond → Art. 20 V.T.Sv. (zeker)" in said
    assert "Dag van de oorzaak → 1 november 2026" in said
    assert "Stuk → akte nr. 12 van 3 november 2026" in said
    assert "# Wat niet vervalt" in said
    assert "– Verdachte 2 (s2), minderjarig, misdrijf 1 (invoer van verdovende middelen): opsporingsonderzoek" in said
    assert "Kleinveld" not in said


def test_the_cause_and_paper_that_were_entered_are_not_typed_again(law):
    paper = {"kind": "deathCertificate", "number": "12", "datedOn": "2026-11-03"}
    line = offices.entered(5, "extinguished", [S1, S1_HURT], before="investigation", after="closed", cause="death", paper=paper)
    file = offices.known(law, stands={S1: "closed", S1_HURT: "closed"}, lines=(line,))

    said = offices.words("extinction_finding", file, event_on=date(2026, 11, 1))
    assert "Stuk → akte van overlijden nr. 12 van 3 november 2026" in said
    assert "Ingeschreven op → 24 november 2026" in said


@pytest.mark.parametrize(("person", "cause"), [("legal", "death"), ("natural", "dissolution")])
def test_only_a_natural_person_dies_and_only_a_legal_one_is_dissolved(law, person, cause):
    file = offices.known(law, offices.with_person("s1", kind=person))

    found = offices.lacks("extinction_finding", file, **DEAD | {"cause": cause})
    assert offices.fields(found) == ["#positions"]
    assert "verdachte 1 (s1)" in found[0].what


def test_a_breach_of_the_reasonable_time_before_28_april_2024_ended_nothing(law):
    said = {"cause": "reasonableTime", "paper": "vonnis"}

    found = offices.lacks("extinction_finding", offices.known(law), event_on=date(2024, 4, 27), **said)
    assert offices.fields(found) == ["#eventOn"]
    assert offices.lacks("extinction_finding", offices.known(law), event_on=date(2024, 4, 28), **said) == ()


def test_a_cause_needs_its_day_and_its_proof(law):
    found = offices.lacks("extinction_finding", offices.known(law), cause="amnesty")

    assert offices.fields(found) == ["#eventOn", "#paper"]


def test_a_settlement_ends_nothing_where_none_was_offered(law):
    assert offices.fields(offices.lacks("extinction_finding", offices.known(law), cause="settlementPaid")) == ["#positions"]


def test_limitation_comes_with_the_sum_of_the_register(law):
    file = offices.known(law, facts(), at=LATER)

    said = offices.words("extinction_finding", file, cause="limitation")
    assert "9 januari 2035" in said
    assert "10 jaar" in said
    assert "Art. 21 V.T.Sv., zoals vervangen bij de wet van 9 april 2024; zeker" in said
    assert "Dag van de oorzaak" not in said


def test_limitation_that_still_runs_is_not_found_and_its_last_day_is_told(law):
    file = offices.known(law, facts(), at=datetime(2030, 6, 1, 9, tzinfo=UTC))

    found = offices.lacks("extinction_finding", file, cause="limitation")
    assert [one.what for one in found] == ["een verstreken verjaring van misdrijf 1: zij loopt tot 9 januari 2035"]
    assert offices.fields(found) == ["termijnen"]


def test_a_day_of_the_facts_that_is_not_known_leaves_limitation_open(law):
    file = offices.known(law, facts(committed_from=None, committed_until=None), at=LATER)

    found = offices.lacks("extinction_finding", file, cause="limitation")
    assert ("voor de verjaring van misdrijf 1: de eerste dag van de feiten", "verbeteren#feiten") in {(one.what, one.link) for one in found}


def test_what_is_past_from_the_first_possible_day_but_not_from_the_last_is_not_found(law):
    """Hacking, between 2011 and 2013: under the former law at most twice five years, and its end depends on the day of the facts."""
    act = {"actedOn": "2013-06-12", "interruptingAct": "investigation", "provenBy": "PV", "ofOffences": ["o1"], "version": 2}
    line = offices.Line(seq=4, kind="LimitationInterrupted", content=act)

    first, whole = (offices.known(law, facts(committed_from="2011", committed_until=last), lines=(line,)) for last in (None, "2013"))
    assert offices.lacks("extinction_finding", first, cause="limitation") == ()
    found = offices.lacks("extinction_finding", whole, cause="limitation")
    assert offices.fields(found) == ["termijnen"]


def test_limitation_stands_still_once_the_trial_court_has_the_case(law):
    line = offices.entered(4, "summonDirectly", [S1, S2], before="investigation", after="trialCourt", on=date(2026, 3, 2))
    file = offices.known(law, facts(), at=LATER, status="trialCourt", lines=(line,))

    found = offices.lacks("extinction_finding", file, cause="limitation")
    assert any("staat stil sinds de rechter ten gronde de zaak heeft" in one.what for one in found)


def test_the_form_offers_the_causes_of_the_day(law):
    assert "reasonableTime" in paper_of("extinction_finding").choices(offices.known(law))["cause"]
    before = offices.known(law, at=datetime(2024, 4, 1, 9, tzinfo=UTC))
    assert "reasonableTime" not in paper_of("extinction_finding").choices(before)["cause"]


@pytest.mark.parametrize(
    ("status", "says"), [("joined", "gevoegd"), ("closed", "loopt voor niemand meer"), ("final", "loopt voor niemand meer")]
)
def test_where_the_action_is_over_nothing_ends(law, status, says):
    assert says in (offices.refused("extinction_finding", offices.known(law, status=status)) or "")


def test_without_a_cause_nothing_is_found(law):
    assert offices.fields(offices.lacks("extinction_finding", offices.known(law))) == ["#cause"]
