"""What screens and the API read: one file in full, lists, searches and counts, each within what the reader may see."""

import re
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket import competence, search_text
from docket.access import ENTRIES_ABOUT, Action, Actor, Visibility
from docket.access import visibility as visibility_of
from docket.cases import Case, CaseStatus, Confidentiality
from docket.competence import Challenge, Confirmation
from docket.document_life import Stage
from docket.errors import BadInput, Issue
from docket.life import Stands
from docket.store.cases import stands_of
from docket.store.conflicts import Offer
from docket.store.parts import case_of
from docket.store.pool import load_queries, read
from routing import Decision, PortArea, Scope

DecisionKind = Literal["routed", "settled", "overridden"]
DocumentState = Literal["asked", "made", "failed"]
DeliveryState = Literal["held", "queued", "sending", "sent", "retrying", "failed", "refused", "digest"]

_queries: Any = load_queries(__file__)

PAGE_ROWS = 50
MAX_PAGE_ROWS = 200
#: A count stops here and says "more than": counting further costs more than it tells.
COUNT_LIMIT = 1000


class Cursor(msgspec.Struct, frozen=True, kw_only=True):
    """The last line of the page before: lists run from the newest number to the oldest."""

    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.year}-{self.serial:06d}"


class CaseFilter(msgspec.Struct, frozen=True, kw_only=True):
    """None = whatever it is."""

    #: Words that all occur: of a number, notice number, place, container, vessel, person or summary.
    query: str | None = None
    area: PortArea | None = None
    #: An office that a track names or that holds the file.
    office: str | None = None
    court: str | None = None
    outcome: Literal["decided", "undecided"] | None = None
    scope: Scope | None = None
    status: CaseStatus | None = None
    confidentiality: Confidentiality | None = None
    open_track: bool | None = None
    #: Does a track wait for a magistrate's confirmation?
    to_confirm: bool | None = None
    #: Account whose file it is: its port prosecutor, or who took it in charge.
    mine: int | None = None


class CaseLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    case_number: str
    version: int
    status: CaseStatus
    confidentiality: Confidentiality
    registered_at: datetime
    received_day: date
    notice_number: str | None
    origin_service: str
    #: The first words of the summary.
    summary: str | None
    outcome: Literal["decided", "undecided"]
    scope: Scope
    port_area: PortArea | None
    holding_office: str
    #: Of the tracks, in their order, without repeats; None where a track has none.
    prosecution_offices: tuple[str | None, ...]
    courts: tuple[str | None, ...]
    open_track: bool
    to_confirm: bool


class Page(msgspec.Struct, frozen=True, kw_only=True):
    items: tuple[CaseLine, ...]
    #: Where the next page begins; None = this is the last one.
    next: Cursor | None


class DecisionLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One row of the decisions of a file; never changed, the last one holds."""

    seq: int
    kind: DecisionKind
    decision: Decision
    law_digest: str
    engine_version: str
    decided_at: datetime
    decided_by: str
    reason: str | None
    #: Places of its tracks that a person still has to settle.
    open_tracks: tuple[int, ...]
    #: Places of its tracks that were referred to their court.
    referred_tracks: tuple[int, ...]


class DocumentLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    kind: str
    state: DocumentState
    decision_seq: int
    case_version: int
    made_at: datetime
    made_by: str
    failure: str | None
    template_version: str | None
    #: In hexadecimal digits.
    sha256: str | None
    size: int | None
    #: A fact it was built on was corrected then.
    outdated_at: datetime | None
    #: Id of the suspect whose copy it is; None = it is about the file.
    about: str | None
    stage: Stage = "draft"


class DeliveryLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    mail: str
    recipient: str
    state: DeliveryState
    subject: str
    body_text: str
    body_html: str
    message_id: str
    written_at: datetime
    attempts: int
    last_attempt_at: datetime | None
    sent_at: datetime | None
    server_reply: str | None
    maybe_twice: bool
    outdated_at: datetime | None


class EntryLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    seq: int
    kind: str
    entered_at: datetime
    entered_by: str
    #: None = erased under a retention rule.
    content: Any
    erased_at: datetime | None
    #: In hexadecimal digits.
    hash: str


class NamedAccount(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    display_name: str


class CaseView(msgspec.Struct, frozen=True, kw_only=True):
    """One file as its page shows it."""

    case: Case
    #: The last of `decisions`.
    current: DecisionLine
    #: Oldest first.
    decisions: tuple[DecisionLine, ...]
    documents: tuple[DocumentLine, ...]
    deliveries: tuple[DeliveryLine, ...]
    entries: tuple[EntryLine, ...]
    #: The offer that waits for an answer.
    offer: Offer | None
    named: tuple[NamedAccount, ...]
    #: Under every decision, in the order of entry.
    confirmations: tuple[Confirmation, ...]
    challenges: tuple[Challenge, ...]
    #: Who confirmed: for the people of their own office.
    confirmers: tuple[NamedAccount, ...]
    #: Where it and its suspects stand.
    stands: Stands
    in_conflict: bool = False

    @property
    def standing(self) -> tuple[Confirmation, ...]:
        """The confirmations under the present decision."""
        return tuple(each for each in self.confirmations if each.decision_seq == self.current.seq)

    @property
    def to_confirm(self) -> tuple[int, ...]:
        """Places of the present tracks that a magistrate still has to confirm."""
        return competence.waiting(self.current.decision, self.standing, self.challenges)


class DocumentBytes(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    kind: str
    state: DocumentState
    #: None until it is made.
    content: bytes | None
    sha256: str | None
    made_at: datetime
    failure: str | None


class MailLine(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    case_number: str
    delivery: DeliveryLine


def parse_cursor(text: str) -> Cursor:
    """The text that str(Cursor) gave; anything else is BadInput on the parameter `after`."""
    match = re.fullmatch(r"(\d{4})-(\d{1,9})", text, re.ASCII)
    if match is None:
        detail = "Dit is geen vervolgplaats; neem de waarde van `next` van de vorige pagina over."
        raise BadInput(issues=(Issue(type="invalidInput", place="query", name="after", detail=detail, value=text[:50]),))
    return Cursor(year=int(match[1]), serial=int(match[2]))


async def list_cases(pool: Any, visibility: Visibility, wanted: CaseFilter, after: Cursor | None = None, limit: int = PAGE_ROWS) -> Page:
    limit = max(1, min(limit, MAX_PAGE_ROWS))
    rows = await _list(pool, visibility, wanted, after, limit + 1)
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(items=tuple(line_of(row) for row in rows[:limit]), next=last and Cursor(year=last["year"], serial=last["serial"]))


async def count_cases(pool: Any, visibility: Visibility, wanted: CaseFilter) -> int:
    """At most COUNT_LIMIT + 1, which means more than COUNT_LIMIT."""
    return len(await _list(pool, visibility, wanted, None, COUNT_LIMIT + 1))


async def _list(pool: Any, visibility: Visibility, wanted: CaseFilter, after: Cursor | None, limit: int) -> list[Any]:
    filters = {
        "area": wanted.area,
        "wanted_office": wanted.office,
        "wanted_court": wanted.court,
        "outcome": wanted.outcome,
        "scope": wanted.scope,
        "status": wanted.status,
        "confidentiality": wanted.confidentiality,
        "open_track": wanted.open_track,
        "to_confirm": wanted.to_confirm,
        "mine": None if wanted.mine is None else f"mine:{wanted.mine}",
        "limit": limit,
        **_from(after),
        **msgspec.structs.asdict(visibility),
    }
    if wanted.query is None or not wanted.query.strip():
        return await _planned(pool, "newest", filters | {"number": None})
    number = _case_number(wanted.query)
    if number and (rows := await _planned(pool, "newest", filters | {"number": number})):
        return rows
    patterns = search_text.patterns_of(wanted.query)
    if not patterns:
        return []
    first, second, third = (*patterns, patterns[0], patterns[0])[:3]
    words = {"first": first, "second": second, "third": third, "patterns": list(patterns)}
    return await _planned(pool, "matching", filters | words)


async def shown_to(pool: Any, found: CaseView, actor: Actor) -> CaseView:
    """The same file without the docket lines that this reader may not see; the numbers of the others stay what they are."""
    kinds = {line.kind for line in found.entries} & ENTRIES_ABOUT.keys()
    hidden = [kind for kind in kinds if not await _may(pool, found.case.case_number, actor, ENTRIES_ABOUT[kind])]
    return msgspec.structs.replace(found, entries=tuple(line for line in found.entries if line.kind not in hidden)) if hidden else found


async def _may(pool: Any, case_number: str, actor: Actor, action: Action) -> bool:
    seen = msgspec.structs.asdict(visibility_of(actor, action))
    return actor.may(action) and await _one(pool, "may_see", {"case_number": case_number, **seen}) is not None


async def case_view(pool: Any, visibility: Visibility, case_number: str) -> CaseView | None:
    """None = there is no such file, or none that the reader may see."""
    row = await _one(pool, "case_view", {"case_number": case_number, **msgspec.structs.asdict(visibility)})
    if row is None:
        return None
    decisions = msgspec.convert(row["decisions"], tuple[DecisionLine, ...])
    return CaseView(
        case=case_of(row),
        current=decisions[-1],
        decisions=decisions,
        documents=msgspec.convert(row["documents"], tuple[DocumentLine, ...]),
        deliveries=msgspec.convert(row["deliveries"], tuple[DeliveryLine, ...]),
        entries=msgspec.convert(row["entries"], tuple[EntryLine, ...]),
        offer=msgspec.convert(row["offer"], Offer | None),
        named=msgspec.convert(row["named_accounts"], tuple[NamedAccount, ...]),
        confirmations=msgspec.convert(row["confirmations"], tuple[Confirmation, ...]),
        challenges=msgspec.convert(row["challenges"], tuple[Challenge, ...]),
        confirmers=msgspec.convert(row["confirmers"], tuple[NamedAccount, ...]),
        stands=stands_of(row),
        in_conflict=row["conflict_seats"] is not None,
    )


async def case_version(pool: Any, visibility: Visibility, case_number: str) -> int | None:
    """Cheap: what a writer compares with before a file is read in full."""
    work = {"case_number": case_number, **msgspec.structs.asdict(visibility)}
    return await read(pool, lambda connection: _queries.case_version(connection, **work))


async def document_bytes(pool: Any, visibility: Visibility, case_number: str, document_id: int) -> DocumentBytes | None:
    work = {"case_number": case_number, "document_id": document_id, **msgspec.structs.asdict(visibility)}
    row = await _one(pool, "document_bytes", work)
    return DocumentBytes(**dict(row)) if row else None


async def mails(
    pool: Any, visibility: Visibility, states: tuple[DeliveryState, ...] = (), before: int | None = None, limit: int = PAGE_ROWS
) -> tuple[MailLine, ...]:
    """The newest mails of the files that the reader may see, those before the id `before`; no states = all."""
    work = {"states": list(states), "before": before or 2**62, "limit": limit, **msgspec.structs.asdict(visibility)}
    return tuple(
        MailLine(case_number=row["case_number"], delivery=DeliveryLine(**{name: row[name] for name in DeliveryLine.__struct_fields__}))
        for row in await _rows(pool, "mails", work)
    )


def line_of(row: Any) -> CaseLine:
    fields = {name: row[name] for name in CaseLine.__struct_fields__}
    for name in ("prosecution_offices", "courts"):
        fields[name] = tuple(dict.fromkeys(row[name]))
    return CaseLine(**fields)


def _from(after: Cursor | None) -> dict[str, int]:
    return {"year": after.year, "serial": after.serial} if after else {"year": 10_000, "serial": 0}


def _case_number(query: str) -> str | None:
    """The number of a file as people type it: HAV-2026-000123, hav 2026/123."""
    match = re.fullmatch(r"\s*(?:hav)?[\s./-]*(\d{4})[\s./-]+(\d{1,6})\s*", query, re.ASCII | re.IGNORECASE)
    return f"HAV-{match[1]}-{int(match[2]):06d}" if match else None


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


async def _rows(pool: Any, query: str, work: dict[str, Any]) -> list[Any]:
    async def rows(connection: Any) -> list[Any]:
        return [row async for row in getattr(_queries, query)(connection, **work)]

    return await read(pool, rows)


async def _planned(pool: Any, query: str, work: dict[str, Any]) -> list[Any]:
    """
    Planned anew for these very values: whether a word or an office is rare decides which index pays.

    A statement that stays prepared gets one plan for all values after five runs; the unnamed one never does.
    """
    text, order = getattr(_queries, query).sql, _queries.driver_adapter.var_sorted[query]

    async def rows(connection: Any) -> list[Any]:
        statement = await connection.prepare(text, name="")
        return await statement.fetch(*(work[name] for name in order))

    return await read(pool, rows)


async def _one(pool: Any, query: str, work: dict[str, Any]) -> Any:
    return await read(pool, lambda connection: getattr(_queries, query)(connection, **work))
