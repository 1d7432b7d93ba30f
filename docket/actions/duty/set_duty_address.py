"""Say where the duty mails somebody: his own address by himself, another's by the head."""

import msgspec

from docket.access import Actor
from docket.deps import Deps
from docket.errors import BadInput, Issue, MissingScope, NotFound
from docket.mail.recipients import refusal
from docket.store import duty as store


class SetDutyAddress(msgspec.Struct, frozen=True, kw_only=True):
    account_id: int
    #: None = none any more.
    address: str | None


async def set_duty_address(command: SetDutyAddress, by: Actor, deps: Deps) -> None:
    by.require("readDuty")
    if command.account_id != by.account_id and not by.may("keepDutyRoster"):
        raise MissingScope("Alleen de korpschef wijzigt het adres van iemand anders.")
    if command.address and (refused := refusal(command.address, deps.settings.mail_domains)):
        raise BadInput(issues=(Issue(type="invalidInput", name="/address", detail=refused, value=command.address),))
    async with deps.transaction() as tx:
        if not await store.set_address(tx, command.account_id, by.office or "", command.address):
            raise NotFound("Deze persoon werkt niet (meer) bij uw parket.")
