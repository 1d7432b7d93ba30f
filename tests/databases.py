"""The databases of tests: copies of an origin, with their connections handed on to the next test once they are as they were.

Copying, dropping and above all warming up connections (each reads the catalogue and plans every statement anew) took more than half of
what PostgreSQL did for a test. What a test wrote is read from the write-ahead log, which misses nothing: rows of tables and positions of
sequences are put back, and a database of which anything else was touched, or that somebody still holds, is dropped.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import msgspec

from docket import embedded
from docket.store.pool import open_pool

#: Rows that were taken away stay in the files, where scans pass them.
MOST_USES = 40
#: Each keeps up to eight connections.
MOST_KEPT = 2
#: Tables with more are not filled again.
MOST_BYTES = 1024 * 1024
#: What reading does to a page: it notes which transactions were committed, and takes away rows that nobody can see.
BY_READING = ("FPI_FOR_HINT", "PRUNE_ON_ACCESS")

_OWNERS = """
select pg_relation_filenode(c.oid) as file,
       coalesce(owner_of_index.oid, owner_of_toast.oid, c.oid) as id
from pg_class c
left join pg_index i on i.indexrelid = c.oid
left join pg_class indexed on indexed.oid = i.indrelid
left join pg_class owner_of_toast on owner_of_toast.reltoastrelid = coalesce(indexed.oid, c.oid)
left join pg_class owner_of_index on owner_of_index.oid = indexed.oid and indexed.relkind = 'r'
join pg_class owner on owner.oid = coalesce(owner_of_index.oid, owner_of_toast.oid, c.oid)
join pg_namespace n on n.oid = owner.relnamespace
where owner.relkind in ('r', 'S') and owner.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
"""
_PLACES = """
select c.oid as id, n.nspname as schema, c.relname as name, c.relkind = 'S' as counts
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'S') and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
"""
_WRITTEN = "select distinct relfilenode from pg_get_wal_block_info($1, pg_current_wal_flush_lsn(), false) " + (
    "where reldatabase = $2 and record_type <> all ($3)"
)
_OTHERS = "select count(*) from pg_stat_activity where datname = $1 and (pid <> all ($2) or state <> 'idle')"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A table with its rows, or a sequence with its position, as the origin has it."""

    schema: str
    name: str
    rows: bytes | None = None
    #: setval for a sequence; None for a table.
    position: tuple[int, bool] | None = None
    #: Too large to be filled again.
    large: bool = False

    @property
    def quoted(self) -> str:
        return f'"{self.schema}"."{self.name}"'


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What copies of one database share: the same files with the same rows."""

    places: dict[int, Place]
    #: Number of a file -> the table or sequence that it belongs to.
    owners: dict[int, int]


class Lent(msgspec.Struct, kw_only=True):
    """One database in the hands of one test."""

    name: str
    origin: str
    url: str
    id: int
    pool: asyncpg.Pool | None = None
    #: Position in the write-ahead log when it was as its origin.
    mark: str = ""
    uses: int = 0
    #: What ran on the loop before the test.
    tasks: frozenset[Any] = frozenset()


class Databases:
    """Of one server; `admin` is a connection to its maintenance database."""

    def __init__(self, server: embedded.Server, admin: asyncpg.Connection, *, reads_log: bool) -> None:
        self._server = server
        self._admin = admin
        self.reads_log = reads_log
        self._made = 0
        self._kept: list[Lent] = []
        self._origins: dict[str, Origin] = {}

    async def copied(self, origin: str) -> str:
        """Name of a new database; about 60 ms."""
        self._made += 1
        name = f"test_{self._made}"
        await self._admin.execute(f"create database {name} template {origin} strategy file_copy")
        return name

    async def dropped(self, name: str) -> None:
        await self._admin.execute(f"drop database if exists {name} with (force)")

    async def closed_to_all(self, name: str) -> None:
        """It becomes an origin."""
        await self.swept(name)
        await self._admin.execute(f"alter database {name} with is_template true allow_connections false")

    async def swept(self, name: str) -> None:
        """Vacuums the catalogue of what becomes an origin: else each copy of it would be swept by its own first readers."""
        connection = await asyncpg.connect(self._server.url(name))
        try:
            for row in await connection.fetch("select oid::regclass::text as name from pg_class where oid < 16384 and relkind = 'r'"):
                if not row["name"].startswith("information_schema"):
                    await connection.execute(f"vacuum {row['name']}")
        finally:
            await connection.close()

    async def lend(self, origin: str) -> Lent:
        """With open connections."""
        kept = next((each for each in self._kept if each.origin == origin), None)
        if kept is None:
            lent = await self._new(origin)
        else:
            self._kept.remove(kept)
            lent = kept
        lent.tasks = frozenset(asyncio.all_tasks())
        return lent

    async def give_back(self, lent: Lent) -> None:
        lent.uses += 1
        try:
            as_before = lent.uses < MOST_USES and await self._restored(lent)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError):
            as_before = False
        if not as_before:
            await self._scrapped(lent)
            return
        self._kept.append(lent)
        if len(self._kept) > MOST_KEPT:
            await self._scrapped(self._kept.pop(0))

    async def _scrapped(self, lent: Lent) -> None:
        assert lent.pool is not None
        lent.pool.terminate()
        await self.dropped(lent.name)

    async def _new(self, origin: str) -> Lent:
        name = await self.copied(origin)
        url = self._server.url(name)
        number = await self._admin.fetchval("select oid from pg_database where datname = $1", name)
        lent = Lent(name=name, origin=origin, url=url, id=number, pool=await open_pool(url, min_size=1, max_size=8))
        if self.reads_log:
            async with lent.pool.acquire() as connection:
                if origin not in self._origins:
                    self._origins[origin] = await _seen(connection)
                positions = [place for place in self._origins[origin].places.values() if place.position is not None]
                # From a position that was set, the first step is always logged.
                await connection.execute(_set(positions))
            lent.mark = await self._admin.fetchval("select pg_current_wal_insert_lsn()")
        return lent

    async def _restored(self, lent: Lent) -> bool:
        """Whether it is as its origin again, and nobody holds it."""
        pool = lent.pool
        assert pool is not None
        lives_on = asyncio.all_tasks() - lent.tasks - {asyncio.current_task()}
        if not self.reads_log or lives_on or pool.is_closing() or pool.get_idle_size() != pool.get_size():
            return False
        async with _all_of(pool) as connections:
            for connection in connections:
                await connection.reset()
            if await self._admin.fetchval(_OTHERS, lent.name, [each.get_server_pid() for each in connections]):
                return False
            origin = self._origins[lent.origin]
            written = [origin.owners.get(file) for file in await self._written_since(lent)]
            places = [origin.places[owner] for owner in set(written) if owner is not None]
            if None in written or any(place.large for place in places):
                return False
            if places:
                await _put_back(connections[0], places)
        lent.mark = await self._admin.fetchval("select pg_current_wal_insert_lsn()")
        return True

    async def _written_since(self, lent: Lent) -> set[int]:
        """The files in which anything was changed, of indexes and of the catalogue too."""
        # A commit that waits for its own record takes all that was logged before it to the files that are read here.
        await self._admin.execute("begin; set local synchronous_commit = on; select pg_logical_emit_message(true, '', ''); commit")
        return {row["relfilenode"] for row in await self._admin.fetch(_WRITTEN, lent.mark, lent.id, BY_READING)}


@contextlib.asynccontextmanager
async def of(server: embedded.Server) -> AsyncIterator[Databases]:
    admin = await asyncpg.connect(server.url())
    try:
        yield Databases(server, admin, reads_log=await _reads_log(admin))
    finally:
        await admin.close()


async def _reads_log(admin: asyncpg.Connection) -> bool:
    """The log says of each record which file it changes from PostgreSQL 16 on."""
    if admin.get_server_version().major < 16 or await admin.fetchval("show wal_level") == "minimal":
        return False
    try:
        await admin.execute("create extension if not exists pg_walinspect")
    except asyncpg.PostgresError:
        return False
    return True


async def _seen(connection: asyncpg.Connection) -> Origin:
    owners = {row["file"]: row["id"] for row in await connection.fetch(_OWNERS)}
    places = {}
    for row in await connection.fetch(_PLACES):
        place = Place(schema=row["schema"], name=row["name"])
        if row["counts"]:
            position = await connection.fetchrow(f"select last_value, is_called from {place.quoted}")
            places[row["id"]] = msgspec.structs.replace(place, position=tuple(position))
        elif await connection.fetchval("select pg_total_relation_size($1::oid)", row["id"]) > MOST_BYTES:
            places[row["id"]] = msgspec.structs.replace(place, large=True)
        elif await connection.fetchval(f"select exists (select from only {place.quoted})"):
            kept = bytearray()

            async def keep(part: bytes, kept: bytearray = kept) -> None:
                kept.extend(part)

            await connection.copy_from_table(place.name, schema_name=place.schema, output=keep, format="binary")
            places[row["id"]] = msgspec.structs.replace(place, rows=bytes(kept))
        else:
            places[row["id"]] = place
    return Origin(places=places, owners=owners)


async def _put_back(connection: asyncpg.Connection, places: list[Place]) -> None:
    tables = [place for place in places if place.position is None]
    async with connection.transaction():
        # No trigger, neither ours nor those of foreign keys: the whole is what the origin has.
        await connection.execute(
            "set local session_replication_role = replica;" + "".join(f"delete from only {place.quoted};" for place in tables)
        )
        for place in tables:
            if place.rows is not None:
                await _fill(connection, place)
        await connection.execute(_set([place for place in places if place.position is not None]))


async def _fill(connection: asyncpg.Connection, place: Place) -> None:
    async def source() -> AsyncIterator[bytes]:
        yield place.rows or b""

    await connection.copy_to_table(place.name, schema_name=place.schema, source=source(), format="binary")


def _set(places: list[Place]) -> str:
    said = [f"select setval('{place.quoted}', {place.position[0]}, {place.position[1]});" for place in places if place.position]
    return "".join(said) or "select"


@contextlib.asynccontextmanager
async def _all_of(pool: asyncpg.Pool) -> AsyncIterator[list[Any]]:
    taken: list[Any] = []
    try:
        for _ in range(max(pool.get_size(), 1)):
            taken.append(await pool.acquire())
        yield taken
    finally:
        for connection in taken:
            await pool.release(connection)
