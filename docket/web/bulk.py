"""Documents of a whole sitting in one go: one kind for every file or suspect on the roll, how far it is, and what each one lacks."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath

import documents
from docket import papers
from docket.access import Actor, visibility
from docket.actions.papers import knowing
from docket.actions.papers.make_in_bulk import MakeInBulk, make_in_bulk
from docket.actions.papers.repeat_bulk import RepeatBulk, repeat_bulk
from docket.clock import court_day
from docket.errors import BadInput, DocketError, NotFound
from docket.store import bulk, hearings
from docket.store.bulk import Line, Run
from docket.web import typed_fields, words
from docket.web.contacts import day_of
from docket.web.handed import Deps
from docket.web.pages import AskingPage, Page, go, render
from docket.web.submission import Fault
from docket.web.typed_fields import TypedField
from docket.web.visit import NEEDS, actor_of, posted_of, visit_of

TO_MAKE = {NEEDS: "readDocument"}
REFRESH_SECONDS = 2
#: What most sittings need first.
_FIRST = "direct_summons"


class BulkPage(AskingPage, frozen=True, kw_only=True):
    """Before: which kind, for which sitting, and what holds for all."""

    template: ClassVar[str] = "bulk.html"
    path: ClassVar[str] = "/zittingsrol"

    day: date
    #: Id -> name with its court.
    chambers: dict[str, str]
    chamber_id: str = ""
    #: Code -> title.
    kinds: dict[str, str]
    kind: str = ""
    fields: tuple[TypedField, ...] = ()
    #: Files of the sitting that the reader reads.
    files: int = 0
    earlier: tuple[Run, ...] = ()

    @property
    def title(self) -> str:
        return "Stukken van een zitting in één keer"


class BulkRunPage(Page, frozen=True, kw_only=True):
    """Afterwards: how far it is, and each line."""

    template: ClassVar[str] = "bulk_run.html"
    path: ClassVar[str] = "/zittingsrol"

    run: Run
    where: str
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        return f"{words.title(words.DOCUMENT_KINDS, self.run.kind)}: zitting van {self.run.day:%d/%m/%Y}"

    @property
    def done(self) -> int:
        """Made, or known why not."""
        return sum(1 for line in self.lines if bulk.result_of(line) not in ("waiting", "making"))

    @property
    def made(self) -> int:
        return sum(1 for line in self.lines if bulk.result_of(line) == "made")

    @property
    def waits(self) -> bool:
        return self.done < len(self.lines)

    @property
    def again(self) -> bool:
        """Something can be tried again."""
        return any(bulk.result_of(line) in ("missing", "refused", "failed") for line in self.lines)

    @property
    def states(self) -> tuple[tuple[Line, str], ...]:
        return tuple((line, bulk.result_of(line)) for line in self.lines)

    def address(self, line: Line, link: str) -> str:
        """Where a missing fact is filled in; a field of the document itself on its own form."""
        base = f"/dossiers/{line.case_number}"
        if not link or link.startswith("#"):
            asked = {"soort": self.run.kind} | ({"over": line.about} if line.about else {})
            return f"{base}/documenten/maken?{urlencode(asked)}"
        return papers.page_of(link, line.case_number)


@get("/zittingsrol/stukken", opt=TO_MAKE)
async def show_bulk(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    given = request.query_params
    page = await _page(actor_of(request), deps, given.get("kamer", ""), given.get("dag", ""), given.get("soort", ""), {}, ())
    return render(visit_of(request), page)


@post("/zittingsrol/stukken", opt=TO_MAKE)
async def start_bulk(request: Request[Any, Any, Any], deps: Deps) -> Response[Any]:
    posted, actor = posted_of(request), actor_of(request)
    kind, chamber, day = posted.text("_soort"), posted.text("_kamer"), posted.text("_dag")
    if kind not in _kinds(actor):
        raise NotFound
    typed = documents.kind_of(kind).typed
    command = MakeInBulk(
        kind=kind, chamber_id=posted.number("_kamer") or 0, day=day_of(day) or date.min, typed=typed_fields.read(posted, typed)
    )
    try:
        done = await make_in_bulk(command, actor, deps)
    except BadInput as refusal:
        faults = tuple(
            Fault(name=typed_fields.name_of(issue.name.removeprefix("/typed/").split("/")[0]), where="", detail=issue.detail)
            for issue in refusal.issues
        )
        page = await _page(actor, deps, chamber, day, kind, typed_fields.typed_text(posted, typed), faults)
        return render(visit_of(request), page, refusal.status)
    return go(f"/zittingsrol/stukken/{done.run_id}")


@get("/zittingsrol/stukken/{run_id:int}", opt=TO_MAKE)
async def show_run(request: Request[Any, Any, Any], deps: Deps, run_id: FromPath[int]) -> Response[Any]:
    actor = actor_of(request)
    run = await bulk.run(deps.pool, run_id, actor.account_id or 0)
    if run is None:
        raise NotFound
    seat = words.of_law(deps.law.law).seat(run.court)
    page = BulkRunPage(
        run=run, where=f"{seat}, kamer {run.chamber}", lines=await bulk.lines(deps.pool, run_id, visibility(actor, "readDocument"))
    )
    answer: Response[Any] = render(visit_of(request), page)
    if page.waits:
        answer.headers["refresh"] = str(REFRESH_SECONDS)
    return answer


@post("/zittingsrol/stukken/{run_id:int}/opnieuw", opt=TO_MAKE)
async def repeat_run(request: Request[Any, Any, Any], deps: Deps, run_id: FromPath[int]) -> Response[Any]:
    await repeat_bulk(RepeatBulk(run_id=run_id), actor_of(request), deps)
    return go(f"/zittingsrol/stukken/{run_id}")


def _kinds(actor: Actor) -> dict[str, str]:
    found = {
        paper.kind: documents.kind_of(paper.kind).title_nl
        for paper in papers.PAPERS
        if paper.about != "injured" and actor.may(paper.action)
    }
    return dict(sorted(found.items(), key=lambda one: (one[0] != _FIRST, one[1])))


async def _page(actor: Actor, deps: Any, chamber: str, day: str, kind: str, values: dict[str, str], faults: tuple[Fault, ...]) -> BulkPage:
    titles = words.of_law(deps.law.law)
    chambers = {str(one.id): one for one in await hearings.chambers(deps.pool) if actor.court in (None, one.court)}
    kinds, on = _kinds(actor), day_of(day) or court_day(deps.clock.now())
    chosen = kind if kind in kinds else next(iter(kinds), "")
    where = chamber if chamber in chambers else next(iter(chambers), "")
    rows = await hearings.roll(deps.pool, chambers[where].id, on, visibility(actor)) if where else ()
    choices = await _choices(chosen, next((row.case_number for row in rows if row.case_number is not None), None), actor, deps)
    fields = typed_fields.fields_of(documents.kind_of(chosen).typed, choices, values, faults) if chosen else ()
    left_out = {typed_fields.name_of(name) for name in papers.of_one_file(papers.paper_of(chosen))} if chosen else set()
    return BulkPage(
        day=on,
        chambers={key: f"{titles.seat(one.court)}, kamer {one.name}" for key, one in chambers.items()},
        chamber_id=where,
        kinds=kinds,
        kind=chosen,
        # What differs by file is what the register proposes for each; the hearing is that of the sitting.
        fields=tuple(field for field in fields if field.name not in left_out),
        files=sum(1 for row in rows if row.case_number is not None),
        faults=faults,
        earlier=await bulk.runs(deps.pool, actor.account_id or 0),
    )


async def _choices(kind: str, case_number: str | None, actor: Actor, deps: Any) -> Mapping[str, Mapping[str, str]]:
    """The codes that hold for every file, with their words: as any file of the sitting has them."""
    if not kind or case_number is None:
        return {}
    paper = papers.paper_of(kind)
    try:
        known = await knowing.known(case_number, paper.action, actor, deps)
    except DocketError:
        return {}
    return {name: titled for name, titled in paper.choices(known).items() if name not in papers.of_one_file(paper)}


_RUN = Run(
    id=1, kind="direct_summons", day=date(2026, 12, 7), asked_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC), court="antwerpCorrectional",
    chamber="AC1", chamber_id=1,
)  # fmt: skip
_LINE = Line(
    ordinal=1,
    case_number="HAV-2026-000001",
    about="s1",
    state="waiting",
    document_id=None,
    document_state=None,
    failure=None,
    reason=None,
    missing=(),
    links=(),
)
EXAMPLES = (
    BulkPage(day=date(2026, 12, 7), chambers={}, kinds={"direct_summons": "Rechtstreekse dagvaarding"}),
    BulkPage(
        day=date(2026, 12, 7),
        chambers={"1": "Correctionele rechtbank Antwerpen, kamer AC1"},
        chamber_id="1",
        kinds={"direct_summons": "Rechtstreekse dagvaarding"},
        kind="direct_summons",
        fields=(
            TypedField(
                name="_veld_hearingPlace", label="Plaats", hint="Zaal.", kind="text", long=False, choices={}, value="", fault="Vul in."
            ),
        ),
        files=3,
        faults=(Fault(name="_veld_hearingPlace", where="Plaats", detail="Vul in."),),
        earlier=(_RUN,),
    ),
    BulkRunPage(
        run=_RUN,
        where="Correctionele rechtbank Antwerpen, kamer AC1",
        lines=(
            _LINE,
            msgspec.structs.replace(_LINE, ordinal=2, state="asked", document_id=17, document_state="made"),
            msgspec.structs.replace(
                _LINE, ordinal=3, state="asked", document_id=18, document_state="failed", failure="Een feit ontbreekt."
            ),
            msgspec.structs.replace(
                _LINE,
                ordinal=4,
                state="missing",
                reason="Vul eerst aan.",
                missing=("het adres", "de zaal"),
                links=("verbeteren#personen", "#hearingPlace"),
            ),
            msgspec.structs.replace(_LINE, ordinal=5, state="refused", about=None, reason="Dit document bestaat hier niet."),
        ),
    ),
    BulkRunPage(run=_RUN, where="Correctionele rechtbank Antwerpen, kamer AC1", lines=()),
)
