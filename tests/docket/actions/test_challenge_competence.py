"""Competence that is challenged: the objection and the ruling stand on the file, and a ruling against a court asks a magistrate again."""

from datetime import date
from typing import Any

import pytest

from docket.access import visibility
from docket.actions.competence.challenge_competence import ChallengeCompetence, challenge_competence
from docket.actions.competence.rule_on_challenge import RuleOnChallenge, rule_on_challenge
from docket.actions.jurisdiction.refer_case import ReferCase, refer_case
from docket.deps import Deps
from docket.errors import BadInput, NotFound, StateForbids
from docket.store import competence
from tests.builders import a_case, a_clerk, a_prosecutor
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_confirm_competence import RESIDENCE, a_magistrate, confirm

RIGHT_BANK = [{"id": "p1", "role": "scene", "port": "antwerp", "quay": "730"}]
COURT = "antwerpCorrectional"


async def on_the_right_bank(deps: Deps, **fields: Any) -> str:
    """Its only statutory ground for Antwerp is the place of the offence."""
    return (await a_case(deps, places=RIGHT_BANK, **fields)).case_number


def objection(number: str, version: int, **said: Any) -> ChallengeCompetence:
    given = {"raised_by": "party", "person": "s1", "ground": "place-of-offence", "raised_on": date(2026, 11, 20), "before_court": COURT}
    return ChallengeCompetence(case_number=number, version=version, track=0, **(given | said))


def ruled(number: str, version: int, challenge_id: int, ruling: str = "upheld", **said: Any) -> RuleOnChallenge:
    given = {"court": COURT, "ruled_on": date(2026, 11, 23), "ecli": "ECLI:BE:HBANT:2026:ARR.20261123.5"}
    return RuleOnChallenge(case_number=number, version=version, challenge_id=challenge_id, ruling=ruling, **(given | said))


async def test_an_objection_leaves_the_routing_as_it_is(deps: Deps) -> None:
    number = await on_the_right_bank(deps)

    done = await challenge_competence(objection(number, 1, remark="art. 539 Sv."), a_clerk(), deps)

    found = await view_of(deps, number)
    assert (done.version, found.to_confirm, found.current.seq) == (2, (), 1)
    [challenge] = found.challenges
    assert (challenge.person, challenge.ground, challenge.court, challenge.ruling) == ("s1", "place-of-offence", COURT, None)
    assert found.entries[-1].content["remark"] == "art. 539 Sv."


async def test_a_ruling_that_strikes_a_ground_makes_the_file_to_confirm_and_sends_it_nowhere(deps: Deps) -> None:
    number = await on_the_right_bank(deps)
    challenge = await challenge_competence(objection(number, 1), a_clerk(), deps)
    before = await view_of(deps, number)

    done = await rule_on_challenge(ruled(number, 2, challenge.challenge_id), a_clerk(), deps)

    found = await view_of(deps, number)
    assert (done.to_confirm, found.to_confirm) == ((0,), (0,))
    assert found.current == before.current
    with pytest.raises(StateForbids):
        await refer_case(ReferCase(case_number=number, version=3, tracks=(0,)), a_prosecutor(), deps)
    await confirm(deps, number, await a_magistrate(deps), RESIDENCE, version=3)
    await refer_case(ReferCase(case_number=number, version=4, tracks=(0,)), a_prosecutor(), deps)


async def test_a_confirmation_from_before_the_ruling_answers_no_longer_and_an_appeal_that_reverses_it_lets_it_answer_again(
    deps: Deps,
) -> None:
    number = (await a_case(deps)).case_number
    await confirm(deps, number, await a_magistrate(deps))
    challenge = await challenge_competence(objection(number, 2, ground="residence"), a_clerk(), deps)

    await rule_on_challenge(ruled(number, 3, challenge.challenge_id), a_clerk(), deps)
    assert (await view_of(deps, number)).to_confirm == (0,)
    reversed_ = ruled(number, 4, challenge.challenge_id, "rejected", court="appealAntwerp", ruled_on=date(2026, 11, 24))
    await rule_on_challenge(reversed_, a_clerk(), deps)

    found = await view_of(deps, number)
    assert found.to_confirm == ()
    assert [ruling.ruling for ruling in found.challenges[0].rulings] == ["upheld", "rejected"]


async def test_a_rejected_objection_changes_nothing(deps: Deps) -> None:
    number = await on_the_right_bank(deps)
    challenge = await challenge_competence(objection(number, 1), a_clerk(), deps)

    await rule_on_challenge(ruled(number, 2, challenge.challenge_id, "rejected"), a_clerk(), deps)

    assert (await view_of(deps, number)).to_confirm == ()


async def test_a_court_declines_of_its_own_motion_without_a_party(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    own = objection(number, 1, raised_by="court", person=None, ground="policy-court")

    challenge = await challenge_competence(own, a_clerk(), deps)
    done = await rule_on_challenge(ruled(number, 2, challenge.challenge_id, "declined"), a_clerk(), deps)

    assert done.to_confirm == (0,)


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"person": "s9"}, "/person"),
        ({"person": None}, "/person"),
        ({"raised_by": "court"}, "/person"),
        ({"ground": "stroomplan"}, "/ground"),
        ({"before_court": "raadkamer"}, "/beforeCourt"),
        ({"raised_on": date(2026, 12, 1)}, "/raisedOn"),
    ],
)
async def test_an_objection_names_a_party_a_ground_of_the_law_and_a_court(deps: Deps, said: dict[str, Any], where: str) -> None:
    number = await on_the_right_bank(deps)

    with pytest.raises(BadInput) as refusal:
        await challenge_competence(objection(number, 1, **said), a_clerk(), deps)

    assert {issue.name for issue in refusal.value.issues} == {where}


async def test_a_ruling_comes_after_its_objection_and_fits_who_raised_it(deps: Deps) -> None:
    number = await on_the_right_bank(deps)
    challenge = await challenge_competence(objection(number, 1), a_clerk(), deps)

    for said in ({"ruled_on": date(2026, 11, 19)}, {"ruled_on": date(2026, 11, 25)}, {"court": "vredegerecht"}):
        with pytest.raises(BadInput):
            await rule_on_challenge(ruled(number, 2, challenge.challenge_id, **said), a_clerk(), deps)
    with pytest.raises(BadInput):
        await rule_on_challenge(ruled(number, 2, challenge.challenge_id, "declined"), a_clerk(), deps)
    with pytest.raises(NotFound):
        await rule_on_challenge(ruled(number, 2, challenge.challenge_id + 1), a_clerk(), deps)


async def test_an_odd_ecli_is_kept_as_it_was_handed_in(deps: Deps) -> None:
    number = await on_the_right_bank(deps)
    challenge = await challenge_competence(objection(number, 1), a_clerk(), deps)

    await rule_on_challenge(ruled(number, 2, challenge.challenge_id, ecli=" ECLI:BE:REAANT:2025:??? "), a_clerk(), deps)

    assert (await view_of(deps, number)).challenges[0].ruling.ecli == "ECLI:BE:REAANT:2025:???"


async def test_pending_files_on_the_same_ground_are_listed_to_who_may_see_them(deps: Deps) -> None:
    struck = await on_the_right_bank(deps)
    only = await on_the_right_bank(deps, noticeNumber="AN60.SP.000001/2026")
    lives_there = {"id": "s1", "role": "suspect", "minor": False, "residence": {"country": "BE", "municipality": "Antwerpen"}}
    among = await on_the_right_bank(deps, noticeNumber="AN60.SP.000002/2026", persons=[lives_there])
    left = await on_the_right_bank(deps, noticeNumber="AN60.SP.000003/2026")
    await refer_case(ReferCase(case_number=left, version=1, tracks=(0,)), a_prosecutor(), deps)
    seised = await on_the_right_bank(deps, noticeNumber="AN60.SP.000004/2026", seisedOn="2026-11-22")
    by_policy = (await a_case(deps)).case_number

    page = await competence.resting(deps.pool, visibility(a_clerk()), court=COURT, ground="place-of-offence", but=struck)
    first = await competence.resting(deps.pool, visibility(a_clerk()), court=COURT, ground="place-of-offence", limit=2)
    policy = await competence.resting(deps.pool, visibility(a_clerk()), court=COURT, ground="policy-court")
    elsewhere = await competence.resting(deps.pool, visibility(a_clerk("limburgHasselt")), court=COURT, ground="place-of-offence")

    assert [(each.case_number, each.only_ground) for each in page.items] == [(among, False), (only, True)]
    assert left not in str(page) and seised not in str(page)
    assert [each.case_number for each in first.items] == [among, only]
    rest = await competence.resting(deps.pool, visibility(a_clerk()), court=COURT, ground="place-of-offence", after=first.next)
    assert [each.case_number for each in rest.items] == [struck]
    assert [each.case_number for each in policy.items] == [by_policy]
    assert elsewhere.items == ()


async def test_figures_count_the_last_ruling_on_each_objection_within_what_one_may_see(deps: Deps) -> None:
    for ruling in ("upheld", "rejected", None):
        number = await on_the_right_bank(deps, noticeNumber=f"AN60.SP.00001{len(str(ruling))}/2026")
        challenge = await challenge_competence(objection(number, 1), a_clerk(), deps)
        if ruling:
            await rule_on_challenge(ruled(number, 2, challenge.challenge_id, ruling), a_clerk(), deps)

    [figure] = await competence.figures(deps.pool, visibility(a_clerk()))

    assert figure == competence.GroundFigure(
        ground="place-of-offence", court=COURT, challenged=3, upheld=1, struck=1, declined=0, pending=1
    )
    assert await competence.figures(deps.pool, visibility(a_clerk("limburgHasselt"))) == ()
