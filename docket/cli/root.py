"""The list of commands, and how their failures are told."""

import sys

import asyncpg
import click

from docket.backup import BackupFailed
from docket.cli import accounts, cases, deciding, law, processes, upkeep
from docket.embedded import DatabaseUnavailable
from docket.errors import DocketError
from docket.legislation import BadLaw
from docket.migrate import DatabaseBehind, MigrationFailed
from docket.settings import BadSetting
from docket.supervisor import GaveUp

#: Expected failures: their message says what to do, a trace would hide it.
TOLD = (BackupFailed, BadLaw, BadSetting, DatabaseBehind, DatabaseUnavailable, GaveUp, MigrationFailed)

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


@click.group(help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
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
    accounts.user,
    accounts.client,
    law.law,
    upkeep.migrate,
    upkeep.upgrade,
    upkeep.backup,
    upkeep.restore,
    upkeep.settings,
)
for each in COMMANDS:
    commands.add_command(each)


def main() -> None:
    """Run the command line; an expected failure is one message on standard error and exit code 1."""
    try:
        commands(prog_name="docket")
    except DocketError as failure:
        refuse("\n".join((failure.detail, *(f"  {issue.name}: {issue.detail}" for issue in failure.issues))))
    except TOLD as failure:
        refuse(str(failure))
    except (asyncpg.PostgresConnectionError, asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError) as failure:
        refuse(f"The database refuses the connection: {failure}. Check DOCKET_DATABASE_URL.")
    except ConnectionError as failure:
        refuse(f"The database cannot be reached: {failure}. Check DOCKET_DATABASE_URL.")


def refuse(message: str) -> None:
    click.echo(f"docket: {message}", err=True)
    sys.exit(1)
