"""What the API answers about one case; its own structs, so that the store can change without it."""

from datetime import date, datetime

import msgspec

from docket import identifiers
from docket.api.answers import href
from docket.api.told import ToldDecision, told, with_
from docket.cases import CaseStatus, Confidentiality
from docket.contract import Report
from docket.identifiers import Flag
from docket.store.conflicts import Offer, OfferState, RunningLimit
from docket.store.search import CaseLine, CaseView, DecisionKind, DecisionLine
from routing import Language, Law, PortArea, Scope


class Resource(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What all answers have in common: lowerCamelCase names."""


class DecisionResource(Resource, frozen=True, kw_only=True):
    """One decision about a file; never changed, the last one holds."""

    href: str
    #: Its place among the decisions of the file, from 1.
    seq: int
    kind: DecisionKind
    decision: ToldDecision
    law_digest: str
    engine_version: str
    decided_at: datetime
    #: A function code (`user:17`, `client:4`), never a name.
    decided_by: str
    reason: str | None
    #: Places of its tracks that a person still has to settle, from 0.
    open_tracks: tuple[int, ...]
    #: Places of its tracks that were brought before their court, from 0.
    referred_tracks: tuple[int, ...]


class TransferResource(Resource, frozen=True, kw_only=True):
    """An offer of the file to another office."""

    to_office: str
    #: None = offered before grounds were asked.
    ground: str | None
    reason: str
    pieces: tuple[str, ...]
    #: Limits that go on running while it waits.
    time_limits: tuple[RunningLimit, ...]
    #: The last day for the answer.
    answer_due_on: date | None
    offered_at: datetime
    offered_by: str
    state: OfferState
    answered_at: datetime | None
    answer_reason: str | None


class CaseResource(Resource, frozen=True, kw_only=True):
    href: str
    case_number: str
    #: Rises with each change of facts, route, status or access; the ETag.
    version: int
    status: CaseStatus
    confidentiality: Confidentiality
    #: Ids of the accounts that are named on a restricted or sealed file.
    named: tuple[int, ...]
    #: The office that holds the file until another one accepts its transfer.
    holding_office: str
    registered_at: datetime
    entered_on: date
    #: The facts as they stand in the file; each row has its id.
    report: Report
    #: Numbers in it that do not hold; they are kept as they were handed in.
    flags: tuple[Flag, ...]
    #: The decision that holds.
    decision: DecisionResource
    #: A track waits for a magistrate's confirmation: its court has no statutory ground, and nothing leaves on it before.
    to_confirm: bool
    #: The transfer that waits for an answer.
    transfer: TransferResource | None


class CaseItem(Resource, frozen=True, kw_only=True):
    """One file in a list."""

    href: str
    case_number: str
    version: int
    status: CaseStatus
    confidentiality: Confidentiality
    registered_at: datetime
    #: The day of receipt that decides; of a month or year its last day.
    received_day: date
    notice_number: str | None
    origin_service: str
    #: The first words of it.
    summary: str | None
    outcome: str
    scope: Scope
    port_area: PortArea | None
    holding_office: str
    prosecution_offices: tuple[str | None, ...]
    courts: tuple[str | None, ...]
    #: A track waits for a person to settle it.
    open_track: bool
    #: A track waits for a magistrate's confirmation: its court has no statutory ground.
    to_confirm: bool


class ChangedCase(Resource, frozen=True, kw_only=True):
    """What a write left behind."""

    href: str
    case_number: str
    version: int


def case_resource(view: CaseView, law: Law, language: Language) -> CaseResource:
    case = view.case
    return CaseResource(
        href=href("cases", case.case_number),
        case_number=case.case_number,
        version=case.version,
        status=case.status,
        confidentiality=case.confidentiality,
        named=tuple(account.id for account in view.named),
        holding_office=case.holding_office,
        registered_at=case.registered_at,
        entered_on=case.entered_on,
        report=case.report,
        flags=identifiers.flags_of(case.report),
        decision=decision_resource(case.case_number, view.current, law, language),
        to_confirm=bool(view.to_confirm),
        transfer=transfer_resource(view.offer) if view.offer else None,
    )


def decision_resource(case_number: str, line: DecisionLine, law: Law, language: Language) -> DecisionResource:
    parts = with_(line, decision=told(line.decision, law, language))
    return DecisionResource(href=href("cases", case_number, "decisions", line.seq), **parts)


def transfer_resource(offer: Offer) -> TransferResource:
    fields = {field: getattr(offer, field) for field in TransferResource.__struct_fields__}
    return TransferResource(**fields)


def case_item(line: CaseLine) -> CaseItem:
    return CaseItem(href=href("cases", line.case_number), **msgspec.structs.asdict(line))


def changed_case(case_number: str, version: int) -> ChangedCase:
    return ChangedCase(href=href("cases", case_number), case_number=case_number, version=version)
