"""The worker signs the register at stop and on demand, and gives what was forgotten its job back."""

import asyncio
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import urlsplit

import asyncpg
import msgspec
import pytest
from pgqueuer.queries import Queries

from docket import messages
from docket.actions.papers.ask_pdf import ask_pdf
from docket.actions.papers.make_document import MakeDocument, make_document
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import FixedClock
from docket.contract import decode_report
from docket.mail.sending import MemorySender
from docket.store import jobs
from docket.worker import queue, render_document
from docket.worker.make_pdf import MAX_ATTEMPTS
from tests.builders import a_case, a_clerk
from tests.docket.actions.test_pdfs import asked
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


@pytest.mark.parametrize("broken", [RuntimeError("unforeseen"), OSError(28, "No space left on device"), asyncpg.InterfaceError("closed")])
async def test_a_pdf_whose_making_met_an_unforeseen_error_is_tried_again_and_then_fails_with_a_reason(deps, sender, monkeypatch, broken):
    command, pdf_id = await asked(deps)
    tried = []

    async def fails(self, document):
        tried.append(document)
        raise broken

    monkeypatch.setattr(queue.Converter, "pdf", fails)
    deps = await until_nothing_is_stranded(deps, sender)
    kept = await deps.pool.fetchrow("select state, failure from pdfs where id = $1", pdf_id)

    assert len(tried) == MAX_ATTEMPTS
    assert (kept["state"], kept["failure"][:22]) == ("failed", "Opgegeven na 3 poginge")
    assert "verwittig de beheerder" in kept["failure"]
    assert (await ask_pdf(command, a_clerk(), deps)).fresh


async def test_a_document_whose_making_met_an_unforeseen_error_is_tried_again_and_then_fails_with_a_reason(deps, sender, monkeypatch):
    number = (await a_case(deps)).case_number
    document = (await make_document(MakeDocument(case_number=number, kind="receipt"), a_clerk(), deps)).document_id

    async def fails(*_, **__):
        raise ConnectionResetError

    monkeypatch.setattr(render_document, "composed", fails)
    deps = await until_nothing_is_stranded(deps, sender)
    kept = await deps.pool.fetchrow("select state, failure from documents where id = $1", document)

    assert kept["state"] == "failed"
    assert kept["failure"].startswith(f"Opgegeven na {render_document.MAX_ATTEMPTS} pogingen; vraag het stuk opnieuw aan")


async def test_what_an_error_stopped_once_is_made_by_the_next_attempt_and_nothing_with_a_job_gets_a_second_one(deps, sender, monkeypatch):
    _, pdf_id = await asked(deps)
    late = msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() + timedelta(hours=1)))
    assert await queue.enqueue_stranded(late) == 0
    with monkeypatch.context() as cut:
        cut.setattr(queue, "make_pdf", fail_once)
        await queue.drain(deps, sender)
    assert await queue.enqueue_stranded(deps) == 0
    assert await queue.enqueue_stranded(late) == 1
    assert await queue.enqueue_stranded(late) == 0
    monkeypatch.setattr(queue.Converter, "pdf", PaperConverter().pdf)
    await queue.drain(late, sender)

    assert await deps.pool.fetchval("select state from pdfs where id = $1", pdf_id) == "made"


async def fail_once(*_):
    raise RuntimeError


async def until_nothing_is_stranded(deps, sender):
    """As the worker does every five minutes; returns what it knew at the last one."""
    await queue.drain(deps, sender)
    for _ in range(10):
        deps = msgspec.structs.replace(deps, clock=FixedClock(deps.clock.now() + timedelta(minutes=10)))
        if await queue.enqueue_stranded(deps) == 0:
            break
        await queue.drain(deps, sender)
    assert await queue.enqueue_stranded(deps) == 0
    return deps


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


async def test_the_lines_of_a_run_are_made_one_by_one_with_a_rest_after_each(monkeypatch):
    in_hand, seen, rests, kept, turn = set(), [], [], asyncio.sleep, asyncio.Lock()
    clock = iter(range(100))

    async def line(ordinal):
        in_hand.add(ordinal)
        await kept(0)
        seen.append(set(in_hand))
        in_hand.discard(ordinal)

    async def rest(seconds):
        rests.append(seconds)
        assert in_hand == set()
        await kept(0)

    monkeypatch.setattr(queue, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    monkeypatch.setattr("docket.worker.queue.asyncio.sleep", rest)
    await asyncio.gather(*(queue.in_turn(line(ordinal), turn) for ordinal in (1, 2, 3)))

    assert (seen, rests) == ([{1}, {2}, {3}], [queue.REST] * 3)


async def test_a_line_of_a_run_waits_for_its_turn_and_other_work_does_not(deps, sender, monkeypatch):
    turns = []

    async def noted(work, turn):
        turns.append(turn)
        await work

    async def nothing(*said):
        pass

    monkeypatch.setattr(queue, "in_turn", noted)
    monkeypatch.setattr(queue, "make_bulk_line", nothing)
    monkeypatch.setattr(queue, "sign_head", nothing)
    async with deps.transaction() as tx:
        await jobs.enqueue(
            tx, [messages.MakeBulkLine(run_id=1, ordinal=1), messages.SignHead(), messages.MakeBulkLine(run_id=1, ordinal=2)]
        )
    await queue.drain(deps, sender)

    assert len(turns) == 2 and turns[0] is turns[1]
