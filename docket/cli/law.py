"""Commands about the legislation files: check them, and see which examples a change moves."""

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import monotonic

import click
import msgspec

from docket import legislation
from docket.cli import proving
from docket.cli.deciding import decide_lines
from docket.cli.law_told import by, law_lines
from docket.cli.opening import settings_of_environment, with_register
from docket.clock import SystemClock, court_day
from docket.deps import Deps
from docket.store import law_packs
from docket.store.law_packs import Enactment
from routing import Decision, Law, PolicyCode, law_report, parse_law

CHECKOUT = Path(__file__).resolve().parent.parent.parent
POLICIES: tuple[PolicyCode, ...] = ("stroomplan", "enacted")


@click.group()
def law() -> None:
    """The legislation files that decide."""


@law.command(short_help="Validate the legislation files and print what a change affects.")
@click.option("--against", default="HEAD", show_default=True, help="Commit whose law is the one before the change.")
@click.option("--expired", is_flag=True, help="List every row that nobody compared with the official text in the last year.")
def check(against: str, *, expired: bool) -> None:
    """Validate and prove the legislation files, and print which examples are decided differently than before the change.

    \b
    Examples:
      docket law check
      docket law check --expired
      docket law check --against v1.0
    """
    settings = settings_of_environment()
    loaded = legislation.load(settings.law_dir)
    files = legislation.read_files(settings.law_dir)
    click.echo(f"The law is sound: {len(files)} files, digest {loaded.digest}.")
    today = court_day(SystemClock().now())
    for line in law_report(loaded.law, today, list_expired=expired):
        click.echo(f"  {line}")
    _prove(files, today)
    before = files_of_commit(against)
    if before is None:
        click.echo("No earlier law to compare with: this is not a git checkout, or it had none.")
        return
    changed = sorted(name for name in {*files, *before} if files.get(name) != before.get(name))
    if not changed:
        click.echo(f"No file differs from {against}.")
        return
    click.echo(f"Changed since {against}: {', '.join(changed)}.")
    try:
        old = parse_law(before, stored=True)
    except ValueError as error:
        click.echo(f"The law of {against} cannot be read by this version ({error}), so decisions were not compared.")
        return
    moved = list(moved_examples(old, loaded.law))
    click.echo("\n".join(moved) if moved else "Every example is decided as before.")


def _prove(files: Mapping[str, bytes], today: date) -> None:
    """Prints the proof; what it finds wrong ends the command."""
    started = monotonic()
    proof = proving.prove(files, today)
    for line in proving.lines(proof, monotonic() - started):
        click.echo(f"  {line}")
    if proof.faults:
        raise click.ClickException("The law is not proved:\n" + "\n".join(f"  {fault}" for fault in proof.faults))


@law.command(short_help="Print the law in force, and what was in force before it.")
@click.option("--json", "as_json", is_flag=True, help="Print the enactments as JSON, the newest first.")
def history(as_json: bool) -> None:
    """Print every enactment of this register, the newest first: that one is the law in force.

    \b
    Example:
      docket law history
    """
    lines, enacted = with_register(_history)
    if as_json:
        click.echo(msgspec.json.encode([_as_json(each) for each in enacted]).decode())
        return
    for each in enacted:
        click.echo(f"{each.seq}. from {each.in_force_from:%Y-%m-%d}: pack {each.digest}, by {by(each)}. {each.reason}")
    for line in lines[1:]:
        click.echo(line)


async def _history(deps: Deps) -> tuple[list[str], tuple[Enactment, ...]]:
    return await law_lines(deps), await law_packs.history(deps.pool)


def _as_json(enacted: Enactment) -> dict[str, object]:
    row = msgspec.structs.asdict(enacted)
    return row | {"previous_hash": enacted.previous_hash.hex(), "hash": enacted.hash.hex()}


def moved_examples(old: Law, new: Law) -> list[str]:
    """One line for each example and policy whose tracks differ between two laws."""
    told = []
    for file in sorted((CHECKOUT / "examples").glob("*.jsonl")):
        for policy in POLICIES:
            then, now = decide(file, old, policy), decide(file, new, policy)
            told += [
                f"{file.name} {name} ({policy}): {shown(then[name])} -> {shown(now[name])}"
                for name in then
                if (then[name].scope, then[name].tracks) != (now[name].scope, now[name].tracks)
            ]
    return told


def decide(file: Path, law: Law, policy: PolicyCode) -> dict[str, Decision]:
    entered_on = court_day(SystemClock().now())
    with file.open("rb") as lines:
        decided = list(decide_lines(lines, law, entered_on, lambda line, error: None, policy))
    return {each.report.external_id or f"line {each.line}": each.decision for each in decided}


def shown(decision: Decision) -> str:
    tracks = [f"{track.prosecution_office or '-'}/{track.court or '-'}" for track in decision.tracks]
    return f"{decision.scope} {', '.join(tracks) or 'no track'}"


def files_of_commit(commit: str) -> dict[str, bytes] | None:
    """The legislation files of a commit; None outside a checkout."""
    folder = "routing/legislation"
    listed = _git("ls-tree", "--name-only", commit, f"{folder}/")
    if not listed:
        return None
    names = [name for name in listed.decode().splitlines() if Path(name).suffix in legislation.SUFFIXES]
    return {Path(name).name: _git("show", f"{commit}:{name}") or b"" for name in names}


def _git(*arguments: str) -> bytes | None:
    try:
        result = subprocess.run(["git", "-C", str(CHECKOUT), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return result.stdout if result.returncode == 0 else None
