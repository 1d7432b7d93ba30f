"""Statements of one registration, BEGIN and COMMIT included; and the same statements as a script of pgbench."""

import asyncio
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import asyncpg
import msgspec

from docket import embedded, legislation, migrate
from docket.access import Actor
from docket.actions.legislation.enact_first_law import enact_first_law
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import SystemClock
from docket.contract import Report, decode_report
from docket.deps import Deps
from docket.settings import Settings
from docket.store import accounts
from docket.store.pool import open_pool

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
GOAL = 8
#: Stands in the recorded statements where each transaction of pgbench has a key of its own.
KEY = "bench-key"
CLERK = Actor(account_id=1, code="client:1", roles=frozenset({"officeClient"}), office="antwerpPort")


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    arguments: tuple[Any, ...]


def example(external_id: str) -> Report:
    """A real first report of middling size with an investigator, so that one mail is written."""
    lines = [line for line in (EXAMPLES / "incidents.jsonl").read_bytes().splitlines() if line.strip()]
    line = sorted(lines, key=len)[len(lines) // 2]
    report = json.loads(line) | {"externalId": external_id, "relatedCases": []}
    report["origin"] |= {"investigatorEmails": ["rechercheur@politie.example.org"]}
    return decode_report(json.dumps(report).encode())


async def registration(deps: Deps, external_id: str = KEY, api_key: str | None = None) -> tuple[Statement, ...]:
    """What goes over the wire for one registration on warm connections; with an API key also how the API looks it up."""
    seen: list[Statement] = []

    def note(query: asyncpg.connection.LoggedQuery) -> None:
        seen.append(Statement(text=query.query, arguments=tuple(query.args or ())))

    async with deps.pool.acquire() as first:
        connection = first._con
    connection.add_query_logger(note)
    try:
        if api_key is not None:
            await accounts.actor_of_key(deps.pool, api_key, deps.clock.now())
        await register_case(RegisterCase(report=example(external_id), sender=CLERK.code, idempotency_key=external_id), CLERK, deps)
    finally:
        connection.remove_query_logger(note)
    return tuple(seen)


async def script(connection: asyncpg.Connection, statements: tuple[Statement, ...]) -> str:
    """Each connection prepares once, as ours do; `key` is random, and ids that PostgreSQL gave are taken from its answer."""
    prepared, executed = [], []
    ids: dict[int, str] = {}
    for number, statement in enumerate(statements):
        if not statement.arguments:
            executed.append(f"{statement.text.rstrip(';')};")
            continue
        compiled = await connection.prepare(statement.text)
        prepared.append(f"prepare s{number} as\n{statement.text.rstrip().rstrip(';')};")
        literals = [
            await _literal(connection, value, kind, ids) for value, kind in zip(statement.arguments, compiled.get_parameters(), strict=True)
        ]
        columns = {column.name for column in compiled.get_attributes()}
        # Only here do later statements need what PostgreSQL answered.
        ending = " \\gset" if {"case_id", "delivery_ids"} <= columns else ";"
        executed.append(f"execute s{number}({', '.join(literals)}){ending}")
        if ending != ";":
            answer = await connection.fetchrow(
                "select max(case_id) as case_id from cases c join submissions s on s.case_id = c.id where s.external_id = $1", KEY
            )
            ids[answer["case_id"]] = ":case_id"
    setting = ["\\if :prepared", "\\else", *prepared, "\\set prepared 1", "\\endif"]
    return "\n".join([*setting, "\\set key random(1, 1000000000000)", *executed, ""])


async def _literal(connection: asyncpg.Connection, value: Any, kind: Any, ids: dict[int, str]) -> str:
    if isinstance(value, int) and value in ids and kind.name == "int8":
        return ids[value]
    quoted = await connection.fetchval(f"select quote_nullable(($1::{kind.name})::text)", value)
    literal = f"{quoted.replace(KEY, 'b:key')}::{kind.name}"
    if '"message_id"' not in quoted:
        return literal
    literal = re.sub(r"<[0-9a-f]{32}@", "<b:key@", literal)
    return f"jsonb_set({literal}, '{{0,id}}', to_jsonb((':delivery_ids'::bigint[])[1]))"


async def warm(url: str, folder: Path) -> Deps:
    """As the service is wired, with one connection that has run everything once."""
    pool = await open_pool(url, min_size=1, max_size=1)
    deps = Deps(pool=pool, law=legislation.load(), clock=SystemClock(), settings=Settings(data_dir=folder, database_url=url))
    await enact_first_law(deps)
    for number in range(3):
        await registration(deps, f"warm-{number}")
    return deps


async def count(url: str, folder: Path) -> tuple[Statement, ...]:
    deps = await warm(url, folder)
    try:
        return await registration(deps)
    finally:
        await deps.pool.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as name, embedded.running(Path(name), durable=False) as server:
        migrate.apply(server.url())
        statements = asyncio.run(count(server.url(), Path(name)))
    verdict = "goal met" if len(statements) <= GOAL else "goal MISSED"
    print(f"statements: {len(statements)} per registration, BEGIN and COMMIT included; goal {GOAL}: {verdict}")
    for statement in statements:
        print(f"  {' '.join(statement.text.split())[:100]}")


if __name__ == "__main__":
    main()
