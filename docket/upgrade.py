"""Brings a register to this version by way of a copy, so that a failure or a kill leaves the old one as it was."""

from datetime import datetime
from pathlib import Path

import asyncpg
import msgspec

from docket import backup, migrate
from docket.database import replacement
from docket.settings import Settings

#: What no upgrade may lose: the law in force, and every law that a decision rests on.
LAW = ("law_packs", "law_pack_files", "enactments", "law_in_force")


class Upgraded(msgspec.Struct, frozen=True, kw_only=True):
    """What an upgrade did; both empty when there was nothing to do."""

    applied: tuple[str, ...] = ()
    backup: Path | None = None


async def upgrade(url: str, settings: Settings, verify: backup.Verify, now: datetime) -> Upgraded:
    """Back up, migrate a copy made from that backup, verify it, and put it in place; no step touches the old database."""
    async with replacement(url) as new:
        found = await _state(url)
        if found.unknown:
            raise migrate.DatabaseBehind(
                f"The database was made by a newer version (migration {', '.join(found.unknown)}); start that one."
            )
        if not found.pending:
            return Upgraded()
        if not found.applied:
            migrate.apply(url)  # nothing to lose yet
            return Upgraded(applied=found.pending)
        await new.begin()
        saved = await backup.take(new.before_url, settings, now)
        await backup.fill_and_verify(new, saved / backup.DUMP, settings, verify)
        await _require_same_counts(new.before_url, new.next_url)
        await new.finish()
        return Upgraded(applied=found.pending, backup=saved)


async def _state(url: str) -> migrate.State:
    connection = await asyncpg.connect(url)
    try:
        return await migrate.state(connection)
    finally:
        await connection.close()


async def _require_same_counts(old: str, new: str) -> None:
    """A migration that loses docket entries must not pass, whatever else it does."""
    before, after = [await _counts(url) for url in (old, new)]
    lost = {name: (count, after[name]) for name, count in before.items() if name in after and after[name] < count}
    if lost:
        raise backup.BackupFailed(f"The migration loses rows, so the present database stays in place: {lost}.")


async def _counts(url: str) -> dict[str, int]:
    connection = await asyncpg.connect(url)
    try:
        names = await connection.fetch("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
        kept = [name for (name,) in names if name in ("cases", "decisions", "docket_entries", "documents", "heads", "head_cases", *LAW)]
        return {name: await connection.fetchval(f'select count(*) from "{name}"') for name in kept}  # noqa: S608
    finally:
        await connection.close()
