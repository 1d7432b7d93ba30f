"""Served acts of a case, the list of them over all cases, and the hearings that no lawful service carries."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from docket.access import Visibility
from docket.services import DoneSaid, ServedAct, Service, ServiceManner, ServiceState
from docket.store.pool import load_queries, read
from docket.transitions import ENDED
from docket.working_days import calendar_of
from routing import SERVICE, Law

_queries: Any = load_queries(__file__)
PAGE_ROWS = 50
_BEFORE_ALL = datetime(1, 1, 2, tzinfo=UTC)
#: Limits by which a hearing is called.
_SUMMONSES = ("summons", "summonsDetained", "recordNotBefore")
#: More than any of them with its distance.
_LONGEST_TERM = timedelta(days=366)


class ServiceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A service in the list over all cases."""

    id: int
    case_number: str
    act: ServedAct
    #: Id in the case, and role; the list names nobody.
    person: str
    role: str | None
    manner: ServiceManner
    state: ServiceState
    asked_on: date
    served_on: date | None
    failed_on: date | None
    reason: str | None
    reference: str | None
    #: Of the hearing.
    starts_at: datetime | None


class HearingAtRisk(msgspec.Struct, frozen=True, kw_only=True):
    """A hearing to come for which somebody was not lawfully served."""

    id: int
    starts_at: datetime
    case_number: str
    court: str
    chamber: str
    #: How many persons.
    failed: int
    late: int
    unserved: int
    #: Until then new services can save the day; None = only another day can, or the law data have no term.
    serve_by: date | None


class AtRisk(msgspec.Struct, frozen=True, kw_only=True):
    #: All of them, whatever page this is.
    count: int
    lines: tuple[HearingAtRisk, ...]
    more: bool


async def of_case(source: Any, case_id: int) -> tuple[Service, ...]:
    return tuple(Service(**dict(row)) for row in await _rows(source, "of_case", {"case_id": case_id}))


async def ask(
    tx: Any,
    case_id: int,
    *,
    act: ServedAct,
    person: str,
    hearing: tuple[int, int] | None,
    reference: str | None,
    court: str | None,
    manner: ServiceManner,
    asked_on: date,
    follows_id: int | None,
    at: datetime,
    by: str,
) -> int:
    """`hearing` = its id and its sequence."""
    hearing_id, sequence = hearing or (None, None)
    return await _queries.ask(
        tx,
        case_id=case_id,
        act=act,
        person=person,
        hearing_id=hearing_id,
        hearing_sequence=sequence,
        reference=reference,
        court=court,
        manner=manner,
        asked_on=asked_on,
        follows_id=follows_id,
        at=at,
        by=by,
    )


async def done(tx: Any, case_id: int, service_id: int, said: DoneSaid, *, at: datetime, by: str) -> None:
    await _queries.done(tx, case_id=case_id, id=service_id, at=at, by=by, **msgspec.structs.asdict(said))


async def failed(tx: Any, case_id: int, service_id: int, *, failed_on: date, reason: str, at: datetime, by: str) -> None:
    await _queries.failed(tx, case_id=case_id, id=service_id, failed_on=failed_on, reason=reason, at=at, by=by)


async def withdrawn(tx: Any, case_id: int, service_id: int, *, reason: str, needless: bool, at: datetime, by: str) -> None:
    await _queries.withdrawn(tx, case_id=case_id, id=service_id, reason=reason, needless=needless, at=at, by=by)


async def listed(pool: Any, seen: Visibility, state: ServiceState, after: int = 0, rows: int = PAGE_ROWS) -> tuple[ServiceLine, ...]:
    """At most one page and one more, after that id."""
    work = {**msgspec.structs.asdict(seen), "state": state, "after": after, "row_limit": rows + 1}
    return tuple(ServiceLine(**dict(row)) for row in await _rows(pool, "listed", work))


async def at_risk(
    pool: Any,
    seen: Visibility,
    law: Law,
    *,
    now: datetime,
    today: date,
    warn_days: int,
    after: tuple[datetime, int] | None = None,
    rows: int = PAGE_ROWS,
) -> AtRisk:
    """`after` = start and id of the last hearing of the page before."""
    distance = law.time_limits.distance
    start, id_ = after or (_BEFORE_ALL, 0)
    work = {
        **msgspec.structs.asdict(seen),
        "now": now,
        "today": today,
        "warn_days": warn_days,
        **_terms(law, today),
        "closed": _closed(law, today),
        "neighbours": list(distance.neighbour_countries) if distance else [],
        "europeans": list(distance.europe_countries) if distance else [],
        "ended": sorted(ENDED),
        "after_start": start,
        "after_id": id_,
        "row_limit": rows + 1,
    }
    found = await _rows(pool, "at_risk", work)
    lines = tuple(HearingAtRisk(**{name: row[name] for name in HearingAtRisk.__struct_fields__}) for row in found[:rows])
    return AtRisk(count=found[0]["total"] if found else 0, lines=lines, more=len(found) > rows)


def _terms(law: Law, today: date) -> dict[str, list[Any]]:
    """Full days of each summons, and what each distance adds to it, side by side."""
    rows, distance = law.time_limits, law.time_limits.distance
    terms: dict[str, list[Any]] = {"codes": [], "days": [], "served": [], "neighbour": [], "europe": [], "world": []}
    for code in _SUMMONSES:
        limit = rows.limits.get(code)
        version = limit.on(today) if limit is not None else None
        if limit is None or version is None:
            continue
        far = (distance.neighbour, distance.europe, distance.world) if limit.distance and distance else (0, 0, 0)
        for name, value in zip(terms, (code, version.length, SERVICE in limit.anchors, *far), strict=True):
            terms[name].append(value)
    return terms


def _closed(law: Law, today: date) -> list[date]:
    """Legal holidays since the last day of service of a hearing that is still to come."""
    return [day for day in sorted(calendar_of(law).holidays) if day > today - _LONGEST_TERM]


async def _rows(source: Any, query: str, work: dict[str, Any]) -> list[Any]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(source, rows)
