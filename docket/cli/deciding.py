"""Commands that decide reports without any database: route, and render for a trial of a document."""

import hashlib
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, get_args

import click
import msgspec

import documents
import documents.templates
from docket import cases, contract, legislation, papers, tracks
from docket.api.told import ToldDecision, told
from docket.cli.opening import settings_of_environment
from docket.clock import SystemClock, court_day
from docket.contract import Report, decode_report
from docket.errors import BadInput, DocketError
from docket.json_lines import Line, lines_of
from docket.store.cases import Intake
from routing import ENGINE_VERSION, CaseFacts, Decision, Explanation, Language, Law, PolicyCode, explain
from routing import route as decide

TRIAL_NUMBER = "PROEF, NIET GEREGISTREERD"


class DecidedLine(msgspec.Struct, frozen=True, kw_only=True):
    line: int
    report: Report
    facts: CaseFacts
    decision: Decision


#: What is done with a line that is not a report.
Refuse = Callable[[Line, DocketError], None]


def decide_lines(file: IO[bytes], law: Law, entered_on: date, refuse: Refuse, policy: PolicyCode | None = None) -> Iterator[DecidedLine]:
    """A number in relatedCases may be the externalId of an earlier line."""
    known: dict[str, cases.RelatedFile] = {}
    for line in lines_of(file):
        try:
            report = cases.numbered(decode_report(line.content()))
        except DocketError as error:
            refuse(line, error)
            continue
        facts = cases.facts_of(report, entered_on, _related(report, known))
        decision = decide(facts, law, policy)
        if report.external_id:
            known[report.external_id] = cases.RelatedFile(
                named=report.external_id,
                case_number=report.external_id,
                port_crime=decision.scope == "portCrime",
                court=tracks.statutory_court(decision),
            )
        yield DecidedLine(line=line.number, report=report, facts=facts, decision=decision)


def _related(report: Report, known: dict[str, cases.RelatedFile]) -> tuple[cases.RelatedFile, ...]:
    names = {row.case_number for row in report.related_cases if row.case_number in known}
    return tuple(known[name] for name in sorted(names))


class Refused:
    """Tells each refused line on standard error, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, line: Line, error: DocketError) -> None:
        self.count += 1
        click.echo(f"line {line.number}: refused\n" + "\n".join(f"    {issue}" for issue in error.lines()), err=True)


class RoutedLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    external_id: str | None
    decision: ToldDecision
    explanation: Explanation


@click.command(short_help="Decide the files of a JSON Lines file, without any database.")
@click.argument("file", type=click.File("rb"))
@click.option("--policy", type=click.Choice(["stroomplan", "enacted"]), help="Otherwise the policy in force.")
@click.option("--language", type=click.Choice(get_args(Language)), default="nl", show_default=True, help="Of the sentences.")
def route(file: IO[bytes], policy: PolicyCode | None, language: Language) -> None:
    """Decide the files of FILE, one JSON object a line, without any database; prints one JSON object a line.

    \b
    A relatedCases number may be the externalId of an earlier line. Broken lines are told on standard error.
    Examples:
      docket route examples/scenarios.jsonl
      docket route --policy enacted - < reports.jsonl | jq .decision.tracks
      docket route --language fr examples/scenarios.jsonl | jq -r '.explanation.long[]'
    """
    law = legislation.load(settings_of_environment().law_dir).law
    refused = Refused()
    for decided in decide_lines(file, law, court_day(SystemClock().now()), refused, policy):
        routed = RoutedLine(
            external_id=decided.report.external_id,
            decision=told(decided.decision, law, language),
            explanation=explain(decided.decision, law, language),
        )
        click.echo(msgspec.json.encode(routed).decode())
    sys.exit(1 if refused.count else 0)


@click.command(short_help="Make a document of a report, or its example, without any database.")
@click.argument("kind", type=click.Choice([kind.code for kind in documents.KINDS]))
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--line", default=1, show_default=True, help="Which line of FILE.")
@click.option("--about", metavar="ID", help="Id of the suspect of a document about one: s1, or as the report names him.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it; otherwise KIND.docx in this folder.")
def render(kind: str, file: IO[bytes] | None, line: int, about: str | None, out: Path | None) -> None:
    """Make the document KIND of one line of FILE, decided but not registered; without FILE the example of that document.

    \b
    The documents of registered files are on their page. Examples:
      docket render receipt
      docket render jurisdiction_note examples/incidents.jsonl --line 3 --out nota.docx
      docket render jurisdiction_note_defence examples/incidents.jsonl --line 103 --about s2
    """
    chosen = documents.kind_of(kind)
    _require_about(kind, about, example=file is None)
    context = chosen.example if file is None else trial_context(kind, file, line, about)
    target = out or Path(chosen.template)
    target.write_bytes(documents.render(chosen, context, documents.templates.read(kind)))
    click.echo(str(target))


def _require_about(kind: str, about: str | None, *, example: bool) -> None:
    """A document about one suspect of a line has to be told which; no other document is told any."""
    about_one = papers.paper_of(kind).about != "file"
    if about_one and about is None and not example:
        raise click.UsageError(f"{kind} is about one suspect; name him with --about ID, for example --about s1.")
    if about is not None and (example or not about_one):
        raise click.UsageError("--about names the suspect of a document about one, made of a line of FILE; leave it out here.")


class TrialDecision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that no register holds."""

    kind: str = "routed"
    decision: Decision
    law_digest: str
    engine_version: str = ENGINE_VERSION
    decided_at: datetime
    reason: str | None = None
    open_tracks: tuple[int, ...]


def trial_context(kind: str, file: IO[bytes], line: int, about: str | None = None) -> msgspec.Struct:
    """What the document would say of a line; its number says that it is a trial."""
    loaded, now = legislation.load(settings_of_environment().law_dir), SystemClock().now()
    refused = Refused()
    decided = next((each for each in decide_lines(file, loaded.law, court_day(now), refused) if each.line == line), None)
    if decided is None:
        raise click.BadParameter(f"{file.name} has no report on line {line}.", param_hint="--line")
    case = cases.Case(
        id=0,
        case_number=TRIAL_NUMBER,
        version=1,
        status="registered",
        confidentiality="ordinary",
        holding_office=tracks.PORT_OFFICE,
        registered_at=now,
        entered_on=court_day(now),
        report=decided.report,
    )
    open_tracks = tracks.open_ordinals(decided.decision, decided.facts)
    stored = TrialDecision(decision=decided.decision, law_digest=loaded.digest, decided_at=now, open_tracks=open_tracks)
    try:
        taken = hashlib.sha256(contract.canonical_json(decided.report)).hexdigest()
        intake = Intake(sender="import", received_at=now, digest=taken)
        known = papers.Known(at=now, case=case, stored=stored, law=loaded.law, intake=intake)
        return papers.context_of(kind, known, papers.Wanted(about=about))
    except documents.MissingFact as missing:
        able = ", ".join(papers.persons_of(papers.paper_of(kind), case)) or "geen"
        raise BadInput(f"{missing} Personen voor wie het kan: {able}." if about is not None else str(missing)) from None
