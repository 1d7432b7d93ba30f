"""Enter an answer that came by letter, mail, telephone or in person: a proposal, like one that came by the private link."""

from datetime import date
from typing import Any, Literal

import msgspec

from docket import entries, requests
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.requests import asking
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import Issue, StateForbids
from docket.store import duty
from docket.store import requests as store
from docket.store.requests import NewAnswer


class EnterAnswer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int
    via: Literal["letter", "mail", "phone", "inPerson"]
    #: The value of the fact in the words of the contract; None = the answer is in words.
    value: Any = None
    remark: str | None = None
    #: None = today.
    answered_on: date | None = None


class EnteredAnswer(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int
    answer_id: int


async def enter_answer(command: EnterAnswer, by: Actor, deps: Deps) -> EnteredAnswer:
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        one = await asking.open_request(tx, found, command.request_id, at)
        day = command.answered_on or court_day(at)
        asking.refuse(*_day_issues(day, one.asked_on, court_day(at)))
        answer = new_answer(one.fact, command.value, command.remark, command.via, day)
        answer_id = await store.propose(tx, found.case.id, one.id, answer, at=at, by=by.code)
        if answer_id is None:
            raise StateForbids("Er wacht al een antwoord op deze vraag; aanvaard of weiger dat eerst.")
        await duty.settle_request(tx, one.id, at)
        entry = entries.AnswerProposed(request=one.id, answer=answer_id, answer_via=answer.via, answered_on=day)
        await redeciding.enter(tx, found, entry, by, at)
    return EnteredAnswer(
        case_number=found.case.case_number, version=found.case.version + 1, request_id=command.request_id, answer_id=answer_id
    )


def new_answer(fact: str | None, value: Any, remark: str | None, via: requests.Via, day: date) -> NewAnswer:
    """Raises BadInput where it is not what was asked."""
    remark = (remark or "").strip() or None
    if fact is not None:
        value = msgspec.json.encode(requests.checked(fact, value)).decode()
    elif value is not None:
        detail = "Deze vraag vraagt geen gegeven van het dossier; schrijf het antwoord in woorden."
        asking.refuse(Issue(type="invalidInput", name="/value", detail=detail))
    else:
        asking.refuse(*asking.text_issues(remark or "", "/remark", "Schrijf wat er geantwoord is."))
    asking.refuse(*(asking.text_issues(remark, "/remark", "") if remark else ()))
    return NewAnswer(value=value, remark=remark, via=via, answered_on=day)


def _day_issues(day: date, asked_on: date, today: date) -> tuple[Issue, ...]:
    if asked_on <= day <= today:
        return ()
    detail = f"Het antwoord is gegeven tussen {asked_on:%d/%m/%Y}, toen het gevraagd werd, en vandaag."
    return (Issue(type="outOfRange", name="/answeredOn", detail=detail, value=str(day)),)
