"""Commands that read or write files of the register: import and verify."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import IO

import click
import msgspec

from docket import importing
from docket.access import Actor
from docket.actions.oversight.verify_register import verify_register
from docket.cli.opening import database_address, register, settings_of_environment, with_register
from docket.clock import court_day
from docket.deps import Deps
from docket.draws import code_of
from docket.json_lines import lines_of
from docket.replay import each_replayed
from docket.settings import Settings
from docket.store import accounts
from docket.tracks import PORT_OFFICE
from docket.verification import Counts, Finding


@click.command("import", short_help="Register the files of a JSON Lines file.")
@click.argument("file", type=click.File("rb"))
@click.option(
    "--sender", default="import", show_default=True, help="Whose externalIds these are; the same line of the same sender is one file."
)
@click.option("--into", metavar="CASENUMBER", help="Add each line as a later report to this file, instead of registering it.")
@click.option("--taken-by", metavar="USER", help="Sign-in name of who had taken these files in charge already; with --taken-on.")
@click.option("--taken-on", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day on which he took them, as 2024-03-01.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, on standard output.")
def import_cases(file: IO[bytes], sender: str, into: str | None, taken_by: str | None, taken_on: datetime | None, as_json: bool) -> None:
    """Register the files of FILE, one JSON object a line; - reads standard input.

    A second run registers nothing twice, and a broken line never stops the rest. Exit code 1 when a line was refused or failed.

    A file that nobody took in charge waits and is told along the chain of the duty, old ones too. Where somebody had taken them before,
    say who and when: the docket keeps it as said at the import. Files of another office go on waiting there.

    \b
    Examples:
      docket import examples/incidents.jsonl
      docket import later.jsonl --into HAV-2026-000001
      docket import --sender customs --json reports.jsonl | grep refused
      docket import archive.jsonl --taken-by an.peeters --taken-on 2024-03-01
    """
    if (taken_by is None) != (taken_on is None):
        raise click.UsageError("Name both: --taken-by says who took the files, --taken-on when.")
    if taken_by is not None and into is not None:
        raise click.UsageError("--taken-by is for new files; with --into each line is a later report of a file that is there.")
    settings = settings_of_environment()
    with database_address(settings) as url:
        counts = asyncio.run(
            _import(
                settings,
                url,
                file,
                sender=sender,
                into=into,
                taken=(taken_by, taken_on) if taken_by and taken_on else None,
                as_json=as_json,
            )
        )
    if not as_json:
        click.echo(", ".join(f"{count} {_RESULTS[result]}" for result, count in counts.items() if count) or "The file holds no lines.")
    sys.exit(1 if counts["refused"] or counts["failed"] else 0)


_RESULTS = {"registered": "registered", "added": "added", "alreadyThere": "already there", "refused": "refused", "failed": "failed"}


async def _import(
    settings: Settings,
    url: str,
    file: IO[bytes],
    *,
    sender: str,
    into: str | None,
    taken: tuple[str, datetime] | None,
    as_json: bool,
) -> dict[str, int]:
    """How many lines there are of each result."""
    by = Actor(account_id=None, code=f"import:{sender}", roles=frozenset({"clerk"}), office=PORT_OFFICE)
    counts = dict.fromkeys(_RESULTS, 0)
    async with register(settings, url) as deps:
        take = importing.adding(by, deps, sender, into) if into else importing.registering(by, deps, sender)
        if taken is not None:
            take = importing.taking(take, await _taken_before(*taken, deps), by, deps)
        # The bar goes to standard error, so that the rows can be piped on; it counts bytes, since lines are read as they come.
        with click.progressbar(length=_size(file), label="Importing", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
            async for line, row in importing.import_lines(lines_of(file), take):
                counts[row.result] += 1
                bar.update(line.read_until - bar.pos)
                click.echo(msgspec.json.encode(row).decode() if as_json else _told(row))
    return counts


async def _taken_before(name: str, on: datetime, deps: Deps) -> importing.TakenBefore:
    user = await accounts.user_by_name(deps.pool, name)
    if user is None or user.office is None or not user.actor.may("takeInCharge"):
        raise click.UsageError(f"{name} is no user of an office who may take a file in charge; make him one, or name somebody else.")
    if on.date() > court_day(deps.clock.now()):
        raise click.UsageError(f"{on:%Y-%m-%d} is still to come; nobody took a file on that day.")
    return importing.TakenBefore(code=code_of(user.id), office=user.office, taken_on=on.date())


def _size(file: IO[bytes]) -> int:
    """In bytes; 0 for a pipe, which has none."""
    return os.fstat(file.fileno()).st_size if file.seekable() else 0


def _told(row: importing.Row) -> str:
    if row.result in ("refused", "failed"):
        return f"line {row.line}: {row.result}\n" + "\n".join(f"    {issue}" for issue in row.issues)
    offices = ", ".join(office or "no office" for office in row.offices) or "no track"
    taken = f"; taken in charge by {row.taken_by}" if row.taken_by else f"; not noted as taken: {row.not_taken}" if row.not_taken else ""
    return f"line {row.line}: {row.case_number} {_RESULTS[row.result]}: {row.scope}, {offices}{taken}" + "".join(
        f"\n    looks like {each.case_number} ({each.score} of 100): {'; '.join(each.reasons)}" for each in row.candidates
    )


@click.command(short_help="Walk the hash chains and signed heads of the whole register.")
@click.option("--replay", "replaying", is_flag=True, help="Also decide every stored decision again, from its own facts and law.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def verify(replaying: bool, as_json: bool) -> None:
    """Walk the hash chains, the stored decisions and documents, the law packs, and the signed heads of the whole register.

    Every finding names the case and what differs. Exit code 1 when there is one.
    """
    findings, counts = with_register(lambda deps: _verify(deps, (lambda _: None) if as_json else click.echo, replaying=replaying))
    if as_json:
        click.echo(msgspec.json.encode({"findings": findings, "checked": counts_of(counts)}).decode())
    else:
        click.echo(str(counts))
    sys.exit(1 if findings else 0)


async def _verify(deps: Deps, tell: Callable[[Finding], None], *, replaying: bool) -> tuple[list[Finding], Counts]:
    findings, counts = await verify_register(deps, tell)
    if replaying:
        async for found in replayed_otherwise(deps):
            findings.append(found)
            counts.findings += 1
            tell(found)
    return findings, counts


async def replayed_otherwise(deps: Deps) -> AsyncIterator[Finding]:
    """Decisions whose own law and rules no longer give what is stored; those of other rules are `docket replay`'s to tell."""
    async with deps.pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        async for again in each_replayed(connection, deps.laws):
            if again.outcome == "otherBytes":
                parts = ", ".join(each.path for each in again.differences)
                what = f"dezelfde feiten, wet en regels geven een ander antwoord: {parts}"
                yield Finding(case_number=again.case_number, table="decisions", row=str(again.seq), columns=("result", "facts"), what=what)


def counts_of(counts: Counts) -> dict[str, int]:
    return {name: value for name, value in vars(counts).items() if isinstance(value, int)}
