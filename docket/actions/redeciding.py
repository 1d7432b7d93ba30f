"""What every later write about a file shares: find it, compare the version, write the new decision with what follows from it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from docket import case_keys, cases, competence, entries, life, tracks
from docket.access import WHILE_JOINED, Action, Actor, visibility
from docket.actions import consequences, telling
from docket.cases import CaseStatus
from docket.clock import COURT_ZONE
from docket.contract import Report
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, Stale, StateForbids
from docket.messages import NewDelivery, RenderDocument
from docket.store import assignments, deliveries, documents, duty, jobs
from docket.store import cases as store
from docket.store import competence as competence_rows
from docket.store import decisions as decision_rows
from docket.store import entries as docket_entries
from docket.store.cases import Snapshot
from docket.store.decisions import NewDecision
from docket.store.documents import AskedDocument
from docket.telling import ToldAct
from docket.titles import who
from routing import ENGINE_VERSION, Decision, Limb, route

_SHOWN_CHANGES = 5


class Rewrite(msgspec.Struct, frozen=True, kw_only=True):
    """The report of a file as it will stand, and where the rules and the earlier choices of people then send it."""

    report: Report
    related: tuple[store.RelatedCase, ...]
    #: The last one holds: the rules first, then a person's choice that still stands.
    decisions: tuple[NewDecision, ...]
    #: A person had chosen, and the rules now say something else: his choice ends.
    lapses: bool
    #: By which the corrected file is found by others.
    keys: tuple[case_keys.Key, ...]

    @property
    def present(self) -> NewDecision:
        return self.decisions[-1]


class Following(msgspec.Struct, frozen=True, kw_only=True):
    """What is written with a later decision."""

    papers: tuple[AskedDocument, ...]
    mails: tuple[NewDelivery, ...]
    #: The earlier mails say something that no longer holds.
    mails_outdated: bool
    #: Confirmations that stand under it, and those that end.
    confirmations: competence.Carried
    #: The statutory grounds that carry its courts.
    grounds: tuple[competence.CaseGround, ...]
    #: Of this act everyone is told, the investigators by these mails.
    tells: ToldAct | None = None


async def find(case_number: str, action: Action, by: Actor, deps: Deps) -> Snapshot:
    """The file, for an actor who may do this to it; to others it does not exist. Raises StateForbids on a joined file."""
    by.require(action)
    found = await store.snapshot(deps.pool, case_number, visibility(by, action))
    if found is None:
        raise NotFound
    if found.case.status == "joined" and action not in WHILE_JOINED:
        raise StateForbids(
            f"{case_number} is gevoegd bij een ander dossier: werk verder in dat dossier, of maak eerst de voeging met een reden ongedaan."
        )
    return found


async def require_version(found: Snapshot, version: int | None, deps: Deps) -> None:
    if version is not None and version != found.case.version:
        raise await stale(found.case.case_number, version, deps.pool)


async def stale(case_number: str, version: int, source: Any) -> Stale:
    """Says what changed since the version that the writer saw."""
    if version < 1:
        return Stale("De meegezonden versie is niet die van dit dossier; lees het opnieuw en dien dan in.")
    since = await store.changed_since(source, case_number, version)
    if not since:
        return Stale(f"Versie {version} is niet de versie van dit dossier; lees het opnieuw en dien dan in.")
    lines = "; ".join(_said(entry) for entry in since)
    return Stale(f"Het dossier is gewijzigd sinds versie {version}: {lines}. Bekijk het en dien opnieuw in.")


def _said(entry: store.SeenEntry) -> str:
    content = entry.content or {}
    paths = [change["path"] for change in content.get("changes", ())]
    more = f" en {len(paths) - _SHOWN_CHANGES} meer" if len(paths) > _SHOWN_CHANGES else ""
    fields = f" ({', '.join(paths[:_SHOWN_CHANGES])}{more})" if paths else ""
    when = entry.entered_at.astimezone(COURT_ZONE)
    return f"{entries.TITLES_NL.get(entry.kind, entry.kind)}{fields} door {who(entry.entered_by)} op {when:%d/%m/%Y} om {when:%H.%M} uur"


def required(reason: str) -> str:
    if not reason.strip():
        detail = "Een reden is verplicht; ze komt in het register te staan."
        raise BadInput(issues=(Issue(type="requiredInput", name="/reason", detail=detail),))
    return reason


async def rewrite(
    found: Snapshot,
    report: Report,
    by: Actor,
    deps: Deps,
    at: datetime,
    sender: str | None = None,
    uncommitted: tuple[store.RelatedCase, ...] = (),
    laid: Mapping[str, Limb | None] = {},
) -> Rewrite:
    """
    Routes the corrected facts; raises nothing about the version.

    `uncommitted`: related files that the same act enters, which nobody can read yet; `laid`: limbs of ties that it lays, by case number.
    """
    named = [row.case_number for row in report.related_cases if row.case_number is not None]
    related = (*await store.related(deps.pool, found.case.id, sender or found.sender, named, visibility(by)), *uncommitted)
    related = tuple(msgspec.structs.replace(one, limb=laid.get(one.case_number, one.limb)) for one in related)
    facts = cases.facts_of(report, found.case.entered_on, store.files_of(related))
    routed = route(facts, deps.law.law)

    def decided(seq: int, decision: Decision, open_tracks: tuple[int, ...], **said: Any) -> NewDecision:
        columns: dict[str, Any] = {"kind": "routed", "decided_at": at, "decided_by": by.code} | said
        return NewDecision(
            seq=seq,
            decision=decision,
            facts=facts,
            law_digest=deps.law.digest,
            engine_version=ENGINE_VERSION,
            open_tracks=open_tracks,
            **columns,
        )

    seq = found.decision_seq + 1
    chosen = found.decision_kind != "routed"
    stands = chosen and tracks.routes(routed) == tracks.routes(found.routed)
    decisions = [decided(seq, routed, tracks.open_ordinals(routed, facts))]
    if stands:
        kept = competence.chosen(routed, found.decision.tracks, deps.law.law)
        decisions.append(
            decided(seq + 1, kept, found.open_tracks, kind=found.decision_kind, decided_by=found.decided_by, reason=found.reason)
        )
    keys = case_keys.keys_of(report, found.case.entered_on, deps.law.law)
    return Rewrite(report=report, related=related, decisions=tuple(decisions), lapses=chosen and not stands, keys=keys)


def following(found: Snapshot, report: Report, present: NewDecision, by: Actor, deps: Deps, at: datetime, status: str) -> Following:
    """New papers; a mail where what it says changed, or to whoever gets none yet."""
    case = msgspec.structs.replace(found.case, report=report)
    before = consequences.told(found.case.report, found.decision)
    after = consequences.told(report, present.decision)
    known = set(found.case.report.origin.investigator_emails)
    recipients = report.origin.investigator_emails
    routed = present.decision if present.kind == "routed" else found.routed
    carried = competence.carried(
        found.confirmations,
        found.decision,
        present.decision,
        present.seq,
        same_rules=tracks.routes(routed) == tracks.routes(found.routed),
        report=report,
    )
    if before.news() == after.news():
        recipients = tuple(address for address in recipients if address not in known)
    return Following(
        papers=consequences.papers(case, present.decision, seq=present.seq, version=found.case.version + 1, at=at, by=by.code),
        mails=consequences.mails(
            report, present.decision, deps, case_number=found.case.case_number, status=status, at=at, recipients=recipients
        ),
        mails_outdated=before != after,
        confirmations=carried,
        grounds=competence.carrying(present.decision, carried.standing, deps.law.law),
    )


async def write_decisions(
    tx: Any, found: Snapshot, decisions: Sequence[NewDecision], follows: Following, entry: entries.Entry, by: Actor, at: datetime
) -> None:
    """Everything about a later decision but for the first statement of the action, which has compared the version."""
    case_id = found.case.id
    await documents.mark_outdated(tx, case_id, at)
    if follows.mails_outdated:
        await deliveries.mark_outdated(tx, case_id, at)
    sealed = decision_rows.seal(decisions)
    promised = await decision_rows.insert(tx, case_id, sealed, follows.papers, len(follows.mails))
    present = decisions[-1]
    standing = follows.confirmations.standing
    to_confirm = competence.waiting(present.decision, standing, found.challenges)
    await store.set_route(tx, case_id, found.decision_seq, present, found.case.holding_office, to_confirm)
    await competence_rows.confirm(tx, case_id, standing)
    await competence_rows.set_grounds(tx, case_id, follows.grounds)
    last, _ = await assignments.present(tx, case_id)
    assigning = consequences.assignment(case_id, present.decision, before=found.decision, after=last)
    await jobs.enqueue(tx, [*consequences.jobs(promised, follows.mails), *assigning])
    rows = deliveries.rows_of(follows.mails, promised.delivery_ids, written_at=at, decision_seq=present.seq)
    await deliveries.insert(tx, case_id, rows)
    if follows.tells is not None:
        await telling.tell_beside(tx, found, follows.tells, promised.delivery_ids, at=at)
    await duty.follow(tx, case_id, cause=entries.kind_of(entry), holder_before=found.case.holding_office, at=at)
    await docket_entries.append(tx, case_id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at, made=sealed.made)


def moved(found: Snapshot, report: Report) -> CaseStatus | None:
    """The status of the file under the corrected facts, where it is another one: whoever came in may stand elsewhere."""
    status = life.after_facts(found.stands, found.case.report, report).status
    return status if status != found.case.status else None


async def renew_note(tx: Any, found: Snapshot, by: Actor, at: datetime) -> tuple[str, ...]:
    """A jurisdiction note that says who answers for the courts now, in the place of one that no longer does; its kind, for the entry."""
    kind = "jurisdiction_note"
    await documents.mark_outdated(tx, found.case.id, at, kind)
    asked = AskedDocument(kind=kind, decision_seq=found.decision_seq, case_version=found.case.version + 1, made_at=at, made_by=by.code)
    await jobs.enqueue(tx, [RenderDocument(document_id=await documents.ask(tx, found.case.id, asked))])
    return (kind,)


async def rise(tx: Any, found: Snapshot) -> None:
    """The first statement of a write that leaves the facts alone: compares the version and raises it by one."""
    if await store.rise(tx, found) is None:
        raise await stale(found.case.case_number, found.case.version, tx)


async def promise_mails(tx: Any, found: Snapshot, mails: tuple[NewDelivery, ...], at: datetime) -> None:
    """Mails about a change of status; the decision stays."""
    promised = decision_rows.Promised(document_ids=(), delivery_ids=await deliveries.draw_ids(tx, len(mails)))
    await jobs.enqueue(tx, consequences.jobs(promised, mails))
    rows = deliveries.rows_of(mails, promised.delivery_ids, written_at=at, decision_seq=found.decision_seq)
    await deliveries.insert(tx, found.case.id, rows)


async def enter(tx: Any, found: Snapshot, entry: entries.Entry, by: Actor, at: datetime) -> int:
    """The number of the entry."""
    await duty.follow(tx, found.case.id, cause=entries.kind_of(entry), holder_before=found.case.holding_office, at=at)
    return await docket_entries.append(tx, found.case.id, kind=entries.kind_of(entry), content=entry, by=by.code, at=at)


async def enter_after(tx: Any, found: Snapshot, others: Sequence[entries.Entry], by: Actor, at: datetime) -> None:
    """Entries of the clocks that an act began or struck, after its own; nothing is written after them."""
    for one in others:
        await docket_entries.append(tx, found.case.id, kind=entries.kind_of(one), content=one, by=by.code, at=at)
