"""Refuse an answer with a reason: what was asked stays asked, and the addressee is asked again."""

import msgspec

from docket import entries
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.requests import asking
from docket.actions.requests.asking import ChangedRequest
from docket.deps import Deps
from docket.errors import StateForbids
from docket.requests import Answer, Request
from docket.store import duty
from docket.store import requests as store

_AGAIN = "antwoord volstond niet"
NOTHING_WAITS = "Er wacht geen antwoord met dit nummer op deze vraag; herlaad de pagina."


class RefuseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int
    answer_id: int
    reason: str


async def refuse_answer(command: RefuseAnswer, by: Actor, deps: Deps) -> ChangedRequest:
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason, at = redeciding.required(command.reason), deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        one = await asking.open_request(tx, found, command.request_id, at)
        answer = waiting(one, command.answer_id)
        await store.close_answer(tx, answer.id, "refused", at=at, by=by.code, reason=reason)
        await duty.settle_request(tx, one.id, at)
        mail = await asking.write_mail(tx, asking.mailing(one, found), _AGAIN, deps, at)
        entry = entries.AnswerRefused(
            version=found.case.version + 1, request=one.id, answer=answer.id, reason=reason, mailed=mail is not None
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedRequest(case_number=found.case.case_number, version=found.case.version + 1, request_id=command.request_id)


def waiting(one: Request, answer_id: int) -> Answer:
    if one.waiting is None or one.waiting.id != answer_id:
        raise StateForbids(NOTHING_WAITS)
    return one.waiting
