"""Settle the open tracks of a file, or set a decision aside: where each track goes, with a reason."""

from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.jurisdiction.decide_jurisdiction import DecideJurisdiction, TrackChoice, decide_jurisdiction
from docket.actions.jurisdiction.override_decision import OverrideDecision, override_decision
from docket.web import acting
from docket.web.acting import REASON, Refused
from docket.web.case import open_case
from docket.web.decision import DecisionView, TrackView, view
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, Visit, actor_of, posted_of, visit_of

TO_SETTLE = {NEEDS: "settleDecision"}
TO_OVERRIDE = {NEEDS: "overrideDecision"}


class TrackForm(msgspec.Struct, frozen=True, kw_only=True):
    ordinal: int
    title: str
    people: tuple[str, ...]
    office: str
    court: str


class DecideJurisdictionPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "decide_jurisdiction.html"
    path: ClassVar[str] = "/te-beslissen"

    case_number: str
    version: int
    #: False: the open tracks are settled.
    overriding: bool
    decision: DecisionView
    tracks: tuple[TrackForm, ...]
    reason: str = ""

    @property
    def title(self) -> str:
        return f"Beslissing wijzigen van {self.case_number}" if self.overriding else f"Beslissen over {self.case_number}"


@get("/dossiers/{case_number:str}/beslissen", opt=TO_SETTLE)
async def show_settling(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    page = await _page(case_number, actor_of(request), deps, overriding=False)
    return render(visit_of(request), page) if page.tracks else go(f"/dossiers/{case_number}")


@get("/dossiers/{case_number:str}/beslissing-wijzigen", opt=TO_OVERRIDE)
async def show_overriding(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps, overriding=True))


@post("/dossiers/{case_number:str}/beslissen", opt=TO_SETTLE)
async def settle(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return await _decide(case_number, visit_of(request), posted_of(request), actor_of(request), deps, overriding=False)


@post("/dossiers/{case_number:str}/beslissing-wijzigen", opt=TO_OVERRIDE)
async def override(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return await _decide(case_number, visit_of(request), posted_of(request), actor_of(request), deps, overriding=True)


async def _decide(case_number: str, visit: Visit, posted: Posted, actor: Actor, deps: Deps, *, overriding: bool) -> Response[Any]:
    page = await _page(case_number, actor, deps, overriding=overriding)
    typed = tuple(
        msgspec.structs.replace(track, office=posted.text(f"_parket_{track.ordinal}"), court=posted.text(f"_rechtbank_{track.ordinal}"))
        for track in page.tracks
    )
    reason, version = posted.text("_reden"), posted.number("_version") or 0
    changed = tuple(new for old, new in zip(page.tracks, typed, strict=True) if new.office and (not overriding or new != old))
    refused = acting.without_reason(reason)
    if refused is None and not changed:
        what = (
            "Kies voor minstens één spoor een ander parket of een andere rechtbank."
            if overriding
            else "Kies voor minstens één spoor een parket."
        )
        first = page.tracks[0].ordinal if page.tracks else 0
        refused = Refused(status=400, faults=(Fault(name=f"_parket_{first}", where="Parket", detail=what),))
    if refused is None:
        choices = tuple(TrackChoice(ordinal=one.ordinal, prosecution_office=one.office, court=one.court or None) for one in changed)
        places = {f"/tracks/{place}": (f"_parket_{one.ordinal}", f"{one.title}, parket") for place, one in enumerate(changed)}
        if overriding:
            work: Any = override_decision(
                OverrideDecision(case_number=case_number, version=version, tracks=choices, reason=reason), actor, deps
            )
        else:
            work = decide_jurisdiction(
                DecideJurisdiction(case_number=case_number, version=version, tracks=choices, reason=reason), actor, deps
            )
        done = await acting.attempt(work, {**REASON, **places})
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}?gedaan=beslist")
    page = msgspec.structs.replace(page, tracks=typed, reason=reason, faults=refused.faults, stale=refused.stale)
    return render(visit, page, refused.status)


async def _page(case_number: str, actor: Actor, deps: Deps, *, overriding: bool) -> DecideJurisdictionPage:
    found = await open_case(case_number, actor, deps)
    current = found.current
    decision = view(current.decision, found.case.report, deps.law.law, open_tracks=current.open_tracks, referred=current.referred_tracks)
    tracks = tuple(_form(track) for track in decision.tracks if overriding or track.open)
    if not decision.tracks and not overriding:
        tracks = (TrackForm(ordinal=0, title="Gewoon spoor", people=(), office="", court=""),)
    return DecideJurisdictionPage(
        case_number=found.case.case_number, version=found.case.version, overriding=overriding, decision=decision, tracks=tracks
    )


def _form(track: TrackView) -> TrackForm:
    return TrackForm(ordinal=track.ordinal, title=track.title, people=track.people, office=track.office or "", court=track.court or "")
