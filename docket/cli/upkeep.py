"""Commands that look after the database: migrate, upgrade, backup, restore, and the list of settings."""

import asyncio
import json
from pathlib import Path

import asyncpg
import click
import msgspec

from docket import backup as backups
from docket import migrate as migrations
from docket.actions.oversight.verify_register import verify_register
from docket.cli.opening import database_address, register, settings_of_environment
from docket.clock import SystemClock
from docket.database import recover, without_password
from docket.settings import Settings
from docket.upgrade import upgrade as upgrade_register


@click.command(short_help="Bring the database to the schema of this version.")
def migrate() -> None:
    """Bring the database to the schema of this version, in place. For a register in use, take `docket upgrade`."""
    settings = settings_of_environment()
    with database_address(settings) as url:
        applied = asyncio.run(_migrate(url))
    click.echo(f"Applied: {', '.join(applied)}." if applied else "Nothing to do: the database is of this version.")


async def _migrate(url: str) -> tuple[str, ...]:
    await recover(url)
    pending = (await _state(url)).pending
    migrations.apply(url)
    return pending


async def _state(url: str) -> migrations.State:
    connection = await asyncpg.connect(url)
    try:
        return await migrations.state(connection)
    finally:
        await connection.close()


@click.command(short_help="Back up, migrate a copy, verify it, and put it in place.")
@click.option("--despite-findings", is_flag=True, help="Tell what verify finds and go on: for what was there before, as after a restore.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def upgrade(despite_findings: bool, as_json: bool) -> None:
    """Bring a register to this version: back up, migrate a copy, verify it, put it in place in one step.

    Stop the service first. Whatever fails, or if this is killed, the register of before is the one that stays.
    """
    verify = tell_findings if despite_findings else walk_register
    settings = settings_of_environment()
    with database_address(settings) as url:
        done = asyncio.run(upgrade_register(url, settings, verify, SystemClock().now()))
    if as_json:
        click.echo(json.dumps({"applied": done.applied, "backup": str(done.backup) if done.backup else None}))
    elif done.applied:
        click.echo(f"Upgraded to migration {done.applied[-1]}." + (f" The backup of before: {done.backup}" if done.backup else ""))
    else:
        click.echo("Nothing to do: the register is of this version.")


async def bring_up_to_date(settings: Settings, url: str) -> tuple[str, ...]:
    """What `docket run` does at each start: nothing, the first schema, or an upgrade with its backup."""
    if not (await _state(url)).pending:
        return ()
    return (await upgrade_register(url, settings, walk_register, SystemClock().now())).applied


async def walk_register(url: str, settings: Settings) -> list[str]:
    """Everything that is not as it was entered, in the database at this address."""
    async with register(settings, url) as deps:
        findings, _ = await verify_register(deps)
        return [str(finding) for finding in findings]


async def tell_findings(url: str, settings: Settings) -> list[str]:
    """Lets the register pass, whatever is wrong with it."""
    for finding in await walk_register(url, settings):
        click.echo(finding, err=True)
    return []


@click.command(short_help="Make a backup; the service may go on.")
@click.option("--into", type=click.Path(path_type=Path), help="Folder to make it in; otherwise backups/ in the data folder.")
def backup(into: Path | None) -> None:
    """Make a backup of the database, the signed heads and the signing key; the service may go on. Prints its folder.

    \b
    Keep backups on another machine, and treat them as secret: they hold all files and the key.
    Example:
      docket backup --into /mnt/backups
    """
    settings = settings_of_environment()
    with database_address(settings) as url:
        folder = asyncio.run(_backup(url, settings, into))
    click.echo(str(folder))


async def _backup(url: str, settings: Settings, into: Path | None) -> Path:
    await recover(url)
    return await backups.take(url, settings, SystemClock().now(), into=into)


@click.command(short_help="Put a backup in the place of the present register.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask; what was registered after the backup is lost.")
def restore(folder: Path, yes: bool) -> None:
    """Put a backup in the place of the present register, once it verifies. Stop the service first.

    \b
    Example:
      docket restore .docket/backups/2026-11-24T093000.000000Z
    """
    settings = settings_of_environment()
    manifest = backups.check(folder)
    if not yes:
        click.confirm(f"Replace the present register by the backup of {manifest.made_at:%Y-%m-%d %H:%M} UTC?", abort=True)
    with database_address(settings) as url:
        asyncio.run(backups.restore(url, folder, settings, walk_register))
    click.echo("The backup is in place and verifies. Heads signed after it stay in their folder: `docket verify` names them.")


@click.command(short_help="Print every setting with its value.")
def settings() -> None:
    """Print every setting as its environment variable and its value, passwords left out."""
    found = settings_of_environment()
    for field in msgspec.structs.fields(Settings):
        value = getattr(found, field.name)
        if isinstance(value, tuple):
            shown = ",".join(str(int(one.total_seconds() // 60)) if hasattr(one, "total_seconds") else one for one in value)
        elif isinstance(value, bool):
            shown = str(value).lower()
        elif hasattr(value, "total_seconds"):
            shown = str(int(value.total_seconds() // 60))
        else:
            shown = "" if value is None else without_password(str(value))
        click.echo(f"{found.variable(field.name)}={shown}")
