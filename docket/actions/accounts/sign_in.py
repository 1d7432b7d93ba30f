"""Sign a user in: a new session under a new id, or one answer for every reason not to."""

import hashlib
import re
from datetime import timedelta

import msgspec

from docket.deps import Deps
from docket.errors import NotSignedIn, TooManyAttempts
from docket.passwords import new_secret
from docket.store import accounts

ATTEMPTS_WINDOW = timedelta(minutes=15)
#: A person mistypes a few times; who guesses from one place is stopped here.
ATTEMPTS_BY_NAME_AND_ADDRESS = 5
#: An office signs in from one address.
ATTEMPTS_BY_ADDRESS = 30
#: Guessing from many places; high, so that nobody can lock a colleague out with a few tries.
ATTEMPTS_BY_NAME = 50
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_LONGEST_ADDRESS = 100


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    password: str
    #: Where the attempt comes from, for the limits only.
    address: str
    #: The cookie that the browser showed; its session ends, so nobody can plant one.
    cookie: str | None = None


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    #: Value of the new session cookie; the register keeps only its hash.
    cookie: str
    csrf_token: str
    account_id: int
    must_change_password: bool


async def sign_in(command: SignIn, deps: Deps) -> SignedIn:
    """Raises TooManyAttempts, or NotSignedIn with the same words and after the same time for a wrong name and a wrong password."""
    now = deps.clock.now()
    name = command.name.strip().lower()
    # A password typed into the wrong field must not lie in the table.
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    address = command.address[:_LONGEST_ADDRESS]
    async with deps.transaction() as tx:
        attempts = await accounts.count_attempt(tx, digest, address, now=now, window=ATTEMPTS_WINDOW)
    if attempts.by_both > ATTEMPTS_BY_NAME_AND_ADDRESS or attempts.by_address > ATTEMPTS_BY_ADDRESS or attempts.by_name > ATTEMPTS_BY_NAME:
        raise TooManyAttempts
    user = await accounts.user_by_name(deps.pool, name) if _NAME.fullmatch(name) else None
    if not await deps.passwords.fits(user.password_hash if user else None, command.password) or user is None:
        raise NotSignedIn("De naam of het wachtwoord klopt niet. Controleer beide en probeer opnieuw.")
    stronger = await deps.passwords.hash(command.password) if deps.passwords.is_outdated(user.password_hash) else None
    cookie, csrf_token = new_secret(), new_secret()
    async with deps.transaction() as tx:
        if command.cookie:
            await accounts.close_session(tx, command.cookie)
        if stronger:
            await accounts.set_password(tx, user.id, stronger, must_change=user.must_change_password)
        await accounts.forget_attempts(tx, digest, address, before=now - ATTEMPTS_WINDOW)
        await accounts.open_session(
            tx,
            cookie,
            account_id=user.id,
            csrf_token=csrf_token,
            now=now,
            idle=deps.settings.session_idle,
            absolute=deps.settings.session_absolute,
        )
    return SignedIn(cookie=cookie, csrf_token=csrf_token, account_id=user.id, must_change_password=user.must_change_password)
