"""Commands that try a draft of the law on the register, and put one in force."""

import sys
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import click

from docket import legislation, simulation_lists
from docket.access import Actor
from docket.actions.legislation.enact_law import EnactedLaw, EnactLaw, enact_law
from docket.actions.legislation.run_simulation import run_simulation
from docket.actions.legislation.simulate_law import Draft, simulate_law
from docket.cli.opening import with_register
from docket.deps import Deps
from docket.errors import NotSignedIn, StateForbids
from docket.simulation import NONE, Load, Totals
from docket.store import accounts, simulations
from docket.store.simulations import Simulation
from routing import ENGINE_VERSION, Law

#: Who may start a command holds the machine; he sees no file by it, but for the list that he asks for by name.
OPERATOR = Actor(account_id=None, code="system", roles=frozenset({"headOfOffice"}))
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)
#: Rows of a table on the screen; the list to download has them all.
_SHOWN = 12


@click.command(short_help="Decide the whole register under a draft of the law, and change nothing.")
@click.argument("law_folder", type=FOLDER)
@click.option("--csv", "csv_file", type=OUT, help="Write the list of files that move or stay there, for a spreadsheet.")
@click.option("--json", "json_file", type=OUT, help="Write that list there as JSON.")
def simulate(law_folder: Path, csv_file: Path | None, json_file: Path | None) -> None:
    """Decide the whole register under the draft in LAW_FOLDER and under the law in force, on one snapshot; the register stays as it is.

    \b
    What is found is kept: `docket law enact` puts a draft in force that was simulated.
    Examples:
      docket simulate routing/legislation
      docket simulate draft/ --csv moved.csv
    """
    files = legislation.read_files(law_folder)

    async def tried(deps: Deps) -> tuple[Simulation, Law] | None:
        simulation_id = await simulate_law(Draft(files=files, whole=True), OPERATOR, deps, queued=False)
        with click.progressbar(length=0, label="Deciding", file=sys.stderr, hidden=not sys.stderr.isatty(), show_pos=True) as bar:

            def told(done: int, all_files: int) -> None:
                bar.length = all_files
                bar.update(done - bar.pos)

            await run_simulation(simulation_id, deps, told)
        found = await simulations.simulation(deps.pool, simulation_id)
        if found is None or found.state != "done":
            click.echo(found.failure if found else "The simulation is gone.", err=True)
            return None
        if csv_file is not None:
            listed = simulation_lists.pages(deps.pool, simulation_id, None)
            await _write(csv_file, simulation_lists.as_csv(listed, deps.law.law))
        if json_file is not None:
            await _write(json_file, simulation_lists.as_json(simulation_lists.pages(deps.pool, simulation_id, None)))
        return found, deps.law.law

    done = with_register(tried)
    if done is None:
        sys.exit(1)
    click.echo("\n".join(report(*done)))


@click.command(short_help="Put a simulated draft in force, by two magistrates.")
@click.argument("law_folder", type=FOLDER)
@click.option("--by", "names", multiple=True, required=True, metavar="NAME", help="Sign-in name of a prosecutor or head; twice.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day of the act; not in the future.")
@click.option("--reason", required=True, help="As it stands in the register and on every page.")
def enact(law_folder: Path, names: tuple[str, ...], day: datetime, reason: str) -> None:
    """Put the draft in LAW_FOLDER in force: the files that its simulation moves get a new decision, new papers and mails.

    \b
    Registering goes on meanwhile; the files that move can be read, and changed once it is done.
    A draft that was not simulated against the law in force is refused. Each magistrate types his password: nobody enacts for another.
    Example:
      docket law enact draft/ --by an.peeters --by head --on 2026-11-24 --reason "Protocol van 12 november 2026"
    """
    if len(names) != 2:
        raise click.BadParameter("name exactly two magistrates.", param_hint="--by")
    digest = legislation.digest(legislation.read_files(law_folder))
    passwords = [click.prompt(f"Password of {name}", hide_input=True, err=True) for name in names]

    async def enacted(deps: Deps) -> EnactedLaw:
        people = [await _magistrate(name, password, deps) for name, password in zip(names, passwords, strict=True)]
        simulation_id = await simulations.last_done(deps.pool, digest, deps.law.digest, ENGINE_VERSION)
        if simulation_id is None:
            raise StateForbids("Dit ontwerp is niet gesimuleerd tegen de wet die nu geldt. Voer eerst uit: docket simulate MAP")
        command = EnactLaw(simulation_id=simulation_id, in_force_from=day.date(), reason=reason)
        return await enact_law(command, (people[0], people[1]), deps)

    done = with_register(enacted)
    click.echo(
        f"Enactment {done.seq}: law {done.digest[:12]} is in force. Of {done.totals.files} files {done.totals.moved} have a new decision, "
        f"{done.totals.lapsed} choices of people lapsed; {done.since_simulation} files were registered or changed since the simulation."
    )


async def _magistrate(name: str, password: str, deps: Deps) -> Actor:
    user = await accounts.user_by_name(deps.pool, name)
    if user is None:
        raise StateForbids(f"Er is geen open account met de naam {name}.")
    if user.must_change_password:
        raise StateForbids(f"{name} heeft nog geen eigen wachtwoord: laat hem eerst aanmelden en er een kiezen.")
    if not await deps.passwords.fits(user.password_hash, password):
        raise NotSignedIn(f"Het wachtwoord van {name} klopt niet. Probeer opnieuw.")
    return user.actor


async def _write(file: Path, parts: AsyncIterator[bytes]) -> None:
    with file.open("wb") as target:
        async for part in parts:
            target.write(part)
    click.echo(f"Written: {file}", err=True)


def report(found: Simulation, law: Law) -> list[str]:
    """What the simulation found, in lines; counts of the whole register, without any number of a file."""
    totals = found.totals or Totals()
    stays = ", ".join(f"{count} because {_WHY[why]}" for why, count in sorted(totals.stays.items())) or "none"
    lines = [
        f"Simulation {found.id}: draft {found.draft_digest[:12]} against law {(found.present_digest or '')[:12]}, "
        f"engine {found.engine_version}, register of {found.snapshot_at:%Y-%m-%d %H:%M} UTC.",
        f"{totals.files} files: {totals.moved} move, {totals.unchanged} are decided as before; staying though decided otherwise: {stays}.",
        f"Choices of people: {totals.lapsed} lapse, {totals.kept} stay. "
        f"Open: {_loads(totals.open_tracks)}. To confirm: {_loads(totals.to_confirm)}.",
    ]
    lines += _table("Files by office", {_named(code, law): load for code, load in totals.offices.items()})
    lines += _moves("Moved by office", totals.by_office, law)
    lines += _moves("Moved by court", totals.by_court, law)
    lines += _moves("Moved by area", totals.by_area, law)
    if totals.by_year:
        lines += ["Moved by year of receipt:", *(f"  {year}: {count}" for year, count in sorted(totals.by_year.items()))]
    return lines


_WHY = {"referred": "a track is before its court", "seised": "a court was seised before", "groundsOnly": "only its grounds differ"}


def _table(title: str, loads: dict[str, Load]) -> list[str]:
    rows = sorted(loads.items(), key=lambda row: (-max(row[1].before, row[1].after), row[0]))
    return [f"{title} (before -> after):", *(f"  {name}: {_loads(load)}" for name, load in rows)] if rows else []


def _moves(title: str, counts: dict[str, int], law: Law) -> list[str]:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    lines = [f"  {' -> '.join(_codes(side, law) for side in key.split('>'))}: {count}" for key, count in rows[:_SHOWN]]
    more = [f"  and {len(rows) - _SHOWN} more kinds, {sum(count for _, count in rows[_SHOWN:])} files"] if len(rows) > _SHOWN else []
    return [f"{title}:", *lines, *more] if rows else []


def _codes(side: str, law: Law) -> str:
    return ", ".join(_named(code, law) for code in side.split(","))


def _named(code: str, law: Law) -> str:
    return "none" if code == NONE else law.title(code) or code


def _loads(load: Load) -> str:
    difference = load.after - load.before
    return f"{load.before} -> {load.after}" + (f" ({difference:+})" if difference else "")
