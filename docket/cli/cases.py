"""Commands that read or write files of the register: import and verify."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from typing import IO

import click
import msgspec

from docket import importing
from docket.access import Actor
from docket.actions.oversight.verify_register import verify_register
from docket.cli.opening import database_address, register, settings_of_environment, with_register
from docket.deps import Deps
from docket.json_lines import lines_of
from docket.replay import each_replayed
from docket.settings import Settings
from docket.tracks import PORT_OFFICE
from docket.verification import Counts, Finding


@click.command("import", short_help="Register the files of a JSON Lines file.")
@click.argument("file", type=click.File("rb"))
@click.option(
    "--sender", default="import", show_default=True, help="Whose externalIds these are; the same line of the same sender is one file."
)
@click.option("--into", metavar="CASENUMBER", help="Add each line as a later report to this file, instead of registering it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, on standard output.")
def import_cases(file: IO[bytes], sender: str, into: str | None, as_json: bool) -> None:
    """Register the files of FILE, one JSON object a line; - reads standard input.

    A second run registers nothing twice, and a broken line never stops the rest. Exit code 1 when a line was refused or failed.

    \b
    Examples:
      docket import examples/incidents.jsonl
      docket import later.jsonl --into HAV-2026-000001
      docket import --sender customs --json reports.jsonl | grep refused
    """
    settings = settings_of_environment()
    with database_address(settings) as url:
        counts = asyncio.run(_import(settings, url, file, sender=sender, into=into, as_json=as_json))
    if not as_json:
        click.echo(", ".join(f"{count} {_RESULTS[result]}" for result, count in counts.items() if count) or "The file holds no lines.")
    sys.exit(1 if counts["refused"] or counts["failed"] else 0)


_RESULTS = {"registered": "registered", "added": "added", "alreadyThere": "already there", "refused": "refused", "failed": "failed"}


async def _import(settings: Settings, url: str, file: IO[bytes], *, sender: str, into: str | None, as_json: bool) -> dict[str, int]:
    """How many lines there are of each result."""
    by = Actor(account_id=None, code=f"import:{sender}", roles=frozenset({"clerk"}), office=PORT_OFFICE)
    counts = dict.fromkeys(_RESULTS, 0)
    async with register(settings, url) as deps:
        take = importing.adding(by, deps, sender, into) if into else importing.registering(by, deps, sender)
        # The bar goes to standard error, so that the rows can be piped on; it counts bytes, since lines are read as they come.
        with click.progressbar(length=_size(file), label="Importing", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
            async for line, row in importing.import_lines(lines_of(file), take):
                counts[row.result] += 1
                bar.update(line.read_until - bar.pos)
                click.echo(msgspec.json.encode(row).decode() if as_json else _told(row))
    return counts


def _size(file: IO[bytes]) -> int:
    """In bytes; 0 for a pipe, which has none."""
    return os.fstat(file.fileno()).st_size if file.seekable() else 0


def _told(row: importing.Row) -> str:
    if row.result in ("refused", "failed"):
        return f"line {row.line}: {row.result}\n" + "\n".join(f"    {issue}" for issue in row.issues)
    offices = ", ".join(office or "no office" for office in row.offices) or "no track"
    alike = f"; looks like {row.candidates} other {'file' if row.candidates == 1 else 'files'}" if row.candidates else ""
    return f"line {row.line}: {row.case_number} {_RESULTS[row.result]}: {row.scope}, {offices}{alike}"


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
