"""Raise a conflict of jurisdiction: two seats both claim a file, or both refuse it; the two seats choose who settles it."""

from datetime import date
from typing import Literal

import msgspec

import routing
from docket import entries, titles
from docket.access import Actor
from docket.actions import redeciding
from docket.actions.registration.set_confidentiality import ChangedCase
from docket.clock import court_day
from docket.deps import Deps
from docket.errors import BadInput, Issue, NotFound, Stale, StateForbids
from docket.store import cases as store
from docket.store import conflicts
from docket.store.conflicts import ConflictKind, Handing, Offer
from routing import Settled

#: Within one court or one office nobody settles a conflict of jurisdiction: there is none.
_NO_CONFLICT = ("agreement", "presidentOfCourt")


class RaiseConflict(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    #: None = claimed by an office that does not read the file, and so knows no version.
    version: int | None
    kind: ConflictKind
    between: Literal["offices", "judges"]
    #: The other seat: an office, or a court for judges. An office that claims a file of another names itself.
    seat: str
    #: Of the track whose court is in conflict; judges only.
    track: int | None = None
    #: A code of `titles.TRANSFER_GROUNDS`.
    ground: str
    reason: str


async def raise_conflict(command: RaiseConflict, by: Actor, deps: Deps) -> ChangedCase:
    """The file stays with its holder and every clock runs on until the conflict is settled."""
    found = await _find(command, by, deps)
    reason = redeciding.required(command.reason)
    claims = by.office != found.case.holding_office
    handing = await conflicts.of_case(deps.pool, found.case.id)
    if handing.open_conflict is not None:
        raise StateForbids("Over dit dossier loopt al een bevoegdheidsgeschil; wacht op de uitkomst, of trek het eerst in.")
    at = deps.clock.now()
    seats = _seats(command, found, by.office or "", deps)
    settled = _settled(command, seats, deps, court_day(at))
    offer = None if claims or command.between == "judges" else _refused_offer(command, handing, court_day(at))
    async with deps.transaction() as tx:
        await redeciding.rise(tx, found)
        if offer is not None and offer.state == "offered":
            await conflicts.close_offer(tx, found, "escalated", reason=reason, at=at, by=by.code)
        number = await conflicts.raise_conflict(
            tx,
            found,
            settled,
            kind=command.kind,
            seats=seats,
            track_ordinal=command.track,
            ground=command.ground,
            reason=reason,
            offer_id=offer.id if offer else None,
            at=at,
            by=by.code,
        )
        entry = entries.ConflictRaised(
            version=found.case.version + 1,
            conflict=number,
            conflict_kind=command.kind,
            seats=seats,
            settled_by=settled.row.settled_by,
            settlers=settled.settlers,
            article=settled.citation.citation,
            ground=command.ground,
            reason=reason,
        )
        await redeciding.enter(tx, found, entry, by, at)
    return ChangedCase(case_number=found.case.case_number, version=found.case.version + 1)


async def _find(command: RaiseConflict, by: Actor, deps: Deps) -> store.Snapshot:
    """Whoever reads the file raises it for his holder; an office of its territory claims it unread."""
    try:
        found = await redeciding.find(command.case_number, "raiseConflict", by, deps)
    except NotFound:
        found = await store.put_before(deps.pool, command.case_number, by.office or "")
        if (
            found is None
            or found.case.status == "joined"
            or command.kind != "positive"
            or command.between != "offices"
            or command.seat != by.office
        ):
            raise
    else:
        await redeciding.require_version(found, command.version, deps)
        return found
    if command.version is not None and command.version != found.case.version:
        raise Stale
    return found


def _seats(command: RaiseConflict, found: store.Snapshot, own: str, deps: Deps) -> tuple[str, str]:
    law = deps.law.law
    issues = []
    if command.ground not in titles.TRANSFER_GROUNDS:
        detail = f"Deze grond bestaat niet; kies een van {', '.join(titles.TRANSFER_GROUNDS)}."
        issues.append(Issue(type="invalidInput", name="/ground", detail=detail, value=command.ground))
    if command.between == "offices":
        if command.seat not in law.offices:
            detail = "Dit parket bestaat niet; kies een code uit de lijst van parketten."
            issues.append(Issue(type="invalidInput", name="/seat", detail=detail, value=command.seat))
        holder = found.case.holding_office
    else:
        holder = _court_of_track(command, found, issues)
        if command.seat not in law.courts:
            detail = "Deze rechtbank bestaat niet; kies een code uit de lijst van rechtbanken."
            issues.append(Issue(type="invalidInput", name="/seat", detail=detail, value=command.seat))
    if issues:
        raise BadInput(issues=tuple(issues))
    if command.seat == holder:
        raise StateForbids("Beide zijden van het geschil zijn dezelfde; kies het andere parket of de andere rechtbank.")
    if command.between == "offices" and own not in (holder, command.seat):
        raise StateForbids("Alleen het parket dat het dossier houdt, of dat het opeist, werpt dit geschil op.")
    return holder, command.seat


def _court_of_track(command: RaiseConflict, found: store.Snapshot, issues: list[Issue]) -> str:
    tracks = found.decision.tracks
    if command.track is None or command.track not in range(len(tracks)):
        detail = f"Kies het spoor waarvan de rechtbank in geschil is; het dossier heeft {len(tracks)} sporen, geteld vanaf 0."
        issues.append(Issue(type="referencedResourceNotFound", name="/track", detail=detail, value=command.track))
        return ""
    court = tracks[command.track].court
    if court is None:
        raise StateForbids("Dit spoor heeft nog geen rechtbank; beslis eerst welke rechtbank bevoegd is.")
    return court


def _settled(command: RaiseConflict, seats: tuple[str, str], deps: Deps, day: date) -> Settled:
    settled = routing.settlement(command.between, *seats, deps.law.law, day)
    if settled is None:
        names = " en ".join(deps.law.law.title(seat) or seat for seat in seats)
        raise StateForbids(f"De rechtsregels zeggen niet wie een geschil tussen {names} beslecht; leg het voor buiten dit register.")
    if settled.row.settled_by in _NO_CONFLICT:
        raise StateForbids(
            f"Dit is geen geschil van rechtsgebied: {settled.row.title_nl} ({settled.citation.citation}). "
            "Wijzig de beslissing met een reden als de afdeling anders moet zijn."
        )
    return settled


def _refused_offer(command: RaiseConflict, handing: Handing, today: date) -> Offer | None:
    """A negative conflict follows an offer that was refused, or whose term ran out."""
    offer = handing.last_offer_to(command.seat)
    if handing.open_offer is not None and handing.open_offer is not offer:
        raise StateForbids(f"Dit dossier is aangeboden aan {handing.open_offer.to_office}; wacht op het antwoord, of trek het aanbod in.")
    if command.kind == "positive":
        if handing.open_offer is not None:
            raise StateForbids("Uw parket biedt dit dossier zelf aan; trek het aanbod in voor u het opeist.")
        return None
    if offer is None or offer.state not in ("offered", "refused"):
        raise StateForbids(
            "Bied het dossier eerst aan dat parket aan; een negatief geschil volgt op een weigering of op een termijn zonder antwoord."
        )
    if offer.state == "offered" and not offer.overdue(today):
        until = f"{offer.answer_due_on:%d/%m/%Y}" if offer.answer_due_on else "onbepaalde dag"
        raise StateForbids(f"Het andere parket heeft tot en met {until} om te antwoorden; leg het geschil daarna voor.")
    return offer
