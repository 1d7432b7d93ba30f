"""Conflicts of jurisdiction as objects: raised, settled by whom the two seats choose, taken back; the file stays with its holder."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from docket.access import Actor
from docket.actions.registration.amend_case import AmendCase, amend_case
from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.actions.transfers.raise_conflict import RaiseConflict, raise_conflict
from docket.actions.transfers.settle_conflict import SettleConflict, settle_conflict
from docket.actions.transfers.withdraw_conflict import WithdrawConflict, withdraw_conflict
from docket.clock import FixedClock
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.store import conflicts, telling
from docket.store.conflicts import Handing
from tests.builders import a_case, a_clerk, a_prosecutor, an_actor, an_empty_report
from tests.docket.actions.reading import sees, view_of

TODAY = date(2026, 11, 24)
DENDERMONDE = "eastFlandersDendermonde"


async def handing(deps: Deps, number: str) -> Handing:
    return await conflicts.of_case(deps.pool, (await view_of(deps, number, a_prosecutor())).case.id)


async def refused_offer(deps: Deps, to_office: str = DENDERMONDE, **fields: Any) -> str:
    number = (await a_case(deps, **fields)).case_number
    offer = OfferTransfer(case_number=number, version=1, to_office=to_office, ground="placeOfOffence", reason="x")
    await offer_transfer(offer, a_clerk(), deps)
    answer = AnswerTransfer(case_number=number, version=2, accept=False, reason="niet bevoegd")
    await answer_transfer(answer, a_prosecutor(to_office, account_id=61), deps)
    return number


async def raised(deps: Deps, number: str, version: int = 3, by: Actor | None = None, **said: Any) -> None:
    fields = {"kind": "negative", "between": "offices", "seat": DENDERMONDE, "ground": "placeOfOffence", "reason": "beide weigeren"}
    await raise_conflict(RaiseConflict(case_number=number, version=version, **fields | said), by or a_prosecutor(), deps)


def outcome(number: str, version: int | None, **said: Any) -> SettleConflict:
    fields = {"designated": DENDERMONDE, "ruled_on": TODAY, "ecli": None, "reason": "beslissing van beide procureurs-generaal"}
    return SettleConflict(case_number=number, version=version, **fields | said)


async def test_two_offices_that_both_refuse_go_to_their_prosecutors_general(deps: Deps) -> None:
    number = await refused_offer(deps)

    await raised(deps, number)

    conflict = (await handing(deps, number)).open_conflict
    assert conflict is not None
    assert (conflict.kind, conflict.seats) == ("negative", ("antwerpPort", DENDERMONDE))
    assert (conflict.settled_by, conflict.settlers) == ("prosecutorsGeneral", ("prosecutorGeneralAntwerp", "prosecutorGeneralGhent"))
    assert "143bis" in conflict.article and conflict.confidence == "likely"
    assert (await view_of(deps, number)).case.holding_office == "antwerpPort"


async def test_a_negative_conflict_follows_a_refusal_or_a_term_that_ran_out(deps: Deps, clock: FixedClock) -> None:
    number = (await a_case(deps)).case_number
    with pytest.raises(StateForbids, match="eerst aan"):
        await raised(deps, number, version=1)
    offer = OfferTransfer(case_number=number, version=1, to_office=DENDERMONDE, ground="placeOfOffence", reason="x")
    await offer_transfer(offer, a_clerk(), deps)
    with pytest.raises(StateForbids, match="04/12/2026"):
        await raised(deps, number, version=2)

    later = msgspec.structs.replace(deps, clock=FixedClock(clock.now() + timedelta(days=11)))
    await raised(later, number, version=2)

    found = await handing(deps, number)
    assert [one.state for one in found.offers] == ["escalated"]
    assert found.open_conflict is not None and found.open_conflict.offer_id == found.offers[0].id


async def test_a_conflict_between_two_divisions_of_one_office_does_not_exist(deps: Deps) -> None:
    number = await refused_offer(deps, "antwerpMechelen")

    with pytest.raises(StateForbids, match="geen geschil van rechtsgebied"):
        await raised(deps, number, seat="antwerpMechelen")


async def test_the_prosecutors_general_settle_it_without_reading_the_file(deps: Deps) -> None:
    number = await refused_offer(deps)
    await raised(deps, number)
    general = a_prosecutor("prosecutorGeneralGhent", account_id=70)
    [line] = await conflicts.conflicts_to_settle(deps.pool, "prosecutorGeneralGhent")
    assert not await sees(deps, number, general)

    await settle_conflict(outcome(number, line.version), general, deps)

    found = await view_of(deps, number, a_prosecutor(DENDERMONDE))
    assert (found.case.holding_office, found.case.status) == (DENDERMONDE, "transferred")
    assert found.current.decision.tracks[0].prosecution_office == DENDERMONDE
    assert (found.current.kind, found.current.reason) == (
        "overridden",
        "Bevoegdheidsgeschil beslecht op 24/11/2026 (Art. 143bis-143quater Ger.W.): beslissing van beide procureurs-generaal",
    )
    assert found.entries[-1].kind == "ConflictSettled"
    assert not await sees(deps, number, general)


async def test_everyone_is_told_of_the_office_that_the_prosecutors_general_designate(deps: Deps) -> None:
    number = await refused_offer(deps, origin={"service": "police", "investigatorEmails": ["onderzoeker@politie.be"]})
    await raised(deps, number)

    await settle_conflict(outcome(number, 4), a_prosecutor(), deps)

    found = await view_of(deps, number, a_prosecutor(DENDERMONDE))
    rows = await telling.of_case(deps.pool, found.case.id)
    assert {row.act for row in rows} == {"transferred"}
    assert {row.person for row in rows if row.role == "suspect"} == {one.id for one in found.case.report.persons if one.role == "suspect"}
    # Each investigator has one mail about the outcome, and his row is that mail.
    by_mail = [row.delivery_id for row in rows if row.role == "investigator"]
    assert by_mail == [
        mail.id for mail in found.deliveries if "overgedragen" in mail.body_text or "bevoegde dienst beslist" in mail.body_text
    ]
    assert len(by_mail) == len(found.case.report.origin.investigator_emails) > 0


async def test_nobody_is_told_of_a_conflict_that_leaves_the_file_where_it_is(deps: Deps) -> None:
    number = await refused_offer(deps)
    await raised(deps, number)

    await settle_conflict(outcome(number, 4, designated="antwerpPort"), a_prosecutor(), deps)

    assert await telling.of_case(deps.pool, (await view_of(deps, number)).case.id) == ()


async def test_an_outcome_for_the_holder_leaves_file_and_decision_with_him(deps: Deps) -> None:
    number = await refused_offer(deps)
    await raised(deps, number)

    await settle_conflict(outcome(number, 4, designated="antwerpPort"), a_prosecutor(), deps)

    found = await view_of(deps, number)
    assert (found.case.holding_office, len(found.decisions)) == ("antwerpPort", 1)
    assert (await handing(deps, number)).conflicts[0].state == "settled"


async def test_another_office_settles_nothing(deps: Deps) -> None:
    number = await refused_offer(deps)
    await raised(deps, number)

    with pytest.raises(NotFound):
        await settle_conflict(outcome(number, 4), a_prosecutor("prosecutorGeneralMons"), deps)
    with pytest.raises(NotFound):
        await settle_conflict(outcome(number, 4), a_prosecutor(DENDERMONDE), deps)
    with pytest.raises(MissingScope):
        await settle_conflict(outcome(number, 4), a_clerk(), deps)


async def test_a_conflict_between_judges_of_two_circuits_goes_to_cassation_and_its_ruling_moves_the_court(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    court = "eastFlandersDendermondeCorrectional"
    await raised(deps, number, version=1, kind="positive", between="judges", seat=court, track=0)
    conflict = (await handing(deps, number)).open_conflict
    assert conflict is not None
    assert (conflict.settled_by, conflict.settlers, conflict.seats) == ("courtOfCassation", (), ("antwerpCorrectional", court))
    ruling = outcome(number, 2, designated=court, ecli="ECLI:BE:CASS:2026:ARR.20261124.3")

    with pytest.raises(BadInput) as refused:
        await settle_conflict(msgspec.structs.replace(ruling, ecli=None), a_prosecutor(), deps)
    assert [issue.name for issue in refused.value.issues] == ["/ecli"]
    await settle_conflict(ruling, a_prosecutor(), deps)

    found = await view_of(deps, number)
    assert found.current.decision.tracks[0].court == court
    assert "art. 526" in (found.current.reason or "") and "ECLI:BE:CASS:2026:ARR.20261124.3" in (found.current.reason or "")


async def test_a_ruling_about_a_track_that_a_correction_took_away_moves_no_other_track(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    court = "eastFlandersDendermondeCorrectional"
    await raised(deps, number, version=1, kind="positive", between="judges", seat=court, track=0)
    nothing_known = an_empty_report(receivedOn="2026-11-20")
    await amend_case(AmendCase(case_number=number, version=2, report=nothing_known, reason="verkeerd verslag"), a_clerk(), deps)

    with pytest.raises(StateForbids, match="intussen anders beslist"):
        ruling = outcome(number, 3, designated=court, ecli="ECLI:BE:CASS:2026:ARR.20261124.3")
        await settle_conflict(ruling, a_prosecutor(), deps)


async def test_judges_of_one_circuit_go_to_its_court_of_appeal(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    await raised(deps, number, version=1, kind="positive", between="judges", seat="limburgHasseltCorrectional", track=0)

    conflict = (await handing(deps, number)).open_conflict
    assert conflict is not None
    assert (conflict.settled_by, conflict.settlers) == ("courtOfAppeal", ("appealAntwerp",))


@pytest.mark.parametrize(
    ("ecli", "says"),
    [
        ("ECLI:BE:HBANT:2026:20261124.3", "vorm"),
        ("ECLI:BE:HBANT:2025:ARR.20261124.3", "spreken elkaar tegen"),
        ("ECLI:BE:HBANT:2026:ARR.20261324.3", "kalender"),
        ("ECLI:BE:HBANT:2026:ARR.20261123.3", "23/11/2026"),
    ],
)
async def test_a_ruling_is_recorded_with_an_ecli_that_holds(ecli: str, says: str, deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await raised(deps, number, version=1, kind="positive", between="judges", seat="limburgHasseltCorrectional", track=0)

    with pytest.raises(BadInput) as refused:
        await settle_conflict(outcome(number, 2, designated="limburgHasseltCorrectional", ecli=ecli), a_prosecutor(), deps)

    assert says in refused.value.issues[0].detail


async def test_an_outcome_lies_between_the_conflict_and_today(deps: Deps) -> None:
    number = await refused_offer(deps)
    await raised(deps, number)

    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(BadInput) as refused:
            await settle_conflict(outcome(number, 4, ruled_on=day), a_prosecutor(), deps)
        assert [issue.name for issue in refused.value.issues] == ["/ruledOn"]


async def test_one_conflict_at_a_time_and_no_offer_beside_it(deps: Deps) -> None:
    number = await refused_offer(deps)
    await raised(deps, number)

    with pytest.raises(StateForbids, match="loopt al"):
        await raised(deps, number, version=4)
    again = OfferTransfer(case_number=number, version=4, to_office="limburgHasselt", ground="residence", reason="x")
    with pytest.raises(StateForbids, match="loopt een"):
        await offer_transfer(again, a_clerk(), deps)
    await withdraw_conflict(WithdrawConflict(case_number=number, version=4, reason="akkoord"), a_prosecutor(), deps)

    await offer_transfer(msgspec.structs.replace(again, version=5), a_clerk(), deps)
    assert [one.state for one in (await handing(deps, number)).conflicts] == ["withdrawn"]


async def test_an_office_without_a_place_in_the_file_claims_nothing(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    with pytest.raises(NotFound):
        await raised(deps, number, version=None, by=a_prosecutor("limburgHasselt"), kind="positive", seat="limburgHasselt")
    with pytest.raises(MissingScope):
        await raised(deps, number, version=None, by=an_actor("clerk", office=DENDERMONDE), kind="positive")


@pytest.mark.parametrize("confidentiality", ["restricted", "sealed"])
async def test_restricted_and_sealed_files_are_never_shown_elsewhere(confidentiality: str, deps: Deps) -> None:
    from docket.actions.registration.set_confidentiality import SetConfidentiality, set_confidentiality
    from tests.docket.actions.test_following_the_file import an_account

    number = (await a_case(deps)).case_number
    named = (await an_account(deps, "an"),)
    command = SetConfidentiality(case_number=number, version=1, confidentiality=confidentiality, reason="x", named=named)  # type: ignore[arg-type]
    await set_confidentiality(command, a_prosecutor(), deps)

    assert await conflicts.elsewhere(deps.pool, DENDERMONDE) == ()
    assert await conflicts.elsewhere(deps.pool, "eastFlandersDendermondeCorrectional") == ()
    with pytest.raises(NotFound):
        await raised(deps, number, version=None, by=a_prosecutor(DENDERMONDE), kind="positive")


async def test_an_office_claims_an_ordinary_file_of_its_territory_that_went_elsewhere(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    there = a_prosecutor(DENDERMONDE, account_id=61)
    [line] = await conflicts.elsewhere(deps.pool, DENDERMONDE)
    assert (line.case_number, line.ground) == (number, "policy-port-office")
    assert not await sees(deps, number, there)

    await raised(deps, number, version=None, by=there, kind="positive")

    conflict = (await handing(deps, number)).open_conflict
    assert conflict is not None
    assert (conflict.kind, conflict.seats, conflict.raised_by) == ("positive", ("antwerpPort", DENDERMONDE), there.code)
    assert not await sees(deps, number, there)


async def test_a_court_sees_the_files_of_its_territory_that_another_court_has(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    lines = await conflicts.elsewhere(deps.pool, "eastFlandersDendermondeCorrectional")

    assert [line.case_number for line in lines] == [number]
    assert await conflicts.elsewhere(deps.pool, "antwerpCorrectional") == ()
