"""A file goes to another office: offered with ground, pieces and running limits; accepted, refused, taken back."""

from datetime import date, timedelta

import msgspec
import pytest

from docket.actions.time_limits.meet_time_limit import MeetTimeLimit, meet_time_limit
from docket.actions.time_limits.start_time_limit import StartTimeLimit, start_time_limit
from docket.actions.time_limits.suspend_time_limit import SuspendTimeLimit, suspend_time_limit
from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.actions.transfers.withdraw_transfer import WithdrawTransfer, withdraw_transfer
from docket.clock import court_day
from docket.contract import Person
from docket.deps import Deps
from docket.entry_lines import lines_of
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.store import conflicts, time_limits, work_lists
from docket.store.conflicts import RunningLimit
from routing import Start
from tests.builders import a_case, a_clerk, a_prosecutor, a_report, an_empty_report
from tests.docket.actions.reading import sees, view_of

TODAY = date(2026, 11, 24)
COUNCIL = RunningLimit(title="raadkamer", due_on=TODAY + timedelta(days=3))


def an_offer(number: str, **fields: object) -> OfferTransfer:
    said = {"case_number": number, "version": 1, "to_office": "limburgHasselt", "ground": "residence", "reason": "woonplaats"}
    return msgspec.convert(said | fields, OfferTransfer, from_attributes=True)


async def test_an_accepted_transfer_makes_the_other_office_the_holder(deps: Deps) -> None:
    number = (await a_case(deps, an_empty_report())).case_number
    there = a_prosecutor("limburgHasselt", account_id=60)
    await offer_transfer(an_offer(number), a_clerk(), deps)
    assert not await sees(deps, number, there)
    assert [offer.case_number for offer in (await work_lists.offered(deps.pool, there, TODAY)).items] == [number]
    assert (await view_of(deps, number)).case.holding_office == "antwerpPort"

    answer = AnswerTransfer(case_number=number, version=2, accept=True, reason="aanvaard")
    with pytest.raises(NotFound):
        await answer_transfer(answer, a_prosecutor("brussels"), deps)
    with pytest.raises(MissingScope):
        await answer_transfer(answer, a_clerk("limburgHasselt"), deps)
    await answer_transfer(answer, there, deps)

    found = await view_of(deps, number, there)
    assert (found.case.holding_office, found.case.status, found.offer) == ("limburgHasselt", "transferred", None)
    assert [entry.kind for entry in found.entries] == ["CaseRegistered", "TransferOffered", "TransferAccepted"]


@pytest.mark.parametrize(("days", "accept", "late"), [(9, True, None), (11, True, "2026-12-04"), (11, False, "2026-12-04")])
async def test_an_answer_after_its_term_holds_and_is_marked_late(days: int, accept: bool, late: str | None, deps: Deps) -> None:
    number = (await a_case(deps, an_empty_report())).case_number
    there = a_prosecutor("limburgHasselt", account_id=60)
    await offer_transfer(an_offer(number), a_clerk(), deps)
    deps.clock.instant += timedelta(days=days)

    await answer_transfer(AnswerTransfer(case_number=number, version=2, accept=accept, reason="r"), there, deps)

    entry = (await view_of(deps, number, there if accept else a_clerk())).entries[-1]
    assert entry.content["lateSince"] == late
    said = lines_of(entry.kind, entry.content, deps.law.law)
    assert ("Laattijdig: het antwoord was gevraagd tegen 04/12/2026" in said) == (late is not None)


async def test_a_refused_transfer_leaves_the_file_where_it_is(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await offer_transfer(an_offer(number), a_clerk(), deps)
    with pytest.raises(StateForbids):
        await offer_transfer(an_offer(number, version=2, to_office="brussels"), a_clerk(), deps)

    there = a_prosecutor("limburgHasselt")
    await answer_transfer(AnswerTransfer(case_number=number, version=2, accept=False, reason="niet bevoegd"), there, deps)

    found = await view_of(deps, number)
    assert (found.case.holding_office, found.offer) == ("antwerpPort", None)


async def test_the_other_office_reads_ground_pieces_and_running_limits_before_it_answers(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await offer_transfer(an_offer(number, pieces=("PV 1", "PV 2"), time_limits=(COUNCIL,)), a_clerk(), deps)

    offer = await work_lists.offer(deps.pool, "limburgHasselt", number)
    assert offer is not None

    assert (offer.ground, offer.pieces, offer.time_limits) == ("residence", ("PV 1", "PV 2"), (COUNCIL,))
    assert offer.answer_due_on == COUNCIL.due_on


async def test_the_usual_term_for_an_answer_is_a_setting_of_the_register(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    in_four_days = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, transfer_answer_days=4))

    await offer_transfer(an_offer(number), a_clerk(), in_four_days)

    offer = await work_lists.offer(deps.pool, "limburgHasselt", number)
    assert offer is not None
    assert offer.answer_due_on == court_day(deps.clock.now()) + timedelta(days=4)


async def test_the_open_clocks_of_the_register_go_along_with_the_offer_and_bound_its_answer(deps: Deps) -> None:
    """The 48 hours of an arrest of last night, which nobody typed, end tomorrow night; no name goes with them."""
    suspect = Person(
        id="s1", role="suspect", kind="natural", family_name="Merkteken", custody="arrested", arrested_at="2026-11-23T22:15:00+01:00"
    )
    number = (await a_case(deps, a_report(persons=(suspect,)))).case_number

    with pytest.raises(BadInput) as refused:
        await offer_transfer(an_offer(number, answer_due_on=TODAY + timedelta(days=2)), a_clerk(), deps)
    await offer_transfer(an_offer(number, time_limits=(COUNCIL,)), a_clerk(), deps)

    assert "vrijheidsberoving" in refused.value.issues[0].detail
    offer = await work_lists.offer(deps.pool, "limburgHasselt", number)
    assert offer is not None
    arrest = RunningLimit(
        title="vrijheidsberoving zonder bevel tot aanhouding, s1 (Art. 12 Grondwet; art. 1 en 2 wet voorlopige hechtenis), tot 22.15 uur",
        due_on=TODAY + timedelta(days=1),
    )
    assert offer.time_limits == (arrest, COUNCIL)
    assert offer.answer_due_on == TODAY + timedelta(days=1)
    entry = (await view_of(deps, number)).entries[-1]
    assert (entry.kind, entry.content["timeLimits"][0]) == ("TransferOffered", [arrest.title, "2026-11-25"])


async def test_a_clock_that_was_met_or_stands_still_bounds_no_answer(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    for version, days in ((1, 10), (2, 9)):
        start = Start(event="appealDeclared", on=TODAY - timedelta(days=days))
        begun = StartTimeLimit(case_number=number, version=version, limit="detentionAppealDecision", start=start)
        await start_time_limit(begun, a_clerk(), deps)
    first, second = await time_limits.of_case(deps.pool, (await view_of(deps, number)).case.id)
    await meet_time_limit(MeetTimeLimit(case_number=number, version=3, time_limit=first.id, met_on=TODAY), a_clerk(), deps)
    stop = SuspendTimeLimit(case_number=number, version=4, time_limit=second.id, suspended_on=TODAY, ground="adjournment", reason="uitstel")
    await suspend_time_limit(stop, a_clerk(), deps)

    await offer_transfer(an_offer(number, version=5), a_clerk(), deps)

    offer = await work_lists.offer(deps.pool, "limburgHasselt", number)
    assert offer is not None
    [stands] = offer.time_limits
    assert stands.title.endswith("geschorst sinds 24/11/2026")
    assert offer.answer_due_on == TODAY + timedelta(days=deps.settings.transfer_answer_days)


@pytest.mark.parametrize(("due_on", "says"), [(TODAY - timedelta(days=1), "voorbij"), (COUNCIL.due_on + timedelta(days=1), "loopt door")])
async def test_a_term_for_the_answer_stops_no_clock(due_on: date, says: str, deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    with pytest.raises(BadInput) as refused:
        await offer_transfer(an_offer(number, time_limits=(COUNCIL,), answer_due_on=due_on), a_clerk(), deps)

    assert [issue.name for issue in refused.value.issues] == ["/answerDueOn"]
    assert says in refused.value.issues[0].detail


async def test_an_offer_names_its_ground(deps: Deps) -> None:
    number = (await a_case(deps)).case_number

    with pytest.raises(BadInput) as refused:
        await offer_transfer(an_offer(number, ground="gewoonte", to_office="nergens"), a_clerk(), deps)

    assert [issue.name for issue in refused.value.issues] == ["/toOffice", "/ground"]


async def test_an_offer_that_nobody_answered_can_be_taken_back_by_the_office_that_made_it(deps: Deps) -> None:
    number = (await a_case(deps)).case_number
    await offer_transfer(an_offer(number), a_clerk(), deps)

    await withdraw_transfer(WithdrawTransfer(case_number=number, version=2, reason="vergissing"), a_clerk(), deps)

    found = await view_of(deps, number)
    assert found.offer is None
    assert [offer.state for offer in (await conflicts.of_case(deps.pool, found.case.id)).offers] == ["withdrawn"]
    with pytest.raises(StateForbids):
        await withdraw_transfer(WithdrawTransfer(case_number=number, version=3, reason="nog eens"), a_clerk(), deps)
