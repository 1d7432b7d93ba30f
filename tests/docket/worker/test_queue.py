"""The worker signs the register at stop and on demand, and gives a forgotten mail its job back."""

import asyncio
from datetime import timedelta
from urllib.parse import urlsplit

import asyncpg
import msgspec
import pytest
from pgqueuer.queries import Queries

from docket import messages
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import FixedClock
from docket.contract import decode_report
from docket.mail.sending import MemorySender
from docket.worker import queue
from tests.docket.conversion.paper import PaperConverter
from tests.docket.worker.deliveries import row_of, write_delivery
from tests.flows.test_worker_killed import IMPORTER


async def register_one(deps) -> None:
    report = decode_report(b'{"origin": {"service": "customs"}}')
    await register_case(RegisterCase(report=report, sender="import:proef"), IMPORTER, deps)


async def heads(deps) -> int:
    return await deps.pool.fetchval("select count(*) from heads")


async def test_worker_that_is_stopped_signs_a_last_head(deps):
    await register_one(deps)
    stop = asyncio.Event()
    stop.set()

    await queue.work(deps, MemorySender(), stop)

    assert await heads(deps) == 1


async def test_head_is_signed_on_demand(deps):
    await register_one(deps)

    await queue.handle(messages.SignHead(), deps, MemorySender(), PaperConverter())

    assert await heads(deps) == 1


async def test_mail_whose_job_is_gone_gets_one_again_after_a_while(deps):
    number, sender = await write_delivery(deps.pool), MemorySender()
    early = FixedClock(await deps.pool.fetchval("select written_at from deliveries"))
    late = FixedClock(early.now() + timedelta(hours=1))

    assert await queue.enqueue_forgotten(msgspec.structs.replace(deps, clock=early)) == 0
    assert await queue.enqueue_forgotten(msgspec.structs.replace(deps, clock=late)) == 1
    assert await queue.enqueue_forgotten(msgspec.structs.replace(deps, clock=late)) == 0

    await queue.drain(deps, sender)

    assert (await row_of(deps.pool, number))["state"] == "sent"


@pytest.mark.parametrize("database_gone", [False, True], ids=["database there", "database gone"])
async def test_a_stop_leaves_what_does_not_end_to_the_next_worker(
    deps, database: str, postgres, monkeypatch: pytest.MonkeyPatch, database_gone: bool
) -> None:
    taken = asyncio.Event()

    async def endless(*_: object) -> None:
        taken.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(queue, "handle", endless)
    monkeypatch.setattr(queue, "_STOP_SECONDS", 0.1)
    payloads = [messages.encode(messages.SignHead())] * 30
    await Queries.from_asyncpg_pool(deps.pool).enqueue([messages.ENTRYPOINT] * 30, list(payloads), [0] * 30)
    stop = asyncio.Event()
    working = asyncio.create_task(queue.work(deps, MemorySender(), stop))
    await taken.wait()
    if database_gone:
        connection = await asyncpg.connect(postgres.url())
        await connection.execute(f"drop database {urlsplit(database).path[1:]} with (force)")
        await connection.close()
    stop.set()

    await asyncio.wait_for(working, 10)

    if not database_gone:
        connection = await asyncpg.connect(database)
        states = {row["status"]: row["count"] for row in await connection.fetch("select status, count(*) from pgqueuer group by status")}
        await connection.close()
        assert sum(states.values()) == 30
        assert states.keys() <= {"queued", "picked"}
        assert states["picked"] <= 10
