"""A worker that is killed at one step: python -m tests.flows.killed_worker STEP [INSTANT], with the settings in the environment."""

import asyncio
import os
import signal
import sys
from datetime import datetime, timedelta

import msgspec

from docket.actions.mails import write_lists
from docket.cli import opening
from docket.clock import FixedClock
from docket.mail.sending import SmtpSender
from docket.settings import from_env
from docket.store import mails, outbox
from docket.worker import queue, render_document, send_delivery


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before(module: object, name: str) -> None:
    async def dying(*_: object, **__: object) -> None:
        die()

    setattr(module, name, dying)


def after(module: object, name: str) -> None:
    real = getattr(module, name)

    async def dying(*arguments: object, **named: object) -> None:
        await real(*arguments, **named)
        die()

    setattr(module, name, dying)


#: The steps of a job, in their order.
STEPS = {
    "job picked up": lambda: before(queue, "handle"),
    "attempt counted": lambda: after(outbox, "claim_delivery"),
    "server took the mail": lambda: after(SmtpSender, "send"),
    "answer written down": lambda: after(send_delivery.outbox, "delivery_sent"),
    "document counted": lambda: after(outbox, "claim_document"),
    "document rendered": lambda: before(render_document, "finish_document"),
    "document kept": lambda: after(render_document, "finish_document"),
}


#: The steps of the lists of a day.
LIST_STEPS = {
    "list of the day counted": lambda: before(mails, "make"),
    "list of the day not committed": lambda: after(mails, "make"),
    "list of the day promised": lambda: before(mails, "day_made"),
    "day noted": lambda: after(mails, "day_made"),
}


async def main(step: str, instant: str = "") -> None:
    settings = from_env(os.environ)
    (STEPS | LIST_STEPS)[step]()
    async with opening.register(settings, settings.database_url) as deps:
        if step in LIST_STEPS:
            await write_lists.write_lists(msgspec.structs.replace(deps, clock=FixedClock(datetime.fromisoformat(instant))))
        await queue.work(deps, SmtpSender(settings.smtp_url), asyncio.Event(), heartbeat=timedelta(seconds=5))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
