"""A court without a statutory ground waits for a magistrate: nothing leaves before he records one, or takes the risk by name."""

from datetime import date
from typing import Any

import pytest

from docket.access import Actor, visibility
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.competence.confirm_competence import ConfirmCompetence, RecordedGround, TakenRisk, confirm_competence
from docket.actions.competence.rule_on_challenge import RuleOnChallenge, rule_on_challenge
from docket.actions.jurisdiction.decide_jurisdiction import TrackChoice
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.store import search, work_lists
from docket.worker.render_document import render_document
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_actor
from tests.docket.actions.reading import view_of
from tests.documents import reading

#: Of the intrusion in tests/builders.py: the left bank, hence the Antwerp court by policy alone.
RESIDENCE = RecordedGround(ground="residence", arrondissement="Antwerpen", facts="s1 woont te Antwerpen volgens het rijksregister")


async def a_magistrate(deps: Deps, office: str = "antwerpPort") -> Actor:
    account_id = await deps.pool.fetchval(
        "insert into accounts (kind, name, display_name, roles, office, created_at) "
        "values ('user', $1, 'Procureur Voorbeeld', '{prosecutor}', $2, $3) returning id",
        f"procureur-{office}",
        office,
        deps.clock.now(),
    )
    return a_prosecutor(office, account_id=account_id)


async def confirm(deps: Deps, number: str, by: Actor, answer: Any = RESIDENCE, *, version: int = 1, track: int = 0) -> None:
    await confirm_competence(ConfirmCompetence(case_number=number, version=version, track=track, answer=answer), by, deps)


async def refer(deps: Deps, number: str, version: int) -> None:
    await refer_case(ReferCase(case_number=number, version=version, tracks=(0,)), a_prosecutor(), deps)


async def test_a_file_by_policy_alone_is_decided_but_not_referred_before_a_magistrate_confirms_it(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    assert (await view_of(deps, number)).to_confirm == (0,)

    with pytest.raises(StateForbids, match=f"/dossiers/{number}/bevestigen"):
        await refer(deps, number, 1)
    await confirm(deps, number, await a_magistrate(deps))
    await refer(deps, number, 2)

    found = await view_of(deps, number)
    assert (found.to_confirm, found.current.referred_tracks) == ((), (0,))
    [said] = found.standing
    assert (said.kind, said.ground, said.arrondissement, said.decision_seq) == ("ground", "residence", "Antwerpen", 1)
    assert "art" in said.article.lower()
    entry = next(entry for entry in found.entries if entry.kind == "CompetenceConfirmed")
    assert entry.content["facts"] == RESIDENCE.facts


async def note_words(deps: Deps, number: str) -> tuple[str, int]:
    """The words of the jurisdiction note that holds, as the worker makes it, and how many notes there are."""
    notes = [line for line in (await view_of(deps, number)).documents if line.kind == "jurisdiction_note"]
    [present] = [line for line in notes if line.outdated_at is None]
    await render_document(present.id, deps)
    content = await deps.pool.fetchval("select bytes from documents where id = $1", present.id)
    return reading.words_of(content), len(notes)


async def test_a_confirmation_and_a_ruling_each_make_the_note_anew(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    before = await note_words(deps, number)

    magistrate = await a_magistrate(deps)
    await confirm(deps, number, magistrate)
    confirmed = await note_words(deps, number)
    challenge = ChallengeCompetence(
        case_number=number,
        version=2,
        track=0,
        raised_by="party",
        person="s1",
        ground="residence",
        raised_on=date(2026, 11, 24),
        before_court="antwerpCorrectional",
    )
    challenge_id = (await challenge_competence(challenge, magistrate, deps)).challenge_id
    upheld = RuleOnChallenge(
        case_number=number,
        version=3,
        challenge_id=challenge_id,
        ruling="upheld",
        court="antwerpCorrectional",
        ruled_on=date(2026, 11, 24),
    )
    await rule_on_challenge(upheld, magistrate, deps)
    ruled = await note_words(deps, number)

    assert [count for _, count in (before, confirmed, ruled)] == [1, 2, 3]
    assert "| te bevestigen / door een magistraat |" in before[0]
    assert f"| bevestigd / door gebruiker {magistrate.account_id} op 24 november 2026 |" in confirmed[0].replace(
        "prosecutor:", "gebruiker "
    )
    assert RESIDENCE.facts in confirmed[0] and "Procureur Voorbeeld" not in confirmed[0]
    assert "| te bevestigen / door een magistraat |" in ruled[0] and "betwisting aanvaard" in ruled[0]
    kinds = {entry.kind: entry.content for entry in (await view_of(deps, number)).entries}
    assert kinds["CompetenceConfirmed"]["documents"] == kinds["ChallengeRuled"]["documents"] == ["jurisdiction_note"]


async def test_a_file_with_a_statutory_ground_needs_no_confirmation(deps: Deps) -> None:
    number = (await a_case(deps, places=[{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}])).case_number

    assert (await view_of(deps, number)).to_confirm == ()
    with pytest.raises(StateForbids):
        await confirm(deps, number, await a_magistrate(deps))
    await refer(deps, number, 1)


async def test_a_clerk_does_not_confirm_and_who_does_not_see_the_file_finds_nothing(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    with pytest.raises(MissingScope):
        await confirm(deps, number, a_clerk())
    with pytest.raises(NotFound):
        await confirm(deps, number, await a_magistrate(deps, "limburgHasselt"))
    assert (await view_of(deps, number)).confirmations == ()


async def test_the_risk_is_taken_by_name_with_a_reason_and_never_by_a_program(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    magistrate = await a_magistrate(deps)
    program = Actor(account_id=magistrate.account_id, code="client:9", roles=magistrate.roles, office="antwerpPort", scopes=frozenset())

    with pytest.raises(BadInput):
        await confirm(deps, number, magistrate, TakenRisk(reason="  "))
    with pytest.raises(StateForbids):
        await confirm(deps, number, program, TakenRisk(reason="de griffie wacht"))
    await confirm(deps, number, magistrate, TakenRisk(reason="samenhang wordt nog onderzocht"))

    found = await view_of(deps, number)
    assert found.to_confirm == ()
    [said] = found.standing
    assert (said.kind, said.reason, said.account_id, said.confirmed_by) == (
        "risk",
        "samenhang wordt nog onderzocht",
        magistrate.account_id,
        magistrate.code,
    )
    assert [each.display_name for each in found.confirmers] == ["Procureur Voorbeeld"]
    assert "Procureur Voorbeeld" not in str(found.entries)


@pytest.mark.parametrize(
    ("answer", "where"),
    [
        ({"ground": "onbekend"}, "/answer/ground"),
        ({"arrondissement": "Oost-Vlaanderen"}, "/answer/arrondissement"),
        ({"arrondissement": None}, "/answer/arrondissement"),
        ({"facts": " "}, "/answer/facts"),
        ({"fact_path": "persons/s1/residence/municipality"}, "/answer/factPath"),
        ({"fact_path": "places/p9/text"}, "/answer/factPath"),
    ],
)
async def test_a_recorded_ground_is_one_of_the_law_for_the_arrondissement_of_the_court_on_facts_that_are_there(
    deps: Deps, answer: dict[str, Any], where: str
) -> None:
    number = (await a_case(deps)).case_number
    given = {name: getattr(RESIDENCE, name) for name in ("ground", "arrondissement", "facts", "fact_path")} | answer

    with pytest.raises(BadInput) as refusal:
        await confirm(deps, number, await a_magistrate(deps), RecordedGround(**given))

    assert where in {issue.name for issue in refusal.value.issues}


async def test_a_confirmation_stands_after_a_correction_that_routes_the_same(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await confirm(deps, number, await a_magistrate(deps))

    await amend_case(AmendCase(case_number=number, version=2, report=a_report(summary="Vijf personen."), reason="telling"), a_clerk(), deps)

    found = await view_of(deps, number)
    assert (found.to_confirm, found.current.seq) == ((), 2)
    assert [(each.decision_seq, each.ground) for each in found.confirmations] == [(1, "residence"), (2, "residence")]
    assert found.entries[-1].content["confirmationsLapsed"] == []
    await refer(deps, number, 3)


async def test_a_confirmation_lapses_when_the_rules_route_otherwise_and_the_entry_says_so(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await confirm(deps, number, await a_magistrate(deps))
    in_ghent = [{"id": "p1", "role": "scene", "port": "ghent", "municipality": "Gent"}]

    await amend_case(AmendCase(case_number=number, version=2, report=a_report(places=in_ghent), reason="plaats"), a_clerk(), deps)

    found = await view_of(deps, number)
    assert (found.to_confirm, found.standing) == ((0,), ())
    assert found.entries[-1].content["confirmationsLapsed"] == [0]
    with pytest.raises(StateForbids):
        await refer(deps, number, 3)


async def test_a_confirmation_lapses_when_the_fact_it_rests_on_is_no_longer_reported_so(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    answer = RecordedGround(ground="found", arrondissement="Antwerpen", facts="aangetroffen op het schip", fact_path="places/p1/text")
    await confirm(deps, number, await a_magistrate(deps), answer)
    elsewhere = [{"id": "p1", "role": "scene", "text": "MPET-terminal, kaai 1742, in de loods", "port": "antwerp", "quay": "1742"}]

    await amend_case(AmendCase(case_number=number, version=2, report=a_report(places=elsewhere), reason="plaats"), a_clerk(), deps)

    found = await view_of(deps, number)
    assert (found.to_confirm, found.entries[-1].content["confirmationsLapsed"]) == ((0,), [0])


async def test_a_court_that_a_person_chose_without_a_ground_is_to_confirm_and_his_earlier_confirmation_ends(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    magistrate = await a_magistrate(deps)
    await confirm(deps, number, magistrate)
    choice = TrackChoice(ordinal=0, prosecution_office="antwerpPort", court="limburgHasseltCorrectional")

    await override_decision(OverrideDecision(case_number=number, version=2, tracks=(choice,), reason="afspraak"), magistrate, deps)

    found = await view_of(deps, number)
    assert (found.to_confirm, found.standing) == ((0,), ())
    assert found.entries[-1].content["confirmationsLapsed"] == [0]
    with pytest.raises(StateForbids):
        await refer(deps, number, 3)


async def test_the_work_list_and_the_filter_hold_what_waits_for_confirmation_and_nothing_else(deps: Deps) -> None:
    waits = (await a_case(deps)).case_number
    confirmed = (await a_case(deps, noticeNumber="DE60.SP.001235/2026")).case_number
    await a_case(deps, places=[{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}])
    await confirm(deps, confirmed, await a_magistrate(deps))
    seen = visibility(a_clerk())

    today = court_day(deps.clock.now())

    [listed] = (await work_lists.to_confirm(deps.pool, a_clerk(), today)).items
    counted = await work_lists.counts(deps.pool, a_clerk(), today)

    assert (listed.case.case_number, [(track.ordinal, track.court) for track in listed.tracks]) == (waits, [(0, "antwerpCorrectional")])
    assert (counted["openTracks"], counted["toConfirm"]) == (0, 1)
    filtered = await search.list_cases(deps.pool, seen, search.CaseFilter(to_confirm=True))
    assert [line.case_number for line in filtered.items] == [waits]
    assert len((await search.list_cases(deps.pool, seen, search.CaseFilter(to_confirm=False))).items) == 2
    assert (await work_lists.to_confirm(deps.pool, an_actor("prosecutor", office="limburgHasselt"), today)).items == ()
