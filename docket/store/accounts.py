"""Accounts, sessions and attempts to sign in."""

from datetime import datetime, timedelta
from typing import Any, Literal

import asyncpg
import msgspec

from docket.access import Actor, Role
from docket.passwords import prefix_of, same, secret_hash
from docket.store.pool import load_queries, read

_queries: Any = load_queries(__file__)

#: A session is marked as seen at most this often: reading a page should not write.
SEEN_EVERY = timedelta(minutes=1)


class User(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    display_name: str
    roles: tuple[Role, ...]
    office: str | None
    court: str | None
    password_hash: str
    must_change_password: bool
    #: Single-key shortcuts of the screens.
    shortcuts: bool

    @property
    def actor(self) -> Actor:
        return _user_actor(self.id, self.roles, self.office, self.court)


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Who a browser's cookie stands for."""

    actor: Actor
    name: str
    display_name: str
    csrf_token: str
    #: Nothing but changing the password is open to him.
    must_change_password: bool
    shortcuts: bool


class Attempts(msgspec.Struct, frozen=True, kw_only=True):
    by_name: int
    by_address: int
    by_both: int


class Named(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    display_name: str
    roles: tuple[Role, ...]


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the administrator's list; neither a password nor a key can be read back."""

    id: int
    kind: Literal["user", "client"]
    name: str
    display_name: str
    roles: tuple[Role, ...]
    office: str | None
    court: str | None
    scopes: tuple[str, ...]
    #: The open part of a client's key, by which he recognises it.
    key_prefix: str | None
    expires_at: datetime | None
    created_at: datetime
    disabled_at: datetime | None


async def actor_of_session(source: Any, cookie: str, *, now: datetime, idle: timedelta) -> Session | None:
    """None: no such session, timed out, or over; the page then asks to sign in."""
    id_hash = secret_hash(cookie)

    async def look(connection: Any) -> asyncpg.Record | None:
        row = await _queries.session(connection, id_hash=id_hash, now=now, seen_after=now - idle)
        if row and now - row["seen_at"] >= min(SEEN_EVERY, idle / 2):
            await _queries.touch_session(connection, id_hash=id_hash, now=now)
        return row

    row = await read(source, look)
    if row is None:
        return None
    return Session(
        actor=_user_actor(row["id"], row["roles"], row["office"], row["court"]),
        name=row["name"],
        display_name=row["display_name"],
        csrf_token=row["csrf_token"],
        must_change_password=row["must_change_password"],
        shortcuts=row["shortcuts"],
    )


async def actor_of_key(source: Any, key: str, now: datetime) -> Actor | None:
    """The client of an API key; None for one that is unknown, wrong, expired or disabled."""
    prefix = prefix_of(key)
    if prefix is None:
        return None
    row = await read(source, lambda connection: _queries.client_by_prefix(connection, prefix=prefix, now=now))
    if row is None or not same(row["key_hash"], secret_hash(key)):
        return None
    return _client_actor(row)


async def actor_by_id(source: Any, account_id: int, now: datetime) -> Actor | None:
    """Who asked for something that is done later, as he may act now; None = he may not act any more."""
    row = await read(source, lambda connection: _queries.actor_by_id(connection, account_id=account_id, now=now))
    if row is None:
        return None
    return _user_actor(row["id"], row["roles"], row["office"], row["court"]) if row["kind"] == "user" else _client_actor(row)


def _client_actor(row: Any) -> Actor:
    return Actor(
        account_id=row["id"],
        code=f"client:{row['id']}",
        roles=frozenset(row["roles"]),
        office=row["office"],
        court=row["court"],
        scopes=frozenset(row["scopes"]),
    )


async def count_attempt(connection: Any, name_digest: str, address: str, *, now: datetime, window: timedelta) -> Attempts:
    row = await _queries.count_attempt(connection, name=name_digest, address=address, now=now, since=now - window)
    return Attempts(**dict(row))


async def forget_attempts(connection: Any, name_digest: str, address: str, *, before: datetime) -> None:
    await _queries.forget_attempts(connection, name=name_digest, address=address, before=before)


async def user_by_name(source: Any, name: str) -> User | None:
    return _user(await read(source, lambda connection: _queries.user_by_name(connection, name=name)))


async def user_by_id(source: Any, account_id: int) -> User | None:
    return _user(await read(source, lambda connection: _queries.user_by_id(connection, account_id=account_id)))


async def open_session(
    connection: Any, cookie: str, *, account_id: int, csrf_token: str, now: datetime, idle: timedelta, absolute: timedelta
) -> None:
    """Makes the session, and forgets those of anybody that are over."""
    await _queries.forget_sessions(connection, now=now, seen_before=now - idle)
    await _queries.open_session(
        connection, id_hash=secret_hash(cookie), account_id=account_id, csrf_token=csrf_token, now=now, expires_at=now + absolute
    )


async def close_session(connection: Any, cookie: str) -> None:
    await _queries.close_session(connection, id_hash=secret_hash(cookie))


async def close_sessions_of(connection: Any, account_id: int) -> None:
    await _queries.close_sessions_of(connection, account_id=account_id)


async def set_password(connection: Any, account_id: int, password_hash: str, *, must_change: bool) -> None:
    await _queries.set_password(connection, account_id=account_id, password_hash=password_hash, must_change=must_change)


async def set_shortcuts(connection: Any, account_id: int, *, shortcuts: bool) -> None:
    await _queries.set_shortcuts(connection, account_id=account_id, shortcuts=shortcuts)


async def add_user(
    connection: Any,
    *,
    name: str,
    display_name: str,
    roles: tuple[Role, ...],
    office: str | None,
    court: str | None,
    password_hash: str,
    must_change: bool,
    now: datetime,
) -> int | None:
    """None when the name is taken."""
    return await _queries.add_user(
        connection,
        name=name,
        display_name=display_name,
        roles=list(roles),
        office=office,
        court=court,
        password_hash=password_hash,
        must_change=must_change,
        now=now,
    )


async def add_client(
    connection: Any,
    *,
    name: str,
    role: Role,
    office: str | None,
    court: str | None,
    scopes: tuple[str, ...],
    key: str,
    expires_at: datetime | None,
    now: datetime,
) -> int | None:
    """None when the name is taken."""
    return await _queries.add_client(
        connection,
        name=name,
        roles=[role],
        office=office,
        court=court,
        scopes=list(scopes),
        key_prefix=prefix_of(key),
        key_hash=secret_hash(key),
        expires_at=expires_at,
        now=now,
    )


async def disable_account(connection: Any, name: str, now: datetime) -> int | None:
    return await _queries.disable_account(connection, name=name, now=now)


async def has_users(source: Any) -> bool:
    return await read(source, _queries.has_users)


async def colleagues(source: Any, actor: Actor) -> list[Named]:
    """Users of the actor's office or court: who can be named on a case."""

    async def look(connection: Any) -> list[Named]:
        return [_named(row) async for row in _queries.accounts_of(connection, office=actor.office, court=actor.court)]

    return await read(source, look)


async def names_of(source: Any, account_ids: tuple[int, ...]) -> list[Named]:
    async def look(connection: Any) -> list[Named]:
        return [_named(row) async for row in _queries.names_of(connection, account_ids=list(account_ids))]

    return await read(source, look)


async def all_accounts(source: Any) -> list[Account]:
    async def look(connection: Any) -> list[Account]:
        return [_account(row) async for row in _queries.all_accounts(connection)]

    return await read(source, look)


def _named(row: Any) -> Named:
    return Named(id=row["id"], name=row["name"], display_name=row["display_name"], roles=tuple(row["roles"]))


def _account(row: Any) -> Account:
    columns: dict[str, Any] = dict(row)
    columns["roles"], columns["scopes"] = tuple(row["roles"]), tuple(row["scopes"])
    return Account(**columns)


def _user(row: Any) -> User | None:
    if row is None:
        return None
    columns: dict[str, Any] = dict(row)
    columns["roles"] = tuple(row["roles"])
    return User(**columns)


def _user_actor(account_id: int, roles: Any, office: str | None, court: str | None) -> Actor:
    return Actor(account_id=account_id, code=f"user:{account_id}", roles=frozenset(roles), office=office, court=court)
