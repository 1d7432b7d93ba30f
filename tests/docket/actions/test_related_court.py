"""A file that names another knows its court only where a statutory ground carries it: found by the rules, or recorded."""

from datetime import date
from typing import Any

from docket.access import visibility
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.competence.confirm_competence import TakenRisk
from docket.actions.competence.rule_on_challenge import RuleOnChallenge, rule_on_challenge
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.deps import Deps
from docket.store import cases as store
from routing import RelatedCase
from tests.builders import a_case, a_clerk, a_prosecutor, a_report
from tests.docket.actions.test_confirm_competence import a_magistrate, confirm

#: There the Antwerp court has a statutory ground by the rules.
RIGHT_BANK = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}]


def naming(number: str, **fields: Any) -> Any:
    return a_report(relatedCases=[{"caseNumber": number, "ground": "samePerpetrators"}], **fields)


def in_concert(number: str, **fields: Any) -> Any:
    """The tie that tells its limb by itself."""
    return a_report(relatedCases=[{"caseNumber": number, "ground": "priorConcert"}], **fields)


async def known_of(deps: Deps, number: str) -> tuple[str | None, str | None]:
    """The court of a related file as a new registration and as a correction learn it."""
    registered = await a_case(deps, naming(number))
    found = await related_of(deps, registered.case_number)
    corrected = naming(number, summary="Zes personen.")
    await amend_case(AmendCase(case_number=registered.case_number, version=1, report=corrected, reason="telling"), a_clerk(), deps)
    return found.court, (await related_of(deps, registered.case_number)).court


async def related_of(deps: Deps, number: str) -> RelatedCase:
    snapshot = await store.snapshot(deps.pool, number, visibility(a_clerk()))
    assert snapshot is not None
    [found] = snapshot.facts.related
    return found


async def test_a_court_that_the_rules_ground_in_statute_is_known_to_a_related_file(deps: Deps) -> None:
    number = (await a_case(deps, places=RIGHT_BANK)).case_number

    assert await known_of(deps, number) == ("antwerpCorrectional", "antwerpCorrectional")


async def test_a_court_by_policy_alone_is_not_known_to_a_related_file(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    assert await known_of(deps, number) == (None, None)


async def test_a_ground_that_a_magistrate_recorded_makes_the_court_known_to_a_related_file(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await confirm(deps, number, await a_magistrate(deps))

    assert await known_of(deps, number) == ("antwerpCorrectional", "antwerpCorrectional")


async def test_a_court_on_an_accepted_risk_alone_stays_unknown_to_a_related_file(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await confirm(deps, number, await a_magistrate(deps), TakenRisk(reason="samenhang wordt onderzocht"))

    assert await known_of(deps, number) == (None, None)


async def test_a_court_that_was_ruled_against_is_not_known_to_a_related_file(deps: Deps) -> None:
    number, by = (await a_case(deps, places=RIGHT_BANK)).case_number, a_prosecutor()
    said = {"track": 0, "raised_by": "court", "person": None, "ground": "place-of-offence", "before_court": "antwerpCorrectional"}
    challenge = ChallengeCompetence(case_number=number, version=1, raised_on=date(2026, 11, 24), **said)  # type: ignore[arg-type]
    challenge_id = (await challenge_competence(challenge, by, deps)).challenge_id
    ruling = RuleOnChallenge(
        case_number=number,
        version=2,
        challenge_id=challenge_id,
        ruling="declined",
        court="antwerpCorrectional",
        ruled_on=date(2026, 11, 24),
    )
    await rule_on_challenge(ruling, by, deps)

    assert await known_of(deps, number) == (None, None)


async def test_two_files_that_rest_on_each_other_give_neither_a_ground(deps: Deps) -> None:
    first = (await a_case(deps, places=RIGHT_BANK)).case_number
    second = (await a_case(deps, in_concert(first))).case_number
    await amend(deps, first, 1, in_concert(second, places=RIGHT_BANK))
    assert await grounds_of(deps, second) == ("connexity",)

    await amend(deps, first, 2, in_concert(second))
    await amend(deps, second, 1, in_concert(first, summary="Zes personen."))

    assert (await related_of(deps, first)).court is None
    assert await grounds_of(deps, first) == ()
    assert (await related_of(deps, second)).court is None
    assert await grounds_of(deps, second) == ()


async def test_a_court_that_a_file_has_by_another_one_alone_is_not_handed_on_to_a_third(deps: Deps) -> None:
    first = (await a_case(deps, places=RIGHT_BANK)).case_number
    second = (await a_case(deps, in_concert(first))).case_number
    assert await grounds_of(deps, second) == ("connexity",)

    assert await known_of(deps, second) == (None, None)


async def test_a_court_of_its_own_stays_known_where_the_file_is_tied_to_another_too(deps: Deps) -> None:
    first = (await a_case(deps, places=RIGHT_BANK)).case_number
    second = (await a_case(deps, in_concert(first, places=RIGHT_BANK))).case_number
    assert "connexity" in await grounds_of(deps, second)

    assert await known_of(deps, second) == ("antwerpCorrectional", "antwerpCorrectional")


async def test_a_ground_that_speaks_for_another_division_of_the_court_is_one_of_its_own(deps: Deps) -> None:
    """Art. 88, § 2 Ger.W.: the wrong division inside one court is no incompetence."""
    lives = {"id": "s1", "role": "suspect", "kind": "natural", "count": 1, "minor": False, "residence": {"municipality": "Mechelen"}}
    number = (await a_case(deps, persons=[lives])).case_number
    assert await grounds_of(deps, number) == ("residence",)

    assert await known_of(deps, number) == ("antwerpCorrectional", "antwerpCorrectional")


async def amend(deps: Deps, number: str, version: int, report: Any) -> None:
    await amend_case(AmendCase(case_number=number, version=version, report=report, reason="telling"), a_clerk(), deps)


async def grounds_of(deps: Deps, number: str) -> tuple[str, ...]:
    """The statutory grounds for the court of the ordinary track."""
    snapshot = await store.snapshot(deps.pool, number, visibility(a_clerk()))
    assert snapshot is not None
    [chosen] = [one for one in snapshot.decision.candidates if one.chosen]
    grounds = [snapshot.decision.grounds[at] for at in chosen.grounds]
    return tuple(ground.code for ground in grounds if ground.kind_of_ground == "statute")
