"""The law in force, a file on another day and a decision decided again, as people look at them."""

from datetime import date

from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.competence.rule_on_challenge import RuleOnChallenge, rule_on_challenge
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.deps import Deps
from tests.builders import a_case, a_prosecutor
from tests.docket.actions.test_confirm_competence import a_magistrate, confirm
from tests.docket.enacting import enact, other_law, renamed_law
from tests.docket.web.conftest import Enter


async def test_the_law_in_force_is_shown_with_who_enacted_it_and_its_history(enter: Enter, deps: Deps) -> None:
    clerk = await enter("clerk")
    await clerk.open("/recht/geldend")
    first = clerk.text
    newer = other_law()
    await enact(newer, deps, on=date(2026, 12, 1))
    await clerk.open("/recht/geldend")

    assert deps.law.digest in first
    assert "het register zelf" in first
    assert "er ligt geen ontwerp klaar" in first
    assert "Sinds 01/12/2026" in clerk.text
    assert newer.digest in clerk.text
    assert "ontwerp van een volgend wetspakket" in clerk.text
    assert "24/11/2026" in clerk.text


async def test_titles_on_every_screen_are_those_of_the_law_in_force(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await confirm(deps, number, await a_magistrate(deps))
    await enact(renamed_law(), deps, on=date(2026, 12, 1))
    prosecutor = await enter("prosecutor")

    seen = {}
    for address in ("", "/overdragen", "/verbanden", "/betwisten"):
        await prosecutor.open(f"/dossiers/{number}{address}")
        seen[address] = prosecutor.text
    for address in ("/dossiers", "/nieuw", "/account"):
        await prosecutor.open(address)
        seen[address] = prosecutor.text

    for address in ("", "/dossiers", "/account"):
        assert "Havenparket Scheldemonding" in seen[address], address
    for address in ("", "/dossiers", "/betwisten"):
        assert "Havenstrafrechtbank Antwerpen" in seen[address], address
    for address in ("", "/nieuw"):
        assert "Binnendringing van een haventerrein" in seen[address], address
    assert "Maritiem parket" in seen["/overdragen"]
    assert "maritimeOffice" not in " ".join(seen.values())
    assert "Correctionele rechtbank Antwerpen, afdeling Antwerpen" not in " ".join(seen.values())


async def test_entries_about_competence_name_grounds_by_their_title(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    magistrate = await a_magistrate(deps)
    await confirm(deps, number, magistrate)
    challenge = {"track": 0, "raised_by": "party", "person": "s1", "raised_on": date(2026, 11, 24), "before_court": "antwerpCorrectional"}
    challenges = []
    for version, ground in ((2, "residence"), (3, "policy-court")):
        command = ChallengeCompetence(case_number=number, version=version, ground=ground, **challenge)
        challenges.append((await challenge_competence(command, magistrate, deps)).challenge_id)
    ruling = {"ruling": "rejected", "court": "antwerpCorrectional", "ruled_on": date(2026, 11, 24)}
    await rule_on_challenge(RuleOnChallenge(case_number=number, version=4, challenge_id=challenges[0], **ruling), magistrate, deps)
    prosecutor = await enter("prosecutor")

    await prosecutor.open(f"/dossiers/{number}")

    assert "Opgetekende grond voor het arrondissement Antwerpen: verblijfplaats van een verdachte (" in prosecutor.text
    assert "betwiste grond: verblijfplaats van een verdachte" in prosecutor.text
    assert "betwiste grond: beleid, zonder wettelijke grond" in prosecutor.text
    assert "24/11/2026; grond: verblijfplaats van een verdachte" in prosecutor.text


async def test_a_file_is_shown_by_the_law_of_another_day_beside_what_is_stored(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await enact(other_law(), deps, on=date(2027, 1, 1))
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}")
    assert f"/dossiers/{number}/op-datum" in clerk.page.text
    await clerk.open(f"/dossiers/{number}/op-datum")
    assert "Er wordt niets bewaard" in clerk.text

    await clerk.open(f"/dossiers/{number}/op-datum?dag=01/01/2027&wet=")
    later = clerk.text
    await clerk.open(f"/dossiers/{number}/op-datum?dag=2026-11-20&wet={deps.law.digest}")

    assert "Volgens het recht van 01/01/2027" in later
    assert "Beleid: eerst Stroomplan" in later
    assert "geeft hetzelfde antwoord" in clerk.text
    assert "het pakket dat u koos" in clerk.text
    assert 'value="20/11/2026"' in clerk.page.text


async def test_a_day_that_is_none_and_a_pack_that_is_not_kept_are_named_beside_their_field(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    clerk = await enter("clerk")
    day = await clerk.open(f"/dossiers/{number}/op-datum?dag=31/02/2026")
    pack = await clerk.open(f"/dossiers/{number}/op-datum?dag=01/01/2026&wet={'0' * 64}")

    assert (day.status_code, pack.status_code) == (400, 400)
    assert "Dit is geen dag" in day.text
    assert "geen wetspakket bewaard" in pack.text


async def test_a_decision_is_decided_again_on_screen_also_one_that_a_magistrate_changed(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    choice = TrackChoice(ordinal=0, prosecution_office="antwerp", court="antwerpCorrectional")
    await override_decision(OverrideDecision(case_number=number, version=1, tracks=(choice,), reason="x"), a_prosecutor(), deps)
    clerk = await enter("clerk")
    await clerk.open(f"/dossiers/{number}/beslissingen/2/opnieuw")
    chosen = clerk.text
    missing = await clerk.open(f"/dossiers/{number}/beslissingen/3/opnieuw")
    async with deps.pool.acquire() as connection:
        await connection.execute("update decisions set result = jsonb_set(result, '{scope}', '\"outside\"') where seq = 1")
    await clerk.open(f"/dossiers/{number}/beslissingen/1/opnieuw")

    assert "Dezelfde bytes" in chosen
    assert "zijn keuze is teruggezet" in chosen
    assert missing.status_code == 404
    assert "Andere bytes" in clerk.text
    assert "Aard van het dossier: eerst buiten de havencriminaliteit" in clerk.text


async def test_who_may_not_read_a_file_sees_it_on_no_other_day_either(enter: Enter, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    elsewhere = await enter("clerk", office="limburgHasselt")

    for address in ("op-datum", "op-datum?dag=01/01/2026", "beslissingen/1/opnieuw"):
        assert (await elsewhere.open(f"/dossiers/{number}/{address}")).status_code == 404
