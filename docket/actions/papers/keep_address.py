"""Enter where an office or a court is from a day on; papers name the address of the day on which they are made."""

from datetime import date

import msgspec

from docket.access import Actor
from docket.actions import redeciding
from docket.actions.seats import seats_of
from docket.addresses import LONGEST
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound
from docket.store import addresses


class KeepAddress(msgspec.Struct, frozen=True, kw_only=True):
    #: Code of an office or a court.
    seat: str
    address: str
    #: Of an earlier day too: what is only now known.
    from_day: date
    reason: str


async def keep_address(command: KeepAddress, by: Actor, deps: Deps) -> None:
    """What was issued keeps the address that it names; a draft that names another one is made again before it leaves. Raises NotFound."""
    by.require("keepAddresses")
    if command.seat not in seats_of(by, deps.law.law):
        raise NotFound("Dit parket of deze rechtbank is er niet, of u houdt er het adres niet van bij.")
    address = " ".join(command.address.split())
    if not address:
        detail = "Schrijf het adres zoals het op een brief staat: straat, nummer, postcode en gemeente."
        raise BadInput(issues=(Issue(type="requiredInput", name="/address", detail=detail),))
    if len(address) > LONGEST:
        detail = f"Een adres telt ten hoogste {LONGEST} tekens; het staat op één regel van elk document."
        raise BadInput(issues=(Issue(type="outOfRange", name="/address", detail=detail),))
    reason = redeciding.required(command.reason)
    async with deps.transaction() as tx:
        await addresses.keep(
            tx, seat=command.seat, address=address, from_day=command.from_day, reason=reason, at=deps.clock.now(), by=by.code
        )
