"""The docket of a file as a timeline: one line for each entry, filtered, printed, and struck through where it was made in error."""

from datetime import date, datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

from docket import timeline, titles
from docket.access import Actor
from docket.actions.life.restore_standing import RestoreStanding, restore_standing
from docket.actions.life.strike_entry import StrikeEntry, strike_entry
from docket.clock import court_day
from docket.errors import NotFound
from docket.timeline import Line, Wanted
from docket.web import acting
from docket.web import typed as typing
from docket.web.acting import Refused
from docket.web.case import open_case
from docket.web.handed import Deps
from docket.web.life_words import at_court
from docket.web.pages import AskingPage, Page, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_READ = {NEEDS: "readEntries"}
TO_STRIKE = {NEEDS: "strikeEntry"}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """The filter as it stands in the address."""

    group: str = ""
    by: str = ""
    first_day: str = ""
    last_day: str = ""

    @property
    def query(self) -> str:
        given = {"groep": self.group, "wie": self.by, "van": self.first_day, "tot": self.last_day}
        return urlencode({name: value for name, value in given.items() if value})


class TimelinePage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "timeline.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    lines: tuple[Line, ...]
    #: Of all entries, whatever the filter.
    count: int
    groups: dict[str, str]
    #: Function code -> in words: everybody who entered something.
    people: dict[str, str]
    typed: Typed
    may_strike: bool
    #: May the reader put back where everybody stood?
    restores: bool = False

    @property
    def title(self) -> str:
        return f"Tijdlijn van {self.case_number}"


class PrintedDocketPage(Page, frozen=True, kw_only=True):
    template: ClassVar[str] = "printed_docket.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    notice_number: str | None
    office: str
    status: str
    lines: tuple[Line, ...]
    #: Only a part of the entries, as they were asked for.
    filtered: bool
    printed_at: datetime

    @property
    def title(self) -> str:
        return f"Register van {self.case_number}"


class StrikeEntryPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "strike_entry.html"
    path: ClassVar[str] = "/dossiers"

    case_number: str
    version: int
    line: Line
    #: May the reader put back where everybody stood before it?
    restores: bool = False
    reason: str = ""

    @property
    def title(self) -> str:
        return f"Registerlijn {self.line.seq} van {self.case_number} doorhalen"


@get("/dossiers/{case_number:str}/tijdlijn", opt=TO_READ)
async def show_timeline(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    actor, typed = actor_of(request), _typed(request)
    found = await open_case(case_number, actor, deps)
    wanted, faults = _wanted(typed)
    every = timeline.lines_of(found.entries, deps.law.law)
    groups = dict.fromkeys(line.group for line in every)
    page = TimelinePage(
        case_number=found.case.case_number,
        lines=tuple(line for line in reversed(every) if wanted.covers(line)),
        count=len(every),
        groups={group: titled(timeline.GROUP_TITLES[group]) for group in timeline.GROUP_TITLES if group in groups},
        people={line.entered_by: line.by for line in every},
        typed=typed,
        may_strike=actor.may("strikeEntry") and found.case.status != "joined",
        restores=actor.may("decideStatus") and found.case.status != "joined",
        faults=faults,
    )
    return render(visit_of(request), page, 400 if faults else 200)


@get("/dossiers/{case_number:str}/tijdlijn/afdruk", opt=TO_READ)
async def print_docket(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str]) -> Response[Any]:
    typed = _typed(request)
    found = await open_case(case_number, actor_of(request), deps)
    wanted, _ = _wanted(typed)
    page = PrintedDocketPage(
        case_number=found.case.case_number,
        notice_number=found.case.report.notice_number,
        office=deps.law.law.title(found.case.holding_office) or found.case.holding_office,
        status=at_court(found.case.status, found.current.decision.tracks, deps.law.law),
        lines=timeline.lines_of(found.entries, deps.law.law, wanted),
        filtered=bool(typed.query),
        printed_at=deps.clock.now(),
    )
    return render(visit_of(request), page)


@get("/dossiers/{case_number:str}/tijdlijn/{seq:int}/doorhalen", opt=TO_STRIKE)
async def show_striking(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], seq: FromPath[int]) -> Response[Any]:
    return render(visit_of(request), await _page(case_number, seq, actor_of(request), deps))


@post("/dossiers/{case_number:str}/tijdlijn/{seq:int}/doorhalen", opt=TO_STRIKE)
async def strike(request: Request[Any, Any, Any], deps: Deps, case_number: FromPath[str], seq: FromPath[int]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    reason = posted.text("_reden")
    refused = acting.without_reason(reason)
    if refused is None:
        said: Any = {"case_number": case_number, "version": posted.number("_version") or 0, "seq": seq, "reason": reason}
        restores = posted.text("_do") == "restore"
        work = restore_standing(RestoreStanding(**said), actor, deps) if restores else strike_entry(StrikeEntry(**said), actor, deps)
        done = await acting.attempt(work)
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/dossiers/{case_number}/tijdlijn?gedaan={'teruggezet' if posted.text('_do') == 'restore' else 'doorgehaald'}")
    page = msgspec.structs.replace(await _page(case_number, seq, actor, deps), reason=reason, faults=refused.faults, stale=refused.stale)
    return render(visit_of(request), page, refused.status)


async def _page(case_number: str, seq: int, actor: Actor, deps: Deps) -> StrikeEntryPage:
    found = await open_case(case_number, actor, deps)
    line = next((line for line in timeline.lines_of(found.entries, deps.law.law) if line.seq == seq), None)
    if line is None:
        raise NotFound
    restores = line.may_be_restored and found.case.status != "joined" and actor.may("decideStatus")
    return StrikeEntryPage(case_number=found.case.case_number, version=found.case.version, line=line, restores=restores)


def titled(text: str) -> str:
    return text[:1].upper() + text[1:]


def _typed(request: Request[Any, Any, Any]) -> Typed:
    given = request.query_params
    return Typed(group=given.get("groep", ""), by=given.get("wie", ""), first_day=given.get("van", ""), last_day=given.get("tot", ""))


def _wanted(typed: Typed) -> tuple[Wanted, tuple[Fault, ...]]:
    """A day that cannot be read filters nothing, and is named."""
    days, faults = [], []
    for name, where, text in (("van", "Van", typed.first_day), ("tot", "Tot en met", typed.last_day)):
        day = _day(text)
        days.append(day)
        if text.strip() and day is None:
            faults.append(Fault(name=name, where=where, detail="Schrijf de dag als 26/11/2026."))
    wanted = Wanted(group=typed.group or None, by=typed.by or None, first_day=days[0], last_day=days[1])
    return wanted, tuple(faults)


def _day(text: str) -> date | None:
    """As people type it, 26/11/2026, or as a date field sends it."""
    try:
        return date.fromisoformat(str(typing.read("partialDate", text)))
    except ValueError:
        return None


_AT = datetime.fromisoformat("2026-11-24T09:30:00+00:00")
_LINES = (
    Line(
        seq=1,
        kind="CaseRegistered",
        group="facts",
        entered_at=_AT,
        entered_on=court_day(_AT),
        entered_by="user:17",
        by=titles.who("user:17"),
        text="Dossier ingeschreven. Documenten: Ontvangstbewijs. Mails: 1.",
        erased=False,
        hash="0" * 64,
    ),
    Line(
        seq=2,
        kind="CompetenceChallenged",
        group="jurisdiction",
        entered_at=_AT,
        entered_on=court_day(_AT),
        entered_by="user:17",
        by=titles.who("user:17"),
        text="Bevoegdheid betwist. Spoor 1: Correctionele rechtbank Antwerpen.",
        erased=False,
        struck_by=3,
        struck_reason="In het verkeerde dossier ingeschreven.",
        not_undone=timeline.NOT_UNDONE["CompetenceChallenged"],
        hash="1" * 64,
    ),
)
EXAMPLES = (
    TimelinePage(
        case_number="HAV-2026-000001",
        lines=_LINES,
        count=2,
        groups={"facts": "Feiten en verslagen", "jurisdiction": "Bevoegdheid"},
        people={"user:17": "gebruiker 17"},
        typed=Typed(group="facts", first_day="morgen"),
        may_strike=True,
        faults=(Fault(name="van", where="Van", detail="Schrijf de dag als 26/11/2026."),),
    ),
    PrintedDocketPage(
        case_number="HAV-2026-000001",
        notice_number=None,
        office="Parket Antwerpen, havenprocureurs",
        status="Opsporingsonderzoek",
        lines=_LINES,
        filtered=True,
        printed_at=_AT,
    ),
    StrikeEntryPage(
        case_number="HAV-2026-000001",
        version=3,
        line=msgspec.structs.replace(_LINES[1], struck_by=None, struck_reason=None),
        restores=True,
        faults=(Fault(name="_reden", where="Reden", detail="Geef een reden; ze komt in het register te staan."),),
    ),
)
