"""Join files into one (voeging): work goes on in the lead, which takes over their facts and is decided anew; they keep their own papers."""

from datetime import datetime
from typing import Any

import msgspec

from docket import entries, joining, life
from docket.access import Actor
from docket.actions import consequences, pairing, redeciding
from docket.actions.carrying import End, Load, carry
from docket.actions.pairing import Changed, Rewritten
from docket.cases import CaseStatus
from docket.contract import Report
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.joining import Brought
from docket.store import cases as store
from docket.store import connected, hearings
from docket.store.cases import Snapshot
from docket.store.connected import Ground, Limb, NewLink
from docket.transitions import TITLES, Pair


class JoinedFile(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    case_number: str
    #: Id of a person of this file -> id of the same person in the lead; people are never taken for the same unasked.
    same_persons: dict[str, str] = {}


class JoinCases(msgspec.Struct, frozen=True, kw_only=True):
    #: The lead.
    case_number: str
    version: int
    files: tuple[JoinedFile, ...]
    ground: Ground
    limb: Limb
    reason: str


async def join_cases(command: JoinCases, by: Actor, deps: Deps) -> Changed:
    return await deps.under_law_in_force(lambda present: _join(command, by, present))


async def _join(command: JoinCases, by: Actor, deps: Deps) -> Changed:
    lead = await redeciding.find(command.case_number, "joinCases", by, deps)
    await redeciding.require_version(lead, command.version, deps)
    reason = redeciding.required(command.reason)
    if not command.files:
        raise BadInput(issues=(Issue(type="requiredInput", name="/files", detail="Kies minstens een dossier om te voegen."),))
    if len({one.case_number for one in command.files}) < len(command.files):
        raise BadInput(issues=(Issue(type="invalidInput", name="/files", detail="Een dossier staat er tweemaal; noem het een keer."),))
    others = [await pairing.the_other(one.case_number, lead, "joinCases", by, deps) for one in command.files]
    _require_joinable(lead, others)
    at = deps.clock.now()
    await _require_no_hearing(others, at, deps)
    await pairing.require_undisputed((lead, *others), "voegt", deps)
    await pairing.require_unjudged(others, lead, deps)
    report, brought = _together(lead, others, command)
    carried = {lead_pair: there for found in others for lead_pair, there in _carried(found, report, brought[found.case.id]).items()}
    stands = life.after_facts(lead.stands, lead.case.report, report, carried)
    one = await pairing.rewritten(lead, report, by, deps, at, "gewijzigd na voeging van een ander dossier", stands=stands)
    async with deps.deciding() as tx:
        for found in pairing.in_order([lead, *others]):
            if found is lead:
                await pairing.correct(tx, one)
            else:
                await redeciding.rise(tx, found)
        for found in others:
            await _write_joined(tx, lead, found, brought[found.case.id], command, reason, by, deps, at)
        await _keep_referred(tx, lead, one, at, by)
        entry = entries.CasesJoined(
            others=tuple(found.case.case_number for found in others),
            ground=command.ground,
            limb=command.limb,
            reason=reason,
            changes=one.changes,
            **one.said,
        )
        await pairing.decide(tx, one, entry, by, at)
    return Changed(case_number=lead.case.case_number, version=lead.case.version + 1)


def _require_joinable(lead: Snapshot, others: list[Snapshot]) -> None:
    for found in (lead, *others):
        number = found.case.case_number
        if found.case.status == "joined":
            raise StateForbids(f"{number} is al gevoegd bij een ander dossier; voeg bij dat dossier.")
        if (found.case.status, "join") not in life.BY_START:
            raise StateForbids(f"{number} is {TITLES[found.case.status]}; er valt niets meer te voegen.")
        if found.case.holding_office != lead.case.holding_office:
            raise StateForbids(f"{number} is bij een ander parket dan {lead.case.case_number}; draag het eerst over.")
        if courts_of(found) != courts_of(lead):
            raise StateForbids(
                f"{number} en {lead.case.case_number} zijn niet bij dezelfde rechtbank; zij voegt alleen wat bij haar hangt."
            )
        pairing.require_equal_protection(lead, found)
        one, two = lead.case.report.lead_authority, found.case.report.lead_authority
        if one is not None and two is not None and one != two:
            raise StateForbids(f"{number} en {lead.case.case_number} worden door een andere overheid geleid; klaar dat eerst uit.")


async def _require_no_hearing(others: list[Snapshot], at: datetime, deps: Deps) -> None:
    """Nobody could move or cancel the hearing of a file on which work stops."""
    for found in others:
        coming = [one for one in await hearings.of_case(deps.pool, found.case.id) if one.state == "set" and one.starts_at >= at]
        if coming:
            first = min(one.day for one in coming)
            raise StateForbids(
                f"{found.case.case_number} heeft een zitting op {first:%d/%m/%Y}; annuleer ze eerst en zet ze in het dossier "
                "waarbij u voegt, of voeg na de zitting."
            )


def courts_of(found: Snapshot) -> set[str | None]:
    """The courts before which tracks of the file were brought."""
    return {found.decision.tracks[ordinal].court for ordinal in found.referred_tracks}


def _carried(found: Snapshot, report: Report, brought: Brought) -> dict[Pair, CaseStatus]:
    """Where the suspects of a joined file stand, by their ids in the lead."""
    there = life.positions(found.stands, life.pairs_of(found.case.report))
    persons, offences = brought.persons | brought.same_persons, brought.offences
    return {
        pair: there[own]
        for pair in life.pairs_of(report)
        if (pair[1] in offences or (not pair[1] and pair[0] in persons))
        and (own := (persons.get(pair[0], ""), offences.get(pair[1], ""))) in there
    }


def _together(lead: Snapshot, others: list[Snapshot], command: JoinCases) -> tuple[Report, dict[int, Brought]]:
    report, brought = lead.case.report, {}
    for at, (found, asked) in enumerate(zip(others, command.files, strict=True)):
        turn = lead.submission_count + 1 + at
        try:
            report, brought[found.case.id] = joining.joined(
                report,
                found.case.report,
                into=lead.case.case_number,
                number=found.case.case_number,
                turn=turn,
                same_persons=asked.same_persons,
            )
        except BadInput as refusal:
            issues = tuple(msgspec.structs.replace(issue, name=f"/files/{at}{issue.name}") for issue in refusal.issues)
            raise BadInput(refusal.detail, issues=issues) from None
    return report, brought


async def _write_joined(
    tx: Any,
    lead: Snapshot,
    found: Snapshot,
    brought: Brought,
    command: JoinCases,
    reason: str,
    by: Actor,
    deps: Deps,
    at: datetime,
) -> None:
    said: dict[str, Any] = {"kind": "joined", "ground": command.ground, "limb": command.limb, "reason": reason}
    of_lead = NewLink(other_id=found.case.id, side="lead", brought=msgspec.json.encode(brought).decode(), **said)
    await pairing.link(tx, lead, of_lead, by, at)
    await pairing.link(tx, found, NewLink(other_id=lead.case.id, side="joined", status_before=found.case.status, **said), by, at)
    await connected.set_joined(tx, found.case.id)
    number = found.case.case_number
    mails = consequences.mails(found.case.report, found.decision, deps, case_number=number, status="gevoegd bij een ander dossier", at=at)
    await redeciding.promise_mails(tx, found, mails, at)
    persons, offences = brought.persons | brought.same_persons, brought.offences
    load = Load(
        persons={own: held for held, own in persons.items()},
        offences={own: held for held, own in offences.items()},
        gone_persons=frozenset(persons.values()),
        gone_offences=frozenset(offences.values()),
        whole="goes",
        seizures={own: held for held, own in brought.seizures.items()},
    )
    await carry(tx, End.of(found), End.of(lead), load, by, deps, at)
    entry = entries.JoinedInto(
        version=found.case.version + 1,
        other=lead.case.case_number,
        ground=command.ground,
        limb=command.limb,
        reason=reason,
        mails=len(mails),
    )
    await redeciding.enter(tx, found, entry, by, at)


async def _keep_referred(tx: Any, lead: Snapshot, one: Rewritten, at: datetime, by: Actor) -> None:
    """Files before one court stay before it: a track with more suspects is not the one that was referred, but the court has both."""
    courts = courts_of(lead)
    present = one.rewrite.present
    kept = [(ordinal, track.court) for ordinal, track in enumerate(present.decision.tracks) if track.court and track.court in courts]
    await store.keep_referred(tx, lead, present.seq, kept, at=at, by=by.code)
