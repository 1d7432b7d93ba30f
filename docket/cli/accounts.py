"""Commands that let people and machines in: user add, client add; and the first user of an empty register."""

import json
from datetime import timedelta
from typing import get_args

import click

from docket.access import ALL_ROLES, Actor, Role, Scope
from docket.actions.accounts.add_client import CLIENT_ROLES, AddClient
from docket.actions.accounts.add_client import add_client as insert_client
from docket.actions.accounts.add_user import AddUser
from docket.actions.accounts.add_user import add_user as insert_user
from docket.cli.opening import with_register
from docket.deps import Deps
from docket.passwords import new_password
from docket.settings import write_secret
from docket.store import accounts

FIRST_USER = "beheer"
FIRST_OFFICE = "antwerpPort"
FIRST_ROLES: tuple[Role, ...] = ("clerk", "administrator")


#: Whoever reaches the command line of the register reaches its database.
BY = Actor(account_id=None, code="commandLine", roles=frozenset({"administrator"}))


@click.group()
def user() -> None:
    """People who sign in."""


@click.group()
def client() -> None:
    """Machines that use the API."""


@user.command("add", short_help="Make a user and print the first password.")
@click.argument("name")
@click.option("--display-name", help="As colleagues see it; otherwise NAME.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(ALL_ROLES), help="May be given several times.")
@click.option("--office", help="Office of a clerk, prosecutor or head, such as antwerpPort.")
@click.option("--court", help="Court of a registrar, such as antwerpCorrectional.")
@click.option("--json", "as_json", is_flag=True, help="Print the account as JSON.")
def add_user(name: str, display_name: str | None, roles: tuple[str, ...], office: str | None, court: str | None, as_json: bool) -> None:
    """Make the user NAME and print a first password, which must be changed at the first sign-in.

    \b
    Examples:
      docket user add jpeeters --role clerk --office antwerpPort
      docket user add mdevos --role prosecutor --role headOfOffice --office antwerpPort
    """
    command = AddUser(name=name, display_name=display_name or name, roles=roles, office=office, court=court)
    added = with_register(lambda deps: insert_user(command, BY, deps))
    tell(as_json, {"name": added.name, "password": added.password}, f"User {added.name} signs in with the password {added.password}")


@client.command("add", short_help="Make an API client and print its key.")
@click.argument("name")
@click.option("--role", type=click.Choice(CLIENT_ROLES), default="officeClient", show_default=True)
@click.option("--office", help="Office of the client, unless it is a registryClient.")
@click.option("--court", help="Court of a registryClient.")
@click.option("--scope", "scopes", multiple=True, required=True, type=click.Choice(get_args(Scope)), help="May be given several times.")
@click.option("--days", type=click.IntRange(1, 3660), default=365, show_default=True, help="After this many days the key ends.")
@click.option("--json", "as_json", is_flag=True, help="Print the client as JSON.")
def add_client(name: str, role: str, office: str | None, court: str | None, scopes: tuple[str, ...], days: int, as_json: bool) -> None:
    """Make the API client NAME and print its key, which is shown this once and stored as a hash.

    \b
    Example:
      docket client add shipping-police --office antwerpPort --scope cases:write --scope cases:read
    """
    valid_for = timedelta(days=days)
    command = AddClient(name=name, role=role, scopes=scopes, office=office, court=court, valid_for=valid_for)
    added = with_register(lambda deps: insert_client(command, BY, deps))
    tell(as_json, {"name": added.name, "key": added.key}, f"Client {added.name} has this key, shown this once:\n{added.key}")


async def first_user(deps: Deps) -> str:
    """On an empty register makes one user; returns what to tell about signing in.

    The file is written before the row: killed in between, the next start finds the password that the row will get.
    """
    file = deps.settings.first_password_file
    if not await accounts.has_users(deps.pool):
        password = write_secret(file, new_password().encode()).decode()
        command = AddUser(name=FIRST_USER, display_name="Beheer", roles=FIRST_ROLES, office=FIRST_OFFICE, password=password)
        await insert_user(command, BY, deps)
        return f"{FIRST_USER}, password {password}   (also in {file}, until you change it)"
    there = await accounts.user_by_name(deps.pool, FIRST_USER)
    if there is not None and there.must_change_password and file.exists():
        return f"{FIRST_USER}, with the password in {file}"
    file.unlink(missing_ok=True)
    return ""


def tell(as_json: bool, values: dict[str, str], text: str) -> None:
    click.echo(json.dumps(values) if as_json else text)
