"""What verbs share that somebody is to be told of: rows for everyone in the same transaction, and who takes over from whom."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from docket.actions import consequences
from docket.clock import court_day
from docket.contacts import Contact
from docket.contract import Report
from docket.hearings import Hearing, before
from docket.judgments import Judgment, still_open
from docket.messages import NewDelivery
from docket.services import Service, ServiceManner
from docket.store import contacts, deliveries, hearings, jobs, judgments, time_limits
from docket.store import decisions as decision_rows
from docket.store import telling as store
from docket.store.cases import Snapshot
from docket.telling import PARTIES, Receiver, ToldAct, ToldHow, ToldRole, everyone, missing

_OVERTAKEN = "een latere handeling over de zitting kwam ervoor in de plaats"
_ENDED = "het contact is beëindigd"
#: How somebody who was served in person knows of his hearing.
_BY_SERVICE: dict[ServiceManner, ToldHow] = {
    "bailiff": "inPerson",
    "prisonDirector": "inPerson",
    "police": "police",
    "electronic": "electronic",
}
#: In whose place somebody comes; an expert is asked anew.
SUCCEEDED: tuple[ToldRole, ...] = ("counsel", "interpreter", "prison")
_GONE = "staat niet meer in dit dossier"


async def tell(
    tx: Any,
    found: Snapshot,
    act: ToldAct,
    mails: tuple[NewDelivery, ...],
    *,
    at: datetime,
    by: str,
    hearing_id: int | None = None,
    until: datetime | None = None,
) -> int:
    """Promises the mails to the investigators and a row for everyone; how many are to be told."""
    case_id = found.case.id
    if hearing_id is not None:
        await store.supersede(tx, case_id, hearing_id, reason=_OVERTAKEN, at=at, by=by)
    ids = await deliveries.draw_ids(tx, len(mails))
    await jobs.enqueue(tx, consequences.jobs(decision_rows.Promised(document_ids=(), delivery_ids=ids), mails))
    await deliveries.insert(tx, case_id, deliveries.rows_of(mails, ids, written_at=at, decision_seq=found.decision_seq))
    return await tell_beside(tx, found, act, ids, at=at, hearing_id=hearing_id, until=court_day(until) if until else None)


async def tell_beside(
    tx: Any,
    found: Snapshot,
    act: ToldAct,
    delivery_ids: Sequence[int],
    *,
    at: datetime,
    hearing_id: int | None = None,
    until: date | None = None,
) -> int:
    """A row for everyone, the investigators by their mails, which were promised; before the entry of the act, which proves the rows."""
    report = found.case.report
    if hearing_id is not None:
        hearing = next(one for one in await hearings.of_case(tx, found.case.id) if one.id == hearing_id)
        report = await heard_at(tx, found.case.id, report, hearing)
    receivers = tuple(everyone(report, await contacts.of_case(tx, found.case.id), court_day(at), until))
    if not delivery_ids:
        # Nobody left a mail address: somebody has to be called.
        receivers = (*receivers, Receiver(role="investigator"))
    await store.insert(tx, found.case.id, act, receivers, at=at, hearing_id=hearing_id, delivery_ids=delivery_ids)
    return len(receivers) + len(delivery_ids)


async def heard_at(source: Any, case_id: int, report: Report, hearing: Hearing) -> Report:
    """The report with the suspects of a hearing: who was told of it hears that it moves or falls away, wherever his track leads since."""
    told = {row.person for row in await store.of_case(source, case_id) if row.hearing_id == hearing.id}
    return before(report, set(hearing.elsewhere) - told)


async def taken_over(tx: Any, found: Snapshot, contact_id: int, before: Contact | None, *, at: datetime) -> None:
    """A contact that was just entered: he takes over what his predecessor was not told, and is told of each hearing that comes."""
    case_id = found.case.id
    rows = await contacts.of_case(tx, case_id)
    entered = next(row for row in rows if row.id == contact_id)
    await store.hand_over(tx, case_id, entered.kind, entered.person, before.id if before else None, contact_id)
    if before is not None and before.person != entered.person:
        await store.hand_over(tx, case_id, entered.kind, before.person, before.id, contact_id)
    await complete(tx, case_id, found.case.report, at=at)


async def ended(tx: Any, case_id: int, contact_id: int, report: Report, *, at: datetime, by: str) -> None:
    """Nobody is told any more through who was ended: what he was not told waits for whoever is found in his place."""
    await store.leave_to_successor(tx, case_id, contact_id, SUCCEEDED)
    await store.drop_contact(tx, case_id, contact_id, reason=_ENDED, at=at, by=by)
    await complete(tx, case_id, report, at=at)


async def told_by_service(tx: Any, found: Snapshot, service: Service, *, at: datetime, by: str) -> int:
    """
    Who was served in person with an act that calls to a hearing is told of it, and so is the prison that handed it over.

    Abroad, or not in person, he still has to be told: that he knows is not sure.
    """
    how = _BY_SERVICE.get(service.manner)
    coming = next((one for one in await hearings.of_case(tx, found.case.id) if service.calls_to(one)), None)
    if how is None or coming is None or not (service.in_person or service.manner == "electronic"):
        return 0
    roles = (*PARTIES, "prison") if service.manner == "prisonDirector" else PARTIES
    rows = [
        row
        for row in await store.of_case(tx, found.case.id)
        if row.open and row.hearing_id == coming.id and row.person == service.person and row.role in roles
    ]
    for row in rows:
        await store.close(tx, found.case.id, row.id, state="told", how=how, reason=None, at=at, by=by)
    return len(rows)


async def drop_gone(tx: Any, case_id: int, report: Report, *, at: datetime, by: str) -> None:
    """Nobody is told any more whom another file took over."""
    await store.drop_persons(tx, case_id, [row.id for row in report.persons if row.id], reason=_GONE, at=at, by=by)


async def complete(tx: Any, case_id: int, report: Report, *, at: datetime) -> None:
    """
    A row for whoever came into the file after a hearing was set that is still to come, and for whoever came to act for or to keep
    somebody who was judged while a remedy is open: days run, whatever his predecessor was told.
    """
    coming = [one for one in await hearings.of_case(tx, case_id) if one.state == "set" and one.starts_at >= at]
    open_judgments = await _open_judgments(tx, case_id, court_day(at))
    if not coming and not open_judgments:
        return
    rows = await store.of_case(tx, case_id)
    known = await contacts.of_case(tx, case_id)
    after = tuple(dict.fromkeys(one for judgment in open_judgments for one in _untold(judgment, report, known, rows, court_day(at))))
    await store.insert(tx, case_id, "judgment", after, at=at)
    for hearing in coming:
        wanted = tuple(everyone(before(report, hearing.elsewhere), known, court_day(at), hearing.day))
        lacking = _new(wanted, rows, hearing)
        await store.insert(tx, case_id, "hearingMoved" if hearing.sequence else "hearingSet", lacking, at=at, hearing_id=hearing.id)


async def _open_judgments(tx: Any, case_id: int, today: date) -> list[Judgment]:
    """Those that stand and that somebody may still attack."""
    standing = [one for one in await judgments.of_case(tx, case_id) if one.stands]
    if not standing:
        return []
    clocks = await time_limits.of_case(tx, case_id)
    return [one for one in standing if any(still_open(clock, one, clocks, today)[0] is not None for clock in one.clocks)]


def _untold(
    judgment: Judgment, report: Report, known: Sequence[Contact], rows: Sequence[store.TellingLine], today: date
) -> Iterator[Receiver]:
    """Who acts today for a party of the judgment, or keeps him, and has no row of it; the parties themselves were told by it."""
    parties = {one.person for one in judgment.parties}
    since = judgment.entered_at - timedelta(microseconds=1)
    have = {row.receiver for row in rows if row.act == "judgment" and row.made_at >= since}
    for receiver in everyone(report, known, today):
        if receiver.contact_id is not None and receiver.person in parties and receiver not in have:
            yield receiver


def _new(wanted: Sequence[Receiver], rows: Sequence[store.TellingLine], hearing: Hearing) -> tuple[Receiver, ...]:
    since = hearing.changed_at or hearing.set_at
    of_last_act = [row for row in rows if row.hearing_id == hearing.id and row.made_at >= since - timedelta(microseconds=1)]
    return tuple(missing(wanted, of_last_act, hearing.id))
