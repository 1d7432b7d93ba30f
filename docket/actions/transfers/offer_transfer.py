"""Offer a file to another office, which accepts or refuses it."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import cases as store


class OfferTransfer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    to_office: str
    reason: str


async def offer_transfer(command: OfferTransfer, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "offerTransfer", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    _require_other_office(command, found, deps)
    at = deps.clock.now()
    entry = entries.TransferOffered(version=found.case.version + 1, to_office=command.to_office, reason=reason, documents=())
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await store.offer(tx, found, command.to_office, reason=reason, at=at, by=by.code)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


def _require_other_office(command: OfferTransfer, found: store.Snapshot, deps: Deps) -> None:
    if command.to_office not in deps.law.law.offices:
        detail = "Dit parket bestaat niet; kies een code uit de lijst van parketten."
        raise BadInput(issues=(Issue(type="invalidInput", name="/toOffice", detail=detail, value=command.to_office),))
    if command.to_office == found.case.holding_office:
        raise StateForbids("Dit parket houdt het dossier al; bied het aan een ander parket aan.")
    if found.offered_to is not None:
        raise StateForbids(f"Dit dossier is al aangeboden aan {found.offered_to}; wacht op het antwoord.")
