"""The list of commands, and how their failures are told."""

from typing import IO

import asyncpg
import click

from docket.backup import BackupFailed
from docket.cli import accounts, cases, deciding, draws, law, life, limits, mail, on_duty, processes, replaying, simulating, upkeep
from docket.embedded import DatabaseUnavailable
from docket.errors import DocketError
from docket.legislation import BadLaw
from docket.migrate import DatabaseBehind, MigrationFailed
from docket.settings import BadSetting
from docket.simulating import SimulationFailed
from docket.supervisor import GaveUp

#: Expected failures: their message says what to do, a trace would hide it.
TOLD = (BackupFailed, BadLaw, BadSetting, DatabaseBehind, DatabaseUnavailable, GaveUp, MigrationFailed, SimulationFailed)

UNREACHABLE = (asyncpg.PostgresConnectionError, asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError)

HELP = """Court docket and jurisdiction router for port crime.

\b
A first tour:
  docket run                               start everything, on http://127.0.0.1:8000
  docket import examples/incidents.jsonl   register the examples
  docket route examples/incidents.jsonl    decide them without registering anything
  docket verify                            walk the hash chains of the whole register

\b
Settings are environment variables; `docket settings` prints them with their values.
Exit code 0: done; 1: refused or failed, or some rows were; 2: a wrong command line.
"""


class Told(click.ClickException):
    """An expected failure: one message on standard error, exit code 1."""

    def show(self, file: IO[str] | None = None) -> None:
        click.echo(f"docket: {self.message}", file=file, err=file is None)


class Commands(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DocketError as failure:
            raise Told("\n".join((failure.detail, *(f"  {line}" for line in failure.lines() if failure.issues)))) from failure
        except TOLD as failure:
            raise Told(str(failure)) from failure
        except BrokenPipeError:
            raise  # who read our lines went away; click ends quietly
        except (*UNREACHABLE, ConnectionError) as failure:
            raise Told(f"The database cannot be reached: {failure}. Check DOCKET_DATABASE_URL.") from failure


@click.group(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="docket")
def commands() -> None:
    pass


COMMANDS = (
    processes.run,
    processes.serve,
    processes.work,
    processes.health,
    cases.import_cases,
    deciding.route,
    deciding.render,
    cases.verify,
    replaying.replay_decisions,
    replaying.decide_as_of,
    accounts.user,
    accounts.client,
    law.law,
    life.life,
    simulating.simulate,
    draws.draw,
    limits.limit,
    on_duty.duty,
    mail.mail,
    upkeep.migrate,
    upkeep.upgrade,
    upkeep.backup,
    upkeep.restore,
    upkeep.settings,
)
law.law.add_command(simulating.enact)
for each in COMMANDS:
    commands.add_command(each)


def main() -> None:
    commands(prog_name="docket")
