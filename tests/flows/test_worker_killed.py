"""A worker killed at any step forgets nothing: each promise is kept once, or twice under one Message-ID with a mark."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from docket.access import Actor
from docket.actions.duty.escalate import escalate
from docket.actions.mails.remind_of_limits import remind_of_limits
from docket.actions.mails.write_lists import write_lists
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.actions.requests.remind import remind
from docket.clock import FixedClock
from docket.contract import decode_report
from docket.deps import Deps
from docket.mail.sending import SmtpSender
from docket.worker import queue
from tests.builders import a_case
from tests.docket.actions.test_duty import Office
from tests.docket.actions.test_mails import a_clock
from tests.docket.actions.test_requests import NO_BANK, File
from tests.flows.killed_worker import CHAIN_STEPS, LIMIT_STEPS, LIST_STEPS, REQUEST_STEPS, STEPS
from tests.smtp_sink import Sink, smtp_sink

REPORT = b"""{"origin": {"service": "shippingPolice", "investigatorEmails": %s},
    "places": [{"quay": "1742", "port": "antwerp"}], "offences": [{"offence": "drugImport"}]}"""
INVESTIGATOR = b'["rechercheur@politie.example.org"]'
IMPORTER = Actor(account_id=None, code="import:proef", roles=frozenset({"clerk"}), office="antwerpPort")
#: The steps at which the server may have the mail although our row does not say so.
MAY_GO_TWICE = {"attempt counted", "server took the mail"}


async def kill_at(step: str, settings, *instant: str) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "DOCKET_DATA_DIR": str(settings.data_dir),
        "DOCKET_DATABASE_URL": settings.database_url,
        "DOCKET_SMTP_URL": settings.smtp_url,
    }
    worker = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.flows.killed_worker",
        step,
        *instant,
        cwd=Path(__file__).resolve().parents[2],
        env=environment,
        stderr=subprocess.PIPE,
    )
    _, said = await asyncio.wait_for(worker.communicate(), 60)
    assert worker.returncode == -signal.SIGKILL, said.decode()


@pytest.mark.parametrize("step", STEPS)
async def test_worker_killed_at_a_step_forgets_nothing(step, deps):
    with smtp_sink() as sink:
        deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url=sink.url))
        # Jobs run side by side: where a document kills the worker, a mail under way would hide what became of the document.
        report = decode_report(REPORT % (b"[]" if step.startswith("document") else INVESTIGATOR))
        await register_case(RegisterCase(report=report, sender="import:proef"), IMPORTER, deps)

        await kill_at(step, deps.settings)
        # What would take half a minute: the dead worker's jobs show no sign of life.
        await deps.pool.execute("update pgqueuer set heartbeat = now() - interval '1 hour'")
        await queue.drain(deps, SmtpSender(sink.url))

        await every_document_is_made_once(deps)
        if step.startswith("document"):
            assert sink.received == []
        else:
            await the_mail_is_sent(step, deps, sink)


@pytest.mark.parametrize("step", LIST_STEPS)
async def test_worker_killed_while_it_writes_the_lists_of_a_day_writes_each_once(step, deps):
    with smtp_sink() as sink:
        deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url=sink.url))
        await register_case(RegisterCase(report=decode_report(REPORT % INVESTIGATOR), sender="import:proef"), IMPORTER, deps)
        await queue.drain(deps, SmtpSender(sink.url))
        morning = deps.clock.now() + timedelta(days=1)

        await kill_at(step, deps.settings, morning.isoformat())
        await write_lists(msgspec.structs.replace(deps, clock=FixedClock(morning)))
        await queue.drain(deps, SmtpSender(sink.url))

        mails = await deps.pool.fetch("select mail, state, message_id from deliveries order by id")
        assert [(row["mail"], row["state"]) for row in mails] == [("case_status", "sent"), ("daily", "sent")]
        assert [sum(row["message_id"].encode() in content for content in sink.received) for row in mails] == [1, 1]


@pytest.mark.parametrize("step", CHAIN_STEPS)
async def test_worker_killed_while_it_tells_the_chain_forgets_nobody_and_repeats_one_mail_at_most(step, deps):
    with smtp_sink() as sink:
        deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url=sink.url))
        office = Office(deps)
        await office.on_duty(await office.person("clerk"), "clerk", await office.person("headOfOffice"))
        await a_case(deps)
        await queue.drain(deps, SmtpSender(sink.url))
        late = deps.clock.now() + timedelta(hours=4)

        await kill_at(step, deps.settings, late.isoformat())
        await deps.pool.execute("update pgqueuer set heartbeat = now() - interval '1 hour'")
        for minutes in (2, 4):
            restarted = msgspec.structs.replace(deps, clock=FixedClock(late + timedelta(minutes=minutes)))
            await escalate(restarted)
            await queue.drain(restarted, SmtpSender(sink.url))

        assert await deps.pool.fetchval("select array_agg(step) from escalations") == ["clerk"]
        assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'Escalated'") == 1
        told = await deps.pool.fetchrow("select state, message_id from escalation_tries")
        assert told["state"] == "accepted"
        mails = to("clerk@politie.example.org", sink)
        assert len(mails) == (2 if step == "server took the mail of the chain" else 1)
        assert all(told["message_id"].encode() in content for content in mails)


@pytest.mark.parametrize("step", LIMIT_STEPS)
async def test_worker_killed_while_it_reminds_of_a_time_limit_reminds_once(step, deps):
    with smtp_sink() as sink:
        deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url=sink.url))
        await Office(deps).person("headOfOffice")
        number = (await a_case(deps, persons=[{"id": "s1", "role": "suspect"}])).case_number
        await a_clock(deps, number, "appeal", "pronouncement", date(2026, 11, 20))
        alarm = await deps.pool.fetchval("select alarm_on from case_time_limits")
        morning = datetime(alarm.year, alarm.month, alarm.day, 8, tzinfo=UTC) - timedelta(days=2)

        await once_more(step, deps, sink, morning, remind_of_limits)

        assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'LimitReminded'") == 1
        assert await deps.pool.fetchval("select array_agg(state) from deliveries where mail = 'limit_reminder'") == ["sent"]
        assert len(to("headofoffice@politie.example.org", sink)) == 1


@pytest.mark.parametrize("step", REQUEST_STEPS)
async def test_worker_killed_while_it_reminds_of_what_was_asked_reminds_once(step, deps):
    with smtp_sink() as sink:
        deps = msgspec.structs.replace(deps, settings=msgspec.structs.replace(deps.settings, smtp_url=sink.url))
        asked = File(deps, (await a_case(deps, **NO_BANK)).case_number)
        await asked.ask(address="rechercheur@politie.example.org")
        await queue.drain(deps, SmtpSender(sink.url))
        before = len(sink.received)
        late = deps.clock.now() + timedelta(days=deps.settings.request_days + 2)

        await once_more(step, deps, sink, late, remind)

        assert await deps.pool.fetchval("select count(*) from docket_entries where kind = 'RequestReminded'") == 1
        assert len(sink.received) - before == 1


async def once_more(step: str, deps, sink: Sink, at: datetime, of_itself: Callable[[Deps], Awaitable[int]]) -> None:
    """Killed at that step, and started again a minute later."""
    await kill_at(step, deps.settings, at.isoformat())
    await deps.pool.execute("update pgqueuer set heartbeat = now() - interval '1 hour'")
    restarted = msgspec.structs.replace(deps, clock=FixedClock(at + timedelta(minutes=1)))
    await of_itself(restarted)
    await queue.drain(restarted, SmtpSender(sink.url))


def to(address: str, sink: Sink) -> list[bytes]:
    return [content for content in sink.received if f"To: {address}".encode() in content]


async def every_document_is_made_once(deps) -> None:
    documents = await deps.pool.fetch("select kind, state from documents order by kind")
    assert [tuple(row) for row in documents] == [("jurisdiction_note", "made"), ("receipt", "made")]
    entries = await deps.pool.fetch("select seq from docket_entries order by seq")
    assert [row["seq"] for row in entries] == [1, 2, 3]
    assert await deps.pool.fetchval("select count(*) from pgqueuer") == 0


async def the_mail_is_sent(step: str, deps, sink: Sink) -> None:
    mail = await deps.pool.fetchrow("select state, message_id, maybe_twice from deliveries")
    assert (mail["state"], mail["maybe_twice"]) == ("sent", step in MAY_GO_TWICE)
    assert len(sink.received) == (2 if step == "server took the mail" else 1)
    assert all(mail["message_id"].encode() in content for content in sink.received)
