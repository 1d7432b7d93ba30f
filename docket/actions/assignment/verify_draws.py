"""Make every assignment again from what was kept; reads only, and writes no entry."""

from collections.abc import Callable

import msgspec

from docket import draws, seeds
from docket.deps import Deps
from docket.draws import Checked, DrawRecord, KnownSeed, Sequences
from docket.store import assignments as store


class VerifiedDraws(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    same: int
    #: Of a seed that is not revealed yet.
    secret: int
    by_head: int
    wrong: int
    #: About the seeds: a draw that is missing, a commitment that was changed.
    findings: tuple[str, ...]

    @property
    def clean(self) -> bool:
        return not self.wrong and not self.findings

    def __str__(self) -> str:
        return (
            f"Nagegaan: {self.same} kloppen, {self.secret} met een zaad dat nog geheim is, {self.by_head} gekozen door het hoofd, "
            f"{self.wrong} fout; {len(self.findings) or 'geen'} {'bevinding' if len(self.findings) == 1 else 'bevindingen'} over de zaden"
        )


def _ignore(_: Checked) -> None: ...


async def verify_draws(deps: Deps, tell: Callable[[Checked], None] = _ignore) -> VerifiedDraws:
    """Each assignment is told as it is checked."""
    counts = {"same": 0, "secret": 0, "byHead": 0, "wrong": 0}
    async with deps.pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        lines = await store.seeds(connection)
        known = tuple(
            KnownSeed(seq=line.seq, committed_at=line.committed_at, revealed_at=line.revealed_at, draws=line.draws) for line in lines
        )
        sequences = Sequences()
        async for record in store.draws(connection):
            sequences.add(record)
            checked = _checked(record, known)
            counts[checked.verdict] += 1
            tell(checked)
    chain = (f"zaad {seq}: {what}" for seq, _, what in seeds.broken(line.link for line in lines))
    findings = (*chain, *sequences.findings({seed.seq: seed.draws for seed in known}))
    return VerifiedDraws(same=counts["same"], secret=counts["secret"], by_head=counts["byHead"], wrong=counts["wrong"], findings=findings)


def _checked(record: DrawRecord, known: tuple[KnownSeed, ...]) -> Checked:
    checked = draws.checked(record)
    other = draws.other_seed(record, known)
    return msgspec.structs.replace(checked, verdict="wrong", findings=(*checked.findings, other)) if other else checked
