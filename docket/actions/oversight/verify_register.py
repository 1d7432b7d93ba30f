"""Walk the whole register; reads only, and writes no entry."""

from collections.abc import Callable

from docket.deps import Deps
from docket.verification import Counts, Finding, walk


def _ignore(_: Finding) -> None: ...


async def verify_register(deps: Deps, tell: Callable[[Finding], None] = _ignore) -> tuple[list[Finding], Counts]:
    """All findings, told one by one as they are met, and the counts of what was walked."""
    counts, findings = Counts(), []
    async with deps.pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        async for finding in walk(connection, counts, heads_folder=deps.settings.heads_folder, head_key=deps.settings.head_key):
            tell(finding)
            findings.append(finding)
    return findings, counts
