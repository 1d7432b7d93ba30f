"""Split a file (splitsing): chosen suspects and facts leave for a new file with a number of its own, and both are decided anew."""

import hashlib
from datetime import datetime
from typing import Any

import msgspec

from docket import case_keys, cases, competence, contract, entries, joining, life, tracks
from docket.access import Actor, visibility
from docket.actions import consequences, pairing, redeciding, standing
from docket.actions.carrying import End, Load, carry
from docket.clock import court_day
from docket.contract import RelatedCase, Report
from docket.deps import Deps
from docket.errors import StateForbids
from docket.joining import Goes
from docket.messages import NUMBER_TO_COME
from docket.store import cases as store
from docket.store import connected, jobs
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot
from docket.store.connected import Ground, Limb, NewLink
from docket.store.decisions import NewDecision
from docket.store.deliveries import rows_of as delivery_rows
from docket.transitions import TITLES
from routing import ENGINE_VERSION, Decision, route


class SplitCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Rows that leave, or that stand in both files on purpose, by their ids; all others stay.
    persons: dict[str, Goes]
    offences: dict[str, Goes]
    seizures: dict[str, Goes] = {}
    #: What still ties the two files; each names the other with it.
    ground: Ground
    limb: Limb | None
    reason: str


class SplitOff(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: The new file.
    new_case_number: str


async def split_case(command: SplitCase, by: Actor, deps: Deps) -> SplitOff:
    return await deps.under_law_in_force(lambda present: _split(command, by, present))


async def _split(command: SplitCase, by: Actor, deps: Deps) -> SplitOff:
    found = await redeciding.find(command.case_number, "splitCase", by, deps)
    await redeciding.require_version(found, command.version, deps)
    reason = redeciding.required(command.reason)
    if found.referred_tracks:
        raise StateForbids("Dit dossier staat voor de rechtbank; die beslist zelf of zij de zaak splitst.")
    if (found.case.status, "join") not in life.BY_START:
        raise StateForbids(f"Dit dossier is {TITLES[found.case.status]}; er valt niets meer te splitsen.")
    await pairing.require_undisputed((found,), "splitst", deps)
    stays, leaves = joining.split(found.case.report, persons=command.persons, offences=command.offences, seizures=command.seizures)
    load = _load(found, stays, leaves)
    await pairing.require_judgments_stay(found, life.pairs_of(leaves), load.gone_persons, load.gone_offences, deps)
    at = deps.clock.now()
    old = store.RelatedCase(
        id=found.case.id,
        named=found.case.case_number,
        case_number=found.case.case_number,
        port_crime=_port_crime(stays, found, deps),
        limb=command.limb,
    )
    leaves = _naming(leaves, found.case.case_number, command.ground)
    known = [row.case_number for row in leaves.related_cases if row.case_number not in (None, found.case.case_number)]
    related = (*await store.related(deps.pool, 0, found.sender, known, visibility(by)), old)
    new = _registration(found, leaves, related, by, deps, at)
    await standing.require_items_decided(found, leaves, new.stands.status, deps, closing="het nieuwe dossier meteen")
    went: dict[str, Any] = {
        "ground": command.ground,
        "limb": command.limb,
        "reason": reason,
        "left": _ids(command, "leaves"),
        "both": _ids(command, "both"),
    }
    async with deps.deciding() as tx:
        # Waiting for it must not keep the counter of the year, and with it every registration.
        await docket_entries.lock(tx, found.case.id)
        case_id, number = await _enter_new(tx, found, new, command, reason, went, by, at)
        off = store.RelatedCase(
            id=case_id,
            named=number,
            case_number=number,
            port_crime=new.decision.decision.scope == "portCrime",
            limb=command.limb,
        )
        # The number is known from here on only; what the rules need besides is read on the same connection.
        here = msgspec.structs.replace(deps, pool=tx)
        one = await pairing.rewritten(
            found, _naming(stays, number, command.ground), by, here, at, "gesplitst: een deel is een eigen dossier", uncommitted=(off,)
        )
        await pairing.correct(tx, one)
        tie = NewLink(other_id=case_id, kind="split", side="off", ground=command.ground, limb=command.limb, reason=reason)
        await pairing.link(tx, found, tie, by, at)
        off_end = End(case_id=case_id, case_number=number, version=1)
        await carry(tx, End.of(found), off_end, load, by, deps, at)
        await pairing.decide(tx, one, entries.CaseSplit(other=number, changes=one.changes, **went, **one.said), by, at)
    return SplitOff(case_number=found.case.case_number, version=found.case.version + 1, new_case_number=number)


def _load(found: Snapshot, stays: Report, leaves: Report) -> Load:
    """A row keeps its id in both files."""
    before, here, there = (
        ({row.id for row in report.persons if row.id}, {row.id for row in report.offences if row.id})
        for report in (found.case.report, stays, leaves)
    )
    return Load(
        persons={id_: id_ for id_ in there[0]},
        offences={id_: id_ for id_ in there[1]},
        gone_persons=frozenset(before[0] - here[0]),
        gone_offences=frozenset(before[1] - here[1]),
        whole="both",
        seizures={row.id: row.id for row in leaves.seizures if row.id},
    )


def _ids(command: SplitCase, goes: Goes) -> tuple[str, ...]:
    lists = (command.persons, command.offences, command.seizures)
    return tuple(id_ for chosen in lists for id_, where in chosen.items() if where == goes)


def _naming(report: Report, number: str, ground: Ground) -> Report:
    return msgspec.structs.replace(report, related_cases=(*report.related_cases, RelatedCase(case_number=number, ground=ground)))


def _port_crime(stays: Report, found: Snapshot, deps: Deps) -> bool:
    """A file is port crime by its own facts, whatever it is related to."""
    return route(cases.facts_of(stays, found.case.entered_on), deps.law.law).scope == "portCrime"


def _registration(
    found: Snapshot, report: Report, related: tuple[store.RelatedCase, ...], by: Actor, deps: Deps, at: datetime
) -> store.Registration:
    entered_on = court_day(at)
    received = cases.received(found.case.report, found.case.entered_on)[0]
    if cases.received(report, entered_on)[0] != received:
        # The day of receipt does not move because a file is split.
        report = msgspec.structs.replace(report, received_on=received.isoformat())
    facts = cases.facts_of(report, entered_on, store.files_of(related))
    decision: Decision = route(facts, deps.law.law)
    unnumbered = msgspec.structs.replace(
        found.case,
        id=0,
        case_number=NUMBER_TO_COME,
        version=1,
        status=found.case.status,
        registered_at=at,
        entered_on=entered_on,
        report=report,
    )
    return store.Registration(
        report=report,
        related=related,
        submission=store.Submission(
            kind="registration",
            sender=found.sender,
            external_id=None,
            idempotency_key=None,
            body_digest=hashlib.sha256(contract.canonical_json(report)).digest(),
            received_at=at,
        ),
        facts=facts,
        decision=NewDecision(
            seq=1,
            kind="routed",
            decision=decision,
            facts=facts,
            law_digest=deps.law.digest,
            engine_version=ENGINE_VERSION,
            decided_at=at,
            decided_by=by.code,
            open_tracks=tracks.open_ordinals(decision, facts),
        ),
        grounds=competence.carrying(decision, (), deps.law.law),
        documents=consequences.papers(unnumbered, decision, seq=1, version=1, at=at, by=by.code),
        mails=consequences.mails(report, decision, deps, case_number=NUMBER_TO_COME, status="afgesplitst en geregistreerd", at=at),
        holding_office=found.case.holding_office,
        registered_by=by.code,
        registered_at=at,
        entered_on=entered_on,
        keys=case_keys.keys_of(report, entered_on, deps.law.law),
        cause="CaseSplitOff",
        stands=life.after_facts(found.stands, found.case.report, report),
    )


async def _enter_new(
    tx: Any,
    found: Snapshot,
    new: store.Registration,
    command: SplitCase,
    reason: str,
    went: dict[str, Any],
    by: Actor,
    at: datetime,
) -> tuple[int, str]:
    registered = await store.register(tx, new)
    # Never less protected than the file that it came from.
    await store.set_access(tx, registered.case_id, found.case.confidentiality, found.named)
    promised = consequences.jobs(registered.promised, new.mails)
    await jobs.enqueue(tx, [*promised, *consequences.assignment(registered.case_id, new.decision.decision)])
    tie = NewLink(other_id=found.case.id, kind="split", side="from", ground=command.ground, limb=command.limb, reason=reason)
    await connected.insert_link(tx, registered.case_id, tie, at=at, by=by.code)
    entry = entries.CaseSplitOff(
        other=found.case.case_number,
        documents=tuple(document.kind for document in new.documents),
        mails=len(new.mails),
        status=new.stands.status,
        positions=tuple((*pair, status) for pair, status in sorted(new.stands.rows.items())),
        **went,
    )
    number = await docket_entries.enter_first(
        tx,
        registered.case_id,
        year=new.entered_on.year,
        kind=entries.kind_of(entry),
        content=entry,
        by=by.code,
        at=at,
        made=registered.made,
        deliveries=delivery_rows(new.mails, registered.promised.delivery_ids, written_at=at, decision_seq=1),
    )
    return registered.case_id, number
