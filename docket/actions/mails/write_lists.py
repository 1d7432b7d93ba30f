"""Write the list of each day that is over, one mail for each investigator; the worker's."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime, time, timedelta

from docket import entries
from docket.clock import COURT_ZONE, court_day
from docket.deps import Deps
from docket.mail import bounces, case_status, daily
from docket.mail.daily import ChangedLine, SentLine
from docket.mail.recipients import key_of, refusal
from docket.mailing import LISTED
from docket.messages import SendDelivery
from docket.store import deliveries, jobs
from docket.store import mails as store
from docket.store.mails import ListLine

#: In court time: before it the list of yesterday waits.
MORNING = time(6)
#: A register that stood still longer begins again with these days.
_LONGEST_GAP = timedelta(days=7)


async def write_lists(deps: Deps) -> int:
    """How many lists were written. May run twice or be broken off: a list is made once, in one transaction with its mail."""
    now, written = deps.clock.now(), 0
    if now.astimezone(COURT_ZONE).time() < MORNING:
        return 0
    yesterday = court_day(now) - timedelta(days=1)
    last = await store.last_day(deps.pool)
    day = yesterday if last is None else max(last + timedelta(days=1), yesterday - _LONGEST_GAP)
    while day <= yesterday:
        written += await _write(day, now, deps)
        await store.day_made(deps.pool, day, now)
        day += timedelta(days=1)
    return written


async def _write(day: date, at: datetime, deps: Deps) -> int:
    written, have = 0, await store.listed(deps.pool, day)
    addresses, of_recipient = await _lines(day, deps)
    for key, lines in sorted(of_recipient.items()):
        recipient = addresses[key]
        if key in have or refusal(recipient, deps.settings.mail_domains) is not None:
            continue
        mail = daily.DailyMail(
            changed_on=day,
            sent=tuple(SentLine(status=line.said, sent_at=line.at.astimezone(COURT_ZONE)) for line in lines if line.what == "sent"),
            changed=tuple(_changed(line) for line in lines if line.what == "changed"),
            phone=deps.settings.office_phone,
        )
        message_id = bounces.new_message_id(deps.settings)
        [new] = case_status.deliveries(mail, (recipient,), deps.settings, (message_id,), name=daily.MAIL)
        async with deps.transaction() as tx:
            [delivery_id] = await deliveries.draw_ids(tx, 1)
            if await store.make(tx, day, delivery_id, new, lines, at=at):
                if new.state == "queued":
                    await jobs.enqueue(tx, [SendDelivery(delivery_id=delivery_id)])
                written += 1
    return written


async def _lines(day: date, deps: Deps) -> tuple[dict[str, str], dict[str, list[ListLine]]]:
    """What the list of each recipient says: what was sent first, then what changed, both in their order; and how his address is written."""
    from_at, until_at = bounds(day)
    lines: dict[str, list[ListLine]] = defaultdict(list)
    addresses: dict[str, str] = {}
    for mail in await store.sent_on(deps.pool, from_at, until_at):
        addresses.setdefault(mail.recipient_key, mail.recipient)
        lines[mail.recipient_key].append(ListLine(what="sent", case_id=mail.case_id, delivery_id=mail.id, said=mail.said, at=mail.at))
    for recipient, line in sorted([each async for each in _changes(from_at, until_at, deps)], key=lambda each: each[1].at):
        key = key_of(recipient)
        addresses.setdefault(key, recipient)
        lines[key].append(line)
    return addresses, lines


async def _changes(from_at: datetime, until_at: datetime, deps: Deps) -> AsyncIterator[tuple[str, ListLine]]:
    for mail in await store.without_room(deps.pool, from_at, until_at):
        said = mail.said.removeprefix("Dossier ")
        yield mail.recipient, ListLine(what="changed", case_id=mail.case_id, delivery_id=mail.id, said=said, at=mail.at)
    for change in await store.changes(deps.pool, from_at, until_at, LISTED):
        said = f"{change.case_number}: {entries.TITLES_NL[change.kind]}"
        for recipient in _unique(change.recipients):
            yield recipient, ListLine(what="changed", case_id=change.case_id, delivery_id=None, said=said, at=change.at)


def _unique(recipients: tuple[str, ...]) -> Iterator[str]:
    yield from {key_of(address): address.strip() for address in recipients if address.strip()}.values()


def _changed(line: ListLine) -> ChangedLine:
    number, _, status = line.said.partition(": ")
    return ChangedLine(case_number=number, status=status)


def bounds(day: date) -> tuple[datetime, datetime]:
    """From the first instant of a court day up to that of the next."""
    return datetime.combine(day, time(), COURT_ZONE), datetime.combine(day + timedelta(days=1), time(), COURT_ZONE)
