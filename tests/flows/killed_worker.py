"""A worker that is killed at one step: python -m tests.flows.killed_worker STEP [INSTANT], with the settings in the environment."""

import asyncio
import os
import signal
import sys
from datetime import datetime, timedelta

import msgspec

from docket.actions.duty import escalate
from docket.actions.mails import remind_of_limits, write_lists
from docket.actions.requests import remind
from docket.cli import opening
from docket.clock import FixedClock
from docket.mail.sending import SmtpSender
from docket.settings import from_env
from docket.store import duty, mails, outbox, requests
from docket.worker import queue, render_document, send_delivery


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before(module: object, name: str) -> None:
    async def dying(*_: object, **__: object) -> None:
        die()

    setattr(module, name, dying)


def after(module: object, name: str) -> None:
    """Once it did something: an answer that says that there was nothing goes on."""
    real = getattr(module, name)

    async def dying(*arguments: object, **named: object) -> object:
        answer = await real(*arguments, **named)
        if answer is None or answer:
            die()
        return answer

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


#: The steps of telling the next one of the chain what nobody took.
CHAIN_STEPS = {
    "step not committed": lambda: after(duty, "insert_tries"),
    "step made and nobody asked to tell it": lambda: before(escalate, "_again"),
    "try of the chain counted": lambda: after(duty, "claim_together"),
    "server took the mail of the chain": lambda: after(SmtpSender, "send"),
    "answer to the chain written down": lambda: after(duty, "accepted"),
}
#: The steps of a reminder of a time limit, and of one of what was asked.
LIMIT_STEPS = {
    "reminder of the limit not committed": lambda: after(mails, "reminded"),
    "reminder of the limit made": lambda: before(queue, "handle"),
}
REQUEST_STEPS = {
    "reminder of the request not committed": lambda: after(requests, "insert_reminder"),
    "reminder of the request made": lambda: before(queue, "handle"),
}
#: What the worker does of itself at an instant, by the steps of it.
AT_AN_INSTANT = (
    (LIST_STEPS, write_lists.write_lists),
    (CHAIN_STEPS, escalate.escalate),
    (LIMIT_STEPS, remind_of_limits.remind_of_limits),
    (REQUEST_STEPS, remind.remind),
)


async def main(step: str, instant: str = "") -> None:
    settings = from_env(os.environ)
    (STEPS | LIST_STEPS | CHAIN_STEPS | LIMIT_STEPS | REQUEST_STEPS)[step]()
    async with opening.register(settings, settings.database_url) as opened:
        deps = msgspec.structs.replace(opened, clock=FixedClock(datetime.fromisoformat(instant))) if instant else opened
        for steps, of_itself in AT_AN_INSTANT:
            if step in steps:
                await of_itself(deps)
        await queue.work(deps, SmtpSender(settings.smtp_url), asyncio.Event(), heartbeat=timedelta(seconds=5))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
