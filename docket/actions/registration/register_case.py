"""Enter a new file in the register and decide where it belongs."""

import hashlib
from datetime import datetime

import asyncpg
import msgspec

from docket import case_keys, cases, competence, contract, entries, tracks
from docket.access import Actor, visibility
from docket.actions import consequences
from docket.actions.time_limits.start_time_limit import follow_report
from docket.clock import court_day
from docket.contract import Report
from docket.deps import Deps
from docket.errors import BadInput, Issue, KeyReused
from docket.messages import NUMBER_TO_COME
from docket.store import cases as store
from docket.store import entries as docket_entries
from docket.store import jobs
from docket.store.decisions import NewDecision
from docket.store.deliveries import rows_of as delivery_rows
from routing import ENGINE_VERSION, Decision, route


class RegisterCase(msgspec.Struct, frozen=True, kw_only=True):
    report: Report
    #: Who hands it in, for idempotency: the code of the API client or user, or import's --sender.
    sender: str
    idempotency_key: str | None = None


class RegisteredCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: The present version: a repeated submission finds the file as it is now.
    version: int
    #: The decision as it was at registration.
    decision: Decision
    #: True: this submission was registered before and nothing was written.
    repeated: bool


async def register_case(command: RegisterCase, by: Actor, deps: Deps) -> RegisteredCase:
    """A file is always registered, also when the rules cannot decide. The same submission twice is one file."""
    by.require("registerCase")
    refuse_same_as(command.report)
    return await deps.under_law_in_force(lambda present: _register(command, by, present))


async def _register(command: RegisterCase, by: Actor, deps: Deps) -> RegisteredCase:
    digest = hashlib.sha256(contract.canonical_json(command.report)).digest()
    before = await _before(command, by, deps)
    if repeated := _repeated(command, before, digest):
        return repeated
    new = _registration(command, by, deps, before.related, digest)
    try:
        number = await _write(command, new, by, deps)
    except asyncpg.UniqueViolationError:
        # Another request with the same key was faster; its file is there once our wait for it is over.
        if repeated := _repeated(command, await _before(command, by, deps), digest):
            return repeated
        raise
    return RegisteredCase(case_number=number, version=1, decision=new.decision.decision, repeated=False)


def refuse_same_as(report: Report) -> None:
    """`sameAs` names a row of a file that is there already."""
    rows = {"places": report.places, "offences": report.offences, "persons": report.persons, "seizures": report.seizures}
    detail = "Alleen een later verslag van een dossier kan naar een rij van dat dossier verwijzen; schrap dit veld."
    issues = tuple(
        Issue(type="invalidInput", name=f"/{name}/{index}/sameAs", detail=detail, value=row.same_as)
        for name, listed in rows.items()
        for index, row in enumerate(listed)
        if row.same_as is not None
    )
    if issues:
        raise BadInput(issues=issues)


async def _before(command: RegisterCase, by: Actor, deps: Deps) -> store.Before:
    named = [row.case_number for row in command.report.related_cases if row.case_number is not None]
    return await store.before_registration(
        deps.pool, command.sender, command.report.external_id, command.idempotency_key, named, visibility(by)
    )


def _repeated(command: RegisterCase, before: store.Before, digest: bytes) -> RegisteredCase | None:
    if not before.submissions:
        return None
    if any(earlier.digest != digest.hex() or earlier.kind != "registration" for earlier in before.submissions):
        key = "Idempotency-Key" if any(earlier.by_key for earlier in before.submissions) else "externalId"
        raise KeyReused(f"Deze {key} hoort al bij een inzending met een andere inhoud; geef een nieuwe inzending een eigen {key}.")
    first = before.submissions[0]
    return RegisteredCase(case_number=first.case_number, version=first.version, decision=first.decision, repeated=True)


def _registration(
    command: RegisterCase, by: Actor, deps: Deps, related: tuple[store.RelatedCase, ...], digest: bytes
) -> store.Registration:
    now = deps.clock.now()
    entered_on = court_day(now)
    report = cases.numbered(command.report)
    facts = cases.facts_of(report, entered_on, store.files_of(related))
    decision = route(facts, deps.law.law)
    return store.Registration(
        report=report,
        related=related,
        submission=store.Submission(
            kind="registration",
            sender=command.sender,
            external_id=command.report.external_id,
            idempotency_key=command.idempotency_key,
            body_digest=digest,
            received_at=now,
        ),
        facts=facts,
        decision=NewDecision(
            seq=1,
            kind="routed",
            decision=decision,
            facts=facts,
            law_digest=deps.law.digest,
            engine_version=ENGINE_VERSION,
            decided_at=now,
            decided_by=by.code,
            open_tracks=tracks.open_ordinals(decision, facts),
        ),
        grounds=competence.carrying(decision, (), deps.law.law),
        documents=consequences.papers(_unnumbered(report, by, now), decision, seq=1, version=1, at=now, by=by.code),
        mails=consequences.mails(report, decision, deps, case_number=NUMBER_TO_COME, status="geregistreerd", at=now),
        holding_office=by.office or tracks.PORT_OFFICE,
        registered_by=by.code,
        registered_at=now,
        entered_on=entered_on,
        keys=case_keys.keys_of(report, entered_on, deps.law.law),
    )


def _unnumbered(report: Report, by: Actor, now: datetime) -> cases.Case:
    return cases.Case(
        id=0,
        case_number=NUMBER_TO_COME,
        version=1,
        status="registered",
        confidentiality="ordinary",
        holding_office=by.office or tracks.PORT_OFFICE,
        registered_at=now,
        entered_on=court_day(now),
        report=report,
    )


async def _write(command: RegisterCase, new: store.Registration, by: Actor, deps: Deps) -> str:
    entry = entries.CaseRegistered(
        sender=command.sender,
        external_id=new.report.external_id,
        received_on_basis=new.facts.received_on_basis,
        documents=tuple(document.kind for document in new.documents),
        mails=len(new.mails),
    )
    async with deps.transaction() as tx:
        registered = await store.register(tx, new)
        promised = consequences.jobs(registered.promised, new.mails)
        await jobs.enqueue(tx, [*promised, *consequences.assignment(registered.case_id, new.decision.decision)])
        number = await docket_entries.enter_first(
            tx,
            registered.case_id,
            year=new.entered_on.year,
            kind=entries.kind_of(entry),
            content=entry,
            by=by.code,
            at=new.registered_at,
            made=registered.made,
            deliveries=delivery_rows(new.mails, registered.promised.delivery_ids, written_at=new.registered_at, decision_seq=1),
        )
        await follow_report(tx, registered.case_id, new.report, 1, by, deps)
    return number
