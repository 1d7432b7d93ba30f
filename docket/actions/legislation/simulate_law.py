"""Ask to try a draft of the law on the whole docket; the worker, or the command line at once, does it."""

import asyncio
from collections.abc import Mapping

import msgspec

import routing
from docket import legislation
from docket.access import Actor
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, StateForbids
from docket.legislation import LoadedLaw
from docket.messages import SimulateLaw
from docket.store import jobs, law_packs, simulations

#: Half a MiB today; a draft of more is no draft.
MOST_BYTES = 8 * 1024 * 1024


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    #: Name to content.
    files: Mapping[str, bytes]
    #: False: a file that is not handed in is that of the law in force.
    whole: bool = False


async def simulate_law(command: Draft, by: Actor, deps: Deps, *, queued: bool = True) -> int:
    """
    The id of the simulation that was asked for. Raises BadInput with every fault of the draft, its file, its row and its mend.

    `queued` False: the caller runs it himself.
    """
    by.require("simulateLaw")
    draft = await read_draft(command, deps)
    if draft.digest == deps.law.digest:
        raise StateForbids("Dit ontwerp is gelijk aan de wet die in werking is; wijzig een bestand en dien het opnieuw in.")
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await law_packs.put(tx, draft.digest, draft.files, at=at, by=by.code)
        simulation_id = await simulations.ask(tx, draft.digest, at=at, by=by.code)
        if queued:
            await jobs.enqueue(tx, [SimulateLaw(simulation_id=simulation_id)])
    return simulation_id


async def simulate_again(simulation_id: int, by: Actor, deps: Deps) -> None:
    """After it failed or was interrupted."""
    by.require("simulateLaw")
    async with deps.transaction() as tx:
        if not await simulations.ask_again(tx, simulation_id):
            if await simulations.simulation(tx, simulation_id) is None:
                raise NotFound("Er is geen simulatie met dit nummer; kies er een uit de lijst.")
            raise StateForbids("Deze simulatie is klaar; begin een nieuwe.")
        await jobs.enqueue(tx, [SimulateLaw(simulation_id=simulation_id)])


async def read_draft(command: Draft, deps: Deps) -> LoadedLaw:
    files = command.files
    known = deps.law.files.keys() | legislation.read_files().keys()
    faults = [
        Issue(
            type="unknownInput",
            name=f"/files/{name}",
            detail=f"Een wetspakket heeft geen bestand {name}; het heeft {', '.join(sorted(known))}.",
        )
        for name in sorted(files.keys() - known)
    ]
    if not files:
        faults.append(Issue(type="requiredInput", name="/files", detail="Geef minstens één bestand van het ontwerp."))
    if sum(map(len, files.values())) > MOST_BYTES:
        faults.append(Issue(type="payloadTooLarge", name="/files", detail="Het ontwerp is groter dan 8 MiB; dien alleen wetsbestanden in."))
    if faults:
        raise BadInput(issues=tuple(faults))
    whole = dict(files) if command.whole else {**deps.law.files, **files}
    try:
        law = await asyncio.to_thread(routing.parse_law, whole)
    except routing.LawError as error:
        raise BadInput("Dit ontwerp is geen geldige wet; verbeter wat hieronder staat.", issues=tuple(map(_fault, error.issues))) from None
    except (ValueError, msgspec.MsgspecError) as error:
        raise BadInput(issues=(Issue(type="invalidInput", name="/files", detail=f"Dit ontwerp is niet te lezen: {error}."),)) from None
    return LoadedLaw(law=law, digest=legislation.digest(whole), files=whole)


def _fault(issue: routing.LawIssue) -> Issue:
    return Issue(type="invalidInput", name=f"/files/{issue.file}", detail=f"{issue.file}, {issue.row}: {issue.what}; {issue.mend}.")
