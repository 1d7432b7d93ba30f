"""Open or close a file: ordinary, restricted or sealed, and who is named on it, with a reason."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.cases import Confidentiality
from docket.deps import Deps
from docket.errors import BadInput, Issue
from docket.store import cases as store


class SetConfidentiality(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    confidentiality: Confidentiality
    reason: str
    #: Accounts named on the file: clerks of a restricted one, everybody of a sealed one; replaces the list.
    named: tuple[int, ...] = ()


class ChangedCase(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of every write that leaves facts and routing alone."""

    case_number: str
    version: int


async def set_confidentiality(command: SetConfidentiality, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "setConfidentiality", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    named = tuple(sorted(set(command.named)))
    await _require_accounts(named, deps)
    if command.confidentiality == "sealed" and not named:
        detail = "Noem minstens een persoon; wie niet genoemd is, ook de korpschef, ziet een verzegeld dossier niet meer."
        raise BadInput(issues=(Issue(type="requiredInput", name="/named", detail=detail),))
    at = deps.clock.now()
    entry = entries.ConfidentialitySet(
        version=found.case.version + 1,
        reason=reason,
        before=found.case.confidentiality,
        after=command.confidentiality,
        named=named,
    )
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await store.set_access(tx, found.case.id, command.confidentiality, named)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


async def _require_accounts(named: tuple[int, ...], deps: Deps) -> None:
    known = await store.known_accounts(deps.pool, named)
    issues = tuple(
        Issue(type="referencedResourceNotFound", name="/named", detail="Deze gebruiker bestaat niet of is afgesloten.", value=unknown)
        for unknown in named
        if unknown not in known
    )
    if issues:
        raise BadInput(issues=issues)
