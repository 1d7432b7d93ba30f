"""Note in a file that another one that looks like it is not the same, so that it stops showing until something new speaks for it."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import pairing, redeciding
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.pairing import Changed
from docket.deps import Deps
from docket.errors import StateForbids
from docket.store.connected import NewLink


class DismissCandidate(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    other: str
    reason: str


async def dismiss_candidate(command: DismissCandidate, by: Actor, deps: Deps) -> Changed:
    own = await redeciding.find(command.case_number, "linkCases", by, deps)
    await redeciding.require_version(own, command.version, deps)
    reason = redeciding.required(command.reason)
    other = await pairing.the_other(command.other, own, "linkCases", by, deps)
    if not pairing.may_learn(own, other):
        raise StateForbids(
            f"{other.case.case_number} is beter beschermd dan dit dossier en mag er niet in genoemd worden; noteer het in dat dossier."
        )
    found = await list_candidates(ListCandidates(case_number=own.case.case_number), by, deps)
    clues = next((each.clues for each in found if each.case_number == other.case.case_number), None)
    if clues is None:
        raise StateForbids(f"{other.case.case_number} staat niet bij de dossiers die op dit dossier lijken.")
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, own)
        await pairing.link(tx, own, NewLink(other_id=other.case.id, kind="dismissed", side="reader", reason=reason, clues=clues), by, at)
        entry = entries.CandidateDismissed(version=own.case.version + 1, other=other.case.case_number, reason=reason)
        await redeciding.enter(tx, own, entry, by, at)
    return Changed(case_number=own.case.case_number, version=own.case.version + 1)
