"""Strike an entry through that was made in error, by a new one: it stays and stays readable, and nothing is undone by it."""

import msgspec

from docket import entries
from docket.access import ENTRIES_ABOUT, Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot
from docket.timeline import NOT_UNDONE


class StrikeEntry(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Number of the entry in the docket of the file.
    seq: int
    reason: str


async def require_entry(found: Snapshot, seq: int, by: Actor, deps: Deps) -> tuple[str, bool]:
    """The kind of an entry of the file, and whether it was struck; raises BadInput where there is none."""
    lines = await docket_entries.kinds_of(deps.pool, found.case.id)
    # Nobody strikes such a line, and whoever may not see it is not told that it is there.
    seen = {number: line for number, line in lines.items() if line[0] not in ENTRIES_ABOUT or by.may(ENTRIES_ABOUT[line[0]])}
    if seq not in seen:
        detail = f"Een registerlijn {seq} is er niet in dit dossier; kies er een uit de tijdlijn."
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/seq", detail=detail, value=seq),))
    return seen[seq]


async def strike_entry(command: StrikeEntry, by: Actor, deps: Deps) -> ChangedCase:
    """Only an entry that states a fact which a person typed; what the register did or decided is undone by an act of its own."""
    found = await redeciding.find(command.case_number, "strikeEntry", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    kind, struck = await require_entry(found, command.seq, by, deps)
    if struck:
        raise StateForbids(f"Registerlijn {command.seq} is al doorgehaald.")
    if kind not in NOT_UNDONE:
        told = entries.TITLES_NL.get(kind, kind)
        raise StateForbids(
            f"Registerlijn {command.seq} ({told}) zegt wat het register zelf deed of wat iemand besliste; "
            "dat maakt u ongedaan door een eigen handeling, niet door een doorhaling."
        )
    entry = entries.EntryStruck(version=found.case.version + 1, struck=command.seq, struck_kind=kind, reason=reason)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)
