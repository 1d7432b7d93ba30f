"""One draft of the law tried on the register: its progress, what it moves, the load of each office, lists to download, and enacting it."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

import documents
from docket import parliament, simulation_lists
from docket.access import Actor, visibility
from docket.actions.legislation.confirm_enactment import confirm_enactment
from docket.actions.legislation.propose_enactment import ProposeEnactment, propose_enactment, withdraw_enactment
from docket.actions.legislation.simulate_law import simulate_again
from docket.actions.papers import composing
from docket.clock import court_day
from docket.deps import Deps as Bundle
from docket.errors import NotFound, StateForbids
from docket.simulation import NONE, Load, Totals
from docket.store import proposals, simulations
from docket.store.proposals import Proposal
from docket.store.simulations import ListedFile, Simulation
from docket.web import acting, typed
from docket.web.acting import REASON, Refused
from docket.web.handed import Deps
from docket.web.make_document import WORD
from docket.web.pages import AskingPage, go, render
from docket.web.submission import Fault
from docket.web.visit import NEEDS, Visit, actor_of, posted_of, visit_of
from routing import Law

TO_SIMULATE = {NEEDS: "simulateLaw"}
TO_ENACT = {NEEDS: "enactLaw"}
#: A running simulation that gave no sign for this long was interrupted.
SILENT_FOR = timedelta(seconds=60)
#: A page that waits asks again after so many seconds, also without a script.
REFRESH_SECONDS = 2
PAGE_ROWS = 50


class StateView(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    draft_digest: str
    asked_at: datetime
    asked_by: str
    #: waiting, running, interrupted, failed or done
    state: str
    state_words: str
    tag: str
    moved_words: str
    done: int
    files: int

    @property
    def moving(self) -> bool:
        return self.state in ("waiting", "running")

    @property
    def share(self) -> int:
        return 100 * self.done // self.files if self.files else 0


class LoadView(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    before: int
    after: int
    #: Of the bars, in hundredths of the longest one of the table.
    before_width: int
    after_width: int

    @property
    def difference(self) -> str:
        return f"{self.after - self.before:+}".replace("-", "−") if self.after != self.before else "0"


class Moves(msgspec.Struct, frozen=True, kw_only=True):
    """Moved files of one kind."""

    title: str
    #: Words for the columns, and rows of from, to and count; `to` is empty where there is only one side.
    rows: tuple[tuple[str, str, int], ...]
    columns: tuple[str, ...]


class FileView(msgspec.Struct, frozen=True, kw_only=True):
    case_number: str
    what: str
    before: str
    after: str
    stays: str


class SimulationPage(AskingPage, frozen=True, kw_only=True):
    template: ClassVar[str] = "simulation.html"
    path: ClassVar[str] = "/recht/simulatie"

    state: StateView
    failure: str = ""
    present_digest: str = ""
    engine_version: str = ""
    snapshot_at: datetime | None = None
    totals: Totals | None = None
    stays: tuple[tuple[str, int], ...] = ()
    loads: tuple[LoadView, ...] = ()
    court_loads: tuple[LoadView, ...] = ()
    moves: tuple[Moves, ...] = ()
    #: Those that the reader may see, of those that move or, by his choice, of those that stay.
    listed: tuple[FileView, ...] = ()
    staying: bool = False
    next_href: str = ""
    proposal: Proposal | None = None
    #: The reader proposed it himself.
    own_proposal: bool = False
    #: Can be proposed: the law and engine are still those that it was simulated against.
    fresh: bool = False
    day: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        return f"Simulatie {self.state.id}"


DONE = Simulation(
    id=3,
    draft_digest="5f" * 32,
    asked_at=datetime.fromisoformat("2026-11-24T09:30:00+00:00"),
    asked_by="user:23",
    state="done",
    failure=None,
    alive_at=None,
    files_done=1200,
    files=1200,
    snapshot_at=datetime.fromisoformat("2026-11-24T09:30:05+00:00"),
    present_digest="4e" * 32,
    engine_version="3",
    finished_at=datetime.fromisoformat("2026-11-24T09:30:09+00:00"),
    totals=Totals(
        files=1200,
        moved=212,
        stays={"referred": 40, "groundsOnly": 12},
        what={"office": 212, "court": 212},
        lapsed=3,
        kept=9,
        open_tracks=Load(before=30, after=31),
        to_confirm=Load(before=500, after=300),
    ),
)


_EXAMPLE_PROPOSAL = Proposal(
    id=1,
    simulation_id=3,
    in_force_from=date(2026, 11, 24),
    reason="Protocol van 12 november 2026.",
    proposed_by="user:23",
    proposed_account=23,
    proposed_at=DONE.asked_at,
    confirmed_by=None,
    confirmed_account=None,
    confirmed_at=None,
    state="proposed",
    failure=None,
    closed_at=None,
)


def state_of(found: Simulation, now: datetime) -> StateView:
    silent = found.state == "running" and found.alive_at is not None and now - found.alive_at > SILENT_FOR
    state = "interrupted" if silent else found.state
    return StateView(
        id=found.id,
        draft_digest=found.draft_digest,
        asked_at=found.asked_at,
        asked_by=found.asked_by,
        state=state,
        state_words=_STATES[state],
        tag={"done": "good", "failed": "bad", "interrupted": "bad"}.get(state, "wait"),
        moved_words=f"{found.totals.moved} van {found.totals.files}" if found.totals else "",
        done=found.files_done,
        files=found.files or 0,
    )


_STATES = {
    "waiting": "Wacht op de verwerker",
    "running": "Bezig",
    "interrupted": "Onderbroken",
    "failed": "Mislukt",
    "done": "Klaar",
}


@get("/recht/simulatie/{simulation_id:int}", opt=TO_SIMULATE)
async def show_simulation(
    request: Request[Any, Any, Any], deps: Deps, simulation_id: FromPath[int], na: FromQuery[str] = "", blijft: FromQuery[str] = ""
) -> Response[Any]:
    after = int(na) if na.isascii() and na.isdecimal() and len(na) < 18 else 0
    page = await _page(simulation_id, actor_of(request), deps, after=after, staying=blijft == "ja")
    return _render(visit_of(request), page)


@post("/recht/simulatie/{simulation_id:int}/opnieuw", opt=TO_SIMULATE)
async def run_again(request: Request[Any, Any, Any], deps: Deps, simulation_id: FromPath[int]) -> Response[Any]:
    await simulate_again(simulation_id, actor_of(request), deps)
    return go(f"/recht/simulatie/{simulation_id}")


@get("/recht/simulatie/{simulation_id:int}/lijst.csv", opt=TO_SIMULATE)
async def download_csv(request: Request[Any, Any, Any], deps: Deps, simulation_id: FromPath[int]) -> Stream:
    await done_simulation(simulation_id, deps)
    listed = simulation_lists.pages(deps.pool, simulation_id, visibility(actor_of(request)))
    return _download(simulation_lists.as_csv(listed, deps.law.law), f"simulatie-{simulation_id}.csv", "text/csv")


@get("/recht/simulatie/{simulation_id:int}/lijst.json", opt=TO_SIMULATE)
async def download_json(request: Request[Any, Any, Any], deps: Deps, simulation_id: FromPath[int]) -> Stream:
    await done_simulation(simulation_id, deps)
    listed = simulation_lists.pages(deps.pool, simulation_id, visibility(actor_of(request)))
    return _download(simulation_lists.as_json(listed), f"simulatie-{simulation_id}.json", "application/json")


@get("/recht/simulatie/{simulation_id:int}/antwoord.docx", opt=TO_SIMULATE)
async def download_answer(request: Request[Any, Any, Any], deps: Deps, simulation_id: FromPath[int]) -> Response[bytes]:
    """The answer for parliament; about no single file, so nothing is logged of any."""
    found, totals = await done_simulation(simulation_id, deps)
    actor = actor_of(request)
    draft = await deps.laws.pack(deps.pool, found.draft_digest)
    law = deps.law.law
    context = parliament.answer(
        totals,
        office=law.title(actor.office or "") or "havendossier",
        answered_on=court_day(deps.clock.now()),
        snapshot_at=found.snapshot_at or found.asked_at,
        digests=(found.draft_digest, found.present_digest or ""),
        engine_version=found.engine_version or "",
        law=law,
        draft=draft.law,
    )
    kind = documents.kind_of("parliament_answer")
    template = await composing.template_for(kind.code, actor.office or "", court_day(deps.clock.now()), deps)
    content = await asyncio.to_thread(documents.render, kind, context, template)
    name = f"antwoord-parlement-simulatie-{simulation_id}.docx"
    return Response(content, media_type=WORD, headers={"content-disposition": f'attachment; filename="{name}"'})


@post("/recht/simulatie/{simulation_id:int}/voorstellen", opt=TO_ENACT)
async def propose(request: Request[Any, Any, Any], deps: Deps, simulation_id: FromPath[int]) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    text, reason = posted.text("_dag"), posted.text("_reden")
    refused = acting.without_reason(reason)
    day = _day(text)
    if refused is None and day is None:
        refused = Refused(status=400, faults=(Fault(name="_dag", where="Dag", detail="Schrijf de dag als dd/mm/jjjj."),))
    if refused is None and day is not None:
        command = ProposeEnactment(simulation_id=simulation_id, in_force_from=day, reason=reason)
        done = await acting.attempt(propose_enactment(command, actor, deps), {**REASON, "/inForceFrom": ("_dag", "Dag")})
        refused = done if isinstance(done, Refused) else None
    if refused is None:
        return go(f"/recht/simulatie/{simulation_id}?gedaan=wet-voorgesteld")
    page = await _page(simulation_id, actor, deps)
    return render(visit_of(request), msgspec.structs.replace(page, day=text, reason=reason, faults=refused.faults), refused.status)


@post("/recht/voorstellen/{proposal_id:int}/bevestigen", opt=TO_ENACT)
async def confirm(request: Request[Any, Any, Any], deps: Deps, proposal_id: FromPath[int]) -> Response[Any]:
    found = await _proposal(proposal_id, deps)
    await confirm_enactment(proposal_id, actor_of(request), deps)
    return go(f"/recht/simulatie/{found.simulation_id}?gedaan=wet-bevestigd")


@post("/recht/voorstellen/{proposal_id:int}/intrekken", opt=TO_ENACT)
async def withdraw(request: Request[Any, Any, Any], deps: Deps, proposal_id: FromPath[int]) -> Response[Any]:
    found = await _proposal(proposal_id, deps)
    await withdraw_enactment(proposal_id, actor_of(request), deps)
    return go(f"/recht/simulatie/{found.simulation_id}?gedaan=wet-ingetrokken")


async def done_simulation(simulation_id: int, deps: Bundle) -> tuple[Simulation, Totals]:
    found = await simulations.simulation(deps.pool, simulation_id)
    if found is None:
        raise NotFound("Er is geen simulatie met dit nummer; kies er een uit de lijst.")
    if found.totals is None:
        raise StateForbids("Deze simulatie is nog niet klaar.")
    return found, found.totals


async def _proposal(proposal_id: int, deps: Bundle) -> Proposal:
    found = await proposals.proposal(deps.pool, proposal_id)
    if found is None:
        raise NotFound("Er is geen voorstel met dit nummer.")
    return found


async def _page(simulation_id: int, actor: Actor, deps: Bundle, *, after: int = 0, staying: bool = False) -> SimulationPage:
    found = await simulations.simulation(deps.pool, simulation_id)
    if found is None:
        raise NotFound("Er is geen simulatie met dit nummer; kies er een uit de lijst.")
    page = page_of(found, deps.law.law, deps.clock.now())
    if found.state != "done":
        return page
    rows = await simulations.listed(deps.pool, simulation_id, visibility(actor), staying=staying, after=after, limit=PAGE_ROWS + 1)
    choice = "&blijft=ja" if staying else ""
    proposal = await proposals.last_of(deps.pool, simulation_id)
    newest = await simulations.last_done(deps.pool, found.draft_digest, deps.law.digest, found.engine_version or "")
    return msgspec.structs.replace(
        page,
        listed=tuple(_file(one, deps.law.law) for one in rows[:PAGE_ROWS]),
        staying=staying,
        next_href=f"/recht/simulatie/{simulation_id}?na={rows[PAGE_ROWS - 1].case_id}{choice}" if len(rows) > PAGE_ROWS else "",
        proposal=proposal,
        own_proposal=proposal is not None and proposal.proposed_account == actor.account_id,
        fresh=newest is not None and found.present_digest == deps.law.digest,
        day=f"{court_day(deps.clock.now()):%d/%m/%Y}",
    )


def page_of(found: Simulation, law: Law, now: datetime) -> SimulationPage:
    page, totals = _unnamed(found, now), found.totals
    if totals is None:
        return page
    return msgspec.structs.replace(
        page,
        loads=_loads(totals.offices, law, "nog geen parket"),
        court_loads=_loads(totals.courts, law, "nog geen rechtbank"),
        moves=(
            Moves(title="Verhuisde dossiers per parket", columns=("Van", "Naar"), rows=_moves(totals.by_office, law, "nog geen parket")),
            Moves(
                title="Verhuisde dossiers per rechtbank", columns=("Van", "Naar"), rows=_moves(totals.by_court, law, "nog geen rechtbank")
            ),
            Moves(title="Verhuisde dossiers per havengebied", columns=("Van", "Naar"), rows=_moves(totals.by_area, law, "niet gekend")),
            Moves(
                title="Verhuisde dossiers per jaar van ontvangst",
                columns=("Jaar",),
                rows=tuple((year, "", count) for year, count in sorted(totals.by_year.items())),
            ),
        ),
    )


def _unnamed(found: Simulation, now: datetime) -> SimulationPage:
    """All of it but what the law gives a name."""
    totals = found.totals
    return SimulationPage(
        state=state_of(found, now),
        failure=found.failure or "",
        present_digest=found.present_digest or "",
        engine_version=found.engine_version or "",
        snapshot_at=found.snapshot_at,
        totals=totals,
        stays=tuple((simulation_lists.STAYS[why], count) for why, count in sorted(totals.stays.items())) if totals else (),
    )


def _loads(loads: Mapping[str, Load], law: Law, none: str) -> tuple[LoadView, ...]:
    return _bars([(_title(code, law, none), load) for code, load in loads.items()])


def _bars(loads: Sequence[tuple[str, Load]]) -> tuple[LoadView, ...]:
    most = max((max(load.before, load.after) for _, load in loads), default=0) or 1
    rows = [
        LoadView(
            title=title,
            before=load.before,
            after=load.after,
            before_width=_width(load.before, most),
            after_width=_width(load.after, most),
        )
        for title, load in loads
    ]
    return tuple(sorted(rows, key=lambda row: (-max(row.before, row.after), row.title)))


def _width(count: int, most: int) -> int:
    """Of one file a sliver is seen too."""
    return max(100 * count // most, 1 if count else 0)


def _moves(counts: Mapping[str, int], law: Law, none: str) -> tuple[tuple[str, str, int], ...]:
    rows = []
    for key, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        before, _, after = key.partition(">")
        rows.append((_named(before.split(","), law, none), _named(after.split(","), law, none), count))
    return tuple(rows)


def _file(one: ListedFile, law: Law) -> FileView:
    return FileView(
        case_number=one.case_number,
        what=", ".join(simulation_lists.WHAT[what] for what in one.what),
        before=_named((*one.before.offices, *one.before.courts), law, "geen"),
        after=_named((*one.after.offices, *one.after.courts), law, "geen"),
        stays=simulation_lists.STAYS.get(one.stays or "", ""),
    )


def _named(codes: Iterable[str], law: Law, none: str) -> str:
    return "; ".join(_title(code, law, none) for code in codes)


def _title(code: str, law: Law, none: str) -> str:
    found = "geen havengebied" if code == "none" else simulation_lists.title(code if code != NONE else None, law, none)
    return found[:1].upper() + found[1:]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(str(typed.read("partialDate", text)))
    except ValueError:
        return None


def _render(visit: Visit, page: SimulationPage) -> Response[Any]:
    answer = render(visit, page)
    waits = page.state.moving or (page.proposal is not None and page.proposal.state == "confirmed")
    if waits:
        answer.headers["refresh"] = str(REFRESH_SECONDS)
    return answer


def _download(content: Any, name: str, media_type: str) -> Stream:
    return Stream(content, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})


def _examples() -> tuple[SimulationPage, ...]:
    here, there = "Havenprocureurs bij het parket Antwerpen", "Parket Oost-Vlaanderen, afdeling Dendermonde"
    court, other = (f"Correctionele rechtbank {place}" for place in ("Antwerpen", "Oost-Vlaanderen, afdeling Dendermonde"))
    done = msgspec.structs.replace(
        _unnamed(DONE, DONE.asked_at),
        loads=_bars([(here, Load(before=900, after=688)), (there, Load(before=20, after=232))]),
        court_loads=_bars([(court, Load(before=900, after=688)), (other, Load(before=20, after=232))]),
        moves=(
            Moves(title="Verhuisde dossiers per parket", columns=("Van", "Naar"), rows=((here, there, 212),)),
            Moves(title="Verhuisde dossiers per jaar van ontvangst", columns=("Jaar",), rows=(("2025", "", 100), ("2026", "", 112))),
        ),
    )
    listed = (
        FileView(
            case_number="HAV-2026-000001",
            what="parket, rechtbank",
            before="Havenprocureurs bij het parket Antwerpen",
            after="Parket Oost-Vlaanderen, afdeling Dendermonde",
            stays="",
        ),
    )
    running = msgspec.structs.replace(DONE, state="running", totals=None, files_done=400, alive_at=DONE.asked_at)
    silent = DONE.asked_at + SILENT_FOR + timedelta(seconds=1)
    return (
        msgspec.structs.replace(done, listed=listed, fresh=True, day="24/11/2026", next_href="/recht/simulatie/3?na=9"),
        msgspec.structs.replace(done, listed=listed, staying=True, proposal=_EXAMPLE_PROPOSAL),
        msgspec.structs.replace(done, proposal=msgspec.structs.replace(_EXAMPLE_PROPOSAL, state="confirmed")),
        msgspec.structs.replace(done, proposal=msgspec.structs.replace(_EXAMPLE_PROPOSAL, failure="De uitvoering liep vast.")),
        msgspec.structs.replace(done, proposal=msgspec.structs.replace(_EXAMPLE_PROPOSAL, state="refused", failure="Simuleer opnieuw.")),
        _unnamed(running, DONE.asked_at),
        _unnamed(running, silent),
    )


EXAMPLES = _examples()
