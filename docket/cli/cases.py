"""Commands that read or write files of the register: import, route, render, verify."""

import asyncio
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click
import msgspec

import documents
import documents.templates
from docket import cases, legislation
from docket.access import Actor
from docket.actions.verify_register import verify_register
from docket.cli.opening import database_address, register, settings_of_environment, with_register
from docket.clock import SystemClock, court_day
from docket.contract import Report, decode_report
from docket.deps import Deps
from docket.errors import DocketError
from docket.json_lines import lines_of
from docket.settings import Settings
from docket.verification import Counts
from routing import Decision, PolicyCode
from routing import route as route_facts

if TYPE_CHECKING:
    from docket import importing

#: The office whose files an import registers.
IMPORT_OFFICE = "antwerpPort"


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
    from docket import importing

    by = Actor(account_id=None, code=f"import:{sender}", roles=frozenset({"clerk"}), office=IMPORT_OFFICE)
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


def _told(row: "importing.Row") -> str:
    if row.result in ("refused", "failed"):
        return f"line {row.line}: {row.result}\n" + "\n".join(f"    {issue}" for issue in row.issues)
    offices = ", ".join(office or "no office" for office in row.offices) or "no track"
    return f"line {row.line}: {row.case_number} {_RESULTS[row.result]}: {row.scope}, {offices}"


class RoutedLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    external_id: str | None
    decision: Decision


@click.command(short_help="Decide the files of a JSON Lines file, without any database.")
@click.argument("file", type=click.File("rb"))
@click.option("--policy", type=click.Choice(["stroomplan", "enacted"]), help="Otherwise the policy in force.")
def route(file: IO[bytes], policy: PolicyCode | None) -> None:
    """Decide the files of FILE, one JSON object a line, without any database; prints one JSON object a line.

    \b
    A relatedCases number may be the externalId of an earlier line. Broken lines are told on standard error.
    Examples:
      docket route examples/scenarios.jsonl
      docket route --policy enacted - < reports.jsonl | jq .decision.tracks
    """
    settings = settings_of_environment()
    law = legislation.load(settings.law_dir).law
    entered_on = court_day(SystemClock().now())
    earlier: dict[str, bool] = {}
    refused = 0
    for line in lines_of(file):
        try:
            report = cases.numbered(decode_report(line.content()))
        except DocketError as error:
            refused += 1
            click.echo(f"line {line.number}: refused\n" + "\n".join(f"    {issue}" for issue in error.lines()), err=True)
            continue
        decision = route_facts(cases.facts_of(report, entered_on, related_to(report, earlier)), law, policy)
        if report.external_id:
            earlier[report.external_id] = decision.scope == "portCrime"
        click.echo(msgspec.json.encode(RoutedLine(external_id=report.external_id, decision=decision)).decode())
    sys.exit(1 if refused else 0)


def related_to(report: Report, earlier: dict[str, bool]) -> tuple[cases.RelatedFile, ...]:
    names = {row.case_number for row in report.related_cases if row.case_number in earlier}
    return tuple(cases.RelatedFile(named=name, case_number=name, port_crime=earlier[name]) for name in sorted(names))


@click.command(short_help="Make a document of a file, or its example.")
@click.argument("kind")
@click.argument("case_number", required=False)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it; otherwise KIND.docx in this folder.")
def render(kind: str, case_number: str | None, out: Path | None) -> None:
    """Make the document KIND of the file CASE_NUMBER and write it here, without storing it; without number its example.

    \b
    Examples:
      docket render jurisdiction_note HAV-2026-000001 --out nota.docx
      docket render receipt
    """
    try:
        chosen = documents.kind_of(kind)
    except LookupError as error:
        raise click.BadParameter(str(error.args[0]), param_hint="KIND") from None
    template = documents.templates.read(chosen.code)
    if case_number is None:
        content = documents.render(chosen, chosen.example, template)
    else:
        context = with_register(lambda deps: context_of(chosen.code, case_number, deps))
        content = documents.render(chosen, context, template)
    target = out or Path(chosen.template)
    target.write_bytes(content)
    click.echo(str(target))


async def context_of(kind: str, case_number: str, deps: Deps) -> msgspec.Struct:
    raise NotImplementedError


@click.command(short_help="Walk the hash chains and signed heads of the whole register.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def verify(as_json: bool) -> None:
    """Walk the hash chains, the stored decisions and documents, and the signed heads of the whole register.

    Every finding names the case and what differs. Exit code 1 when there is one.
    """
    findings, counts = with_register(lambda deps: verify_register(deps, (lambda _: None) if as_json else click.echo))
    if as_json:
        click.echo(msgspec.json.encode({"findings": findings, "checked": counts_of(counts)}).decode())
    else:
        click.echo(str(counts))
    sys.exit(1 if findings else 0)


def counts_of(counts: Counts) -> dict[str, int]:
    return {name: value for name, value in vars(counts).items() if isinstance(value, int)}
