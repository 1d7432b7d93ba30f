"""A change that the schema refuses, made as somebody makes it who owns the database."""

from docket.deps import Deps


async def tamper(deps: Deps, statement: str, *values: object) -> None:
    """Without the triggers that guard a row."""
    async with deps.pool.acquire() as connection, connection.transaction():
        await connection.execute("set local session_replication_role = replica")
        await connection.execute(statement, *values)
