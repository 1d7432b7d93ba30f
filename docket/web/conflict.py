"""The conflict of jurisdiction over one file: raise it, record its outcome, take it back; also for who settles it or claims it unread."""

from datetime import date
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import access
from docket.access import Actor
from docket.actions.transfers.raise_conflict import RaiseConflict, raise_conflict
from docket.actions.transfers.settle_conflict import SettleConflict, settle_conflict
from docket.actions.transfers.withdraw_conflict import WithdrawConflict, withdraw_conflict
from docket.clock import court_day
from docket.errors import NotFound
from docket.store import access_log, cases, conflicts
from docket.store.conflicts import Conflict, Offer
from docket.web import acting, typed, words
from docket.web.acting import REASON, Refused
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_SEE = {NEEDS: "readCase"}
TO_RAISE = {NEEDS: "raiseConflict"}
TO_SETTLE = {NEEDS: "settleConflict"}
_PLACES: acting.Places = {
    **REASON,
    "/seat": ("_zetel", "Andere zijde"),
    "/track": ("_spoor", "Spoor"),
    "/ground": ("_grond", "Grond"),
    "/designated": ("_aangewezen", "Aangewezen"),
    "/ruledOn": ("_dag", "Dag van de uitkomst"),
    "/ecli": ("_ecli", "ECLI-nummer"),
}


class CourtOfTrack(msgspec.Struct, frozen=True, kw_only=True):
    ordinal: int
    title: str


class ConflictPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "conflict.html"
    path: ClassVar[str] = "/overdrachten"

    case_number: str
    version: int
    #: False: the office settles or claims a file that it does not read.
    reads: bool
    holding_office: str
    own_office: str
    current: Conflict | None
    earlier: tuple[Conflict, ...]
    offers: tuple[Offer, ...]
    tracks: tuple[CourtOfTrack, ...]
    may_raise: bool
    may_settle: bool
    may_claim: bool
    today: date
    #: What was typed, to be shown again.
    values: dict[str, str]

    @property
    def title(self) -> str:
        return f"Geschil over {self.case_number}"


EXAMPLES = (
    ConflictPage(
        case_number="HAV-2026-000001",
        version=4,
        reads=True,
        holding_office="antwerpPort",
        own_office="antwerpPort",
        current=None,
        earlier=(),
        offers=(),
        tracks=(CourtOfTrack(ordinal=0, title="Gewoon spoor: Correctionele rechtbank Antwerpen"),),
        may_raise=True,
        may_settle=True,
        may_claim=False,
        today=date(2026, 11, 26),
        values={"_tussen": "offices"},
        faults=(Fault(name="_zetel", where="Andere zijde", detail="Kies het andere parket."),),
    ),
)


@get("/dossiers/{case_number:str}/geschil", opt=TO_SEE)
async def show_conflict(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/geschil", opt=TO_RAISE)
async def raise_one(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    judges = posted.text("_tussen") == "judges"
    other = (
        {"_rechtbank": ("Andere rechtbank", "Kies de andere rechtbank.")}
        if judges
        else {"_zetel": ("Ander parket", "Kies het andere parket.")}
    )
    if faults := acting.unfilled(posted, {**other, "_grond": ("Grond", "Kies de grond van het geschil."), **acting.GIVE_REASON}):
        return await _answered(request, Refused(status=400, faults=faults), case_number, deps, "geschil")
    command = RaiseConflict(
        case_number=case_number,
        version=posted.number("_version"),
        kind="positive" if posted.text("_soort") == "positive" else "negative",
        between="judges" if judges else "offices",
        seat=posted.text("_rechtbank" if judges else "_zetel"),
        track=posted.number("_spoor") if judges else None,
        ground=posted.text("_grond"),
        reason=posted.text("_reden"),
    )
    places = {**_PLACES, "/seat": ("_rechtbank", "Andere rechtbank")} if judges else _PLACES
    done = await acting.attempt(raise_conflict(command, actor, deps), places)
    return await _answered(request, done, case_number, deps, "geschil")


@post("/dossiers/{case_number:str}/geschil/uitkomst", opt=TO_SETTLE)
async def settle(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    ruled_on = _day(posted.text("_dag"))
    faults = acting.unfilled(posted, {"_aangewezen": ("Aangewezen", "Kies aan wie het dossier toekomt."), **acting.GIVE_REASON})
    if ruled_on is None:
        faults = (*faults, Fault(name="_dag", where="Dag van de uitkomst", detail="Vul de dag in als 26/11/2026."))
    if ruled_on is None or faults:
        return await _answered(request, Refused(status=400, faults=faults), case_number, deps, "beslecht")
    command = SettleConflict(
        case_number=case_number,
        version=posted.number("_version"),
        designated=posted.text("_aangewezen"),
        ruled_on=ruled_on,
        ecli=posted.text("_ecli").strip() or None,
        reason=posted.text("_reden"),
    )
    done = await acting.attempt(settle_conflict(command, actor, deps), _PLACES)
    return await _answered(request, done, case_number, deps, "beslecht")


@post("/dossiers/{case_number:str}/geschil/intrekken", opt=TO_RAISE)
async def withdraw(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted = posted_of(request)
    command = WithdrawConflict(case_number=case_number, version=posted.number("_version") or 0, reason=posted.text("_reden"))
    done = await acting.attempt(withdraw_conflict(command, actor_of(request), deps))
    return await _answered(request, done, case_number, deps, "geschil-weg")


async def _answered(request: Request[Any, Any, Any], done: object, case_number: str, deps: Deps, notice: str) -> Response[Any]:
    if not isinstance(done, Refused):
        return cast(Response[Any], go(f"/overdrachten?gedaan={notice}"))
    values = {name: value for name, value in posted_of(request).pairs if name.startswith("_") and name != "_csrf"}
    page = await _page(case_number, actor_of(request), deps)
    page = msgspec.structs.replace(page, faults=done.faults, stale=done.stale, values=values)
    return render(visit_of(request), page, done.status)


async def _page(case_number: str, actor: Actor, deps: Deps) -> ConflictPage:
    found = await cases.snapshot(deps.pool, case_number, access.visibility(actor))
    reads = found is not None
    found = found or await cases.put_before(deps.pool, case_number, actor.office or "")
    if found is None:
        raise NotFound
    handing = await conflicts.of_case(deps.pool, found.case.id)
    current = handing.open_conflict
    settles = current is not None and actor.office in current.settlers
    claims = current is None and found.offered_to != actor.office and actor.may("raiseConflict")
    if not (reads or settles or claims):
        raise NotFound
    if reads:
        await access_log.log_opened(deps.pool, actor.code, case_number, deps.clock.now())
    titles = words.of_law(deps.law.law)
    return ConflictPage(
        case_number=case_number,
        version=found.case.version,
        reads=reads,
        holding_office=found.case.holding_office,
        own_office=actor.office or "",
        current=current,
        earlier=tuple(one for one in reversed(handing.conflicts) if one.state != "open") if reads else (),
        offers=tuple(reversed(handing.offers)) if reads else (),
        tracks=tuple(
            CourtOfTrack(ordinal=ordinal, title=f"{words.title(words.TRACKS, track.track)}: {titles.seat(track.court)}")
            for ordinal, track in enumerate(found.decision.tracks)
            if track.court is not None
        )
        if reads
        else (),
        may_raise=reads and current is None and actor.may("raiseConflict"),
        may_settle=current is not None and actor.may("settleConflict") and (reads or settles),
        may_claim=not reads and claims,
        today=court_day(deps.clock.now()),
        values={},
    )


def _day(text: str) -> date | None:
    """As people type it, 26/11/2026, or as a date field sends it."""
    try:
        return date.fromisoformat(str(typed.read("partialDate", text)))
    except ValueError:
        return None
