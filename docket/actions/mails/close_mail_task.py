"""Close a task about what came back by mail, with what was done about it."""

import msgspec

from docket import entries
from docket.access import Actor, visibility
from docket.actions import redeciding
from docket.deps import Deps
from docket.errors import NotFound, StateForbids
from docket.store import entries as docket_entries
from docket.store import mails as store


class CloseMailTask(msgspec.Struct, frozen=True, kw_only=True):
    task_id: int
    #: What was done about it.
    reason: str


async def close_mail_task(command: CloseMailTask, by: Actor, deps: Deps) -> None:
    by.require("resendMail")
    found = await store.task(deps.pool, command.task_id, visibility(by, "resendMail"))
    if found is None:
        raise NotFound
    reason, at = redeciding.required(command.reason), deps.clock.now()
    async with deps.transaction() as tx:
        if not await store.close_task(tx, found.id, at=at, by=by.code, reason=reason):
            raise StateForbids("Deze taak is al afgehandeld; ververs de lijst.")
        if found.case_id is not None:
            entry = entries.MailTaskClosed(delivery=found.delivery_id or 0, task=found.id, back=found.kind, reason=reason)
            await docket_entries.append(tx, found.case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)
