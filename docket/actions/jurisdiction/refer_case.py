"""Bring tracks of a file before their court: from then on its registry reads the file."""

import msgspec

from docket import competence, entries, life, transitions
from docket.access import Actor
from docket.actions import consequences, redeciding, standing
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.actions.time_limits import by_law
from docket.deps import Deps
from docket.errors import BadInput, Issue, StateForbids
from docket.store import cases as store
from docket.transitions import PAPERS, Asked, Paper


class ReferCase(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    version: int
    #: Places of the tracks in the present decision, from 0; each has a court.
    tracks: tuple[int, ...]
    #: What proves the referral: the order of the chamber or the judgment that sends to the assizes, which its event asks for; a summons.
    paper: Paper | None = None


async def refer_case(command: ReferCase, by: Actor, deps: Deps) -> ChangedCase:
    found = await redeciding.find(command.case_number, "referCase", by, deps)
    await redeciding.require_version(found, command.version, deps)
    ordinals = tuple(sorted(set(command.tracks)))
    courts = _courts(found, ordinals)
    competence.require_confirmed(found.case.case_number, ordinals, found.to_confirm)
    plan = await _plan(found, ordinals, command.paper, deps)
    at = deps.clock.now()
    mails = consequences.mails(
        found.case.report, found.decision, deps, case_number=found.case.case_number, status="verwezen naar de rechtbank", at=at
    )
    entry = entries.CaseReferred(
        version=found.case.version + 1,
        decision=found.decision_seq,
        tracks=ordinals,
        courts=courts,
        mails=len(mails),
        moves=plan.moves,
        paper=command.paper,
    )
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        await store.refer(tx, found, ordinals, courts, at=at, by=by.code)
        await standing.write(tx, found, plan)
        await redeciding.promise_mails(tx, found, mails, at)
        after = await by_law.follow(tx, found, plan, command.paper, version=entry.version, by=by, deps=deps, at=at)
        await redeciding.enter(tx, found, entry, by, at)
        await redeciding.enter_after(tx, found, after, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


async def _plan(found: store.Snapshot, ordinals: tuple[int, ...], paper: Paper | None, deps: Deps) -> life.Plan:
    """
    The suspects of these tracks go before their court: summoned, or referred where their inquiry is being settled.

    Those who are elsewhere in their procedure (a plea of guilt, an inquiry) stay there; refused when nobody can go, and where a
    referral has no paper: whoever it is about would stay behind while his track is before the court.
    """
    present = found.decision.tracks
    assize_courts = {division.assize_court for division in deps.law.law.divisions.values()}
    ats = standing.everybody(found, deps)
    events = {}
    for at in ats:
        its = [present[ordinal] for ordinal in life.tracks_of(at.pair, present) if ordinal in ordinals]
        if not its or at.status in _THERE:
            continue
        if any(track.court in assize_courts for track in its):
            events[at.pair] = "sentToAssizes"
        else:
            events[at.pair] = "referralOrdered" if at.status == "settlementOfProcedure" else "summonDirectly"
    known, asked = await standing.known(found, deps), Asked(paper=paper)
    _require_paper(paper, {events[one.pair] for one in ats if (one.status, events.get(one.pair, "")) in life.BY_START}, known)
    if not events:
        return life.Plan(stands=found.stands)
    return standing.require(life.plan(found.stands, ats, events, known, asked, chosen=events, by="referCase", lenient=True))


#: What proves each event of this verb that a chamber orders; the guards of the table ask for the same.
PROVEN_BY = {"referralOrdered": transitions.REFERRED_BY, "sentToAssizes": transitions.SENT_TO_ASSIZES_BY}
#: Who stands here already is before a court, and a further track does not move him.
_THERE = ("trialCourt", "assizes")


def _require_paper(paper: Paper | None, events: set[str], known: transitions.Known) -> None:
    """One for all who go: of a kind that proves each event, and not dated in the future."""
    wanted = [kinds for event, kinds in PROVEN_BY.items() if event in events]
    issues = []
    if paper is None and wanted:
        kinds = " of ".join(PAPERS[kind] for kind in wanted[0])
        detail = f"Noem het stuk dat de verwijzing bewijst: {kinds}, met zijn dag. Die dag is die waarop de rechtbank gevat is."
        issues.append(Issue(type="requiredInput", name="/paper", detail=detail))
    if paper is not None:
        kinds = [kind for kind in PAPERS if all(kind in each for each in wanted or (tuple(PAPERS),))]
        if paper.kind not in kinds:
            detail = f"Dit stuk bewijst de verwijzing niet; kies: {', '.join(PAPERS[kind] for kind in kinds)} ({', '.join(kinds)})."
            issues.append(Issue(type="invalidInput", name="/paper/kind", detail=detail, value=paper.kind))
        if (fault := transitions.dated(known, paper)) is not None:
            issues.append(Issue(type="outOfRange", name="/paper/datedOn", detail=fault, value=str(paper.dated_on)))
    if issues:
        raise BadInput(issues=tuple(issues))


def _courts(found: store.Snapshot, ordinals: tuple[int, ...]) -> tuple[str, ...]:
    if not ordinals:
        raise BadInput(issues=(Issue(type="requiredInput", name="/tracks", detail="Kies minstens een spoor om te verwijzen."),))
    courts = []
    for ordinal in ordinals:
        if ordinal not in range(len(found.decision.tracks)):
            detail = f"Dit spoor bestaat niet; het dossier heeft {len(found.decision.tracks)} sporen, geteld vanaf 0."
            raise BadInput(issues=(Issue(type="referencedResourceNotFound", name="/tracks", detail=detail, value=ordinal),))
        if ordinal in found.referred_tracks:
            raise StateForbids("Dit spoor is al verwezen naar zijn rechtbank.")
        court = found.decision.tracks[ordinal].court
        if court is None:
            raise StateForbids("Dit spoor heeft nog geen rechtbank; beslis eerst welke rechtbank bevoegd is.")
        courts.append(court)
    return tuple(courts)
