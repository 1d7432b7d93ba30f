"""Ask something of somebody outside: a kantschrift, a laboratory, an expert, or the one fact that a decision misses."""

from datetime import date, timedelta

import msgspec

from docket import entries, report_words, requests
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.requests import asking
from docket.actions.requests.asking import ChangedRequest
from docket.clock import court_day
from docket.contract import Report
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.requests import RequestKind
from docket.store import requests as store
from docket.store.requests import NewRequest

_NEW = "nieuwe vraag"


class AskRequest(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    kind: RequestKind = "question"
    #: None = the service that reported, at the first address of its investigators.
    addressee: str | None = None
    #: None = nothing is mailed.
    address: str | None = None
    #: None = the question of the fact.
    question: str | None = None
    #: The one fact that is asked, as a path of the contract; the answer then amends the file.
    fact: str | None = None
    #: None = after the days of the setting `request_days`.
    due_on: date | None = None


async def ask_request(command: AskRequest, by: Actor, deps: Deps) -> ChangedRequest:
    found = await redeciding.find(command.case_number, "keepRequests", by, deps)
    await redeciding.require_version(found, command.version, deps)
    at = deps.clock.now()
    new = _new(command, found.case.report, by.office or found.case.holding_office, court_day(at), deps)
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        request_id = await store.ask(tx, found.case.id, new, asked_on=court_day(at), at=at, by=by.code)
        if request_id is None:
            raise StateForbids("Dit gegeven is al gevraagd en het antwoord is er nog niet; verplaats de dag of trek die vraag eerst in.")
        asked = await asking.open_request(tx, found, request_id, at)
        mail = await asking.write_mail(tx, asking.mailing(asked, found), _NEW, deps, at)
        entry = entries.RequestAsked(
            version=found.case.version + 1,
            request=request_id,
            request_kind=new.kind,
            addressee=new.addressee,
            question=new.question,
            fact=new.fact,
            due_on=new.due_on,
            mailed=mail is not None,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedRequest(case_number=found.case.case_number, version=found.case.version + 1, request_id=request_id)


def reporter(report: Report) -> tuple[str, str | None]:
    """The service that handed the file in, and where a mail reaches it; None = it left no address."""
    words = report_words.reported_by(report)
    return words[:1].upper() + words[1:], next(iter(report.origin.investigator_emails), None)


def _new(command: AskRequest, report: Report, office: str, today: date, deps: Deps) -> NewRequest:
    """Raises BadInput with every fault at once."""
    if command.fact is not None and not requests.may_ask(command.fact, report):
        detail = "Dit gegeven kan niet gevraagd worden: kies een veld van een rij die het dossier heeft, als /places/p1/quay."
        raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/fact", detail=detail, value=command.fact),))
    service, address = reporter(report)
    whom = command.addressee if command.addressee is not None else service
    question = command.question
    if question is None:
        question = requests.question_of(command.fact, report) if command.fact is not None else ""
    new = NewRequest(
        office=office,
        kind=command.kind,
        addressee=whom.strip(),
        address=(command.address.strip() or None) if command.address is not None else None if command.addressee is not None else address,
        question=question.strip(),
        fact=command.fact,
        due_on=command.due_on or today + timedelta(days=deps.settings.request_days),
    )
    asking.refuse(
        *asking.text_issues(new.addressee, "/addressee", "Zeg aan wie u het vraagt.", asking.LONGEST_LINE),
        *asking.address_issues(new.address, deps),
        *asking.text_issues(new.question, "/question", "Schrijf wat u vraagt."),
        *asking.day_issues(new.due_on, today),
    )
    return new
