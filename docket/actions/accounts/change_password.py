"""Change one's own password; every other session of the account ends."""

import contextlib
from pathlib import Path

import msgspec

from docket.access import Actor
from docket.actions.accounts.sign_in import ATTEMPTS_BY_NAME_AND_ADDRESS, ATTEMPTS_WINDOW, SignedIn
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotSignedIn, TooManyAttempts
from docket.passwords import LONGEST_PASSWORD, SHORTEST_PASSWORD, new_secret
from docket.store import accounts


class ChangePassword(msgspec.Struct, frozen=True, kw_only=True):
    old_password: str
    new_password: str


async def change_password(command: ChangePassword, by: Actor, deps: Deps) -> SignedIn:
    """Returns a new session, because the one that asked ends too. Raises BadInput naming the field that is wrong."""
    now = deps.clock.now()
    user = await accounts.user_by_id(deps.pool, by.account_id or 0)
    if user is None:
        raise NotSignedIn
    async with deps.transaction() as tx:
        attempts = await accounts.count_attempt(tx, f"change:{user.id}", "", now=now, window=ATTEMPTS_WINDOW)
    if attempts.by_both > ATTEMPTS_BY_NAME_AND_ADDRESS:
        raise TooManyAttempts
    issues = list(password_issues(command.new_password, user.name))
    if not await deps.passwords.fits(user.password_hash, command.old_password):
        issues.insert(0, Issue(type="invalidInput", name="/oldPassword", detail="Dit is niet uw huidige wachtwoord."))
    elif command.new_password == command.old_password:
        issues.append(Issue(type="invalidInput", name="/newPassword", detail="Kies een ander wachtwoord dan het huidige."))
    if issues:
        raise BadInput(issues=tuple(issues))
    password_hash = await deps.passwords.hash(command.new_password)
    cookie, csrf_token = new_secret(), new_secret()
    async with deps.transaction() as tx:
        await accounts.set_password(tx, user.id, password_hash, must_change=False)
        await accounts.close_sessions_of(tx, user.id)
        await accounts.forget_attempts(tx, f"change:{user.id}", "", before=now - ATTEMPTS_WINDOW)
        await accounts.open_session(
            tx,
            cookie,
            account_id=user.id,
            csrf_token=csrf_token,
            now=now,
            idle=deps.settings.session_idle,
            absolute=deps.settings.session_absolute,
        )
    _forget_first_password(deps.settings.first_password_file, command.old_password)
    return SignedIn(cookie=cookie, csrf_token=csrf_token, account_id=user.id, must_change_password=False)


def password_issues(password: str, name: str) -> list[Issue]:
    """Length is what protects; a rule about signs and capitals only makes people write it down."""
    if len(password) < SHORTEST_PASSWORD:
        detail = f"Kies een wachtwoord van minstens {SHORTEST_PASSWORD} tekens; een zin van enkele woorden is goed."
    elif len(password) > LONGEST_PASSWORD:
        detail = f"Kies een wachtwoord van hoogstens {LONGEST_PASSWORD} tekens."
    elif name in password.lower() and len(password) < len(name) + SHORTEST_PASSWORD:
        detail = "Uw aanmeldnaam telt niet mee in de lengte; maak het wachtwoord langer."
    else:
        return []
    return [Issue(type="invalidInput", name="/newPassword", detail=detail)]


def _forget_first_password(file: Path, password: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        if password in file.read_text():
            file.unlink()
