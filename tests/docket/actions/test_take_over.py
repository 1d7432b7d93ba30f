"""Who answers for a file is somebody who can: it goes to a colleague with a reason, and back to the office when its taker is gone."""

import msgspec
import pytest

from docket.access import visibility
from docket.actions.accounts.disable_account import DisableAccount, disable_account
from docket.actions.duty.escalate import escalate
from docket.actions.duty.take_in_charge import TakeInCharge, take_in_charge
from docket.actions.duty.take_over import TakeOver, take_over
from docket.actions.oversight.verify_register import verify_register
from docket.entry_lines import lines_of
from docket.errors import BadInput, StateForbids
from docket.store import duty as store
from tests.builders import a_case, an_actor
from tests.docket.actions.reading import view_of
from tests.docket.actions.test_duty import HELD, MINUTE, an_office, steps, waits


@pytest.fixture
async def office(deps):
    return await an_office(deps)


async def taken(deps, by):
    number = (await a_case(deps, persons=HELD)).case_number
    await take_in_charge(TakeInCharge(case_number=number, via="page"), by, deps)
    return number


async def close(deps, by):
    name = await deps.pool.fetchval("select name from accounts where id = $1", by.account_id)
    await disable_account(DisableAccount(name=name), an_actor("administrator"), deps)


async def had(deps, number, by):
    return [(line.taken_by, line.end_cause) for line in await store.of_case(deps.pool, number, visibility(by))]


async def test_file_goes_from_a_colleague_to_another_with_a_reason_and_nobody_is_told_anew(deps, clock, office):
    number = await taken(deps, office.clerk)
    command = TakeOver(case_number=number, via="page", reason="De collega is met verlof.")

    await take_over(command, office.prosecutor, deps)

    assert await had(deps, number, office.head) == [(office.clerk.account_id, "handedOver"), (office.prosecutor.account_id, None)]
    entry = (await view_of(deps, number)).entries[-1]
    assert (entry.kind, entry.content["takenFrom"], entry.content["reason"]) == ("TakenOver", [office.clerk.code], command.reason)
    assert f"gebruiker {office.clerk.account_id}" in " ".join(lines_of("TakenOver", entry.content, deps.law.law))
    clock.instant += 60 * MINUTE
    await escalate(deps)
    assert await steps(deps) == []
    assert (await verify_register(deps))[0] == []


async def test_nothing_is_taken_over_without_a_reason_from_oneself_or_where_nobody_has_it(deps, office):
    number = await taken(deps, office.clerk)
    waiting = (await a_case(deps, sender="ander", externalId="ander")).case_number

    with pytest.raises(BadInput):
        await take_over(TakeOver(case_number=number, via="page", reason=" "), office.prosecutor, deps)
    with pytest.raises(StateForbids):
        await take_over(TakeOver(case_number=number, via="page", reason="Ik."), office.clerk, deps)
    with pytest.raises(StateForbids):
        await take_over(TakeOver(case_number=waiting, via="page", reason="Ik."), office.clerk, deps)


async def test_file_of_somebody_whose_account_is_closed_waits_again_and_escalates_anew(deps, clock, office):
    number = await taken(deps, office.clerk)
    clock.instant += 60 * MINUTE

    await close(deps, office.clerk)

    [line] = await waits(deps, number, office.head)
    assert (line.urgency, line.cause, line.opened_at) == ("detention", "GivenBack", clock.now())
    assert await had(deps, number, office.head) == [(office.clerk.account_id, "gone"), (None, None)]
    assert (await view_of(deps, number)).entries[-1].content["takenFrom"] == [office.clerk.code]
    clock.instant += 10 * MINUTE
    await escalate(deps)
    assert [(step, fell_to) for step, _, _, _, fell_to in await steps(deps)] == [("clerk", "head")]
    await take_in_charge(TakeInCharge(case_number=number, via="page"), office.prosecutor, deps)
    assert await waits(deps, number, office.head) == []
    assert (await verify_register(deps))[0] == []


async def test_what_a_colleague_has_beside_the_one_who_left_asks_nobody_anew(deps, office):
    number = await taken(deps, office.clerk)
    await take_over(TakeOver(case_number=number, via="page", reason="Verlof."), office.prosecutor, deps)

    await close(deps, office.clerk)

    assert await waits(deps, number, office.head) == []


async def test_worker_gives_back_what_an_account_kept_that_was_closed_before(deps, office):
    """An account closed by an earlier release, or by a process that died on the way."""
    number = await taken(deps, office.clerk)
    await deps.pool.execute("update accounts set disabled_at = $2 where id = $1", office.clerk.account_id, deps.clock.now())

    await escalate(deps)
    await escalate(deps)

    assert len(await waits(deps, number, office.head)) == 1
    assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'GivenBack'") == 1


async def test_program_takes_over_for_a_named_person_of_its_office(deps, office):
    number = await taken(deps, office.clerk)
    program = msgspec.structs.replace(an_actor("officeClient", account_id=None), code="client:4", scopes=frozenset({"cases:write"}))

    with pytest.raises(BadInput):
        await take_over(TakeOver(case_number=number, via="api", reason="Verlof."), program, deps)
    done = await take_over(TakeOver(case_number=number, via="api", reason="Verlof.", taken_by=office.prosecutor.code), program, deps)

    assert done.taken_by == office.prosecutor.code
