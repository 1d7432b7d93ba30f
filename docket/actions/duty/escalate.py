"""Tell the next one of the chain about what nobody took: the worker's, every minute; each step is made once, whoever runs it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec

from docket import duty, entries
from docket.access import SYSTEM, visibility
from docket.actions.duty.give_back import give_back
from docket.deps import Deps
from docket.draws import code_of
from docket.mail import bounces
from docket.mail.recipients import refusal
from docket.messages import SendEscalation
from docket.settings import Settings
from docket.store import duty as store
from docket.store import entries as docket_entries
from docket.store import jobs
from docket.store.duty import Due, FellTo, NewTry, Person

#: Files in one transaction: few, so that nobody waits long for one of them.
_AT_ONCE = 20
#: A channel that says nothing for so long is looked after again.
_FORGOTTEN_AFTER = timedelta(minutes=1)
_NO_ADDRESS = "Voor deze persoon is geen adres voor de wacht ingevuld; vul het in op het scherm Wacht."
_NOBODY = "Niemand van het parket die dit dossier mag lezen, kon verwittigd worden: geen wacht, geen hoofd en niemand op naam."


class Whom(msgspec.Struct, frozen=True, kw_only=True):
    """Who is told at a step."""

    people: tuple[Person, ...]
    fell_to: FellTo | None
    #: The gateway rings who is on duty for a step: only when all of them may know of the file.
    rung: duty.Step | None


async def escalate(deps: Deps) -> int:
    """How many steps were made; those that came due while no worker ran are made in their order, and told together."""
    await give_back(deps)
    made: list[int] = []
    while True:
        now = deps.clock.now()
        async with deps.transaction() as tx:
            found = await store.due(tx, now, duty.terms(deps.settings), _AT_ONCE)
            made_now = [step for one in found if (step := await _make(tx, one, now, deps)) is not None]
        made += made_now
        if not made_now:
            break
    await _again(deps, made)
    return len(made)


async def _make(tx: Any, found: Due, now: datetime, deps: Deps) -> int | None:
    """Its id; None = it was made already. A worker that dies before the run is told leaves channels that wait, which are looked after."""
    whom = await _whom(tx, found.case_id, found.office, found.step, found.named, now)
    accounts = [person.id for person in whom.people]
    escalation_id = await store.insert_escalation(tx, found, accounts, whom.fell_to, now)
    if escalation_id is None:
        return None
    await store.insert_tries(tx, tries(escalation_id, 1, found.urgency, whom, now, deps.settings))
    entry = entries.Escalated(
        office=found.office, step=found.step, urgency=found.urgency, told=tuple(map(code_of, accounts)), fell_to=whom.fell_to
    )
    await docket_entries.append(tx, found.case_id, kind=entries.kind_of(entry), content=entry, by=SYSTEM.code, at=now)
    return escalation_id


async def _whom(tx: Any, case_id: int, office: str, step: duty.Step, named: Sequence[int], now: datetime) -> Whom:
    """Who is on duty, else the head, else who is named on the file; only ever somebody who may take it, and so may know of it."""
    everybody = await store.people(tx, office, now, named)
    may = {
        person.id
        for person in everybody
        if person.actor.may("takeInCharge") and await store.may_read(tx, case_id, visibility(person.actor, "takeInCharge"))
    }
    heads = [person for person in everybody if "headOfOffice" in person.roles]
    first = heads if step == "head" else [person for person in everybody if step in person.on_duty]
    choices: tuple[tuple[FellTo | None, list[Person]], ...] = (
        (None, first),
        ("head", heads),
        ("named", [person for person in everybody if person.id in named]),
    )
    for fell_to, people in choices:
        if told := tuple(person for person in people if person.id in may):
            rung = {None: step, "head": "head"}.get(fell_to) if len(told) == len(people) else None
            return Whom(people=told, fell_to=fell_to, rung=rung)  # ty: ignore[invalid-argument-type]
    return Whom(people=(), fell_to="nobody", rung=None)


def tries(escalation_id: int, number: int, urgency: duty.Urgency, whom: Whom, now: datetime, settings: Settings) -> list[NewTry]:
    """A row for each channel that there is, in its order; what cannot be tried at all is kept as failed."""
    made: list[NewTry] = []

    def add(channel: duty.Channel, account_id: int | None, recipient: str | None, fault: str | None) -> None:
        made.append(
            NewTry(
                escalation_id=escalation_id,
                round=number,
                ordinal=len(made) + 1,
                channel=channel,
                account_id=account_id,
                recipient=recipient,
                message_id=bounces.new_message_id(settings),
                state="failed" if fault else "waiting",
                tried_at=now if fault else None,
                answer=fault,
            )
        )

    for channel in duty.CHANNELS[urgency]:
        if channel == "webhook" and settings.oncall_webhook_url and whom.rung:
            add(channel, None, whom.rung, None)
        elif channel == "mail":
            for person in whom.people:
                fault = refusal(person.duty_mail, settings.mail_domains) if person.duty_mail else _NO_ADDRESS
                add(channel, person.id, person.duty_mail, fault)
    if not made:
        add("mail", None, None, _NOBODY)
    return made


async def _again(deps: Deps, made: Sequence[int]) -> None:
    """
    One job for the whole run, so that one mail tells each person all of it.

    With the steps that were just made: last ones that failed everywhere while the file still waits, and channels whose worker is gone.
    """
    now = deps.clock.now()
    async with deps.transaction() as tx:
        again = []
        for step in await store.all_failed(tx, now, _AT_ONCE):
            if await store.lock_escalation(tx, step.id):
                whom = await _whom(tx, step.case_id, step.office, "head", step.named, now)
                await store.insert_tries(tx, tries(step.id, step.round + 1, step.urgency, whom, now, deps.settings))
                again.append(step.id)
        forgotten = await store.unfinished(tx, now - _FORGOTTEN_AFTER)
        told = tuple(dict.fromkeys((*made, *again, *forgotten)))
        await jobs.enqueue(tx, [SendEscalation(escalation_ids=told)] if told else [])
