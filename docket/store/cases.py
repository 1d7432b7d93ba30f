"""Cases with their parts: written set-based, read as structs."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from docket import cases, competence, duty, life, search_text, tracks
from docket.access import ENTRIES_ABOUT, Visibility
from docket.case_keys import Key
from docket.cases import Case, RelatedFile
from docket.competence import CaseGround, Challenge, Confirmation
from docket.contract import Report
from docket.messages import NewDelivery
from docket.store import connected, decisions, parts
from docket.store.documents import AskedDocument
from docket.store.law_packs import LawChanged
from docket.store.pool import load_queries, read
from routing import CaseFacts, Decision, Limb

_queries: Any = load_queries(__file__)


class EarlierSubmission(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    case_number: str
    version: int
    kind: Literal["registration", "report"]
    #: sha256 of its canonical JSON, in hexadecimal digits.
    digest: str
    by_key: bool
    #: The first decision of the case.
    decision: Decision


class RelatedCase(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    id: int
    named: str
    case_number: str
    port_crime: bool
    court: str | None = None
    #: Of the tie that an act laid and that holds.
    limb: Limb | None = None


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """What is read before a registration is routed."""

    submissions: tuple[EarlierSubmission, ...]
    related: tuple[RelatedCase, ...]


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    kind: Literal["registration", "report"]
    sender: str
    external_id: str | None
    idempotency_key: str | None
    body_digest: bytes
    received_at: datetime


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """A case that is about to be written."""

    report: Report
    related: tuple[RelatedCase, ...]
    submission: Submission
    facts: CaseFacts
    decision: decisions.NewDecision
    #: The statutory grounds that carry its courts.
    grounds: tuple[CaseGround, ...]
    documents: tuple[AskedDocument, ...]
    mails: tuple[NewDelivery, ...]
    holding_office: str
    registered_by: str
    registered_at: datetime
    entered_on: date
    keys: tuple[Key, ...] = ()
    #: Kind of the entry that it makes.
    cause: str = "CaseRegistered"
    #: Of a file that was split off: where its suspects already stood.
    stands: life.Stands = life.Stands(status="registered")


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    case_id: int
    promised: decisions.Promised
    #: What the first entry says of the rows it makes.
    made: dict[str, bytes]


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A case as an action reads it before it writes."""

    case: Case
    sender: str
    decision_seq: int
    decision_kind: Literal["routed", "settled", "overridden"]
    decision: Decision
    #: Of the rules' part of the decision, also where a person chose the tracks.
    law_digest: str
    engine_version: str
    decided_by: str
    decided_at: datetime
    reason: str | None
    #: The last answer of the rules, whatever a person made of it.
    routed: Decision
    facts: CaseFacts
    open_tracks: tuple[int, ...]
    referred_tracks: tuple[int, ...]
    #: Registration and later reports.
    submission_count: int
    offered_to: str | None
    named: tuple[int, ...]
    #: Where it and its suspects stand.
    stands: life.Stands
    #: Of the present decision, in the order of entry.
    confirmations: tuple[Confirmation, ...]
    challenges: tuple[Challenge, ...]

    @property
    def to_confirm(self) -> tuple[int, ...]:
        """Places of the tracks that a magistrate still has to confirm."""
        return competence.waiting(self.decision, self.confirmations, self.challenges)


class EarlierReport(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    kind: Literal["registration", "report"]
    body_digest: bytes
    same_case: bool


class SeenEntry(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    entered_at: datetime
    entered_by: str
    content: Any


async def before_registration(
    pool: Any, sender: str, external_id: str | None, idempotency_key: str | None, named: Sequence[str], seen: Visibility
) -> Before:
    row = await read(
        pool,
        lambda connection: _queries.before_registration(
            connection,
            sender=sender,
            external_id=external_id,
            idempotency_key=idempotency_key,
            named=list(dict.fromkeys(named)),
            **msgspec.structs.asdict(seen),
        ),
    )
    return Before(
        submissions=msgspec.convert(row["submissions"], tuple[EarlierSubmission, ...]),
        related=msgspec.convert(row["related"], tuple[RelatedCase, ...]),
    )


async def register(tx: Any, new: Registration) -> Registered:
    """
    Two statements: the case with all that hangs on it, then the rows of its parts.

    Raises LawChanged when the law of the decision is no longer in force; if not, it stays so until the transaction ends.
    """
    sealed = decisions.seal((new.decision,))
    held = duty.in_custody(new.report)
    file = {
        "case": case_columns(new.report, new.entered_on)
        | new.decision.summary(new.holding_office)
        | {"to_confirm": competence.waiting(new.decision.decision, (), ())}
        | {
            "year": new.entered_on.year,
            "status": new.stands.status,
            "confidentiality": "ordinary",
            "holding_office": new.holding_office,
            "registered_by": new.registered_by,
            "registered_at": new.registered_at,
            "entered_on": new.entered_on,
        },
        "submission": msgspec.structs.asdict(new.submission) | {"body_digest": f"\\x{new.submission.body_digest.hex()}"},
        "search": search_text.text_of(new.report),
        "keys": connected.rows_of(new.keys),
        "decisions": sealed.rows,
        "tracks": sealed.tracks,
        "grounds": [msgspec.structs.asdict(ground) for ground in new.grounds],
        "documents": [msgspec.structs.asdict(document) for document in new.documents],
        "acknowledgements": [
            {
                "office": office,
                "urgency": "detention" if held else "ordinary",
                "cause": new.cause,
                "suspects": held,
                "opened_at": new.registered_at,
            }
            for office in tracks.answering(new.decision.decision, new.holding_office)
        ],
        "positions": _position_rows(new.stands),
    }
    row = await _queries.register(tx, file=file, law_digest=new.decision.law_digest, deliveries=len(new.mails))
    if row is None:
        raise LawChanged(new.decision.law_digest)
    await insert_parts(tx, row["case_id"], new.report, new.related)
    promised = decisions.Promised(document_ids=tuple(row["document_ids"]), delivery_ids=tuple(row["delivery_ids"]))
    return Registered(case_id=row["case_id"], promised=promised, made=sealed.made)


def case_columns(report: Report, entered_on: date) -> dict[str, Any]:
    return parts.columns_of(report) | {"received_day": cases.received(report, entered_on)[0]}


async def insert_parts(tx: Any, case_id: int, report: Report, related: Sequence[RelatedCase]) -> None:
    rows = parts.rows_of(report)
    ids = {each.named: each.id for each in related}
    for row in rows["relations"]:
        row["related_id"] = ids.get(row["case_number"])
    await _queries.insert_parts(tx, case_id=case_id, parts=rows)


async def related(pool: Any, case_id: int, sender: str, named: Sequence[str], seen: Visibility) -> tuple[RelatedCase, ...]:
    async def rows(connection: Any) -> tuple[RelatedCase, ...]:
        found: AsyncIterator[Any] = _queries.related(
            connection, case_id=case_id, sender=sender, named=list(dict.fromkeys(named)), **msgspec.structs.asdict(seen)
        )
        return tuple([RelatedCase(**dict(row)) async for row in found])

    return await read(pool, rows) if named else ()


def files_of(related_cases: Sequence[RelatedCase]) -> tuple[RelatedFile, ...]:
    return tuple(
        RelatedFile(named=each.named, case_number=each.case_number, port_crime=each.port_crime, court=each.court, limb=each.limb)
        for each in related_cases
    )


async def snapshot(pool: Any, case_number: str, seen: Visibility) -> Snapshot | None:
    """None = there is no such case, or none on which the actor may do this."""
    row = await read(pool, lambda connection: _queries.snapshot(connection, case_number=case_number, **msgspec.structs.asdict(seen)))
    return _snapshot(row) if row else None


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """How a file came in."""

    #: Code of the user, the key or the link that handed it in, or the name that was given to an import.
    sender: str
    received_at: datetime
    #: sha256 of what was handed in, in hexadecimal digits.
    digest: str


async def intake(pool: Any, case_id: int) -> Intake | None:
    row = await read(pool, lambda connection: _queries.intake(connection, case_id=case_id))
    return Intake(**dict(row)) if row else None


async def snapshots(source: Any, case_ids: Sequence[int]) -> list[Snapshot]:
    """Of all these cases, whoever may see them."""

    async def rows(connection: Any) -> list[Snapshot]:
        return [_snapshot(row) async for row in _queries.snapshots(connection, case_ids=list(case_ids))]

    return await read(source, rows)


async def put_before(pool: Any, case_number: str, seat: str) -> Snapshot | None:
    """None = there is no such case, or nothing that this office or court may do to it without reading it."""
    row = await read(pool, lambda connection: _queries.put_before(connection, case_number=case_number, seat=seat))
    return _snapshot(row) if row else None


def _snapshot(row: Any) -> Snapshot:
    return Snapshot(
        case=parts.case_of(row),
        sender=row["sender"],
        decision_seq=row["decision_seq"],
        decision_kind=row["decision_kind"],
        decision=msgspec.convert(row["decision_result"], Decision),
        law_digest=row["law_digest"],
        engine_version=row["engine_version"],
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
        reason=row["reason"],
        routed=msgspec.convert(row["routed_result"], Decision),
        facts=msgspec.convert(row["decision_facts"], CaseFacts),
        open_tracks=tuple(row["open_ordinals"]),
        referred_tracks=tuple(row["referred_ordinals"]),
        submission_count=row["submission_count"],
        offered_to=row["offered_to"],
        named=tuple(row["named"]),
        stands=stands_of(row),
        confirmations=confirmations_of(row),
        challenges=msgspec.convert(row["challenges"], tuple[Challenge, ...]),
    )


def stands_of(row: Any) -> life.Stands:
    """From a row with the status of `cases` and its positions."""
    return life.Stands(status=row["status"], rows={(person, offence): status for person, offence, status in row["positions"]})


def _position_rows(stands: life.Stands) -> list[dict[str, str]]:
    return [{"person": person, "offence": offence, "status": status} for (person, offence), status in sorted(stands.rows.items())]


async def set_stands(tx: Any, case_id: int, stands: life.Stands) -> None:
    await _queries.set_stands(tx, case_id=case_id, status=stands.status, rows=_position_rows(stands))


def confirmations_of(row: Any) -> tuple[Confirmation, ...]:
    """Of the present decision, from a row with the columns of `cases` and of the view `case_competence`."""
    every = msgspec.convert(row["confirmations"], tuple[Confirmation, ...])
    return tuple(each for each in every if each.decision_seq == row["decision_seq"])


async def changed_since(pool: Any, case_number: str, version: int) -> tuple[SeenEntry, ...]:
    async def rows(connection: Any) -> tuple[SeenEntry, ...]:
        found: AsyncIterator[Any] = _queries.changed_since(connection, case_number=case_number, version=version, hidden=list(ENTRIES_ABOUT))
        return tuple([SeenEntry(**dict(row)) async for row in found])

    return await read(pool, rows)


async def correct(
    tx: Any,
    found: Snapshot,
    report: Report,
    related_cases: Sequence[RelatedCase],
    keys: Sequence[Key],
    stands: life.Stands | None = None,
) -> bool:
    """
    Puts the corrected report in the place of the old one; False = somebody else wrote first, and nothing is changed.

    `stands` None = where the change of facts alone leaves its suspects.
    """
    case = found.case
    columns = case_columns(report, case.entered_on)
    if await _queries.correct(tx, case_id=case.id, version=case.version, columns=columns) is None:
        return False
    await insert_parts(tx, case.id, report, related_cases)
    await _queries.set_derived(tx, case_id=case.id, text=search_text.text_of(report), keys=connected.rows_of(keys))
    stands = stands or life.after_facts(found.stands, case.report, report)
    if stands != found.stands:
        await set_stands(tx, case.id, stands)
    return True


async def insert_submission(tx: Any, case_id: int, new: Submission) -> None:
    await _queries.insert_submission(tx, case_id=case_id, **msgspec.structs.asdict(new))


async def rise(tx: Any, found: Snapshot) -> int | None:
    """The next version; None = somebody else wrote first."""
    return await _queries.rise(tx, case_id=found.case.id, version=found.case.version)


async def set_route(
    tx: Any, case_id: int, from_seq: int, present: decisions.NewDecision, holding_office: str, to_confirm: Sequence[int]
) -> None:
    """What lists and access ask of the present decision; tracks that were referred and stay the same stay referred."""
    await _queries.carry_referrals(tx, case_id=case_id, from_seq=from_seq, to_seq=present.seq)
    await _queries.set_route(tx, case_id=case_id, to_confirm=list(to_confirm), **present.summary(holding_office))


async def before_report(
    pool: Any, case_id: int, sender: str, external_id: str | None, idempotency_key: str | None
) -> tuple[EarlierReport, ...]:
    async def rows(connection: Any) -> tuple[EarlierReport, ...]:
        found: AsyncIterator[Any] = _queries.before_report(
            connection, case_id=case_id, sender=sender, external_id=external_id, idempotency_key=idempotency_key
        )
        return tuple([EarlierReport(**dict(row)) async for row in found])

    return await read(pool, rows)


async def known_accounts(pool: Any, named: Sequence[int]) -> frozenset[int]:
    """Those of the accounts that exist and are not closed."""

    async def rows(connection: Any) -> frozenset[int]:
        return frozenset([row["id"] async for row in _queries.known_accounts(connection, named=list(named))])

    return await read(pool, rows)


async def set_access(tx: Any, case_id: int, confidentiality: str, named: Sequence[int]) -> None:
    await _queries.set_access(tx, case_id=case_id, confidentiality=confidentiality, named=list(named))


async def refer(tx: Any, found: Snapshot, ordinals: Sequence[int], courts: Sequence[str], *, at: datetime, by: str) -> None:
    await _queries.refer(
        tx, case_id=found.case.id, decision_seq=found.decision_seq, tracks=list(ordinals), courts=list(courts), at=at, by=by
    )
    await set_courts(tx, found.case.id)


async def set_courts(tx: Any, case_id: int) -> None:
    """The courts whose registries read the file, as its referrals and its appeals have it now."""
    await _queries.set_courts(tx, case_id=case_id)


async def keep_referred(tx: Any, found: Snapshot, seq: int, kept: Sequence[tuple[int, str]], *, at: datetime, by: str) -> None:
    """Tracks of a decision that is about to be written, by their places, with the court that has them already."""
    if kept:
        ordinals, courts = [ordinal for ordinal, _ in kept], [court for _, court in kept]
        await _queries.refer(tx, case_id=found.case.id, decision_seq=seq, tracks=ordinals, courts=courts, at=at, by=by)


async def set_holder(tx: Any, found: Snapshot, holding_office: str, offices: Sequence[str]) -> None:
    await _queries.set_holder(tx, case_id=found.case.id, holding_office=holding_office, offices=list(offices))
