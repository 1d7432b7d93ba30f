"""Walk the whole register; reads only, and writes no entry."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from docket import watching
from docket.deps import Deps
from docket.store import verification, watches
from docket.verification import Counts, Finding, walk
from docket.watches import basis_of, terms_of


def _ignore(_: Finding) -> None: ...


async def verify_register(deps: Deps, tell: Callable[[Finding], None] = _ignore) -> tuple[list[Finding], Counts]:
    """All findings, told one by one as they are met, and the counts of what was walked."""
    counts, findings = Counts(), []
    async with deps.pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        async for finding in walk(connection, counts, heads_folder=deps.settings.heads_folder, head_key=deps.settings.head_key):
            tell(finding)
            findings.append(finding)
        async for finding in _watches(connection, deps):
            counts.findings += 1
            tell(finding)
            findings.append(finding)
    return findings, counts


async def _watches(connection: Any, deps: Deps) -> AsyncIterator[Finding]:
    """What follows from facts, acts, law and day together, against what the worker made of it; not of a file that it still has to do."""
    terms = terms_of(deps.settings)
    if await watches.basis(connection) != basis_of(deps.law.digest, terms):
        return
    async for ids in verification.each_cases(connection):
        for number, one, what in await watching.differing(connection, ids, deps.law.law, terms, deps.clock.now()):
            where = "/".join(str(part) for part in one.key if part)
            told = "volgt uit het dossier, maar staat niet zo" if what == "missing" else "staat er, maar volgt zo niet uit het dossier"
            columns = ("counts_from", "on_day")
            yield Finding(
                case_number=number, table="case_watches", row=where, columns=columns, what=f"{told} (op {one.on_day or 'geen dag'})"
            )
