"""A worker killed at any step forgets nothing: each promise is kept once, or twice under one Message-ID with a mark."""

import asyncio
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from docket.access import Actor
from docket.actions.mails.write_lists import write_lists
from docket.actions.registration.register_case import RegisterCase, register_case
from docket.clock import FixedClock
from docket.contract import decode_report
from docket.mail.sending import SmtpSender
from docket.worker import queue
from tests.flows.killed_worker import LIST_STEPS, STEPS
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
