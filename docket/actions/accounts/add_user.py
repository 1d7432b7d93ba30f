"""Make an account for a person, of one office or one court, with one or more functions."""

import re

import msgspec

from docket.access import ALL_ROLES, Actor, Role
from docket.actions.accounts.change_password import password_issues
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.passwords import new_password
from docket.store import accounts
from routing import Law

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")
OFFICE_ROLES: frozenset[Role] = frozenset({"clerk", "prosecutor", "headOfOffice"})
COURT_ROLES: frozenset[Role] = frozenset({"courtRegistrar"})
#: Of no office: they see no case.
FREE_ROLES: frozenset[Role] = frozenset({"administrator", "auditor"})


class AddUser(msgspec.Struct, frozen=True, kw_only=True):
    #: What he signs in with.
    name: str
    display_name: str
    roles: tuple[str, ...]
    office: str | None = None
    court: str | None = None
    #: None: one is made, to be changed at the first sign-in.
    password: str | None = None
    must_change_password: bool = True


class AddedUser(msgspec.Struct, frozen=True, kw_only=True):
    account_id: int
    name: str
    #: Shown once; the register keeps only its hash.
    password: str


async def add_user(command: AddUser, by: Actor, deps: Deps) -> AddedUser:
    """Raises BadInput with every fault, or StateForbids when the name is taken."""
    by.require("manageAccounts")
    issues = [*name_issues(command.name), *_role_issues(command, deps.law.law)]
    if command.password is not None:
        issues += [msgspec.structs.replace(issue, name="/password") for issue in password_issues(command.password, command.name)]
    if not command.display_name.strip():
        issues.append(Issue(type="invalidInput", name="/displayName", detail="Geef de naam zoals die op het scherm staat."))
    if issues:
        raise BadInput(issues=tuple(issues))
    password = command.password or new_password()
    password_hash = await deps.passwords.hash(password)
    async with deps.transaction() as tx:
        account_id = await accounts.add_user(
            tx,
            name=command.name,
            display_name=command.display_name.strip(),
            roles=tuple(role for role in ALL_ROLES if role in command.roles),
            office=command.office,
            court=command.court,
            password_hash=password_hash,
            must_change=command.must_change_password,
            now=deps.clock.now(),
        )
        if account_id is None:
            raise StateForbids(f"Er is al een account met de naam {command.name}; kies een andere naam.")
    return AddedUser(account_id=account_id, name=command.name, password=password)


def name_issues(name: str) -> list[Issue]:
    if NAME.fullmatch(name):
        return []
    detail = "Gebruik 2 tot 64 kleine letters, cijfers, punten en streepjes, en begin met een letter of cijfer."
    return [Issue(type="invalidInput", name="/name", detail=detail, value=name)]


def place_issues(office: str | None, court: str | None, law: Law, *, needs_office: bool, needs_court: bool) -> list[Issue]:
    """An account belongs to one office or one court, as its functions ask."""
    issues = []
    if needs_office and not office:
        issues.append(Issue(type="invalidInput", name="/office", detail="Deze functie hoort bij een parket; geef de code van het parket."))
    if needs_court and not court:
        issues.append(
            Issue(type="invalidInput", name="/court", detail="Deze functie hoort bij een griffie; geef de code van de rechtbank.")
        )
    if office and court:
        detail = "Een account hoort bij één parket of bij één rechtbank; laat een van beide weg."
        issues.append(Issue(type="invalidInput", name="/court", detail=detail))
    issues += [
        Issue(type="invalidInput", name=f"/{field}", detail=f"Deze code bestaat niet; kies uit {', '.join(known)}.", value=code)
        for field, code, known in (("office", office, law.offices), ("court", court, law.courts))
        if code and code not in known
    ]
    return issues


def _role_issues(command: AddUser, law: Law) -> list[Issue]:
    known = OFFICE_ROLES | COURT_ROLES | FREE_ROLES
    unknown = [role for role in command.roles if role not in known]
    if unknown or not command.roles:
        detail = f"Deze functie bestaat niet; kies uit {', '.join(sorted(known))}." if unknown else "Kies een of meer functies."
        return [Issue(type="invalidInput", name="/roles", detail=detail, value=", ".join(unknown))]
    needs_office, needs_court = bool(OFFICE_ROLES & set(command.roles)), bool(COURT_ROLES & set(command.roles))
    if needs_office and needs_court:
        detail = "Functies van een parket en van een griffie gaan niet samen in één account; maak er twee."
        return [Issue(type="invalidInput", name="/roles", detail=detail)]
    return place_issues(command.office, command.court, law, needs_office=needs_office, needs_court=needs_court)
