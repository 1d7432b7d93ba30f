"""Commands that read or write files of the register: import, route, render, verify."""

import asyncio
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Literal

import click
import msgspec

import documents
import documents.templates
from docket import cases, legislation
from docket.access import Actor
from docket.cli.opening import database_address, register, settings_of_environment, with_register
from docket.clock import SystemClock, court_day
from docket.contract import Report, canonical_json, decode_report
from docket.deps import Deps
from docket.errors import BadInput, DocketError
from docket.settings import Settings
from routing import Decided, Decision, PolicyCode
from routing import route as route_facts

Result = Literal["registered", "alreadyThere", "added", "refused"]

#: The office whose files an import registers.
IMPORT_OFFICE = "antwerpPort"


class Row(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """What became of one line of an import."""

    line: int
    result: Result
    external_id: str | None = None
    case_number: str | None = None
    outcome: Literal["decided", "undecided"] | None = None
    scope: str | None = None
    offices: tuple[str | None, ...] = ()
    issues: tuple[str, ...] = ()

    def as_text(self) -> str:
        if self.result == "refused":
            return f"line {self.line}: refused\n" + "\n".join(f"    {issue}" for issue in self.issues)
        offices = ", ".join(office or "no office" for office in self.offices) or "no track"
        words = {"registered": "registered", "alreadyThere": "already there", "added": "added"}[self.result]
        return f"line {self.line}: {self.case_number} {words}: {self.scope}, {offices}"


@click.command("import", short_help="Register the files of a JSON Lines file.")
@click.argument("file", type=click.File("rb"))
@click.option(
    "--sender", default="import", show_default=True, help="Whose externalIds these are; the same line of the same sender is one file."
)
@click.option("--into", metavar="CASENUMBER", help="Add each line as a later report to this file, instead of registering it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, on standard output.")
def import_cases(file: IO[bytes], sender: str, into: str | None, as_json: bool) -> None:
    """Register the files of FILE, one JSON object a line; - reads standard input.

    A second run registers nothing twice, and a broken line never stops the rest. Exit code 1 when a line was refused.

    \b
    Examples:
      docket import examples/incidents.jsonl
      docket import later.jsonl --into HAV-2026-000001
      docket import --sender customs --json reports.jsonl | grep refused
    """
    settings = settings_of_environment()
    lines = list(numbered_lines(file))
    with database_address(settings) as url:
        rows = asyncio.run(_import(settings, url, lines, sender=sender, into=into, as_json=as_json))
    counts = {result: sum(row.result == result for row in rows) for result in ("registered", "added", "alreadyThere", "refused")}
    if not as_json:
        told = {"registered": "registered", "added": "added", "alreadyThere": "already there", "refused": "refused"}
        click.echo(", ".join(f"{count} {told[result]}" for result, count in counts.items() if count) or "The file holds no lines.")
    sys.exit(1 if counts["refused"] else 0)


async def _import(
    settings: Settings, url: str, lines: list[tuple[int, bytes]], *, sender: str, into: str | None, as_json: bool
) -> list[Row]:
    by = Actor(account_id=None, code=f"import:{sender}", roles=frozenset({"clerk"}), office=IMPORT_OFFICE)
    rows = []
    async with register(settings, url) as deps:
        # The bar goes to standard error, so that the rows can be piped on.
        with click.progressbar(lines, label="Importing", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
            for number, raw in bar:
                row = await import_line(number, raw, by, deps, sender=sender, into=into)
                rows.append(row)
                click.echo(msgspec.json.encode(row).decode() if as_json else row.as_text())
    return rows


async def import_line(number: int, raw: bytes, by: Actor, deps: Deps, *, sender: str, into: str | None = None) -> Row:
    """One line is one transaction: whatever is wrong with it is told and stays its own."""
    from docket.actions.add_report import AddReport, add_report
    from docket.actions.register_case import RegisterCase, register_case

    external_id = None
    try:
        report = decode_report(raw)
        external_id = report.external_id
        key = None if external_id else idempotency_key(report)
        if into is not None:
            added = await add_report(AddReport(case_number=into, version=None, report=report, sender=sender, idempotency_key=key), by, deps)
            return _row(number, "alreadyThere" if added.repeated else "added", external_id, added.case_number, added.after)
        done = await register_case(RegisterCase(report=report, sender=sender, idempotency_key=key), by, deps)
        return _row(number, "alreadyThere" if done.repeated else "registered", external_id, done.case_number, done.decision)
    except DocketError as error:
        return Row(line=number, result="refused", external_id=external_id, issues=issues_of(error))


def _row(number: int, result: Result, external_id: str | None, case_number: str, decision: Decision) -> Row:
    return Row(
        line=number,
        result=result,
        external_id=external_id,
        case_number=case_number,
        outcome="decided" if isinstance(decision, Decided) else "undecided",
        scope=decision.scope,
        offices=tuple(track.prosecution_office for track in decision.tracks),
    )


def idempotency_key(report: Report) -> str:
    """A line without externalId is known again by its content."""
    return "sha256:" + hashlib.sha256(canonical_json(report)).hexdigest()


def issues_of(error: DocketError) -> tuple[str, ...]:
    return tuple(f"{issue.name}: {issue.detail}" for issue in error.issues) or (error.detail,)


def numbered_lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Empty lines are skipped, and so is the byte order mark that some editors put at the begin."""
    for number, line in enumerate(file, start=1):
        text = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if text:
            yield number, text


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
    for number, raw in numbered_lines(file):
        try:
            report = cases.numbered(decode_report(raw))
        except BadInput as error:
            refused += 1
            click.echo(f"line {number}: refused\n" + "\n".join(f"    {issue}" for issue in issues_of(error)), err=True)
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
    from docket.cli.upkeep import verify_register

    settings = settings_of_environment()
    with database_address(settings) as url:
        findings = asyncio.run(verify_register(settings)(url))
    if as_json:
        click.echo(msgspec.json.encode({"findings": findings}).decode())
    else:
        click.echo("\n".join(findings) or "The register verifies: nothing was changed.")
    sys.exit(1 if findings else 0)
