"""Vonnissen of a file: what was decided, what is still open for whom, remedies, finality, extracts and port bans."""

from collections.abc import Awaitable
from datetime import date
from typing import Any, ClassVar, cast

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket.access import Actor
from docket.actions.judgments.end_custody import EndCustody, end_custody
from docket.actions.judgments.establish_final import EstablishFinal, establish_final
from docket.actions.judgments.lodge_remedy import LodgeRemedy, lodge_remedy
from docket.actions.judgments.send_extract import SendExtract, send_extract
from docket.actions.judgments.waive_remedy import WaiveRemedy, waive_remedy
from docket.actions.judgments.withdraw_remedy import WithdrawRemedy, withdraw_remedy
from docket.clock import court_day
from docket.judgments import CUSTODY_ENDS_NL, REMEDIES_NL
from docket.seized_items import forgotten, items_of
from docket.store import judgments as store
from docket.store import seized_items, time_limits
from docket.web import acting, words
from docket.web.acting import Refused
from docket.web.case import TO_READ, open_case
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.judgment_words import (
    BanView,
    ExtractView,
    JudgmentClockView,
    JudgmentView,
    OutcomeView,
    RemedyView,
    finalities_of,
    judgment_views,
)
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import Posted, actor_of, posted_of, visit_of

#: What may be done on this page -> what is said once it was.
_DONE = {
    "remedy": "rechtsmiddel",
    "waive": "afstand",
    "withdraw": "ingetrokken-rechtsmiddel",
    "final": "definitief",
    "extract": "uittreksel",
    "custody": "havenverbod",
}
_DAY = "Schrijf de dag als 26/11/2026."


class JudgmentsPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "judgments.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    status: str
    judgments: tuple[JudgmentView, ...]
    #: Somebody of the file may be judged now, and the reader may enter it.
    may_judge: bool
    may_lodge: bool
    may_establish: bool
    may_send: bool
    #: For how many it may be recorded that all is final; and for how many the attest has to say so.
    ready: int
    by_attest: int
    #: Seized items of which no judgment that stands and no magistrate said anything, in a few words each.
    forgotten: tuple[str, ...] = ()
    #: What was typed: name of a field -> text.
    typed: words.Titles = msgspec.field(default_factory=dict)
    remedies: ClassVar[words.Titles] = {code: f"{title[:1].upper()}{title[1:]}" for code, title in REMEDIES_NL.items()}
    custody_ends: ClassVar[words.Titles] = {code: f"{title[:1].upper()}{title[1:]}" for code, title in CUSTODY_ENDS_NL.items()}

    @property
    def title(self) -> str:
        return f"Vonnissen van {self.case_number}"


@get("/dossiers/{case_number:str}/vonnissen", opt=TO_READ)
async def show_judgments(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, actor_of(request), deps))


@post("/dossiers/{case_number:str}/vonnissen", opt=TO_READ)
async def change_judgments(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    doing = posted.text("_do")
    work, faults, places = _work(doing, case_number, posted, actor, deps)
    refused: Refused | None = Refused(status=400, faults=faults) if work is None else None
    if work is not None:
        done = await acting.attempt(work, places)
        if not isinstance(done, Refused):
            return go(f"/dossiers/{case_number}/vonnissen?gedaan={_DONE[doing]}")
        refused = done
    page = await _page(case_number, actor, deps)
    if refused is not None:
        page = msgspec.structs.replace(page, faults=refused.faults, stale=refused.stale, typed=dict(posted.pairs))
    return render(visit_of(request), page, refused.status if refused is not None else 200)


def _places(doing: str, judgment: int, at: str, why: str) -> acting.Places:
    """Where the fields of an action stand in its form."""
    return {
        "/lodgedOn": (at, "Dag van de verklaring"),
        "/waivedOn": (at, "Dag van de afstand"),
        "/withdrawnOn": (at, "Dag van de intrekking"),
        "/sentOn": (at, "Dag van verzending"),
        "/endedOn": (at, "Dag"),
        "/reason": (why, "Reden"),
        "/grievancesOn": (f"_grieven{judgment}", "Grievenformulier"),
        "/party": (f"_partij{judgment}", "Partij"),
        "/remedy": (f"_middel{judgment}", "Rechtsmiddel"),
        "/against": (f"_tegen{judgment}", "Over wie"),
        "/attestOn": ("_attest", "Dag van het attest"),
        "/finalOn": ("_sinds", "Definitief sinds"),
    }


def _work(
    doing: str, case_number: str, posted: Posted, actor: Actor, deps: Any
) -> tuple[Awaitable[Any] | None, tuple[Fault, ...], acting.Places]:
    """What is asked with all that cannot be read of it, and where the fields of the action stand."""
    judgment, row = posted.number("_vonnis") or 0, posted.number("_rij") or 0
    end = judgment if doing == "remedy" else row
    at, why = f"_dag_{doing}{end}", f"_reden_{doing}{end}"
    places = _places(doing, judgment, at, why)
    faults = _faults(doing, judgment, at, why, posted)
    if faults:
        return None, faults, places
    on, reason = day_of(posted.text(at)) or date.min, posted.text(why)
    common: dict[str, Any] = {"case_number": case_number, "version": posted.number("_version") or 0}
    work: Awaitable[Any]
    if doing == "final":
        attest: dict[str, Any] = {"attest_on": day_of(posted.text("_attest")), "final_on": day_of(posted.text("_sinds"))}
        number = posted.text("_attest_nummer").strip() or None
        work = establish_final(EstablishFinal(**common, **attest, attest_number=number), actor, deps)
    elif doing == "remedy":
        work = lodge_remedy(_lodging(common, judgment, on, posted), actor, deps)
    elif doing == "waive":
        work = waive_remedy(WaiveRemedy(**common, judgment=judgment, clock=row, waived_on=on, reason=reason), actor, deps)
    elif doing == "withdraw":
        back = WithdrawRemedy(**common, judgment=judgment, remedy_id=row, withdrawn_on=on, reason=reason)
        work = withdraw_remedy(back, actor, deps)
    elif doing == "custody":
        ended = cast("Any", posted.text(f"_einde{row}"))
        work = end_custody(EndCustody(**common, judgment=judgment, ban=row, ended=ended, ended_on=on), actor, deps)
    else:
        said: dict[str, Any] = {"state": "sent", "sent_on": on}
        if posted.text("_niet_nodig"):
            said = {"state": "notNeeded", "reason": reason.strip() or None}
        work = send_extract(SendExtract(**common, extract=row, **said), actor, deps)
    return work, (), places


def _faults(doing: str, judgment: int, at: str, why: str, posted: Posted) -> tuple[Fault, ...]:
    """Everything in a form that cannot be read or was left empty."""
    if doing not in _DONE:
        return (Fault(name="", where="", detail="Kies wat u wilt doen."),)
    faults: list[Fault] = []

    def day(name: str, where: str, *, required: bool) -> None:
        text = posted.text(name)
        if day_of(text) is None and (required or text.strip()):
            faults.append(Fault(name=name, where=where, detail=_DAY))

    if doing == "final":
        day("_attest", "Dag van het attest", required=False)
        day("_sinds", "Definitief sinds", required=False)
        return tuple(faults)
    day(at, "Dag", required=not posted.text("_niet_nodig"))
    wanted: acting.Wanted = {}
    if doing in ("waive", "withdraw"):
        wanted = {why: ("Reden", "Geef een reden; ze komt in het register te staan.")}
    elif doing == "custody":
        row = at.removeprefix("_dag_custody")
        wanted = {f"_einde{row}": ("Hoe", "Kies hoe de gevangenisstraf eindigde.")}
    elif doing == "remedy":
        day(f"_grieven{judgment}", "Grievenformulier", required=False)
        wanted = {
            f"_middel{judgment}": ("Rechtsmiddel", "Kies welk rechtsmiddel is ingesteld."),
            f"_partij{judgment}": ("Partij", "Kies wie het instelde."),
        }
    return (*faults, *acting.unfilled(posted, wanted))


def _lodging(common: dict[str, Any], judgment: int, on: date, posted: Posted) -> LodgeRemedy:
    role, _, person = posted.text(f"_partij{judgment}").partition("/")
    return LodgeRemedy(
        **common,
        judgment=judgment,
        remedy=cast("Any", posted.text(f"_middel{judgment}")),
        role=cast("Any", role),
        person=person,
        against=posted.texts(f"_tegen{judgment}"),
        lodged_on=on,
        grievances_on=day_of(posted.text(f"_grieven{judgment}")),
        number=posted.text(f"_nummer{judgment}") or None,
    )


async def _page(case_number: str, actor: Actor, deps: Any) -> JudgmentsPage:
    found = await open_case(case_number, actor, deps)
    law, today = deps.law.law, court_day(deps.clock.now())
    judgments = await store.of_case(deps.pool, found.case.id)
    clocks = await time_limits.of_case(deps.pool, found.case.id)
    items = items_of(found.case.report, await seized_items.of_case(deps.pool, found.case.id), judgments)
    finalities = finalities_of(found, judgments, clocks, law, today)
    judged = {one.pair for one in finalities if one.established}
    open_ = [one for one in finalities if one.pair not in judged and one.judgment_id is not None]
    joined = found.case.status == "joined"
    return JudgmentsPage(
        case_number=found.case.case_number,
        version=found.case.version,
        status=found.case.status,
        judgments=judgment_views(found, judgments, clocks, law, today),
        may_judge=actor.may("enterJudgment") and not joined,
        may_lodge=actor.may("lodgeRemedy") and not joined,
        may_establish=actor.may("establishFinal") and not joined,
        may_send=actor.may("sendExtract") and not joined,
        ready=sum(one.final_on is not None for one in open_),
        by_attest=sum(one.by_attest for one in open_),
        forgotten=tuple(item.words for item in forgotten(items, judgments, found.case.status)),
    )


_OUTCOME = OutcomeView(
    who="Verdachte 1 (Jan Peeters)",
    what="feit 1, invoer van drugs",
    outcome="Veroordeeld",
    final=False,
    established=False,
    final_on=None,
    still=("Termijn hoger beroep van burgerlijke partij 1 tot en met 24/12/2026",),
)
_JUDGMENT = JudgmentView(
    id=4,
    title="Correctionele rechtbank Antwerpen, afdeling Antwerpen, 24/11/2026",
    stage="Eerste aanleg",
    number="2026/1234",
    ecli="ECLI:BE:REAANT:2026:JUD.20261124.1",
    ecli_flag="",
    remark="",
    corrected=False,
    corrects=3,
    reason="verkeerde dag",
    entered="gebruiker 17, 24/11/2026 om 10.30 uur",
    manners=("Verdachte 1: op tegenspraak",),
    outcomes=(
        _OUTCOME,
        msgspec.structs.replace(
            _OUTCOME,
            what="feit 2, witwassen",
            outcome="Vrijgesproken",
            final=True,
            final_on=date(2026, 12, 25),
            still=(),
            late_opposition="Verzet van verdachte 1 kan ook na de gewone termijn komen: niet aan de persoon betekend.",
        ),
    ),
    penalties=("Verdachte 1: gevangenisstraf 30 maanden", "Verdachte 1: geldboete 8.000 euro"),
    confiscations=("Verdachte 1: bestelwagen",),
    bans=(
        BanView(
            id=2,
            who="Verdachte 1",
            length="5 jaar",
            ports="haven van Antwerpen",
            mark=("wait", "Wacht op het einde van de straf"),
            days="heeft gevolg sinds 25/12/2026",
            sum="In kracht van gewijsde op vrijdag 25 december 2026, het verbod heeft van dan af gevolg.",
            article="Art. 4, § 4 Drugwet",
            confidence="zeker",
            warnings=("Het verbod moet uitdrukkelijk gemotiveerd zijn.",),
            waits_for_custody=True,
        ),
    ),
    clocks=(
        JudgmentClockView(
            id=7,
            title="Hoger beroep tegen een vonnis: verdachte 1",
            mark=("wait", "Loopt"),
            ends="tot en met 24/12/2026",
            article="Art. 203, § 1 Sv. (zeker)",
            time_limit=12,
            may_waive=True,
        ),
        JudgmentClockView(
            id=8,
            title="Verzet tegen een verstekvonnis: verdachte 2",
            mark=("open", "Loopt nog niet"),
            ends="wacht op de betekening",
            article="Art. 187, § 1 Sv. (zeker)",
            time_limit=0,
            may_waive=True,
        ),
    ),
    remedies=(
        RemedyView(
            id=3,
            title="Hoger beroep van verdachte 1",
            lodged_on=date(2026, 11, 26),
            grievances="26/11/2026",
            late=True,
            withdrawn="",
            by="gebruiker 17, 26/11/2026 om 10.30 uur",
        ),
    ),
    extracts=(
        ExtractView(
            id=5,
            title="Uittreksel naar de procureur-generaal",
            who="",
            mark=("wait", "Te verzenden"),
            due="ten laatste op 09/12/2026",
            may_send=True,
        ),
    ),
    parties={"suspect/s1": "Verdachte 1", "prosecution/": "Het openbaar ministerie"},
    suspects={"s1": "Verdachte 1 (Jan Peeters)"},
)
EXAMPLES = (
    JudgmentsPage(
        case_number="HAV-2026-000001",
        version=3,
        status="judged",
        forgotten=("cocaïne, 51 kg (g1)",),
        judgments=(
            _JUDGMENT,
            msgspec.structs.replace(_JUDGMENT, id=3, corrected=True, corrects=None, clocks=(), extracts=(), remedies=(), bans=()),
        ),
        may_judge=True,
        may_lodge=True,
        may_establish=True,
        may_send=True,
        ready=1,
        by_attest=1,
        faults=(Fault(name="_dag_extract5", where="Dag", detail=_DAY),),
    ),
    JudgmentsPage(
        case_number="HAV-2026-000001",
        version=3,
        status="trialCourt",
        judgments=(),
        may_judge=True,
        may_lodge=False,
        may_establish=False,
        may_send=False,
        ready=0,
        by_attest=0,
    ),
)
