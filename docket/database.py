"""The address of a database in the words of each program, and its replacement by another one without a moment in between."""

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import asyncpg

from docket.embedded import Binaries, DatabaseUnavailable, clean_environment

#: Suffixes of the two databases that exist beside the real one while it is being replaced.
NEXT, BEFORE = "_next", "_before"
#: Held in the maintenance database by whoever replaces a database; any number will do.
REPLACEMENT_LOCK = 5_018_733_020_261_124


def database_name(url: str) -> str:
    return unquote(urlsplit(url).path.lstrip("/"))


def renamed(url: str, name: str) -> str:
    """The same server and user, another database."""
    parts = urlsplit(url)
    # netloc may be empty, and urlunsplit would then drop the slashes that begin it.
    rebuilt = urlunsplit(("", "", "/" + quote(name), parts.query, ""))
    return f"{parts.scheme}://{parts.netloc}{rebuilt}"


def without_password(url: str) -> str:
    """For messages and logs."""
    parts = urlsplit(url)
    if parts.password is None:
        return url
    return url.replace(f":{parts.password}@", ":...@", 1)


def dbmate_url(url: str) -> str:
    """dbmate calls the folder of a socket `socket`; TLS is used as asyncpg does, when the server offers it."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    network = parts.netloc
    host, port = options.pop("host", ""), options.pop("port", "")
    if host.startswith("/"):
        options["socket"] = host
        if port:
            options["port"] = port
    else:
        if host:
            network = f"{network.rpartition('@')[0]}@{host}:{port or 5432}".lstrip("@")
        options.setdefault("sslmode", "prefer")
    options.pop("target_session_attrs", None)
    return f"postgres://{network}{parts.path}?{urlencode(options, quote_via=quote)}"


def program_environment(url: str) -> Mapping[str, str]:
    """For pg_dump and its kin: in the environment, because a command line is public and the address may hold a password."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    values = {
        "PGHOST": options.get("host") or parts.hostname or "",
        "PGPORT": options.get("port") or (str(parts.port) if parts.port else ""),
        "PGUSER": options.get("user") or unquote(parts.username or ""),
        "PGPASSWORD": options.get("password") or unquote(parts.password or ""),
        "PGDATABASE": database_name(url),
        "PGSSLMODE": options.get("sslmode", ""),
        "PGPASSFILE": os.environ.get("PGPASSFILE", ""),
    }
    return clean_environment() | {name: value for name, value in values.items() if value}


async def server_major(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        return connection.get_server_version().major
    finally:
        await connection.close()


def programs_for(major: int, candidates: tuple[Binaries, ...]) -> Binaries:
    """pg_dump refuses a server that is newer than itself."""
    fitting = [each for each in candidates if each.major >= major]
    if not fitting:
        raise DatabaseUnavailable(
            f"The database runs PostgreSQL {major}; this machine has no pg_dump of that version or newer.\n"
            f"Install it with: sudo apt-get install postgresql-client-{major}"
        )
    return min(fitting, key=lambda each: each.major)


class Replacement:
    """A new database beside the one in use; `finish` puts it in its place in one step.

    While it is prepared the old one bears another name, so that nobody writes in it. Whoever is killed halfway leaves
    a state that `recover` reads from the names alone: no database under the real name means that the old one comes back.
    """

    def __init__(self, url: str, maintenance: asyncpg.Connection) -> None:
        name = database_name(url)
        self.name, self.next_name, self.before_name = name, name + NEXT, name + BEFORE
        self.next_url, self.before_url = renamed(url, self.next_name), renamed(url, self.before_name)
        self._maintenance = maintenance

    async def begin(self) -> None:
        """Refuses while others are connected: a service that runs would lose what it writes."""
        others = await self._maintenance.fetchval("select count(*) from pg_stat_activity where datname = $1", self.name)
        if others:
            raise DatabaseUnavailable(
                f"{others} connections are open on the database {self.name}.\n"
                "Stop the service and the workers first (docket run, serve, work)."
            )
        await self._rename(self.name, self.before_name)
        await self._maintenance.execute(f"create database {_quoted(self.next_name)} template template0")

    async def finish(self) -> None:
        await self._end_sessions(self.next_name)
        await self._rename(self.next_name, self.name)
        await self._drop(self.before_name)

    async def recover(self) -> str:
        """Back to one database under the real name; returns what was done, empty when there was nothing to do."""
        there = {row["datname"] for row in await self._maintenance.fetch("select datname from pg_database")}
        done = ""
        if self.name not in there and self.before_name in there:
            await self._drop(self.next_name)
            await self._end_sessions(self.before_name)
            await self._rename(self.before_name, self.name)
            done = "An earlier upgrade or restore was interrupted: the database of before it is back in place."
        elif self.before_name in there or self.next_name in there:
            await self._drop(self.next_name)
            await self._drop(self.before_name)
            done = "An earlier upgrade or restore had ended; what it left over was removed."
        return done

    async def _rename(self, old: str, new: str) -> None:
        await self._maintenance.execute(f"alter database {_quoted(old)} rename to {_quoted(new)}")

    async def _drop(self, name: str) -> None:
        await self._maintenance.execute(f"drop database if exists {_quoted(name)} with (force)")

    async def _end_sessions(self, name: str) -> None:
        await self._maintenance.fetch("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1", name)


@asynccontextmanager
async def replacement(url: str) -> AsyncIterator[Replacement]:
    """One at a time per server; recovers first from one that was killed, and at the end from this one if it failed."""
    maintenance = await _maintenance_connection(url)
    try:
        if not await maintenance.fetchval("select pg_try_advisory_lock($1)", REPLACEMENT_LOCK):
            raise DatabaseUnavailable("An upgrade or restore of this database is running; wait until it has ended.")
        one = Replacement(url, maintenance)
        await one.recover()
        try:
            yield one
        finally:
            await one.recover()
    finally:
        await maintenance.close()


async def recover(url: str) -> str:
    """What every start does first: mend what a killed upgrade or restore left; returns what was done."""
    try:
        connection = await asyncpg.connect(url)
    except asyncpg.InvalidCatalogNameError:
        maintenance = await _maintenance_connection(url)
    else:
        await connection.close()
        return ""
    try:
        if not await maintenance.fetchval("select pg_try_advisory_lock($1)", REPLACEMENT_LOCK):
            raise DatabaseUnavailable("An upgrade or restore of this database is running; wait until it has ended.")
        return await Replacement(url, maintenance).recover()
    finally:
        await maintenance.close()


async def _maintenance_connection(url: str) -> asyncpg.Connection:
    return await asyncpg.connect(renamed(url, "postgres"))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def fsync_file(file: Path) -> None:
    """On the disk, not only in the memory of the system."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
