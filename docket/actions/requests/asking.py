"""What the verbs on requests share: the request of a file, its mail, and what a day or an address may be."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from docket.actions import consequences
from docket.clock import COURT_ZONE, court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, StateForbids
from docket.mail import bounces, case_status, request
from docket.mail.recipients import refusal
from docket.messages import SendDelivery
from docket.passwords import new_secret, secret_hash
from docket.requests import Request
from docket.store import deliveries, jobs
from docket.store import requests as store
from docket.store.cases import Snapshot

#: Nobody plans further ahead, and no sum of days leaves the calendar.
_LATEST = date(2199, 12, 31)
LONGEST_TEXT = 4000
LONGEST_LINE = 200


class ChangedRequest(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    request_id: int


async def open_request(tx: Any, found: Snapshot, request_id: int, at: datetime) -> Request:
    """A request of this file that is not closed; the file is locked by then. Raises NotFound, StateForbids."""
    one = next((each for each in await store.of_case(tx, found.case.id, at) if each.id == request_id), None)
    if one is None:
        raise NotFound("Dit dossier heeft geen vraag met dit nummer; kies er een uit de lijst van het dossier.")
    if one.state != "asked":
        done = "beantwoord" if one.state == "answered" else "ingetrokken"
        raise StateForbids(f"Vraag {request_id} is al {done}; stel een nieuwe vraag als er nog iets ontbreekt.")
    return one


def day_issues(day: date, today: date) -> Iterator[Issue]:
    if day < today:
        detail = f"De dag voor het antwoord ({day:%d/%m/%Y}) is voorbij; kies vandaag of een latere dag."
        yield Issue(type="outOfRange", name="/dueOn", detail=detail, value=str(day))
    elif day > _LATEST:
        yield Issue(type="outOfRange", name="/dueOn", detail="Kies een dag voor het jaar 2200.", value=str(day))


def address_issues(address: str | None, deps: Deps) -> Iterator[Issue]:
    fault = refusal(address, deps.settings.mail_domains) if address else None
    if fault is not None:
        yield Issue(type="invalidInput", name="/address", detail=fault, value=address)


def text_issues(text: str, name: str, asked: str, longest: int = LONGEST_TEXT) -> Iterator[Issue]:
    if not text.strip():
        yield Issue(type="requiredInput", name=name, detail=asked)
    elif len(text) > longest:
        yield Issue(type="outOfRange", name=name, detail=f"Hoogstens {longest} tekens; kort het in.")


def refuse(*issues: Issue) -> None:
    if issues:
        raise BadInput(issues=issues)


class Mailing(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail about a request needs to be written."""

    case_id: int
    case_number: str
    decision_seq: int
    request_id: int
    office: str
    address: str | None
    due_on: date
    notice_number: str | None


def mailing(one: Request, found: Snapshot) -> Mailing:
    return Mailing(
        case_id=found.case.id,
        case_number=found.case.case_number,
        decision_seq=found.decision_seq,
        request_id=one.id,
        office=one.office,
        address=one.address,
        due_on=one.due_on,
        # It is told to the police that gave it, not to a laboratory or an expert.
        notice_number=found.case.report.notice_number if one.kind in ("apostil", "question") else None,
    )


async def new_link(source: Any, request_id: int, deps: Deps) -> tuple[str, datetime]:
    """A private link, and when it ends by itself; only its hash is kept, so it cannot be written again."""
    token, at = new_secret(), deps.clock.now()
    last = max(await store.link_end(source, request_id), court_day(at)) + timedelta(days=deps.settings.request_link_days)
    expires_at = datetime.combine(last, time.min, COURT_ZONE)
    await store.insert_link(source, request_id, secret_hash(token), at=at, expires_at=expires_at)
    return f"{deps.settings.link_root}/v/{token}", expires_at


async def write_mail(tx: Any, mailing: Mailing, status: str, deps: Deps, at: datetime) -> int | None:
    """Id of one mail to the addressee, with its job; None where there is no address. The link is made when it is sent."""
    if mailing.address is None:
        return None
    mail = request.RequestMail(
        case_number=mailing.case_number,
        notice_number=mailing.notice_number,
        status=status,
        due_on=mailing.due_on,
        offices=(consequences.office_title(mailing.office, deps),),
        phone=deps.settings.office_phone,
    )
    message_id = bounces.new_message_id(deps.settings)
    made = case_status.deliveries(mail, (mailing.address,), deps.settings, (message_id,), name=request.MAIL)
    ids = await deliveries.draw_ids(tx, len(made))
    rows = deliveries.rows_of(made, ids, written_at=at, decision_seq=mailing.decision_seq, request_id=mailing.request_id)
    await deliveries.insert(tx, mailing.case_id, rows)
    await jobs.enqueue(tx, [SendDelivery(delivery_id=id_) for id_, each in zip(ids, made, strict=True) if each.state == "queued"])
    return ids[0]
