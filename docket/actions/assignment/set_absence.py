"""Say on which days a prosecutor takes no file and who stands in, or take that back; a prosecutor only of himself."""

from datetime import date

import msgspec

from docket.access import Actor
from docket.deps import Deps
from docket.errors import BadInput, Issue, MissingScope, NotFound
from docket.store import assignments as store
from docket.tracks import PORT_OFFICE


class SetAbsence(msgspec.Struct, frozen=True, kw_only=True):
    #: Account of the prosecutor.
    prosecutor: int
    from_day: date
    #: The first day that he is back.
    until_day: date
    #: Account of a colleague; None = nobody takes his place.
    stand_in: int | None = None


class WithdrawAbsence(msgspec.Struct, frozen=True, kw_only=True):
    absence: int


async def set_absence(command: SetAbsence, by: Actor, deps: Deps) -> int:
    """Files that he has stay with him: that one is assigned again is asked on the file."""
    by.require("setAbsence")
    if by.office != PORT_OFFICE or (command.prosecutor != by.account_id and not by.may("keepRoster")):
        raise MissingScope("Een havenprocureur meldt alleen zijn eigen afwezigheid; die van een ander meldt de korpschef.")
    known = {one.id for one in await store.prosecutors(deps.pool, PORT_OFFICE)}
    issues = []
    for name, account in (("/prosecutor", command.prosecutor), ("/standIn", command.stand_in)):
        if account is not None and account not in known:
            detail = "Dit is geen havenprocureur van uw parket; kies iemand uit de lijst."
            issues.append(Issue(type="referencedResourceNotFound", name=name, detail=detail, value=account))
    if command.stand_in == command.prosecutor:
        issues.append(Issue(type="invalidInput", name="/standIn", detail="Niemand vervangt zichzelf; kies een collega of niemand."))
    if command.until_day <= command.from_day:
        detail = "De dag van terugkeer ligt na de eerste dag van de afwezigheid; verbeter een van beide."
        issues.append(Issue(type="outOfRange", name="/untilDay", detail=detail, value=command.until_day.isoformat()))
    if issues:
        raise BadInput(issues=tuple(issues))
    async with deps.transaction() as tx:
        return await store.insert_absence(
            tx, command.prosecutor, command.from_day, command.until_day, command.stand_in, at=deps.clock.now(), by=by.code
        )


async def withdraw_absence(command: WithdrawAbsence, by: Actor, deps: Deps) -> None:
    by.require("setAbsence")
    if by.office != PORT_OFFICE:
        raise NotFound
    whose = None if by.may("keepRoster") else by.account_id
    async with deps.transaction() as tx:
        if not await store.withdraw_absence(tx, command.absence, whose, at=deps.clock.now(), by=by.code):
            raise NotFound("Deze afwezigheid is er niet meer.")
