"""A file goes to another office: offered with ground, pieces and running limits; accepted, refused, taken back."""

from datetime import date, timedelta

import msgspec
import pytest

from docket.actions.transfers.answer_transfer import AnswerTransfer, answer_transfer
from docket.actions.transfers.offer_transfer import OfferTransfer, offer_transfer
from docket.actions.transfers.withdraw_transfer import WithdrawTransfer, withdraw_transfer
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, MissingScope, NotFound, StateForbids
from docket.store import conflicts, work_lists
from docket.store.conflicts import RunningLimit
from tests.builders import a_case, a_clerk, a_prosecutor, an_empty_report
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
