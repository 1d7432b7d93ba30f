"""Wires the handlers to PgQueuer and keeps the worker going when the database goes away for a while."""

import asyncio
import time
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import assert_never

import asyncpg
import structlog
from pgqueuer import PgQueuer
from pgqueuer.models import Job, Schedule
from pgqueuer.queries import Queries
from pgqueuer.types import QueueExecutionMode

from docket import messages
from docket.access import SYSTEM
from docket.actions.assignment.assign_prosecutor import AssignProsecutor, assign_prosecutor
from docket.actions.duty.escalate import escalate
from docket.actions.legislation.confirm_enactment import carry_out
from docket.actions.legislation.run_simulation import run_simulation
from docket.actions.mails.remind_of_limitation import remind_of_limitation
from docket.actions.mails.remind_of_limits import remind_of_limits
from docket.actions.mails.write_lists import write_lists
from docket.actions.oversight.sign_head import sign_head
from docket.actions.requests.remind import remind
from docket.clock import court_day
from docket.conversion.converter import Converter, converter_of
from docket.deps import Deps
from docket.errors import ServiceUnavailable
from docket.mail.gateway import gateway_of
from docket.mail.sending import Sender
from docket.store import assignments, outbox
from docket.tracks import PORT_OFFICE
from docket.worker.make_bulk_line import make_bulk_line
from docket.worker.make_pdf import make_pdf, tell_tools
from docket.worker.refresh_keys import refresh_keys
from docket.worker.render_document import render_document
from docket.worker.send_delivery import send_delivery
from docket.worker.send_escalation import send_escalation
from docket.worker.watch_files import watch_files

#: NOTIFY wakes the worker at once; this is how long it can miss one after its connection broke.
_POLL = timedelta(seconds=2)
#: A job whose worker shows no sign of life for this long is taken over.
HEARTBEAT = timedelta(seconds=30)
_RESTART_DELAY_SECONDS = 2
#: Jobs taken in hand at once; a stop waits for those of two batches.
_BATCH = 5
#: What is in hand at a stop may take this long to end; below the patience of the supervisor.
_STOP_SECONDS = 4.0
#: A run is made line by line, with a rest after each of this share of its time: a page that is asked meanwhile finds the database free.
REST = 0.5
#: A delivery, or a file that waits for its prosecutor, without a job for this long gets one again.
_FORGOTTEN_AFTER = timedelta(minutes=15)
#: A document, a PDF or a line of a run that was asked for this long ago and has no job gets one again; its attempts are counted.
_STRANDED_AFTER = timedelta(minutes=5)
#: A file whose assignment failed this often waits for a person.
_MOST_ASSIGNMENT_JOBS = 5

log = structlog.get_logger("docket.worker")


async def handle(message: messages.Message, deps: Deps, sender: Sender, converter: Converter) -> None:
    deps = await deps.present()
    match message:
        case messages.RenderDocument():
            await render_document(message.document_id, deps)
        case messages.MakePdf():
            await make_pdf(message.pdf_id, deps, converter)
        case messages.MakeBulkLine():
            await make_bulk_line(message.run_id, message.ordinal, deps)
        case messages.SendDelivery():
            await send_delivery(message.delivery_id, deps, sender)
        case messages.SignHead():
            await sign_head(deps)
        case messages.AssignProsecutor():
            await assign_prosecutor(AssignProsecutor(case_id=message.case_id, after=message.after), SYSTEM, deps)
        case messages.SimulateLaw():
            await run_simulation(message.simulation_id, deps)
        case messages.EnactLaw():
            await carry_out(message.proposal_id, deps)
        case messages.SendEscalation():
            await send_escalation(message.escalation_ids, deps, sender, gateway_of(deps.settings))
        case _:
            assert_never(message)


async def work(deps: Deps, sender: Sender, stop: asyncio.Event, *, heartbeat: timedelta = HEARTBEAT) -> None:
    """
    Runs until `stop` is set; then finishes what it holds, within seconds, and signs a last head.

    What does not end in time loses its connection, so that its transaction is undone and its job is taken up by the next worker.
    """
    async with converter_of(deps.settings) as converter:
        while not stop.is_set():
            try:
                await tell_tools(deps, converter)
                await _run_once(deps, sender, converter, stop, heartbeat)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
                log.warning("database lost, trying again", error=type(error).__name__)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), _RESTART_DELAY_SECONDS)
    with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError, ServiceUnavailable):
        await sign_head(deps)


async def drain(deps: Deps, sender: Sender) -> None:
    """Does what waits now, then returns; for tests and for `docket work --once`."""
    async with converter_of(deps.settings) as converter:
        queuer = _queuer(deps, sender, converter)
        await queuer.qm.run(mode=QueueExecutionMode.drain, dequeue_timeout=timedelta(seconds=0.1), log_aggregation_interval=timedelta(0))


async def _run_once(deps: Deps, sender: Sender, converter: Converter, stop: asyncio.Event, heartbeat: timedelta) -> None:
    queuer = _queuer(deps, sender, converter)
    running = asyncio.create_task(
        queuer.run(dequeue_timeout=_POLL, batch_size=_BATCH, max_concurrent_tasks=2 * _BATCH, heartbeat_timeout=heartbeat)
    )
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        queuer.shutdown.set()
        await asyncio.wait((running,), timeout=_STOP_SECONDS)
        if not running.done():
            log.warning("stopped with work in hand; the next worker does it")
            # First: a job that is only cancelled is written down as cancelled, and nobody does it any more.
            deps.pool.terminate()
            running.cancel()
            await asyncio.wait((running,), timeout=_STOP_SECONDS)
        if running.done() and not running.cancelled():
            running.result()
    finally:
        stopping.cancel()
        running.cancel()


async def in_turn(work: Awaitable[None], turn: asyncio.Lock) -> None:
    """One at a time, and a rest after it for a share of the time that it took: whoever waits for a page goes on meanwhile."""
    async with turn:
        began = time.monotonic()
        await work
        await asyncio.sleep((time.monotonic() - began) * REST)


def _queuer(deps: Deps, sender: Sender, converter: Converter) -> PgQueuer:
    queuer = PgQueuer.from_asyncpg_pool(deps.pool)
    of_a_run = asyncio.Lock()

    @queuer.entrypoint(messages.ENTRYPOINT, on_failure="hold", accepts_context=False)
    async def register(job: Job) -> None:
        message = messages.decode(job.payload or b"")
        if isinstance(message, messages.MakeBulkLine):
            await in_turn(handle(message, deps, sender, converter), of_a_run)
        else:
            await handle(message, deps, sender, converter)

    @queuer.schedule("daily_head", "30 2 * * *", accepts_context=False)
    async def daily_head(schedule: Schedule) -> None:
        await sign_head(deps)

    @queuer.schedule("forgotten", "*/5 * * * *", accepts_context=False)
    async def forgotten(schedule: Schedule) -> None:
        await enqueue_forgotten(deps)
        await enqueue_stranded(deps)
        await enqueue_unassigned(await deps.present())

    @queuer.schedule("escalations", "* * * * *", accepts_context=False)
    async def escalations(schedule: Schedule) -> None:
        if made := await escalate(deps):
            log.warning("files that nobody took in charge", steps=made)

    @queuer.schedule("requests", "*/5 * * * *", accepts_context=False)
    async def requests(schedule: Schedule) -> None:
        if made := await remind(deps):
            log.info("requests reminded of", count=made)

    @queuer.schedule("daily_mails", "*/5 * * * *", accepts_context=False)
    async def daily_mails(schedule: Schedule) -> None:
        if made := await write_lists(deps):
            log.info("lists of the day written", count=made)
        if made := await remind_of_limits(await deps.present()):
            log.info("time limits reminded of", count=made)
        if made := await remind_of_limitation(await deps.present()):
            log.info("limitations reminded of", count=made)

    @queuer.schedule("keys", "*/5 * * * *", accepts_context=False)
    async def keys(schedule: Schedule) -> None:
        if made := await refresh_keys(deps):
            log.info("keys of connected files made", count=made)

    @queuer.schedule("watches", "* * * * *", accepts_context=False)
    async def watches(schedule: Schedule) -> None:
        await watch_files(await deps.present())

    return queuer


async def enqueue_forgotten(deps: Deps) -> int:
    """Gives a job to each delivery that has none; returns how many there were."""
    waiting = await outbox.forgotten_deliveries(deps.pool, deps.clock.now() - _FORGOTTEN_AFTER)
    if waiting:
        await _enqueue(deps, [messages.SendDelivery(delivery_id=each) for each in waiting])
        log.warning("deliveries without a job", count=len(waiting))
    return len(waiting)


async def enqueue_stranded(deps: Deps) -> int:
    """Gives a job to each document, PDF and line of a run that an error left without one; returns how many there were."""
    waiting = await outbox.stranded(deps.pool, deps.clock.now() - _STRANDED_AFTER)
    if waiting:
        await _enqueue(deps, waiting)
        log.warning("documents, PDFs or lines without a job", count=len(waiting))
    return len(waiting)


async def enqueue_unassigned(deps: Deps) -> int:
    """Gives a job to each file of the port prosecutors that nobody was drawn for and that has none; returns how many there were."""
    now = deps.clock.now()
    if not any(line.on_roster for line in await assignments.roster(deps.pool, PORT_OFFICE, court_day(now))):
        return 0
    waiting = await assignments.forgotten(deps.pool, PORT_OFFICE, now - _FORGOTTEN_AFTER, _MOST_ASSIGNMENT_JOBS)
    if waiting:
        await _enqueue(deps, [messages.AssignProsecutor(case_id=each) for each in waiting])
        log.warning("files without a prosecutor and without a job", count=len(waiting))
    return len(waiting)


async def _enqueue(deps: Deps, waiting: Sequence[messages.Message]) -> None:
    payloads = [messages.encode(each) for each in waiting]
    queries = Queries.from_asyncpg_pool(deps.pool)
    await queries.enqueue([messages.ENTRYPOINT] * len(payloads), list(payloads), [0] * len(payloads))
