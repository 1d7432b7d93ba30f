"""Make an API client of an office or a court, with a key that is shown once."""

from datetime import timedelta
from typing import get_args

import msgspec

from docket.access import Actor, Role, Scope
from docket.actions.accounts.add_user import name_issues, place_issues
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.passwords import new_key
from docket.store import accounts

#: A client that settles, overrides or refers acts as a prosecutor or head: the program that one of them works with.
CLIENT_ROLES: tuple[Role, ...] = ("officeClient", "registryClient", "prosecutor", "headOfOffice", "auditor")
#: A key that nobody renews is a key that nobody watches.
VALID_FOR = timedelta(days=365)


class AddClient(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    #: One of CLIENT_ROLES.
    role: str
    scopes: tuple[str, ...]
    office: str | None = None
    court: str | None = None
    #: None: never ends.
    valid_for: timedelta | None = VALID_FOR


class AddedClient(msgspec.Struct, frozen=True, kw_only=True):
    account_id: int
    name: str
    #: Shown once; the register keeps only its hash.
    key: str


async def add_client(command: AddClient, by: Actor, deps: Deps) -> AddedClient:
    """Raises BadInput with every fault, or StateForbids when the name is taken."""
    by.require("manageAccounts")
    issues = [*name_issues(command.name), *_scope_issues(command.scopes)]
    role = next((known for known in CLIENT_ROLES if known == command.role), None)
    if role is None:
        issues.append(
            Issue(type="invalidInput", name="/role", detail=f"Kies een functie uit {', '.join(CLIENT_ROLES)}.", value=command.role)
        )
    else:
        needs_court, needs_office = role == "registryClient", role not in ("registryClient", "auditor")
        issues += place_issues(command.office, command.court, deps.law.law, needs_office=needs_office, needs_court=needs_court)
    if issues or role is None:
        raise BadInput(issues=tuple(issues))
    key, _ = new_key()
    now = deps.clock.now()
    async with deps.transaction() as tx:
        account_id = await accounts.add_client(
            tx,
            name=command.name,
            role=role,
            office=command.office,
            court=command.court,
            scopes=command.scopes,
            key=key,
            expires_at=now + command.valid_for if command.valid_for else None,
            now=now,
        )
        if account_id is None:
            raise StateForbids(f"Er is al een account met de naam {command.name}; kies een andere naam.")
    return AddedClient(account_id=account_id, name=command.name, key=key)


def _scope_issues(scopes: tuple[str, ...]) -> list[Issue]:
    known = get_args(Scope)
    unknown = [scope for scope in scopes if scope not in known]
    if scopes and not unknown:
        return []
    return [Issue(type="invalidInput", name="/scopes", detail=f"Kies uit {', '.join(known)}.", value=", ".join(unknown))]
