"""Commands about the draws of prosecutors: commit, reveal, list, verify."""

import sys

import click
import msgspec

from docket import draws
from docket.access import Actor
from docket.actions.assignment.commit_seed import CommitSeed, commit_seed
from docket.actions.assignment.reveal_seed import RevealSeed, reveal_seed
from docket.actions.assignment.verify_draws import verify_draws
from docket.cli.opening import with_register
from docket.deps import Deps
from docket.draws import Checked
from docket.store import assignments
from docket.tracks import PORT_OFFICE

#: Whoever reaches the command line of the register reaches its seeds.
BY = Actor(account_id=None, code="commandLine", roles=frozenset({"headOfOffice"}), office=PORT_OFFICE)


@click.group(short_help="Seeds and draws of the named port prosecutor.")
def draw() -> None:
    """The named port prosecutor: commit and reveal seeds, list the draws, make every draw again.

    \b
    How a draw is made, so that anybody can write a script of his own for it:
      1. Before a file is registered, the register publishes the sha256 of a secret seed of 32 bytes (the commitment).
      2. A file goes first to the prosecutor of the oldest file that ties it, if he is on the roster, present and not recused.
      3. Otherwise every prosecutor with a place gets a weight: most open files of anybody with a place, less his own, plus one.
         Places stand in the order of the function codes as text; the first has the numbers 0 to weight - 1, and so on.
      4. HMAC-SHA256(seed, "<draw number>/<case number>") as a whole number, modulo the sum of the weights, is the number drawn.
         (A value of 2^256 - 2^256 mod sum or more is left, and "/2", "/3" ... is added to the text.)
      5. Draw numbers run from 1 for each seed without a gap. The seed is revealed when its period is over.
    `docket draw list --csv` gives all that is needed; docs/draws.md has a script of forty lines that uses nothing else.
    """


@draw.command("commit", short_help="Commit a seed for files to come.")
def commit() -> None:
    """Make a seed and publish its commitment: files that are registered from now on are drawn with it."""
    made = with_register(lambda deps: commit_seed(CommitSeed(), BY, deps))
    click.echo(f"Seed {made.seq} is committed: sha256 {made.commitment}")


@draw.command("reveal", short_help="Reveal a seed whose period is over.")
@click.argument("seed", type=click.IntRange(1))
def reveal(seed: int) -> None:
    """Reveal the SEED with this number; a newer one must be committed and no file may still wait for it."""
    shown = with_register(lambda deps: reveal_seed(RevealSeed(seq=seed), BY, deps))
    click.echo(f"Seed {shown.seq} was {shown.seed}")


@draw.command("list", short_help="List the seeds, or every assignment as CSV.")
@click.option("--csv", "as_csv", is_flag=True, help="Every assignment with all that it rests on, by function code.")
def list_draws(as_csv: bool) -> None:
    """List the seeds with their commitments; with --csv every assignment, for whoever makes the draws again."""
    with_register(_list_records if as_csv else _list_seeds)


async def _list_records(deps: Deps) -> None:
    click.echo(draws.HEADING, nl=False)
    async for record in assignments.draws(deps.pool):
        click.echo(draws.row(record), nl=False)


async def _list_seeds(deps: Deps) -> None:
    for line in await assignments.seeds(deps.pool):
        state = f"revealed {line.revealed_at:%Y-%m-%d}: {line.seed.hex()}" if line.seed and line.revealed_at else "secret"
        click.echo(f"{line.seq}  {line.commitment.hex()}  committed {line.committed_at:%Y-%m-%d %H:%M} UTC  {line.draws} draws  {state}")


@draw.command("verify", short_help="Make every draw again from what was kept.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts and what is wrong as JSON.")
def verify(as_json: bool) -> None:
    """Make every assignment again from the roster, loads and seed that were kept, and say of each whether it is the same.

    Exit code 1 when one is not, when a draw is missing, or when a commitment was changed.
    """
    wrong: list[Checked] = []

    def tell(checked: Checked) -> None:
        if checked.verdict == "wrong":
            wrong.append(checked)
        if not as_json:
            click.echo(str(checked))

    found = with_register(lambda deps: verify_draws(deps, tell))
    if as_json:
        click.echo(msgspec.json.encode({"checked": found, "wrong": wrong}).decode())
    else:
        for finding in found.findings:
            click.echo(finding)
        click.echo(str(found))
    sys.exit(0 if found.clean else 1)
