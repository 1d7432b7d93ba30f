"""Commands that let people and machines in: user add, client add; and the first user of an empty register."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import get_args

import click

from docket.access import ALL_ROLES, Role, Scope
from docket.cli.opening import database_address, register, settings_of_environment
from docket.deps import Deps
from docket.errors import DocketError
from docket.passwords import Passwords, new_key, new_password
from docket.settings import write_secret
from docket.store import accounts

FIRST_USER = "beheer"
FIRST_OFFICE = "antwerpPort"
FIRST_ROLES: tuple[Role, ...] = ("clerk", "administrator")


class NameTaken(DocketError):
    """Another account has this name; choose another one."""

    status = 409
    code = "nameTaken"
    title = "Name Taken"


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
    _belongs_somewhere(roles, office, court)
    password = new_password()

    async def add(deps: Deps) -> None:
        await insert_user(deps, name, display_name or name, roles, password, office=office, court=court)

    _with_register(add)
    _tell(as_json, {"name": name, "password": password}, f"User {name} may sign in with password {password}, to be changed at once.")


@client.command("add", short_help="Make an API client and print its key.")
@click.argument("name")
@click.option("--role", type=click.Choice(["officeClient", "registryClient"]), default="officeClient", show_default=True)
@click.option("--office", help="Office of an officeClient.")
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
    _belongs_somewhere((role,), office, court)
    key, _ = new_key()

    async def add(deps: Deps) -> None:
        now = deps.clock.now()
        expires_at = now + timedelta(days=days)
        async with deps.transaction() as tx:
            made = await accounts.add_client(
                tx, name=name, role=role, office=office, court=court, scopes=scopes, key=key, expires_at=expires_at, now=now
            )
            if made is None:
                raise NameTaken

    _with_register(add)
    _tell(as_json, {"name": name, "key": key}, f"Client {name} has this key, shown this once:\n{key}")


def _belongs_somewhere(roles: tuple[str, ...], office: str | None, court: str | None) -> None:
    """An office or a court, never both; the administrator and the auditor need neither."""
    if office and court:
        raise click.UsageError("An account belongs to one office or one court: give --office or --court.")
    at_court = {"courtRegistrar", "registryClient"} & set(roles)
    at_office = set(roles) - at_court - {"administrator", "auditor"}
    if at_court and not court:
        raise click.UsageError(f"{', '.join(sorted(at_court))} belongs to a court: give --court.")
    if at_office and not office:
        raise click.UsageError(f"{', '.join(sorted(at_office))} belongs to an office: give --office.")


async def insert_user(
    deps: Deps, name: str, display_name: str, roles: tuple[Role, ...], password: str, *, office: str | None, court: str | None
) -> None:
    hashed = await Passwords().hash(password)
    async with deps.transaction() as tx:
        made = await accounts.add_user(
            tx,
            name=name,
            display_name=display_name,
            roles=roles,
            office=office,
            court=court,
            password_hash=hashed,
            must_change=True,
            now=deps.clock.now(),
        )
        if made is None:
            raise NameTaken


async def first_user(deps: Deps) -> str:
    """On an empty register makes one user; returns what to tell about signing in.

    The file is written before the row: killed in between, the next start finds the password that the row will get.
    """
    file = deps.settings.first_password_file
    if not await accounts.has_users(deps.pool):
        password = write_secret(file, new_password().encode()).decode()
        await insert_user(deps, FIRST_USER, "Beheer", FIRST_ROLES, password, office=FIRST_OFFICE, court=None)
        return f"{FIRST_USER}, password {password}   (also in {file}, until you change it)"
    there = await accounts.user_by_name(deps.pool, FIRST_USER)
    if there is not None and there.must_change_password and file.exists():
        return f"{FIRST_USER}, with the password in {file}"
    file.unlink(missing_ok=True)
    return ""


def _with_register(work: Callable[[Deps], Awaitable[None]]) -> None:
    async def opened(url: str) -> None:
        async with register(settings, url) as deps:
            await work(deps)

    settings = settings_of_environment()
    with database_address(settings) as url:
        asyncio.run(opened(url))


def _tell(as_json: bool, values: dict[str, str], text: str) -> None:
    click.echo(json.dumps(values) if as_json else text)
