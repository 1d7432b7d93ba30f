"""The ties of a file with others, as a picture and a table, and the files that look like it; each act on one has a page of its own."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Literal

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from docket.access import Actor, visibility
from docket.actions.connected.dismiss_candidate import DismissCandidate, dismiss_candidate
from docket.actions.connected.link_cases import LinkCases, link_cases
from docket.actions.connected.list_candidates import ListCandidates, list_candidates
from docket.actions.connected.unjoin_case import UnjoinCase, unjoin_case
from docket.actions.connected.unlink_cases import UnlinkCases, unlink_cases
from docket.contract import RelatedCase
from docket.errors import StateForbids
from docket.store import connected
from docket.store.connected import Candidate, Link
from docket.web import acting, words
from docket.web.acting import REASON, Refused
from docket.web.case import TO_READ, open_case
from docket.web.handed import Deps
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Posted, actor_of, posted_of, visit_of

TO_LINK = {NEEDS: "linkCases"}
TO_JOIN = {NEEDS: "joinCases"}
Act = Literal["leggen", "losmaken", "afwijzen", "ontvoegen"]
#: Title, what it does, and the button of each act.
ACTS: Mapping[Act, tuple[str, str, str]] = {
    "leggen": (
        "Verband leggen met",
        "Het verband komt in beide dossiers te staan en beide worden opnieuw beslist. Ze blijven twee dossiers.",
        "Verband leggen",
    ),
    "losmaken": (
        "Verband losmaken met",
        "Het verband blijft in het register staan als een verband dat ongedaan gemaakt is. Beide dossiers worden opnieuw beslist.",
        "Verband losmaken",
    ),
    "afwijzen": (
        "Niet hetzelfde als",
        "Het andere dossier wordt niet meer voorgesteld, tot er iets nieuws voor spreekt. Aan de dossiers zelf verandert niets.",
        "Niet hetzelfde",
    ),
    "ontvoegen": (
        "Voeging ongedaan maken bij",
        "Dit dossier gaat weer alleen voort, met zijn feiten zoals ze nu in het hoofddossier staan. Beide worden opnieuw beslist.",
        "Voeging ongedaan maken",
    ),
}
_CASE_NUMBER = re.compile(r"\s*(?:hav)?[\s./-]*(\d{4})[\s./-]+(\d{1,6})\s*", re.ASCII | re.IGNORECASE)


class ConnectedPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "connected.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    #: Newest last; those that ended too.
    ties: tuple[Link, ...]
    #: Named in the report, with or without an act.
    named: tuple[RelatedCase, ...]
    candidates: tuple[Candidate, ...]
    joined: bool
    may_link: bool
    may_join: bool
    may_split: bool
    asked: str = ""

    @property
    def title(self) -> str:
        return f"Verbanden van {self.case_number}"

    @property
    def drawn(self) -> tuple[Link, ...]:
        return tuple(tie for tie in self.ties if tie.holds and tie.kind != "dismissed")

    @property
    def height(self) -> int:
        """Of the picture: a box for each tie."""
        return 64 * len(self.drawn) + 16


class ConnectedActPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "connected_act.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    other: str
    other_summary: str | None
    act: Act
    ground: str = ""
    limb: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        return f"{self.case_number}: {ACTS[self.act][0].lower()} {self.other}"

    @property
    def does(self) -> str:
        return ACTS[self.act][1]

    @property
    def button(self) -> str:
        return ACTS[self.act][2]


def example_link(kind: Any, side: Any, number: str, ended: bool = False) -> Link:
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    return Link(
        kind=kind,
        side=side,
        case_number=number,
        ground="sameFacts",
        limb="3",
        reason="een vaststelling van twee diensten",
        made_at=at,
        made_by="user:7",
        ended_at=at if ended else None,
        ended_by="user:7" if ended else None,
        end_reason="toch twee zaken" if ended else None,
        other_id=2,
        status="registered",
        confidentiality="ordinary",
        holding_office="antwerpPort",
        courts=("antwerpCorrectional",),
        scope="portCrime",
        summary="Zes personen in een lege container.",
        clues=(),
        brought=None,
        status_before=None,
    )


EXAMPLE_CANDIDATE = Candidate(
    case_number="HAV-2026-000009",
    score=85,
    strength="likely",
    reasons=("zelfde container CSQU3054383", "kaai 1742 binnen enkele dagen"),
    clues=("container:CSQU3054383",),
    registered_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    received_day=date(2026, 11, 20),
    notice_number=None,
    origin_service="customs",
    summary="Container met een dubbele bodem.",
    holding_office="antwerpPort",
    status="registered",
    confidentiality="ordinary",
)
EXAMPLES = (
    ConnectedPage(
        case_number="HAV-2026-000001",
        ties=(
            example_link("related", "equal", "HAV-2026-000002"),
            example_link("joined", "lead", "HAV-2026-000003"),
            example_link("split", "off", "HAV-2026-000004"),
            example_link("related", "equal", "HAV-2026-000005", ended=True),
        ),
        named=(RelatedCase(case_number="inc-900", ground="sameGoods"),),
        candidates=(EXAMPLE_CANDIDATE,),
        joined=False,
        may_link=True,
        may_join=True,
        may_split=True,
    ),
    ConnectedPage(
        case_number="HAV-2026-000003",
        ties=(example_link("joined", "joined", "HAV-2026-000001"),),
        named=(),
        candidates=(),
        joined=True,
        may_link=False,
        may_join=True,
        may_split=False,
    ),
    *(
        ConnectedActPage(
            case_number="HAV-2026-000001",
            version=3,
            other="HAV-2026-000002",
            other_summary="Zes personen in een lege container.",
            act=act,
            faults=(Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan."),),
        )
        for act in ACTS
    ),
)


@get("/dossiers/{case_number:str}/verbanden", opt=TO_READ)
async def show_connected(
    request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], ander: FromQuery[str] = "", doe: FromQuery[str] = ""
) -> Response[Any]:
    actor = actor_of(request)
    page = await _page(case_number, actor, deps)
    if not ander:
        return render(visit_of(request), page)
    typed = _CASE_NUMBER.fullmatch(ander)
    if typed and doe in ("leggen", "voegen"):
        return go(f"/dossiers/{page.case_number}/verbanden/HAV-{typed[1]}-{int(typed[2]):06d}/{doe}")
    fault = Fault(name="ander", where="Nummer van het andere dossier", detail="Schrijf het nummer zoals HAV-2026-000123.")
    return render(visit_of(request), msgspec.structs.replace(page, faults=(fault,), asked=ander), 400)


@get("/dossiers/{case_number:str}/verbanden/{other:str}/leggen", opt=TO_LINK)
async def show_linking(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _show(request, deps, case_number, other, "leggen")


@post("/dossiers/{case_number:str}/verbanden/{other:str}/leggen", opt=TO_LINK)
async def link(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _act(request, deps, case_number, other, "leggen")


@get("/dossiers/{case_number:str}/verbanden/{other:str}/losmaken", opt=TO_LINK)
async def show_unlinking(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _show(request, deps, case_number, other, "losmaken")


@post("/dossiers/{case_number:str}/verbanden/{other:str}/losmaken", opt=TO_LINK)
async def unlink(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _act(request, deps, case_number, other, "losmaken")


@get("/dossiers/{case_number:str}/verbanden/{other:str}/afwijzen", opt=TO_LINK)
async def show_dismissing(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _show(request, deps, case_number, other, "afwijzen")


@post("/dossiers/{case_number:str}/verbanden/{other:str}/afwijzen", opt=TO_LINK)
async def dismiss(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _act(request, deps, case_number, other, "afwijzen")


@get("/dossiers/{case_number:str}/verbanden/{other:str}/ontvoegen", opt=TO_JOIN)
async def show_unjoining(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _show(request, deps, case_number, other, "ontvoegen")


@post("/dossiers/{case_number:str}/verbanden/{other:str}/ontvoegen", opt=TO_JOIN)
async def unjoin(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], other: FromPath[str]) -> Response[Any]:
    return await _act(request, deps, case_number, other, "ontvoegen")


async def _page(case_number: str, actor: Actor, deps: Deps) -> ConnectedPage:
    found = await open_case(case_number, actor, deps)
    joined = found.case.status == "joined"
    ties = await connected.links(deps.pool, found.case.id, visibility(actor))
    may_link = actor.may("linkCases") and not joined
    by_act = {tie.case_number for tie in ties}
    return ConnectedPage(
        case_number=found.case.case_number,
        ties=ties,
        named=tuple(row for row in found.case.report.related_cases if row.case_number not in by_act),
        candidates=await list_candidates(ListCandidates(case_number=case_number), actor, deps) if may_link else (),
        joined=joined,
        may_link=may_link,
        may_join=actor.may("joinCases"),
        may_split=actor.may("splitCase") and not joined,
    )


async def _show(request: Request[Any, Any, Any], deps: Deps, case_number: str, other: str, act: Act) -> Response[Any]:
    return render(visit_of(request), await _act_page(case_number, other, act, actor_of(request), deps))


async def _act_page(case_number: str, other: str, act: Act, actor: Actor, deps: Deps) -> ConnectedActPage:
    found = await open_case(case_number, actor, deps)
    there = await open_other(found.case.case_number, other, actor, deps)
    return ConnectedActPage(
        case_number=found.case.case_number,
        version=found.case.version,
        other=there.case.case_number,
        other_summary=there.case.report.summary,
        act=act,
    )


async def open_other(case_number: str, other: str, actor: Actor, deps: Deps) -> Any:
    """The second file of an act; a file is not its own second one."""
    if other == case_number:
        raise StateForbids("Dat is dit dossier zelf; kies een ander dossier.")
    return await open_case(other, actor, deps)


async def _act(request: Request[Any, Any, Any], deps: Deps, case_number: str, other: str, act: Act) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    ground, limb, reason = posted.text("_grond"), posted.text("_samenhang"), posted.text("_reden")
    refused = acting.without_reason(reason)
    if act == "leggen" and ground not in words.RELATED_GROUNDS:
        fault = Fault(name="_grond", where="Grond", detail="Kies waarom de dossiers bij elkaar horen.")
        refused = Refused(status=400, faults=(fault, *(refused.faults if refused else ())))
    if refused is None:
        done = await acting.attempt(_command(act, case_number, other, posted, actor, deps), REASON)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}/verbanden?gedaan={act}")
    page = await _act_page(case_number, other, act, actor, deps)
    page = msgspec.structs.replace(page, ground=ground, limb=limb, reason=reason, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


def _command(act: Act, case_number: str, other: str, posted: Posted, actor: Actor, deps: Deps) -> Any:
    said: dict[str, Any] = {"case_number": case_number, "version": posted.number("_version") or 0, "reason": posted.text("_reden")}
    match act:
        case "leggen":
            limb = posted.text("_samenhang")
            said |= {"ground": posted.text("_grond"), "limb": limb if limb in words.LIMBS else None}
            return link_cases(LinkCases(other=other, **said), actor, deps)
        case "losmaken":
            return unlink_cases(UnlinkCases(other=other, **said), actor, deps)
        case "afwijzen":
            return dismiss_candidate(DismissCandidate(other=other, **said), actor, deps)
    return unjoin_case(UnjoinCase(**said), actor, deps)
